/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map.h"
#include "atlas-dataset.h"

G_BEGIN_DECLS

double atlas_position_round (double degrees, double pixels_per_unit);
AtlasPlace *atlas_position_find_parent (AtlasBaseMap *map,
                                        AtlasDataset *dataset,
                                        double latitude,
                                        double longitude);

G_END_DECLS
