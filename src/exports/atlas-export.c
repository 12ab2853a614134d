/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "atlas-csv-writer.h"
#include "atlas-docx-writer.h"
#include "atlas-film-writer.h"
#include "atlas-fonts.h"
#include "atlas-geojson-writer.h"
#include "atlas-html-writer.h"
#include "atlas-image-writer.h"
#include "atlas-output.h"
#include "atlas-pdf-writer.h"
#include "atlas-xlsx-writer.h"

/*
 * Exports a scope to a file in any supported format. The content is complete before the file is
 * replaced, so a partial file never exists. Of a numbered series, the files that are written before
 * a failure stay.
 */

typedef struct
{
  AtlasFacts facts;
  const AtlasExportOptions *options;
  GCancellable *cancellable;
} Export;

typedef GBytes *(*WriteFunc) (const Export *self, GError **error);

static AtlasSummary *
make_summary (const Export *self, GError **error)
{
  const AtlasExportOptions *options = self->options;

  return atlas_summary_new (self->facts.scope, self->facts.filter, atlas_base_map_get_default (),
                            &options->summary, self->cancellable, options->progress,
                            options->progress_data, error);
}

static GBytes *
write_pdf (const Export *self, GError **error)
{
  g_autoptr (AtlasSummary) summary = make_summary (self, error);

  if (summary == NULL)
    return NULL;
  return atlas_pdf_writer_write (summary, self->cancellable, self->options->progress,
                                 self->options->progress_data, error);
}

static double
get_dots_per_inch (const AtlasExportOptions *options)
{
  return options->dots_per_inch > 0 ? options->dots_per_inch : ATLAS_EXPORT_DOTS_PER_INCH;
}

static GBytes *
write_image (const Export *self, AtlasImageFormat format, GError **error)
{
  const AtlasExportOptions *options = self->options;
  const double dots_per_inch = get_dots_per_inch (options);
  g_autoptr (AtlasSummary) summary = NULL;

  if (options->page == 0)
    return atlas_image_writer_write_map (self->facts.scope, self->facts.filter,
                                         atlas_base_map_get_default (), &options->summary.page,
                                         format, dots_per_inch, error);
  summary = make_summary (self, error);
  if (summary == NULL)
    return NULL;
  if (options->page > atlas_summary_get_n_pages (summary))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("There is no page %u: the summary has %u."), options->page,
                     atlas_summary_get_n_pages (summary));
      return NULL;
    }
  return atlas_image_writer_write_page (summary, options->page - 1, format, dots_per_inch, error);
}

static AtlasImageFormat
get_svg_format (const AtlasExportOptions *options)
{
  return options->has_outlines ? ATLAS_IMAGE_FORMAT_SVG_OUTLINES : ATLAS_IMAGE_FORMAT_SVG;
}

static GBytes *
write_svg (const Export *self, GError **error)
{
  return write_image (self, get_svg_format (self->options), error);
}

static GBytes *
write_png (const Export *self, GError **error)
{
  return write_image (self, ATLAS_IMAGE_FORMAT_PNG, error);
}

static GBytes *
write_html (const Export *self, GError **error)
{
  const AtlasExportOptions *options = self->options;

  return atlas_html_writer_write (self->facts.scope, self->facts.filter,
                                  atlas_base_map_get_default (), &options->summary,
                                  self->cancellable, options->progress, options->progress_data,
                                  error);
}

/* Programs for documents make a table of contents of the headings, and notes are footnotes there.
 * They also break the pages, so that a brief of one page is not possible: write all in its place.
 */
static GBytes *
write_docx (const Export *self, GError **error)
{
  const AtlasSummaryParts parts = self->options->summary.parts;
  AtlasExportOptions options = *self->options;
  Export document = *self;
  g_autoptr (AtlasSummary) summary = NULL;

  options.summary.parts =
    (AtlasSummaryParts) (parts & ~(ATLAS_SUMMARY_PART_CONTENTS | ATLAS_SUMMARY_PART_NOTES));
  if (options.summary.page.layout == ATLAS_PAGE_LAYOUT_BRIEF)
    options.summary.page.layout = ATLAS_PAGE_LAYOUT_COMPACT;
  document.options = &options;
  summary = make_summary (&document, error);
  if (summary == NULL)
    return NULL;
  return atlas_docx_writer_write (summary, (parts & ATLAS_SUMMARY_PART_NOTES) != 0, error);
}

static GBytes *
write_csv (const Export *self, GError **error)
{
  return atlas_csv_writer_write (&self->facts);
}

static GBytes *
write_geojson (const Export *self, GError **error)
{
  return atlas_geojson_writer_write (&self->facts);
}

static GBytes *
write_xlsx (const Export *self, GError **error)
{
  return atlas_xlsx_writer_write (&self->facts, &self->options->summary.page, error);
}

