/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-facet.h"
#include "atlas-industry.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FILTER (atlas_filter_get_type ())

G_DECLARE_FINAL_TYPE (AtlasFilter, atlas_filter, ATLAS, FILTER, GObject)

AtlasFilter *atlas_filter_new (void);
AtlasFilter *atlas_filter_copy (AtlasFilter *self);
void atlas_filter_restore (AtlasFilter *self, AtlasFilter *state);
gboolean atlas_filter_get_shows (AtlasFilter *self, AtlasFacet facet, guint value);
void atlas_filter_set_shows (AtlasFilter *self, AtlasFacet facet, guint value, gboolean shows);
void atlas_filter_show_only (AtlasFilter *self, AtlasFacet facet, guint value);
void atlas_filter_show_all (AtlasFilter *self, AtlasFacet facet);
const AtlasDate *atlas_filter_get_until (AtlasFilter *self);
const AtlasDate *atlas_filter_get_from (AtlasFilter *self);
void atlas_filter_set_time (AtlasFilter *self, const AtlasDate *from, const AtlasDate *until);
gboolean atlas_filter_has_time (AtlasFilter *self);
gboolean atlas_filter_includes (AtlasFilter *self, const AtlasDate *date);
gboolean atlas_filter_is_narrow (AtlasFilter *self, AtlasFacet facet);
gboolean atlas_filter_is_open (AtlasFilter *self);
void atlas_filter_reset (AtlasFilter *self);
gboolean atlas_filter_matches (AtlasFilter *self, AtlasDataset *dataset, AtlasRecord *record);
gboolean
atlas_filter_matches_at_any_time (AtlasFilter *self, AtlasDataset *dataset, AtlasRecord *record);
gboolean atlas_filter_is_in_doubt (AtlasFilter *self, AtlasDataset *dataset, AtlasRecord *record);
char *atlas_filter_describe_time (AtlasFilter *self, AtlasLanguage language);
guint atlas_filter_count_undated (AtlasFilter *self,
                                  AtlasDataset *dataset,
                                  GPtrArray *records,
                                  guint *n_all);

G_END_DECLS
