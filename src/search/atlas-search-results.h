/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-panel.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SEARCH_RESULTS (atlas_search_results_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSearchResults, atlas_search_results, ATLAS, SEARCH_RESULTS, AtlasPanel)

AtlasSearchResults *atlas_search_results_new (AtlasNavigation *navigation);
void atlas_search_results_prepare (AtlasSearchResults *self);
const char *atlas_search_results_get_text (AtlasSearchResults *self);
void atlas_search_results_set_text (AtlasSearchResults *self, const char *text);

G_END_DECLS
