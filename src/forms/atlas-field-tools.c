/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-field-tools-private.h"

#include <glib/gi18n.h>

#include "atlas-widget-tools.h"

/* Returns a box with @words, which wrap, and a button that is to remove what they name; it is set
 * as @remove. */
GtkWidget *
_atlas_create_removable (const char *words, GtkWidget **remove)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (words);
  g_autofree char *name = g_strdup_printf (_("Remove: %s"), words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  *remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_valign (*remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (*remove, "flat");
  gtk_widget_add_css_class (*remove, "circular");
  gtk_widget_set_tooltip_text (*remove, _("Remove"));
  atlas_set_accessible_label (*remove, name);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), *remove);
  return box;
}