static AtlasYears *
make_years (const Export *self)
{
  const AtlasExportOptions *options = self->options;

  return atlas_years_new (
    &self->facts, atlas_base_map_get_default (),
    options->frame_width > 0 ? options->frame_width : ATLAS_EXPORT_FRAME_WIDTH,
    options->frame_height > 0 ? options->frame_height : ATLAS_EXPORT_FRAME_HEIGHT);
}

static GBytes *
write_film (const Export *self, AtlasFilmFormat format, GError **error)
{
  const AtlasExportOptions *options = self->options;
  g_autoptr (AtlasYears) years = make_years (self);

  return atlas_film_writer_write (
    years, format, options->frames_per_second > 0 ? options->frames_per_second : ATLAS_EXPORT_SPEED,
    self->cancellable, options->progress, options->progress_data, error);
}

static GBytes *
write_gif (const Export *self, GError **error)
{
  return write_film (self, ATLAS_FILM_FORMAT_GIF, error);
}

static GBytes *
write_webm (const Export *self, GError **error)
{
  return write_film (self, ATLAS_FILM_FORMAT_WEBM, error);
}

static const struct
{
  const char *extension;
  WriteFunc write;
} formats[] = {
  [ATLAS_EXPORT_FORMAT_PDF] = { ".pdf", write_pdf },
  [ATLAS_EXPORT_FORMAT_SVG] = { ".svg", write_svg },
  [ATLAS_EXPORT_FORMAT_PNG] = { ".png", write_png },
  [ATLAS_EXPORT_FORMAT_DOCX] = { ".docx", write_docx },
  [ATLAS_EXPORT_FORMAT_HTML] = { ".html", write_html },
  [ATLAS_EXPORT_FORMAT_CSV] = { ".csv", write_csv },
  [ATLAS_EXPORT_FORMAT_GEOJSON] = { ".geojson", write_geojson },
  [ATLAS_EXPORT_FORMAT_XLSX] = { ".xlsx", write_xlsx },
  [ATLAS_EXPORT_FORMAT_GIF] = { ".gif", write_gif },
  [ATLAS_EXPORT_FORMAT_WEBM] = { ".webm", write_webm },
};

/**
 * atlas_export_format_from_path:
 * @path: the name of a file
 *
 * Returns: the format of its extension, or %ATLAS_EXPORT_FORMAT_FROM_NAME if it has no known
 *   extension
 */
AtlasExportFormat
atlas_export_format_from_path (const char *path)
{
  const gsize length = strlen (path);

  for (guint i = ATLAS_EXPORT_FORMAT_PDF; i < G_N_ELEMENTS (formats); i++)
    {
      const gsize extension_length = strlen (formats[i].extension);

      if (length > extension_length &&
          g_ascii_strcasecmp (path + length - extension_length, formats[i].extension) == 0)
        return (AtlasExportFormat) i;
    }
  return ATLAS_EXPORT_FORMAT_FROM_NAME;
}

/**
 * atlas_export_format_from_name:
 * @name: a name, such as "pdf"
 * @format: (out): return location for the format
 *
 * Returns: whether @name is the name of a format; if not, @format does not change
 */
