/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-lines-field.h"

#include <glib/gi18n.h>

/*
 * AtlasLinesField: a list of strings, one on each line.
 */
struct _AtlasLinesField
{
  AtlasField parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasLinesField, atlas_lines_field, ATLAS_TYPE_FIELD)

static void
buffer_changed_cb (AtlasField *self, GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (list, lines[i]);
  g_ptr_array_add (list, NULL);
  atlas_draft_set_list (atlas_field_get_draft (self), atlas_field_get_name (self),
                        (const char *const *) list->pdata);
  atlas_field_change (self);
}

static void
atlas_lines_field_constructed (GObject *object)
{
  AtlasField *self = ATLAS_FIELD (object);
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_autofree char *text = NULL;

  G_OBJECT_CLASS (atlas_lines_field_parent_class)->constructed (object);

  text = g_strjoinv ("\n", (GStrv) atlas_draft_get_list (atlas_field_get_draft (self),
                                                         atlas_field_get_name (self)));
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (buffer_changed_cb), self);
  atlas_field_add (self, view);
  atlas_field_set_control (self, view);
  atlas_field_set_hint (self, _("One on each line"));
}

static void
atlas_lines_field_class_init (AtlasLinesFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_lines_field_constructed;
}

static void
atlas_lines_field_init (AtlasLinesField *self)
{
}
