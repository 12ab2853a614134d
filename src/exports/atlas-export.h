/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-summary.h"

G_BEGIN_DECLS

/**
 * AtlasExportFormat:
 * @ATLAS_EXPORT_FORMAT_FROM_NAME: whatever the ending of the name of the file says
 * @ATLAS_EXPORT_FORMAT_PDF: pages
 * @ATLAS_EXPORT_FORMAT_SVG: a map or a page, as a drawing
 * @ATLAS_EXPORT_FORMAT_PNG: a map or a page, as a picture
 * @ATLAS_EXPORT_FORMAT_CSV: a table of records
 * @ATLAS_EXPORT_FORMAT_GEOJSON: places and links, after RFC 7946
 */
typedef enum
{
  ATLAS_EXPORT_FORMAT_FROM_NAME,
  ATLAS_EXPORT_FORMAT_PDF,
  ATLAS_EXPORT_FORMAT_SVG,
  ATLAS_EXPORT_FORMAT_PNG,
  ATLAS_EXPORT_FORMAT_CSV,
  ATLAS_EXPORT_FORMAT_GEOJSON,
} AtlasExportFormat;

/* Instead of the number of a page: each in a file of its own. */
#define ATLAS_EXPORT_EVERY_PAGE G_MAXUINT

/**
 * AtlasExportOptions:
 * @summary: language, paper, layout, parts and kind of the pages; the language is that of names in
 *   tables and maps too
 * @format: what kind of file; the standard output has no name, and is a PDF unless this says otherwise
 * @page: which page an SVG or PNG shows, from 1; 0 for the map alone, and %ATLAS_EXPORT_EVERY_PAGE for
 *   all pages in files whose names end in a number
 * @dots_per_inch: how fine a PNG is; 0 for 150
 * @progress: (nullable): hears how far it is; called in the thread that exports
 * @progress_data: data for @progress
 *
 * How to export. Of all zeros only @summary.parts is no good default: use
 * %ATLAS_SUMMARY_PARTS_ALL.
 */
typedef struct
{
  AtlasSummaryOptions summary;
  AtlasExportFormat   format;
  guint               page;
  double              dots_per_inch;
  AtlasProgressFunc   progress;
  gpointer            progress_data;
} AtlasExportOptions;

AtlasExportFormat  atlas_export_format_from_path     (const char        *path);
gboolean           atlas_export_format_from_name     (const char        *name,
                                                      AtlasExportFormat *format);
const char        *atlas_export_format_get_extension (AtlasExportFormat  format);

gboolean atlas_export_file (AtlasDataset             *dataset,
                            AtlasScope               *scope,
                            AtlasFilter              *filter,
                            const AtlasExportOptions *options,
                            const char               *path,
                            GCancellable             *cancellable,
                            GError                  **error);

G_END_DECLS