gboolean
atlas_export_format_from_name (const char *name, AtlasExportFormat *format)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (guint i = ATLAS_EXPORT_FORMAT_PDF; i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (name, formats[i].extension + 1) == 0)
      {
        *format = (AtlasExportFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * atlas_export_format_get_extension:
 * @format: a format
 *
 * Returns: its file name extension, such as ".pdf"
 */
const char *
atlas_export_format_get_extension (AtlasExportFormat format)
{
  g_return_val_if_fail (format > ATLAS_EXPORT_FORMAT_FROM_NAME, NULL);
  g_return_val_if_fail (format < G_N_ELEMENTS (formats), NULL);

  return formats[format].extension;
}

static AtlasExportFormat
get_format (const AtlasExportOptions *options, const char *path)
{
  if (options->format != ATLAS_EXPORT_FORMAT_FROM_NAME)
    return options->format;
  /* Standard output has no extension, so the default is PDF. */
  return strcmp (path, "-") == 0 ? ATLAS_EXPORT_FORMAT_PDF : atlas_export_format_from_path (path);
}

static char *
list_extensions (void)
{
  GString *extensions = g_string_new (NULL);

  for (guint i = ATLAS_EXPORT_FORMAT_PDF; i < G_N_ELEMENTS (formats); i++)
    g_string_append_printf (extensions, "%s%s", i > ATLAS_EXPORT_FORMAT_PDF ? ", " : "",
                            formats[i].extension);
  return g_string_free (extensions, FALSE);
}

/* Turns "siping.png" into "siping-03.png", with as many digits as the last page number has. */
static char *
number_path (const char *path, guint page, guint n_pages)
{
  const char *dot = strrchr (path, '.');
  const char *slash = strrchr (path, '/');
  const int stem = dot != NULL && dot > slash ? (int) (dot - path) : (int) strlen (path);
  const int n_digits = g_snprintf (NULL, 0, "%u", n_pages);

  return g_strdup_printf ("%.*s-%0*u%s", stem, path, n_digits, page + 1, path + stem);
}

static gboolean
export_every_page (const Export *self, const char *path, WriteFunc write, GError **error)
{
  const AtlasImageFormat format =
    write == write_svg ? get_svg_format (self->options) : ATLAS_IMAGE_FORMAT_PNG;
  g_autoptr (AtlasSummary) summary = make_summary (self, error);
  const guint n_pages = summary != NULL ? atlas_summary_get_n_pages (summary) : 0;

  for (guint page = 0; page < n_pages; page++)
    {
      g_autofree char *numbered = number_path (path, page, n_pages);
      g_autoptr (GBytes) bytes = atlas_image_writer_write_page (
        summary, page, format, get_dots_per_inch (self->options), error);

      if (bytes == NULL || !atlas_output_write (numbered, bytes, self->cancellable, error))
        return FALSE;
      if (self->options->progress != NULL)
        self->options->progress ((page + 1.0) / n_pages, self->options->progress_data);
    }
  return summary != NULL;
}

/* Writes a numbered picture for each month. */
static gboolean
export_years (const Export *self, const char *path, GError **error)
{
  g_autoptr (AtlasYears) years = make_years (self);
  const guint n_frames = atlas_years_get_length (years);

  for (guint i = 0; i < n_frames; i++)
    {
      g_autofree char *numbered = number_path (path, i, n_frames);
      g_autoptr (GBytes) bytes = NULL;

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      bytes = atlas_years_write_frame (years, i, error);
      if (bytes == NULL || !atlas_output_write (numbered, bytes, self->cancellable, error))
        return FALSE;
      if (self->options->progress != NULL)
        self->options->progress ((i + 1.0) / n_frames, self->options->progress_data);
    }
  return TRUE;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

/**
 * atlas_export_file:
 * @dataset: a complete dataset
 * @scope: (nullable): a scope of it, or %NULL for the whole province
 * @filter: (nullable): the filter to apply
 * @options: the options
 * @path: a file in the encoding of file names, or "-" for standard output; its extension selects
 *   the format unless @options do, such as ".pdf"
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError of %G_IO_ERROR with a message of one sentence
 *
 * Writes a scope to a file. An existing file is replaced only after the new one is complete; it
 * stays if that fails. Any thread may call this function, as long as dataset and filter do not
 * change meanwhile.
 *
 * Returns: whether the file was written
 */
gboolean
atlas_export_file (AtlasDataset *dataset,
                   AtlasScope *scope,
                   AtlasFilter *filter,
                   const AtlasExportOptions *options,
                   const char *path,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (AtlasScope) province = NULL;
  g_autoptr (GBytes) bytes = NULL;
  AtlasExportFormat format;
  Export self = { .options = options, .cancellable = cancellable };

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  format = get_format (options, path);
  if (format == ATLAS_EXPORT_FORMAT_FROM_NAME)
    {
      g_autofree char *name = g_filename_display_name (path);
      g_autofree char *extensions = list_extensions ();

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“%s” ends in none of these: %s."), name, extensions);
      return FALSE;
    }
  if (options->page > 0 && format != ATLAS_EXPORT_FORMAT_SVG && format != ATLAS_EXPORT_FORMAT_PNG)
    return refuse (error, _("Only SVG and PNG show single pages."));
  if (options->plays_years && format < ATLAS_EXPORT_FORMAT_GIF && format != ATLAS_EXPORT_FORMAT_PNG)
    return refuse (error, _("Only PNG, GIF and WebM show the years."));
  if ((format <= ATLAS_EXPORT_FORMAT_HTML || format >= ATLAS_EXPORT_FORMAT_GIF) &&
      !atlas_fonts_are_there ())
    return refuse (error, _("No font is installed, so that no text can be drawn."));
  province = scope == NULL ? atlas_scope_new (dataset, NULL) : NULL;
  self.facts = (AtlasFacts) { scope != NULL ? scope : province, filter,
                              options->summary.page.language, ATLAS_SHOWN_PART_ALL };
  if (options->plays_years && format == ATLAS_EXPORT_FORMAT_PNG)
    return strcmp (path, "-") == 0
      ? refuse (error, _("The standard output takes one picture and not all of them."))
                : export_years (&self, path, error);
  if (options->page == ATLAS_EXPORT_EVERY_PAGE)
    return strcmp (path, "-") == 0
      ? refuse (error, _("The standard output takes one page and not all of them."))
                : export_every_page (&self, path, formats[format].write, error);
  bytes = formats[format].write (&self, error);
  return bytes != NULL && atlas_output_write (path, bytes, cancellable, error);
}
