/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

#include "atlas-link-pill.h"
#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LINK_LAYER (atlas_link_layer_get_type ())

G_DECLARE_FINAL_TYPE (AtlasLinkLayer, atlas_link_layer, ATLAS, LINK_LAYER, ShumateLayer)

AtlasLinkLayer *atlas_link_layer_new (ShumateViewport *viewport, AtlasNavigation *navigation);
void atlas_link_layer_set_style (AtlasLinkLayer *self, AtlasMapStyle style);
void atlas_link_layer_set_magnification (AtlasLinkLayer *self, double magnification);
void atlas_link_layer_set_occupied (AtlasLinkLayer *self, GArray *occupied);
void atlas_link_layer_add_occupied (AtlasLinkLayer *self, GArray *occupied);
AtlasLinkGeometry *atlas_link_layer_get_geometry (AtlasLinkLayer *self);
void atlas_link_layer_find_signs (AtlasLinkLayer *self, AtlasLinkSigns *signs);
GPtrArray *atlas_link_layer_find (AtlasLinkLayer *self, double x, double y);

G_END_DECLS
