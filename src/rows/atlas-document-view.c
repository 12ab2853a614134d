/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-document-view.h"

#include <glib/gi18n.h>

#include "atlas-source-text.h"
#include "atlas-widget-tools.h"

/*
 * AtlasDocumentView: the document that a record cites, if the user has it.
 *
 * The document is not part of the program. The user can attach a text file, a web page or a PDF on
 * this computer. The settings store its location for this source of this dataset. Of a text the
 * cited paragraphs are shown; a PDF opens in its default program. A file that cannot be used is not
 * attached, and the reason is shown. No address from a document or dataset is ever opened.
 */
struct _AtlasDocumentView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkWidget *attached_box;
  GtkLabel *name;
  GtkLabel *words;
  GtkLabel *remark;
  GtkWidget *attach_button;

  /* Owned references */
  GSettings *settings;
  AtlasDataset *dataset; /* of the record */
  AtlasRecord *record;
  GFile *file;                   /* the attached document, or NULL */
  GFile *attaching;              /* the file that is being read to attach it, or NULL */
  GCancellable *cancellable;     /* of the current reading, if any */
  GtkFileChooserNative *chooser; /* while the dialog is open */
};

/* The largest number of characters, because longer text is slow to lay out. */
#define MAX_CHARACTERS 6000

G_DEFINE_FINAL_TYPE (AtlasDocumentView, atlas_document_view, GTK_TYPE_WIDGET)

static AtlasSource *
get_source (AtlasDocumentView *self)
{
  if (self->record == NULL || atlas_record_get_n_citations (self->record) == 0)
    return NULL;
  return ATLAS_SOURCE (atlas_dataset_get_source (self->dataset,
                                                 atlas_record_get_citation (self->record, 0)));
}

/* Returns the file that is attached for @source, or NULL. Files that are not on this computer are
 * ignored. */
static GFile *
look_up_file (AtlasDocumentView *self, AtlasSource *source)
{
  g_autofree char *key = atlas_source_dup_key (source, self->dataset);
  g_autoptr (GVariant) documents = g_settings_get_value (self->settings, "documents");
  g_autoptr (GFile) file = NULL;
  const char *uri;

  if (!g_variant_lookup (documents, key, "&s", &uri))
    return NULL;
  file = g_file_new_for_uri (uri);
  return g_file_is_native (file) ? g_steal_pointer (&file) : NULL;
}

