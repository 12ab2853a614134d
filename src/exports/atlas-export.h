/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-summary.h"

G_BEGIN_DECLS

/**
 * AtlasExportFormat:
 * @ATLAS_EXPORT_FORMAT_FROM_NAME: the format of the file name extension
 * @ATLAS_EXPORT_FORMAT_PDF: pages
 * @ATLAS_EXPORT_FORMAT_SVG: a map or a page, as vector graphics
 * @ATLAS_EXPORT_FORMAT_PNG: a map or a page, as an image
 * @ATLAS_EXPORT_FORMAT_DOCX: pages that can be edited
 * @ATLAS_EXPORT_FORMAT_HTML: a web page in all languages, complete in itself
 * @ATLAS_EXPORT_FORMAT_CSV: a table of records
 * @ATLAS_EXPORT_FORMAT_GEOJSON: places and links, according to RFC 7946
 * @ATLAS_EXPORT_FORMAT_XLSX: a workbook with a sheet for each kind of record
 * @ATLAS_EXPORT_FORMAT_GIF: the years as an animated picture
 * @ATLAS_EXPORT_FORMAT_WEBM: the years as a video
 */
typedef enum
{
  ATLAS_EXPORT_FORMAT_FROM_NAME,
  ATLAS_EXPORT_FORMAT_PDF,
  ATLAS_EXPORT_FORMAT_SVG,
  ATLAS_EXPORT_FORMAT_PNG,
  ATLAS_EXPORT_FORMAT_DOCX,
  ATLAS_EXPORT_FORMAT_HTML,
  ATLAS_EXPORT_FORMAT_CSV,
  ATLAS_EXPORT_FORMAT_GEOJSON,
  ATLAS_EXPORT_FORMAT_XLSX,
  ATLAS_EXPORT_FORMAT_GIF,
  ATLAS_EXPORT_FORMAT_WEBM,
} AtlasExportFormat;

/* The resolution of a PNG unless another is chosen, and the range of choice: pictures below it are
 * illegible, and those above need gigabytes. */
#define ATLAS_EXPORT_DOTS_PER_INCH 150
#define ATLAS_EXPORT_MIN_DOTS_PER_INCH 96
#define ATLAS_EXPORT_MAX_DOTS_PER_INCH 600

/* The size of the pictures of the years unless another is chosen, and the range of choice: smaller
 * ones are illegible. A video needs even numbers. */
#define ATLAS_EXPORT_FRAME_WIDTH 1280
#define ATLAS_EXPORT_FRAME_HEIGHT 720
#define ATLAS_EXPORT_MIN_FRAME_SIZE 240
#define ATLAS_EXPORT_MAX_FRAME_SIZE 7680

/* The months that a film plays in a second unless another number is chosen, and the most. */
#define ATLAS_EXPORT_SPEED 4
#define ATLAS_EXPORT_MAX_SPEED 30

/* Instead of a page number: write each page to its own file. */
#define ATLAS_EXPORT_EVERY_PAGE G_MAXUINT

/**
 * AtlasExportOptions:
 * @summary: language, paper, layout, parts and kind of the pages; the language also applies to
 *   names in tables and maps
 * @format: the file format; for standard output the default is PDF
 * @page: the page of an SVG or PNG, from 1; 0 for only the map; %ATLAS_EXPORT_EVERY_PAGE for all
 *   pages in numbered files
 * @dots_per_inch: the resolution of a PNG; 0 for %ATLAS_EXPORT_DOTS_PER_INCH
 * @has_outlines: whether an SVG has letters as outlines instead of text
 * @plays_years: whether to write a numbered PNG for each month of the years; GIF and WebM do so in
 *   any case
 * @frame_width: the width of such a picture, in pixels; 0 for %ATLAS_EXPORT_FRAME_WIDTH
 * @frame_height: its height; 0 for %ATLAS_EXPORT_FRAME_HEIGHT
 * @frames_per_second: how many months a film plays in a second; 0 for %ATLAS_EXPORT_SPEED
 * @progress: (nullable): a progress callback, called in the thread that exports
 * @progress_data: data for @progress
 *
 * Options of an export. All zeros are valid defaults except for @summary.parts: use
 * %ATLAS_SUMMARY_PARTS_ALL.
 */
typedef struct
{
  AtlasSummaryOptions summary;
  AtlasExportFormat format;
  guint page;
  double dots_per_inch;
  gboolean has_outlines;
  AtlasProgressFunc progress;
  gpointer progress_data;
  gboolean plays_years;
  guint frame_width;
  guint frame_height;
  guint frames_per_second;
} AtlasExportOptions;

AtlasExportFormat atlas_export_format_from_path (const char *path);
gboolean atlas_export_format_from_name (const char *name, AtlasExportFormat *format);
const char *atlas_export_format_get_extension (AtlasExportFormat format);

gboolean atlas_export_file (AtlasDataset *dataset,
                            AtlasScope *scope,
                            AtlasFilter *filter,
                            const AtlasExportOptions *options,
                            const char *path,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS
