/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-exporter-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "atlas-progress-window.h"
#include "atlas-work.h"

/*
 * AtlasExporter: asks for a file name and exports the current scope to it in a thread.
 *
 * The last choice of the user decides the format: either the file name extension or the filter of
 * the dialog. #AtlasExporter::done reports the result once.
 */
struct _AtlasExporter
{
  GObject parent_instance;

  AtlasScope *scope;
  AtlasFilter *filter;
  AtlasExportOptions options;
  GtkFileChooserNative *chooser; /* while the dialog is open */
  GtkWindow *parent;             /* weak: the transient parent of the dialogs */
  AtlasProgressWindow *progress; /* weak: exists when writing takes long */
  GCancellable *cancellable;
  char *path;
  guint progress_source;
};

G_DEFINE_FINAL_TYPE (AtlasExporter, atlas_exporter, G_TYPE_OBJECT)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Do not show a progress window for short exports. */
#define PATIENCE_MS 400

#define PICTURES_CHOICE "pictures"
#define RESOLUTION_CHOICE "resolution"
#define SIZE_CHOICE "size"
#define SPEED_CHOICE "speed"

/* Linux limits file names to 255 bytes (NAME_MAX). A Chinese character has three bytes. */
#define MAX_NAME_BYTES (255 - strlen ("-1000.geojson"))

static const struct
{
  AtlasExportFormat format;
  const char *label;
} offers[] = {
  { ATLAS_EXPORT_FORMAT_PDF, N_ ("Pages (PDF)") },
  { ATLAS_EXPORT_FORMAT_DOCX, N_ ("Document (Word)") },
  { ATLAS_EXPORT_FORMAT_SVG, N_ ("Drawing (SVG)") },
  { ATLAS_EXPORT_FORMAT_PNG, N_ ("Picture (PNG)") },
  { ATLAS_EXPORT_FORMAT_HTML, N_ ("Web page in all languages (HTML)") },
  { ATLAS_EXPORT_FORMAT_CSV, N_ ("Table of all records (CSV)") },
  { ATLAS_EXPORT_FORMAT_XLSX, N_ ("Workbook of all records (Excel)") },
  { ATLAS_EXPORT_FORMAT_GEOJSON, N_ ("Places and links (GeoJSON)") },
  { ATLAS_EXPORT_FORMAT_WEBM, N_ ("Film of the years (WebM)") },
  { ATLAS_EXPORT_FORMAT_GIF, N_ ("Film of the years (GIF)") },
};

/* Shortens a UTF-8 string at a character boundary. */
static void
shorten (char *name, gsize n_bytes)
{
  if (strlen (name) > n_bytes)
    *g_utf8_find_prev_char (name, name + n_bytes + 1) = '\0';
}

/**
 * atlas_exporter_suggest_name:
 * @title: the title of a summary, in UTF-8
 *
 * Returns: (transfer full): a file name without extension that is valid on all file systems, short
 *   enough that a page number and the longest extension can follow
 */
char *
atlas_exporter_suggest_name (const char *title)
{
  char *name = g_strdelimit (g_strdup (title), "/\\:*?\"<>|\n", '_');

  /* A name with a leading dot would be hidden, and "." is the folder itself. */
  if (*name == '.')
    *name = '_';
  shorten (name, MAX_NAME_BYTES);
  return name;
}

/**
 * _atlas_exporter_choose_name:
 * @name: the file name in the dialog, typed or unchanged
 * @offered: the format that the dialog offered first
 * @chosen: the format that is selected in it now
 *
 * When the user has selected another format than @offered, it decides; otherwise a typed extension
 * that is known decides. Without a known extension, that of @chosen is appended.
 *
 * Returns: (transfer full): the name with the extension of its format
 */
char *
_atlas_exporter_choose_name (const char *name, AtlasExportFormat offered, AtlasExportFormat chosen)
{
  const AtlasExportFormat typed = atlas_export_format_from_path (name);
  g_autofree char *stem = NULL;

  if (typed == ATLAS_EXPORT_FORMAT_FROM_NAME)
    return g_strconcat (name, atlas_export_format_get_extension (chosen), NULL);
  if (typed == chosen || chosen == offered)
    return g_strdup (name);
  stem = g_strndup (name, strlen (name) - strlen (atlas_export_format_get_extension (typed)));
  return g_strconcat (stem, atlas_export_format_get_extension (chosen), NULL);
}

