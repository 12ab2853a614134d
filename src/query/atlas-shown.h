/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

/**
 * AtlasShownPart:
 * @ATLAS_SHOWN_PART_ALL: all records that match the filter
 * @ATLAS_SHOWN_PART_KNOWN: records known to lie in the time of the filter
 * @ATLAS_SHOWN_PART_UNDATED: undated records, which may lie in that time or not
 *
 * The parts of the records that match a filter.
 */
typedef enum
{
  ATLAS_SHOWN_PART_ALL,
  ATLAS_SHOWN_PART_KNOWN,
  ATLAS_SHOWN_PART_UNDATED,
} AtlasShownPart;

gboolean atlas_shown_contains (AtlasScope *scope, AtlasFilter *filter, AtlasRecord *record);
gboolean atlas_shown_is_in_doubt (AtlasScope *scope, AtlasFilter *filter, AtlasRecord *record);
GPtrArray *atlas_shown_list (AtlasScope *scope,
                             AtlasFilter *filter,
                             AtlasShownPart part,
                             AtlasRecordKind kind);
GPtrArray *atlas_shown_list_links (AtlasScope *scope, AtlasFilter *filter, AtlasShownPart part);
GPtrArray *atlas_shown_list_carriers (AtlasScope *scope,
                                      AtlasFilter *filter,
                                      AtlasShownPart part,
                                      AtlasRecord *industry);
GPtrArray *
atlas_shown_list_industries (AtlasScope *scope, AtlasFilter *filter, AtlasShownPart part);

G_END_DECLS
