/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

#include "atlas-navigation.h"
#include "atlas-place-marker.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PLACE_LAYER (atlas_place_layer_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPlaceLayer, atlas_place_layer, ATLAS, PLACE_LAYER, ShumateLayer)

AtlasPlaceLayer *atlas_place_layer_new (ShumateViewport *viewport, AtlasNavigation *navigation);
void atlas_place_layer_set_obstacles (AtlasPlaceLayer *self,
                                      const AtlasExtent *obstacles,
                                      guint n_obstacles);
GArray *atlas_place_layer_get_occupied (AtlasPlaceLayer *self);
GStrv atlas_place_layer_dup_codes (AtlasPlaceLayer *self);
GPtrArray *atlas_place_layer_dup_places (AtlasPlaceLayer *self, AtlasPlaceMarker *marker);

G_END_DECLS