/* Stores @uri for @source; NULL removes it. */
static void
store_uri (AtlasDocumentView *self, AtlasSource *source, const char *uri)
{
  g_autofree char *key = atlas_source_dup_key (source, self->dataset);
  g_autoptr (GVariant) documents = g_settings_get_value (self->settings, "documents");
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *address;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{ss}"));
  g_variant_iter_init (&iter, documents);
  while (g_variant_iter_next (&iter, "{&s&s}", &other, &address))
    if (!g_str_equal (other, key))
      g_variant_builder_add (&builder, "{ss}", other, address);
  if (uri != NULL)
    g_variant_builder_add (&builder, "{ss}", key, uri);
  g_settings_set_value (self->settings, "documents", g_variant_builder_end (&builder));
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

static void
say (AtlasDocumentView *self, const char *words, const char *remark)
{
  set_text (self->words, words);
  set_text (self->remark, remark);
}

static void
append_paragraph (GString *words,
                  const AtlasCitation *citation,
                  const char *paragraph,
                  gboolean is_one_of_many)
{
  g_autofree char *mark = atlas_citation_to_string (citation);

  if (words->len > 0)
    g_string_append (words, "\n\n");
  if (is_one_of_many)
    g_string_append_printf (words, "〔%s〕 ", mark);
  g_string_append (words, paragraph);
}

static void
cut (GString *words)
{
  if (g_utf8_strlen (words->str, (gssize) words->len) <= MAX_CHARACTERS)
    return;
  g_string_truncate (words,
                     (gsize) (g_utf8_offset_to_pointer (words->str, MAX_CHARACTERS) - words->str));
  g_string_append (words, "…");
}

static void
show_paragraphs (AtlasDocumentView *self, AtlasSourceText *text)
{
  AtlasSource *source = get_source (self);
  const guint n_citations = atlas_record_get_n_citations (self->record);
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean are_certain = TRUE;

  for (guint i = 0; i < n_citations; i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (self->record, i);
      gboolean is_certain = TRUE;
      g_autofree char *paragraph = NULL;

      /* Skip citations of other sources, which have other documents. */
      if (g_str_equal (citation->source, atlas_record_get_id (ATLAS_RECORD (source))))
        paragraph = atlas_source_text_find (text, source, citation->section, citation->paragraph,
                                            &is_certain);
      if (paragraph == NULL)
        continue;
      append_paragraph (words, citation, paragraph, n_citations > 1);
      are_certain = are_certain && is_certain;
    }
  cut (words);
  say (self, words->str,
       words->len == 0 ? _("The paragraph was not found in this document.")
                       : !are_certain
       ? _("Paragraphs are counted otherwise in this document, so this may be "
                           "another one.")
       : "");
}

static void update (AtlasDocumentView *self);

/* Attaches the document that was read. If it cannot be used, keeps the document attached before and
 * shows the reason. */
static void
end_attaching (AtlasDocumentView *self, AtlasSourceText *text, const GError *error)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->attaching);
  AtlasSource *source = get_source (self);
  g_autofree char *uri = g_file_get_uri (file);
  const char *reason = NULL;

  if (text != NULL)
    reason = atlas_source_text_explain_refusal (text, source);
  else if (!g_error_matches (error, ATLAS_SOURCE_TEXT_ERROR, ATLAS_SOURCE_TEXT_ERROR_PDF))
    reason = error->message;
  if (reason == NULL)
    store_uri (self, source, uri);
  update (self);
  if (reason != NULL)
    set_text (self->remark, reason);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasDocumentView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasSourceText) text = atlas_source_text_read_finish (result, &error);
  const char *reason;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (self->attaching != NULL)
    {
      end_attaching (self, text, error);
      return;
    }
  /* The attached file may have changed since. */
  reason =
    text != NULL ? atlas_source_text_explain_refusal (text, get_source (self)) : error->message;
  if (reason == NULL)
    show_paragraphs (self, text);
  else if (g_error_matches (error, ATLAS_SOURCE_TEXT_ERROR, ATLAS_SOURCE_TEXT_ERROR_PDF))
    say (self, "", _("A PDF opens in the program that shows such files."));
  else
    say (self, "", reason);
}

static void
cancel_reading (AtlasDocumentView *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->attaching);
}

static void
update (AtlasDocumentView *self)
{
  AtlasSource *source = get_source (self);
  g_autofree char *name = NULL;

  cancel_reading (self);
  g_clear_object (&self->file);
  if (source != NULL)
    self->file = look_up_file (self, source);
  gtk_widget_set_visible (GTK_WIDGET (self), source != NULL);
  gtk_widget_set_visible (self->attached_box, self->file != NULL);
  gtk_widget_set_visible (self->attach_button, self->file == NULL);
  say (self, "", "");
  if (self->file == NULL)
    return;
  name = g_file_get_basename (self->file);
  gtk_label_set_text (self->name, name);
  self->cancellable = g_cancellable_new ();
  atlas_source_text_read_async (self->file, self->cancellable, read_cb, g_object_ref (self));
}

/* The popover closes for the dialog, and opens again with the chosen file. */
static void
chooser_response_cb (AtlasDocumentView *self, int response)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));

      atlas_document_view_attach (self, file);
    }
  g_clear_object (&self->chooser);
  if (popover != NULL)
    gtk_popover_popup (GTK_POPOVER (popover));
}

