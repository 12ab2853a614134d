/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-filter.h"

G_BEGIN_DECLS

/**
 * AtlasFilterWording:
 * @ATLAS_FILTER_WORDING_OPEN: nothing is hidden, so there is no text
 * @ATLAS_FILTER_WORDING_WITHOUT: the text names the hidden values
 * @ATLAS_FILTER_WORDING_ONLY: the text names the visible values, because these are fewer
 * @ATLAS_FILTER_WORDING_NOTHING: all values are hidden
 *
 * The possible wordings for the values of a facet; the one with the fewest names is used.
 */
typedef enum
{
  ATLAS_FILTER_WORDING_OPEN,
  ATLAS_FILTER_WORDING_WITHOUT,
  ATLAS_FILTER_WORDING_ONLY,
  ATLAS_FILTER_WORDING_NOTHING,
} AtlasFilterWording;

AtlasFilterWording atlas_filter_get_wording (AtlasFilter *self, AtlasFacet facet);
char *atlas_filter_describe_facet (AtlasFilter *self, AtlasFacet facet, AtlasLanguage language);
char *atlas_filter_describe_facets (AtlasFilter *self, AtlasLanguage language);
const char *atlas_filter_describe_unsorted (AtlasFilter *self, AtlasLanguage language);
char *atlas_undated_describe (AtlasDataset *dataset, AtlasLanguage language);
char *atlas_undated_mark (const char *words, AtlasLanguage language);
char *atlas_undated_count (guint n_undated, AtlasLanguage language);
char *atlas_undated_add (guint count, guint n_undated, AtlasLanguage language);
const char *atlas_undated_explain (AtlasLanguage language);

G_END_DECLS
