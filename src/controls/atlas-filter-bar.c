/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-filter-bar.h"

#include <glib/gi18n.h>

#include "atlas-filter-chips.h"
#include "atlas-widget-tools.h"
#include "atlas-wrap-layout.h"

/*
 * AtlasFilterBar: chips on the map, one for each part of the filter.
 *
 * A chip is a button that removes its part of the filter, also with Delete and Backspace; the focus
 * then moves to the next chip. If there are several, the last button clears all. The bar takes the
 * whole width that the map gives it, but only its chips react to the pointer.
 */
struct _AtlasFilterBar
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *clear_button;

  AtlasNavigation *navigation;
  AtlasFilterChips *chips;
};

G_DEFINE_FINAL_TYPE (AtlasFilterBar, atlas_filter_bar, GTK_TYPE_WIDGET)

static void
chip_clicked_cb (AtlasFilterChip *chip)
{
  atlas_filter_chip_remove (chip);
}

static gboolean
chip_delete_cb (GtkWidget *button, GVariant *arguments, gpointer user_data)
{
  g_signal_emit_by_name (button, "clicked");
  return GDK_EVENT_STOP;
}

static void
add_delete_keys (GtkWidget *button)
{
  static const guint keys[] = { GDK_KEY_Delete, GDK_KEY_KP_Delete, GDK_KEY_BackSpace };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], 0),
                        gtk_callback_action_new (chip_delete_cb, NULL, NULL)));
  gtk_widget_add_controller (button, controller);
}

static GtkWidget *
create_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
chip_label_cb (AtlasFilterChip *chip, GParamSpec *pspec, GtkWidget *button)
{
  g_autofree char *name = g_strdup_printf (
    atlas_filter_chip_is_whole (chip) || atlas_filter_chip_is_until (chip)
    /* Translators: the name of a button; %s says what a filter hides, "Only: Bus routes" say. */
    ? _("%s. Show all again")
    /* Translators: the name of a button that shows again what a filter hides. */
    : _("Show again: %s"), atlas_filter_chip_get_label (chip));

  atlas_set_accessible_label (button, name);
}

static const char *
get_icon_name (AtlasFilterChip *chip)
{
  if (atlas_filter_chip_is_until (chip))
    return "document-open-recent-symbolic";
  return atlas_filter_chip_is_whole (chip) ? "view-reveal-symbolic" : "view-conceal-symbolic";
}

static const char *
get_tooltip (AtlasFilterChip *chip)
{
  if (atlas_filter_chip_is_until (chip))
    return _("Show all times");
  return atlas_filter_chip_is_whole (chip) ? _("Show all again") : _("Show again");
}

static GtkWidget *
create_chip (AtlasFilterChip *chip)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_object_bind_property (chip, "label", label, "label", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), create_icon (get_icon_name (chip)));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), create_icon ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, get_tooltip (chip));
  g_signal_connect_object (button, "clicked", G_CALLBACK (chip_clicked_cb), chip,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (chip, "notify::label", G_CALLBACK (chip_label_cb), button, 0);
  chip_label_cb (chip, NULL, button);
  add_delete_keys (button);
  return button;
}

static GtkWidget *
get_child (AtlasFilterBar *self, guint position)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (position-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
insert_chips (AtlasFilterBar *self, guint position, guint n_chips)
{
  for (guint i = position; i < position + n_chips; i++)
    {
      g_autoptr (AtlasFilterChip) chip = g_list_model_get_item (G_LIST_MODEL (self->chips), i);

      gtk_widget_insert_before (create_chip (chip), GTK_WIDGET (self), get_child (self, i));
    }
}

static void
items_changed_cb (AtlasFilterBar *self, guint position, guint n_removed, guint n_added)
{
  const guint n_chips = g_list_model_get_n_items (G_LIST_MODEL (self->chips));
  const gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  for (guint i = 0; i < n_removed; i++)
    gtk_widget_unparent (get_child (self, position));
  insert_chips (self, position, n_added);
  gtk_widget_set_visible (self->clear_button, n_chips > 1);
  gtk_widget_set_visible (GTK_WIDGET (self), n_chips > 0);
  if (had_focus && n_chips > 0)
    gtk_widget_grab_focus (get_child (self, MIN (position, n_chips - 1)));
  else if (had_focus)
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self)), GTK_DIR_TAB_FORWARD);
}

static void
clear_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  atlas_filter_reset (atlas_navigation_get_filter (ATLAS_FILTER_BAR (widget)->navigation));
}

/* The map gets the pointer events between the chips. */
static gboolean
atlas_filter_bar_contains (GtkWidget *widget, double x, double y)
{
  return FALSE;
}

static void
atlas_filter_bar_dispose (GObject *object)
{
  AtlasFilterBar *self = ATLAS_FILTER_BAR (object);

  g_clear_object (&self->chips);
  g_clear_object (&self->navigation);
  atlas_unparent_children (self);

  G_OBJECT_CLASS (atlas_filter_bar_parent_class)->dispose (object);
}

static void
atlas_filter_bar_class_init (AtlasFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_filter_bar_dispose;
  widget_class->contains = atlas_filter_bar_contains;

  gtk_widget_class_set_layout_manager_type (widget_class, ATLAS_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "filterbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasFilterBar, clear_button);
  gtk_widget_class_install_action (widget_class, "filter.clear", NULL, clear_cb);
}

static void
atlas_filter_bar_init (AtlasFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_filter_bar_new:
 * @navigation: the navigation whose filter to show
 *
 * Returns: (transfer floating): a bar, hidden while the filter hides nothing
 */
GtkWidget *
atlas_filter_bar_new (AtlasNavigation *navigation)
{
  AtlasFilterBar *self = g_object_new (ATLAS_TYPE_FILTER_BAR, NULL);

  self->navigation = g_object_ref (navigation);
  self->chips = atlas_filter_chips_new (atlas_navigation_get_filter (navigation));
  g_signal_connect_object (self->chips, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (self->chips)));
  return GTK_WIDGET (self);
}
