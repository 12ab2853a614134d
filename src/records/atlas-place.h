/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PLACE (atlas_place_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPlace, atlas_place, ATLAS, PLACE, AtlasRecord)

AtlasPlaceKind atlas_place_get_kind (AtlasPlace *self);
double atlas_place_get_latitude (AtlasPlace *self);
double atlas_place_get_longitude (AtlasPlace *self);
gboolean atlas_place_is_approximate (AtlasPlace *self);
const char *atlas_place_get_code (AtlasPlace *self);
AtlasPlace *atlas_place_get_parent (AtlasPlace *self, AtlasDataset *dataset);
gboolean atlas_place_is_within (AtlasPlace *self, AtlasDataset *dataset, AtlasPlace *ancestor);
AtlasPlace *atlas_place_get_city (AtlasPlace *self, AtlasDataset *dataset);
gboolean atlas_place_is_own_city (AtlasPlace *self);

AtlasPlace *atlas_place_of (AtlasRecord *record, AtlasDataset *dataset);

G_END_DECLS
