/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map.h"
#include "atlas-map-style.h"
#include "atlas-tile-source.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_MAP_SOURCE (atlas_map_source_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMapSource, atlas_map_source, ATLAS, MAP_SOURCE, AtlasTileSource)

AtlasMapSource *atlas_map_source_new (AtlasBaseMap *base_map,
                                      AtlasMapStyle style,
                                      const char *const *highlights,
                                      int scale);

G_END_DECLS
