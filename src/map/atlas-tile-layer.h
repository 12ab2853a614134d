/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_TILE_LAYER (atlas_tile_layer_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTileLayer, atlas_tile_layer, ATLAS, TILE_LAYER, ShumateLayer)

AtlasTileLayer *atlas_tile_layer_new (ShumateViewport *viewport);
void atlas_tile_layer_set_source (AtlasTileLayer *self, ShumateMapSource *source);
void atlas_tile_layer_set_magnification (AtlasTileLayer *self, double magnification);
gboolean atlas_tile_layer_is_loading (AtlasTileLayer *self);

G_END_DECLS
