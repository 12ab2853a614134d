/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-filter.h"
#include "atlas-place.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SEARCH (atlas_search_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSearch, atlas_search, ATLAS, SEARCH, GObject)

AtlasSearch *atlas_search_new (AtlasDataset *dataset);
GPtrArray *atlas_search_find (AtlasSearch *self, const char *query, AtlasFilter *filter, guint max);
gboolean atlas_search_find_pair (AtlasSearch *self,
                                 const char *query,
                                 AtlasPlace **place,
                                 AtlasPlace **other);
AtlasIndustry *atlas_search_find_family (AtlasSearch *self, const char *query);

G_END_DECLS
