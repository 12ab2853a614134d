/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-sections-field.h"

#include <glib/gi18n.h>

#include "atlas-source-text.h"
#include "atlas-widget-tools.h"

/*
 * AtlasSectionsField: the sections of a source, which are read from the text of its document.
 *
 * If the text cannot be used, the draft keeps the sections that it has, and the field says why.
 */
struct _AtlasSectionsField
{
  AtlasField parent_instance;

  GtkWidget *button;
  GtkWidget *refusal;            /* hidden if the last text could be used */
  GtkFileChooserNative *chooser; /* while it is open */
  GCancellable *cancellable;     /* while a text is read */
};

G_DEFINE_FINAL_TYPE (AtlasSectionsField, atlas_sections_field, ATLAS_TYPE_FIELD)

/* @reason is "" if there is none. */
static void
show_refusal (AtlasSectionsField *self, const char *reason)
{
  gtk_label_set_text (GTK_LABEL (self->refusal), reason);
  gtk_widget_set_visible (self->refusal, *reason != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
}

/* Returns why the draft cannot have the sections of @source, or NULL. */
static char *
find_reason (AtlasSectionsField *self, AtlasSource *source)
{
  AtlasField *field = ATLAS_FIELD (self);
  const char *id = atlas_draft_get_id (atlas_field_get_draft (field));
  guint n_lost = 0;

  if (source == NULL)
    return g_strdup (_("The text has no numbered headings, so there are no sections to read."));
  if (id != NULL)
    n_lost = atlas_source_count_lost (source, atlas_field_get_dataset (field), id);
  if (n_lost == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u record cites a paragraph that this text does not have.",
                                    "%u records cite a paragraph that this text does not have.",
                                    n_lost),
                          n_lost);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasSectionsField) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSourceText) text = atlas_source_text_read_finish (result, &error);
  g_autoptr (AtlasSource) source = NULL;
  g_autofree char *reason = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (text != NULL)
    source = atlas_source_text_create_sections (text);
  reason = text != NULL ? find_reason (self, source) : g_strdup (error->message);
  show_refusal (self, reason != NULL ? reason : "");
  if (reason != NULL || source == NULL)
    return;
  atlas_draft_set_sections (atlas_field_get_draft (ATLAS_FIELD (self)), ATLAS_RECORD (source));
  atlas_field_change (ATLAS_FIELD (self));
}

static void
cancel (AtlasSectionsField *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Debian 12 has GTK 4.8; GtkFileDialog came with 4.10. So this uses the older class. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static void
response_cb (AtlasSectionsField *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);

  if (response == GTK_RESPONSE_ACCEPT && chooser != NULL)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      if (file != NULL)
        atlas_sections_field_read (self, file);
    }
}

static void
clicked_cb (AtlasSectionsField *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Read Sections from Text"),
                                                 GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                 GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, _("Text and Web Pages"));
  gtk_file_filter_add_mime_type (filter, "text/plain");
  gtk_file_filter_add_mime_type (filter, "text/html");
  gtk_file_filter_add_mime_type (filter, "application/xhtml+xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
G_GNUC_END_IGNORE_DEPRECATIONS

static void
atlas_sections_field_constructed (GObject *object)
{
  AtlasSectionsField *self = ATLAS_SECTIONS_FIELD (object);
  AtlasField *field = ATLAS_FIELD (object);

  G_OBJECT_CLASS (atlas_sections_field_parent_class)->constructed (object);

  self->button = gtk_button_new_with_mnemonic (_("Read Sections from _Text…"));
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  self->refusal = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->refusal), 0);
  gtk_label_set_wrap (GTK_LABEL (self->refusal), TRUE);
  gtk_widget_add_css_class (self->refusal, "caption");
  gtk_widget_add_css_class (self->refusal, "error");
  gtk_widget_set_visible (self->refusal, FALSE);
  atlas_field_add (field, self->button);
  atlas_field_add (field, self->refusal);
}

static void
atlas_sections_field_dispose (GObject *object)
{
  AtlasSectionsField *self = ATLAS_SECTIONS_FIELD (object);

  cancel (self);
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (atlas_sections_field_parent_class)->dispose (object);
}

static void
atlas_sections_field_class_init (AtlasSectionsFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = atlas_sections_field_constructed;
  object_class->dispose = atlas_sections_field_dispose;
}

static void
atlas_sections_field_init (AtlasSectionsField *self)
{
}

/**
 * atlas_sections_field_read:
 * @self: a field
 * @file: a text or a web page
 *
 * Reads a document in a thread, then gives its sections to the draft, or says why not. A document
 * that is still being read is given up.
 */
void
atlas_sections_field_read (AtlasSectionsField *self, GFile *file)
{
  g_return_if_fail (ATLAS_IS_SECTIONS_FIELD (self));
  g_return_if_fail (G_IS_FILE (file));

  cancel (self);
  show_refusal (self, "");
  self->cancellable = g_cancellable_new ();
  atlas_source_text_read_async (file, self->cancellable, read_cb, g_object_ref (self));
}
