/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-css-class.h"

/**
 * atlas_set_css_class:
 * @widget: a widget
 * @css_class: a style class
 * @has_class: whether @widget shall have it
 *
 * Adds a style class or takes it away, whichever state it stands for.
 */
void
atlas_set_css_class (GtkWidget  *widget,
                     const char *css_class,
                     gboolean    has_class)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (css_class != NULL);

  if (has_class)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}