/* Debian 12 has GTK 4.8; GtkFileDialog came with 4.10. So this uses the older class. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static void
attach_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasDocumentView *self = ATLAS_DOCUMENT_VIEW (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;
  self->chooser = gtk_file_chooser_native_new (_("Attach the Document"),
                                                 GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                 GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_file_filter_set_name (filter, _("Text, Web Pages and PDF"));
  gtk_file_filter_add_mime_type (filter, "text/plain");
  gtk_file_filter_add_mime_type (filter, "text/html");
  gtk_file_filter_add_mime_type (filter, "application/xhtml+xml");
  gtk_file_filter_add_mime_type (filter, "application/pdf");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
G_GNUC_END_IGNORE_DEPRECATIONS

static void
remove_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasDocumentView *self = ATLAS_DOCUMENT_VIEW (widget);
  AtlasSource *source = get_source (self);

  if (source == NULL)
    return;
  store_uri (self, source, NULL);
  update (self);
  gtk_widget_grab_focus (self->attach_button);
}

static void
launch_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasDocumentView) self = user_data;
  g_autoptr (GError) error = NULL;

  /* The popover may have been closed meanwhile. */
  if (!g_app_info_launch_default_for_uri_finish (result, &error) && self->record != NULL)
    set_text (self->remark, error->message);
}

static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  AtlasDocumentView *self = ATLAS_DOCUMENT_VIEW (widget);
  g_autoptr (GdkAppLaunchContext) context =
    gdk_display_get_app_launch_context (gtk_widget_get_display (widget));
  g_autofree char *uri = NULL;

  if (self->file == NULL)
    return;
  uri = g_file_get_uri (self->file);
  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, launch_cb,
                                           g_object_ref (self));
}

static void
atlas_document_view_dispose (GObject *object)
{
  AtlasDocumentView *self = ATLAS_DOCUMENT_VIEW (object);

  cancel_reading (self);
  g_clear_object (&self->chooser);
  g_clear_object (&self->file);
  g_clear_object (&self->record);
  g_clear_object (&self->dataset);
  g_clear_object (&self->settings);
  atlas_unparent_children (self);

  G_OBJECT_CLASS (atlas_document_view_parent_class)->dispose (object);
}

static void
atlas_document_view_class_init (AtlasDocumentViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_document_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "documentview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentView, attached_box);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentView, name);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentView, words);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentView, remark);
  gtk_widget_class_bind_template_child (widget_class, AtlasDocumentView, attach_button);
  gtk_widget_class_install_action (widget_class, "document.attach", NULL, attach_cb);
  gtk_widget_class_install_action (widget_class, "document.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "document.open", NULL, open_cb);
}

static void
atlas_document_view_init (AtlasDocumentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->settings = g_settings_new (ATLAS_APPLICATION_ID);
}

/**
 * atlas_document_view_new:
 *
 * Returns: (transfer floating): a view, hidden while it has no record with citations
 */
GtkWidget *
atlas_document_view_new (void)
{
  return g_object_new (ATLAS_TYPE_DOCUMENT_VIEW, NULL);
}

/**
 * atlas_document_view_set_record:
 * @self: a document view
 * @dataset: a dataset
 * @record: a record of @dataset
 *
 * Shows the paragraphs that @record cites, if the document is attached.
 */
void
atlas_document_view_set_record (AtlasDocumentView *self, AtlasDataset *dataset, AtlasRecord *record)
{
  g_return_if_fail (ATLAS_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (ATLAS_IS_RECORD (record));

  g_set_object (&self->dataset, dataset);
  g_set_object (&self->record, record);
  update (self);
}

/**
 * atlas_document_view_attach:
 * @self: a document view whose record cites a source
 * @file: the document
 *
 * Reads the document, stores its location, and shows it. A file that is not on this computer or is
 * not the source is not attached, and the view shows the reason.
 */
void
atlas_document_view_attach (AtlasDocumentView *self, GFile *file)
{
  g_return_if_fail (ATLAS_IS_DOCUMENT_VIEW (self));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (get_source (self) != NULL);

  if (!g_file_is_native (file))
    {
      set_text (self->remark, _("Only a file on this computer can be attached."));
      return;
    }
  cancel_reading (self);
  self->attaching = g_object_ref (file);
  self->cancellable = g_cancellable_new ();
  atlas_source_text_read_async (file, self->cancellable, read_cb, g_object_ref (self));
}
