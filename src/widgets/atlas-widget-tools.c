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
