/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "atlas-csv-writer.h"
#include "atlas-geojson-writer.h"
#include "atlas-image-writer.h"
#include "atlas-output.h"
#include "atlas-pdf-writer.h"

/*
 * A scope as a file of any of the formats that the atlas writes. The whole of it is made first and
 * then put in its place, so that nobody ever finds half a file.
 */

#define DEFAULT_DOTS_PER_INCH 150.0

/* Beyond this a PNG is no picture any more but a memory that runs out. */
#define MAX_DOTS_PER_INCH 1200.0

typedef struct
{
  AtlasFacts                facts;
  const AtlasExportOptions *options;
  GCancellable             *cancellable;
} Export;

typedef GBytes *(*WriteFunc) (const Export  *self,
                              GError       **error);

static AtlasSummary *
make_summary (const Export  *self,
              GError       **error)
{
  const AtlasExportOptions *options = self->options;

  return atlas_summary_new (self->facts.scope, self->facts.filter, atlas_base_map_get_default (),
                            &options->summary, self->cancellable, options->progress,
                            options->progress_data, error);
}

static GBytes *
write_pdf (const Export  *self,
           GError       **error)
{
  g_autoptr (AtlasSummary) summary = make_summary (self, error);

  if (summary == NULL)
    return NULL;
  return atlas_pdf_writer_write (summary, self->cancellable, self->options->progress,
                                 self->options->progress_data, error);
}

static GBytes *
write_image (const Export      *self,
             AtlasImageFormat   format,
             GError           **error)
{
  const AtlasExportOptions *options = self->options;
  const double dots_per_inch =
    options->dots_per_inch > 0 ? MIN (options->dots_per_inch, MAX_DOTS_PER_INCH)
                               : DEFAULT_DOTS_PER_INCH;
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

static GBytes *
write_svg (const Export  *self,
           GError       **error)
{
  return write_image (self, ATLAS_IMAGE_FORMAT_SVG, error);
}

static GBytes *
write_png (const Export  *self,
           GError       **error)
{
  return write_image (self, ATLAS_IMAGE_FORMAT_PNG, error);
}

static GBytes *
write_csv (const Export  *self,
           GError       **error)
{
  return atlas_csv_writer_write (&self->facts);
}

static GBytes *
write_geojson (const Export  *self,
               GError       **error)
{
  return atlas_geojson_writer_write (&self->facts);
}

static const struct
{
  const char *extension;
  WriteFunc   write;
} formats[] = {
  { ".pdf", write_pdf }, { ".svg", write_svg },         { ".png", write_png },
  { ".csv", write_csv }, { ".geojson", write_geojson },
};

static WriteFunc
find_format (const char *path)
{
  const gsize length = strlen (path);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const gsize extension_length = strlen (formats[i].extension);

      if (length > extension_length &&
          g_ascii_strcasecmp (path + length - extension_length, formats[i].extension) == 0)
        return formats[i].write;
    }
  /* The standard output has no name to choose by. */
  return strcmp (path, "-") == 0 ? write_pdf : NULL;
}

/**
 * atlas_export_file:
 * @dataset: a complete dataset
 * @scope: (nullable): a scope of it, or NULL for the whole province
 * @filter: (nullable): what of it is shown
 * @options: how to export
 * @path: a file in the encoding of file names, or "-" for a PDF on the standard output; its
 *   extension chooses the format: .pdf, .svg, .png, .csv or .geojson
 * @cancellable: (nullable): what stops it
 * @error: return location for a #GError of %G_IO_ERROR with one sentence
 *
 * Writes a scope to a file. One that is there already stays as it is until the new one is complete,
 * and for ever when that fails. May be called in any thread, as long as dataset and filter do not
 * change meanwhile.
 *
 * Returns: whether the file was written
 */
gboolean
atlas_export_file (AtlasDataset              *dataset,
                   AtlasScope                *scope,
                   AtlasFilter               *filter,
                   const AtlasExportOptions  *options,
                   const char                *path,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  g_autoptr (AtlasScope) province = NULL;
  g_autoptr (GBytes) bytes = NULL;
  WriteFunc write;
  Export self = { .options = options, .cancellable = cancellable };

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  write = find_format (path);
  if (write == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("“%s” ends in none of .pdf, .svg, .png, .csv and .geojson."), path);
      return FALSE;
    }
  province = scope == NULL ? atlas_scope_new (dataset, NULL) : NULL;
  self.facts = (AtlasFacts) { scope != NULL ? scope : province, filter,
                              options->summary.page.language };
  bytes = write (&self, error);
  return bytes != NULL && atlas_output_write (path, bytes, cancellable, error);
}
