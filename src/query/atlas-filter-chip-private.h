/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter-chip.h"

G_BEGIN_DECLS

/* In place of a facet: the time that is shown. In place of a value: all that are hidden. */
#define ATLAS_FILTER_CHIP_TIME ATLAS_N_FACETS
#define ATLAS_FILTER_CHIP_WHOLE G_MAXUINT

AtlasFilterChip *_atlas_filter_chip_new (AtlasFilter *filter, AtlasFacet facet, guint value);
gboolean _atlas_filter_chip_equal (AtlasFilterChip *self, AtlasFilterChip *other);
void _atlas_filter_chip_update (AtlasFilterChip *self);

G_END_DECLS
