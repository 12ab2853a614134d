/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

#include "atlas-map-style.h"
#include "atlas-navigation.h"
#include "atlas-projection.h"

G_BEGIN_DECLS

/**
 * AtlasMapPickingMode:
 * @ATLAS_MAP_PICKING_NONE: the map shows records, as usual
 * @ATLAS_MAP_PICKING_PLACE: the user shows where a new place is
 * @ATLAS_MAP_PICKING_LINK: the user chooses the two ends of a new link
 *
 * What the user picks on the map.
 */
typedef enum
{
  ATLAS_MAP_PICKING_NONE,
  ATLAS_MAP_PICKING_PLACE,
  ATLAS_MAP_PICKING_LINK,
} AtlasMapPickingMode;

#define ATLAS_TYPE_MAP_PICKING (atlas_map_picking_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMapPicking, atlas_map_picking, ATLAS, MAP_PICKING, GtkWidget)

AtlasMapPicking *atlas_map_picking_new (ShumateViewport *viewport, AtlasNavigation *navigation);
void atlas_map_picking_set_style (AtlasMapPicking *self, AtlasMapStyle style);
AtlasMapPickingMode atlas_map_picking_get_mode (AtlasMapPicking *self);
void atlas_map_picking_set_mode (AtlasMapPicking *self, AtlasMapPickingMode mode);
gboolean atlas_map_picking_get_by_key (AtlasMapPicking *self);
void atlas_map_picking_set_by_key (AtlasMapPicking *self, gboolean by_key);
const char *atlas_map_picking_get_hint (AtlasMapPicking *self);
int atlas_map_picking_measure_hint (AtlasMapPicking *self, int width);
void atlas_map_picking_aim (AtlasMapPicking *self, AtlasPlace *place, double x, double y);
void atlas_map_picking_press (AtlasMapPicking *self, AtlasPlace *place);
void atlas_map_picking_release (AtlasMapPicking *self, AtlasPlace *place, gboolean has_moved);
void atlas_map_picking_choose (AtlasMapPicking *self, AtlasPlace *place);
void atlas_map_picking_pick_point (AtlasMapPicking *self, AtlasPoint point);
void atlas_map_picking_forget (AtlasMapPicking *self);

G_END_DECLS
