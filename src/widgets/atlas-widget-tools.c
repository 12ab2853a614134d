/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-widget-tools.h"

/**
 * atlas_set_css_class:
 * @widget: a widget
 * @css_class: a style class
 * @has_class: whether @widget shall have it
 *
 * Adds a style class or takes it away, whichever state it stands for.
 */
void
atlas_set_css_class (GtkWidget *widget, const char *css_class, gboolean has_class)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (css_class != NULL);

  if (has_class)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * atlas_set_accessible_label:
 * @widget: (type GtkWidget): a widget
 * @label: its name
 *
 * Sets the name by which assistive technology calls a widget.
 */
void
atlas_set_accessible_label (gpointer widget, const char *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
}

/**
 * atlas_unparent_children:
 * @widget: (type GtkWidget): a widget that is disposed
 *
 * Removes all children of a widget.
 */
void
atlas_unparent_children (gpointer widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (widget))) != NULL)
    gtk_widget_unparent (child);
}

static gboolean
drop_popover_cb (gpointer user_data)
{
  GtkWidget *popover = user_data;
  GtkRoot *root = gtk_widget_get_root (popover);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  /* GTK 4.8 leaks a popover that is unparented while the focus is in it. */
  if (focus != NULL && (focus == popover || gtk_widget_is_ancestor (focus, popover)))
    gtk_root_set_focus (root, NULL);
  if (GTK_IS_POPOVER_MENU (popover))
    atlas_empty_menu (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover)));
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/**
 * atlas_drop_popover:
 * @popover: (inout) (transfer full): location of a popover that closes
 *
 * Unparents a popover after the pending frames, because in one of them GTK still queries its
 * surface for the pointer. Sets the location to %NULL.
 */
void
atlas_drop_popover (GtkWidget **popover)
{
  g_return_if_fail (popover != NULL);

  if (*popover != NULL)
    g_idle_add_full (G_PRIORITY_LOW, drop_popover_cb, g_object_ref (*popover), g_object_unref);
  *popover = NULL;
}

/**
 * atlas_empty_menu:
 * @menu: a menu whose sections are each a #GMenu, and which is not shown any more
 *
 * Removes the items of all sections. GTK 4.8 never releases a section of a menu that it has shown,
 * so otherwise the items stay in memory too.
 */
void
atlas_empty_menu (GMenuModel *menu)
{
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      if (section != NULL)
        g_menu_remove_all (G_MENU (section));
    }
}