/* Writing ------------------------------------------------------------------------------------- */

static void
finish (AtlasExporter *self, const char *message, gboolean exported)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (self->progress != NULL)
    gtk_window_destroy (GTK_WINDOW (self->progress));
  g_signal_emit (self, signals[DONE], 0, message, exported);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (AtlasExporter) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *message = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->options.plays_years)
        /* Translators: the name of a file that was chosen; those of months are numbered. */
        message = g_strdup_printf (_("“%s” is written, a numbered file for each month"), name);
      else
        message = self->options.page == ATLAS_EXPORT_EVERY_PAGE
          /* Translators: the name of a file that was chosen; those of pages are numbered. */
          ? g_strdup_printf (_("“%s” is written, a numbered file for each page"), name)
          /* Translators: the name of a file. */
          : g_strdup_printf (_("“%s” is written"), name);
      finish (self, message, TRUE);
    }
  else
    finish (self, g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? NULL : error->message,
            FALSE);
}

static void
write_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  AtlasExporter *self = data;
  g_autoptr (GError) error = NULL;

  if (atlas_export_file (atlas_scope_get_dataset (self->scope), self->scope, self->filter,
                         &self->options, self->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  atlas_work_end ();
}

typedef struct
{
  AtlasExporter *exporter;
  double fraction;
} Progress;

static void
free_progress (gpointer data)
{
  Progress *progress = data;

  g_object_unref (progress->exporter);
  g_free (progress);
}

static gboolean
show_progress_cb (gpointer data)
{
  const Progress *progress = data;

  if (progress->exporter->progress != NULL)
    atlas_progress_window_set_fraction (progress->exporter->progress, progress->fraction);
  return G_SOURCE_REMOVE;
}

/* Runs in the thread that writes. */
static void
progress_cb (double fraction, gpointer data)
{
  Progress *progress = g_new (Progress, 1);

  *progress = (Progress) { g_object_ref (data), fraction };
  g_idle_add_full (G_PRIORITY_DEFAULT, show_progress_cb, progress, free_progress);
}

static gboolean
patience_cb (gpointer data)
{
  AtlasExporter *self = data;
  g_autofree char *name = g_filename_display_basename (self->path);

  self->progress_source = 0;
  g_set_weak_pointer (&self->progress,
                      atlas_progress_window_new (self->parent, name, self->cancellable));
  gtk_window_present (GTK_WINDOW (self->progress));
  return G_SOURCE_REMOVE;
}

/* Whether the format holds one map or one page instead of the whole summary. */
static gboolean
is_picture (const char *path)
{
  const AtlasExportFormat format = atlas_export_format_from_path (path);

  return format == ATLAS_EXPORT_FORMAT_SVG || format == ATLAS_EXPORT_FORMAT_PNG;
}

/**
 * _atlas_exporter_write:
 * @self: an exporter
 * @path: a file in the encoding of file names; its extension selects the format
 * @pictures: what SVG and PNG show; the years only PNG
 * @parent: (nullable): the transient parent of the progress window; %NULL for no progress window
 *
 * Writes the file in a thread.
 */
void
_atlas_exporter_write (AtlasExporter *self,
                       const char *path,
                       AtlasExporterPictures pictures,
                       GtkWindow *parent)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ATLAS_IS_EXPORTER (self));
  g_return_if_fail (self->path == NULL);

  self->path = g_strdup (path);
  g_set_weak_pointer (&self->parent, parent);
  self->options.page =
    pictures == ATLAS_EXPORTER_PAGES && is_picture (path) ? ATLAS_EXPORT_EVERY_PAGE : 0;
  self->options.plays_years = pictures == ATLAS_EXPORTER_YEARS &&
                              atlas_export_format_from_path (path) == ATLAS_EXPORT_FORMAT_PNG;
  self->options.progress = progress_cb;
  self->options.progress_data = self;
  if (parent != NULL)
    self->progress_source = g_timeout_add (PATIENCE_MS, patience_cb, self);
  task = g_task_new (NULL, self->cancellable, written_cb, g_object_ref (self));
  g_task_set_task_data (task, self, NULL);
  /* A cancel that comes after the file is in place is too late: report the file as written. */
  g_task_set_check_cancellable (task, FALSE);
  atlas_work_begin ();
  g_task_run_in_thread (task, write_in_thread);
}

