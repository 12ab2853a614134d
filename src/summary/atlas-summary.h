/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-base-map.h"
#include "atlas-filter.h"
#include "atlas-scope.h"
#include "atlas-summary-parts.h"
#include "atlas-tour.h"
#include "atlas-typesetter.h"

G_BEGIN_DECLS

/**
 * AtlasSummaryKind:
 * @ATLAS_SUMMARY_KIND_SCOPE: a complete chapter about one scope
 * @ATLAS_SUMMARY_KIND_CITIES: one page for each city and prefecture of the province
 * @ATLAS_SUMMARY_KIND_PAIRS: one page for each pair of linked cities
 * @ATLAS_SUMMARY_KIND_TOUR: one page for each view of a tour
 */
typedef enum
{
  ATLAS_SUMMARY_KIND_SCOPE,
  ATLAS_SUMMARY_KIND_CITIES,
  ATLAS_SUMMARY_KIND_PAIRS,
  ATLAS_SUMMARY_KIND_TOUR,
} AtlasSummaryKind;

#define ATLAS_N_SUMMARY_KINDS (ATLAS_SUMMARY_KIND_TOUR + 1)

/**
 * AtlasSummaryOptions:
 * @page: the page setup
 * @parts: the parts to include
 * @kind: the kind of summary
 * @tour: (unowned): for %ATLAS_SUMMARY_KIND_TOUR: a tour with at least one view
 * @by_stage: whether the table of projects is grouped by stage instead of by kind
 */
typedef struct
{
  AtlasPageSetup page;
  AtlasSummaryParts parts;
  AtlasSummaryKind kind;
  AtlasTour *tour;
  gboolean by_stage;
} AtlasSummaryOptions;

/**
 * AtlasProgressFunc:
 * @fraction: the completed fraction, 0…1
 * @data: data of the caller
 *
 * Receives the progress of an operation; called in the thread that runs it.
 */
typedef void (*AtlasProgressFunc) (double fraction, gpointer data);

gboolean atlas_summary_kind_from_name (const char *name, AtlasSummaryKind *kind);

#define ATLAS_TYPE_SUMMARY (atlas_summary_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSummary, atlas_summary, ATLAS, SUMMARY, GObject)

AtlasSummary *atlas_summary_new (AtlasScope *scope,
                                 AtlasFilter *filter,
                                 AtlasBaseMap *base_map,
                                 const AtlasSummaryOptions *options,
                                 GCancellable *cancellable,
                                 AtlasProgressFunc progress,
                                 gpointer progress_data,
                                 GError **error);
guint atlas_summary_get_n_pages (AtlasSummary *self);
const AtlasPageMetrics *atlas_summary_get_metrics (AtlasSummary *self);
const char *atlas_summary_get_title (AtlasSummary *self);
const char *atlas_summary_get_author (AtlasSummary *self);
const char *atlas_summary_get_origin (AtlasSummary *self);
GDateTime *atlas_summary_get_print_date (AtlasSummary *self);
AtlasLanguage atlas_summary_get_language (AtlasSummary *self);
const AtlasPageSetup *atlas_summary_get_page_setup (AtlasSummary *self);
AtlasScope *atlas_summary_get_scope (AtlasSummary *self);
GPtrArray *atlas_summary_get_blocks (AtlasSummary *self);
guint atlas_summary_get_n_sections (AtlasSummary *self);
const char *
atlas_summary_get_section (AtlasSummary *self, guint index, const char **anchor, guint *page);

G_END_DECLS
