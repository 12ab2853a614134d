/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"
#include "atlas-link.h"
#include "atlas-plan.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

char       *atlas_words_join_names     (GPtrArray   *records);
char       *atlas_words_for_menu       (AtlasRecord *record);
char       *atlas_words_join_facts     (const char  *first,
                                        ...) G_GNUC_NULL_TERMINATED;
const char *atlas_words_for_kind       (AtlasRecord *record);
const char *atlas_words_for_plan_status (AtlasPlan  *plan);
char       *atlas_words_for_date       (AtlasRecord *record);
char       *atlas_words_for_ends       (AtlasLink   *link,
                                        AtlasDataset*dataset);
char       *atlas_words_for_distance   (AtlasLink   *link,
                                        AtlasDataset*dataset);
char       *atlas_words_for_partners   (AtlasLink   *link,
                                        AtlasScope  *scope);
char       *atlas_words_for_place_of   (AtlasRecord *record,
                                        AtlasDataset*dataset);
char       *atlas_words_for_key_line   (AtlasScope  *scope,
                                        AtlasFilter *filter);
GPtrArray  *atlas_words_list_ancestors (AtlasScope  *scope);

G_END_DECLS