/* Debian 12 has GTK 4.8; GtkFileDialog came with 4.10. So this uses the older class. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS

/* Asking where to ----------------------------------------------------------------------------- */

static AtlasExportFormat
get_chosen_format (AtlasExporter *self)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (self->chooser));

  for (gsize i = 0; filter != NULL && i < G_N_ELEMENTS (offers); i++)
    if (g_strcmp0 (gtk_file_filter_get_name (filter), _(offers[i].label)) == 0)
      return offers[i].format;
  return offers[0].format;
}

/* Gives the name in the dialog the extension of the selected format, so that the dialog asks before
 * it replaces that file. A portal does not report the change of the filter; then the extension is
 * corrected afterwards. */
static void
filter_changed_cb (AtlasExporter *self)
{
  g_autofree char *name = gtk_file_chooser_get_current_name (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *mended = NULL;

  if (name == NULL || *name == '\0')
    return;
  mended =
    _atlas_exporter_choose_name (name, ATLAS_EXPORT_FORMAT_FROM_NAME, get_chosen_format (self));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), mended);
}

/* The path that the user chose. NULL when it is not a local file, or when the corrected name would
 * replace an existing file. */
static char *
dup_path (AtlasExporter *self, char **message)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *mended = NULL;
  g_autofree char *name = NULL;

  if (path == NULL)
    {
      *message = g_strdup (_("Files can be written on this computer only."));
      return NULL;
    }
  mended = _atlas_exporter_choose_name (path, offers[0].format, get_chosen_format (self));
  if (g_str_equal (path, mended) || !g_file_test (mended, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&mended);
  /* The dialog asked about replacing a file of another name. */
  name = g_filename_display_basename (mended);
  *message = g_strdup_printf (_("“%s” is there already, and nothing was written."), name);
  return NULL;
}

/* Returns "" if the dialog does not know the choice, as that of a portal. */
static const char *
get_choice (AtlasExporter *self, const char *choice)
{
  const char *value = gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (self->chooser), choice);

  return value != NULL ? value : "";
}

static AtlasExporterPictures
get_pictures (AtlasExporter *self)
{
  const char *pictures = get_choice (self, PICTURES_CHOICE);

  if (g_str_equal (pictures, "years"))
    return ATLAS_EXPORTER_YEARS;
  return g_str_equal (pictures, "pages") ? ATLAS_EXPORTER_PAGES : ATLAS_EXPORTER_MAP;
}

static void
read_choices (AtlasExporter *self)
{
  char *height;

  self->options.dots_per_inch = g_ascii_strtod (get_choice (self, RESOLUTION_CHOICE), NULL);
  self->options.frame_width =
    (guint) g_ascii_strtoull (get_choice (self, SIZE_CHOICE), &height, 10);
  self->options.frame_height = *height == 'x' ? (guint) g_ascii_strtoull (height + 1, NULL, 10) : 0;
  self->options.frames_per_second =
    (guint) g_ascii_strtoull (get_choice (self, SPEED_CHOICE), NULL, 10);
}

static void
chooser_response_cb (AtlasExporter *self, int response)
{
  g_autofree char *message = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    path = dup_path (self, &message);
  if (path != NULL)
    {
      read_choices (self);
      _atlas_exporter_write (self, path, get_pictures (self), self->parent);
    }
  else
    finish (self, message, FALSE);
}

static void
add_filters (AtlasExporter *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_autofree char *pattern =
        g_strconcat ("*", atlas_export_format_get_extension (offers[i].format), NULL);

      gtk_file_filter_set_name (filter, _(offers[i].label));
      gtk_file_filter_add_pattern (filter, pattern);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
      if (i == 0)
        gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (self->chooser), filter);
    }
}

/* Adds a choice with the label @format for each value. The dialog of GTK 4.8 shows the first one
 * whatever is selected, so that is the usual one. */
static void
add_choice (AtlasExporter *self,
            const char *choice,
            const char *title,
            const char *format,
            const char **values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_autoptr (GString) label = g_string_new (format);

      g_string_replace (label, "%s", values[i], 1);
      g_strv_builder_add (builder, label->str);
    }
  labels = g_strv_builder_end (builder);
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (self->chooser), choice, title, values,
                               (const char **) labels);
  gtk_file_chooser_set_choice (GTK_FILE_CHOOSER (self->chooser), choice, values[0]);
}

