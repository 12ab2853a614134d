/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tooltips-private.h"

/*
 * GTK limits the width of a tooltip to as many columns as its text has characters. A column is as
 * wide as a Latin letter, but a Han character takes two columns, so a short Chinese tooltip breaks
 * after every third character. This file counts columns instead. GTK has no setting for the limit,
 * so an emission hook watches for the tooltip window and changes its label.
 */

/* Longer text is wrapped. */
#define MAX_COLUMNS 60

/* Returns the width at which a tooltip wraps, in columns; a wide character takes two. */
int
_atlas_tooltips_count_columns (const char *text)
{
  int n_columns = 0;

  for (; *text != '\0' && n_columns < MAX_COLUMNS; text = g_utf8_next_char (text))
    n_columns += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return MIN (n_columns, MAX_COLUMNS);
}

/* GTK sets the limit again for each text. */
static void
limit_changed_cb (GtkLabel *label)
{
  int n_columns = _atlas_tooltips_count_columns (gtk_label_get_text (label));

  if (gtk_label_get_max_width_chars (label) < n_columns)
    gtk_label_set_max_width_chars (label, n_columns);
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

static gboolean
map_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  GtkLabel *label;

  if (!g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    return G_SOURCE_CONTINUE;
  label = find_label (widget);
  if (label != NULL && g_signal_handler_find (label, G_SIGNAL_MATCH_FUNC, 0, 0, NULL,
                                              (gpointer) limit_changed_cb, NULL) == 0)
    {
      g_signal_connect (label, "notify::max-width-chars", G_CALLBACK (limit_changed_cb), NULL);
      limit_changed_cb (label);
    }
  return G_SOURCE_CONTINUE;
}

/**
 * atlas_tooltips_init:
 *
 * Keeps short tooltips of wide characters on one line, in all windows of the process. Call this
 * once, after GTK is initialized.
 */
void
atlas_tooltips_init (void)
{
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, NULL, NULL);
}
