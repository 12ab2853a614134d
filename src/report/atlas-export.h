/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-summary.h"

G_BEGIN_DECLS

/**
 * AtlasExportOptions:
 * @summary: language, paper, layout, parts and kind of the pages; the language is that of names in
 *   tables and maps too
 * @page: which page an SVG or PNG shows, from 1; 0 for the map alone
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
  guint               page;
  double              dots_per_inch;
  AtlasProgressFunc   progress;
  gpointer            progress_data;
} AtlasExportOptions;

gboolean atlas_export_file (AtlasDataset             *dataset,
                            AtlasScope               *scope,
                            AtlasFilter              *filter,
                            const AtlasExportOptions *options,
                            const char               *path,
                            GCancellable             *cancellable,
                            GError                  **error);

G_END_DECLS