/* Dots per inch: for a document, for printing, for a poster, for the screen. */
static void
add_choices (AtlasExporter *self)
{
  const char *resolutions[] = { G_STRINGIFY (ATLAS_EXPORT_DOTS_PER_INCH), "300", "600", "96",
                                NULL };
  const char *sizes[] = { "1280x720", "1920x1080", "3840x2160", "854x480", NULL };
  const char *speeds[] = { G_STRINGIFY (ATLAS_EXPORT_SPEED), "1", "2", "8", "12", NULL };

  /* Translators: %s is the number of dots per inch of a picture. */
  add_choice (self, RESOLUTION_CHOICE, _("Resolution of PNG"), _("%s dpi"), resolutions);
  /* Translators: %s is the size of a picture, such as 1280x720. */
  add_choice (self, SIZE_CHOICE, _("Size of the years"), _("%s pixels"), sizes);
  /* Translators: %s is how many months a film plays in a second. */
  add_choice (self, SPEED_CHOICE, _("Speed of films"), _("%s months a second"), speeds);
}

static void
start_among_documents (AtlasExporter *self)
{
  const char *path = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = path != NULL ? g_file_new_for_path (path) : NULL;

  if (folder != NULL && g_file_query_exists (folder, NULL))
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
}

/**
 * atlas_exporter_run:
 * @self: an exporter
 * @parent: the transient parent of the dialog
 *
 * Asks for a file and writes it.
 */
void
atlas_exporter_run (AtlasExporter *self, GtkWindow *parent)
{
  const char *values[] = { "map", "pages", "years", NULL };
  const char *labels[] = { _("The map"), _("Every page, a file for each"),
                                           _("The years (PNG), a file for each month"), NULL };
  g_autofree char *stem = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (ATLAS_IS_EXPORTER (self));
  g_return_if_fail (self->chooser == NULL);

  stem = atlas_exporter_suggest_name (atlas_scope_get_name (self->scope,
                                                            self->options.summary.page.language));
  name = g_strconcat (stem, atlas_export_format_get_extension (offers[0].format), NULL);
  g_set_weak_pointer (&self->parent, parent);
  self->chooser = gtk_file_chooser_native_new (_("Export"), parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                 _("_Export"), NULL);
  start_among_documents (self);
  add_filters (self);
  gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (self->chooser), PICTURES_CHOICE,
                               _("SVG and PNG show"), values, labels);
  gtk_file_chooser_set_choice (GTK_FILE_CHOOSER (self->chooser), PICTURES_CHOICE, "map");
  add_choices (self);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "notify::filter", G_CALLBACK (filter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}
G_GNUC_END_IGNORE_DEPRECATIONS

/* Object -------------------------------------------------------------------------------------- */

static void
atlas_exporter_finalize (GObject *object)
{
  AtlasExporter *self = ATLAS_EXPORTER (object);

  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_weak_pointer (&self->parent);
  g_clear_weak_pointer (&self->progress);
  g_clear_object (&self->chooser);
  g_clear_object (&self->scope);
  g_clear_object (&self->filter);
  g_clear_object (&self->options.summary.tour);
  g_clear_object (&self->cancellable);
  g_free (self->path);

  G_OBJECT_CLASS (atlas_exporter_parent_class)->finalize (object);
}

static void
atlas_exporter_class_init (AtlasExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_exporter_finalize;

  /**
   * AtlasExporter::done:
   * @self: an exporter
   * @message: (nullable): the result in one sentence; %NULL when the user cancelled
   * @exported: whether a file was written
   *
   * Emitted once when the export has ended.
   */
  signals[DONE] = g_signal_new ("done", ATLAS_TYPE_EXPORTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
atlas_exporter_init (AtlasExporter *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * atlas_exporter_new:
 * @scope: the scope to export
 * @filter: (nullable): the filter to apply; do not change it afterwards
 * @options: the page options
 *
 * Returns: (transfer full): an exporter for one file
 */
AtlasExporter *
atlas_exporter_new (AtlasScope *scope, AtlasFilter *filter, const AtlasSummaryOptions *options)
{
  AtlasExporter *self;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  self = g_object_new (ATLAS_TYPE_EXPORTER, NULL);
  self->scope = g_object_ref (scope);
  self->filter = filter != NULL ? g_object_ref (filter) : NULL;
  self->options.summary = *options;
  if (options->tour != NULL)
    g_object_ref (options->tour);
  return self;
}
