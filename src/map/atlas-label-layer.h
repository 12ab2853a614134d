/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

#include "atlas-base-map.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LABEL_LAYER (atlas_label_layer_get_type ())

G_DECLARE_FINAL_TYPE (AtlasLabelLayer, atlas_label_layer, ATLAS, LABEL_LAYER, ShumateLayer)

AtlasLabelLayer *atlas_label_layer_new (ShumateViewport *viewport, AtlasBaseMap *base_map);
void atlas_label_layer_set_style (AtlasLabelLayer *self, AtlasMapStyle style);
void atlas_label_layer_set_magnification (AtlasLabelLayer *self, double magnification);
void atlas_label_layer_set_occupied (AtlasLabelLayer *self, GArray *occupied, GStrv without);
gboolean atlas_label_layer_is_loading (AtlasLabelLayer *self);

G_END_DECLS
