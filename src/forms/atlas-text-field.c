/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-text-field.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-widget-tools.h"

/*
 * AtlasTextField: a text in the languages of the atlas.
 *
 * Chinese stands first; the others fold away, and the words that unfold them say which are missing.
 * All lines of a long name are visible, because the controls are text views.
 */
struct _AtlasTextField
{
  AtlasField parent_instance;

  GtkExpander *expander;
  GtkTextView *views[ATLAS_N_LANGUAGES]; /* owned by their parents */
};

G_DEFINE_FINAL_TYPE (AtlasTextField, atlas_text_field, ATLAS_TYPE_FIELD)

static const char *
get_language_name (AtlasLanguage language)
{
  static const char *const names[] = {
    [ATLAS_LANGUAGE_ZH] = NC_ ("language", "Chinese"),
    [ATLAS_LANGUAGE_EN] = NC_ ("language", "English"),
    [ATLAS_LANGUAGE_KO] = NC_ ("language", "Korean"),
  };

  return g_dpgettext2 (NULL, "language", names[language]);
}

/* Summaries and notes are sentences; other texts are names. */
static gboolean
has_sentences (AtlasTextField *self)
{
  const char *name = atlas_field_get_name (ATLAS_FIELD (self));

  return g_str_equal (name, "summary") || g_str_equal (name, "note");
}

static const char *
get_text (AtlasTextField *self, AtlasLanguage language)
{
  return atlas_draft_get_text (atlas_field_get_draft (ATLAS_FIELD (self)),
                               atlas_field_get_name (ATLAS_FIELD (self)), language);
}

static void
show_missing (AtlasTextField *self)
{
  const gboolean has_english = get_text (self, ATLAS_LANGUAGE_EN) != NULL;
  const gboolean has_korean = get_text (self, ATLAS_LANGUAGE_KO) != NULL;
  const gboolean has_any = has_english || has_korean || get_text (self, ATLAS_LANGUAGE_ZH) != NULL;

  gtk_expander_set_label (self->expander,
                          !has_any || (has_english && has_korean) ? _("English and Korean")
                                                                  : has_english
                          ? _("English and Korean (Korean is missing)")
                          : has_korean
                          ? _("English and Korean (English is missing)")
                          : _("English and Korean (both are missing)"));
}

static void
buffer_changed_cb (GtkTextBuffer *buffer, AtlasTextField *self)
{
  const AtlasLanguage language =
    (AtlasLanguage) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (buffer), "language"));
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  atlas_draft_set_text (atlas_field_get_draft (ATLAS_FIELD (self)),
                        atlas_field_get_name (ATLAS_FIELD (self)), language, text);
  show_missing (self);
  atlas_field_change (ATLAS_FIELD (self));
}

static gboolean
move_focus_cb (gpointer user_data)
{
  GtkRoot *root = gtk_widget_get_root (user_data);

  if (root != NULL)
    gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* A text has no lines: Enter goes on to the next control, and pasted lines become one. This does
 * not look at keys, because Enter also ends the work of an input method. */
static void
insert_text_cb (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length, gpointer view)
{
  const gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *line = g_strndup (text, n_bytes);

  if (strpbrk (line, "\r\n") == NULL)
    return;
  g_signal_stop_emission_by_name (buffer, "insert-text");
  g_strdelimit (line, "\r\n", ' ');
  if (*g_strstrip (line) != '\0')
    gtk_text_buffer_insert (buffer, at, line, -1);
  else
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, move_focus_cb, g_object_ref (view), g_object_unref);
}

static GtkWidget *
create_view (AtlasTextField *self, AtlasLanguage language)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  const char *text = get_text (self, language);
  g_autofree char *name = g_strdup_printf ("%s (%s)", atlas_field_get_title (ATLAS_FIELD (self)),
                                           get_language_name (language));

  self->views[language] = GTK_TEXT_VIEW (view);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  atlas_set_css_class (view, "sentences", has_sentences (self));
  atlas_set_accessible_label (view, name);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  g_object_set_data (G_OBJECT (buffer), "language", GUINT_TO_POINTER (language));
  g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self, 0);
  g_signal_connect_object (buffer, "insert-text", G_CALLBACK (insert_text_cb), view, 0);
  return view;
}

static void
append_other (AtlasTextField *self, GtkBox *box, AtlasLanguage language)
{
  GtkWidget *label = gtk_label_new (get_language_name (language));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "title");
  gtk_box_append (box, label);
  gtk_box_append (box, create_view (self, language));
}

static void
atlas_text_field_constructed (GObject *object)
{
  AtlasTextField *self = ATLAS_TEXT_FIELD (object);
  GtkWidget *others = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  G_OBJECT_CLASS (atlas_text_field_parent_class)->constructed (object);

  atlas_field_add (ATLAS_FIELD (self), create_view (self, ATLAS_LANGUAGE_ZH));
  append_other (self, GTK_BOX (others), ATLAS_LANGUAGE_EN);
  append_other (self, GTK_BOX (others), ATLAS_LANGUAGE_KO);
  gtk_expander_set_child (self->expander, others);
  atlas_field_add (ATLAS_FIELD (self), GTK_WIDGET (self->expander));
  atlas_field_set_control (ATLAS_FIELD (self), GTK_WIDGET (self->views[ATLAS_LANGUAGE_ZH]));
  /* A text without Chinese is not to look empty. */
  gtk_expander_set_expanded (self->expander, get_text (self, ATLAS_LANGUAGE_ZH) == NULL &&
                                               (get_text (self, ATLAS_LANGUAGE_EN) != NULL ||
                                                get_text (self, ATLAS_LANGUAGE_KO) != NULL));
  show_missing (self);
}

static void
atlas_text_field_class_init (AtlasTextFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_text_field_constructed;
}

static void
atlas_text_field_init (AtlasTextField *self)
{
  self->expander = GTK_EXPANDER (gtk_expander_new (NULL));
}
