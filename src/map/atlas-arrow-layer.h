/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

#include "atlas-arrow-button.h"
#include "atlas-link-layer.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_ARROW_LAYER (atlas_arrow_layer_get_type ())

G_DECLARE_FINAL_TYPE (AtlasArrowLayer, atlas_arrow_layer, ATLAS, ARROW_LAYER, ShumateLayer)

AtlasArrowLayer *atlas_arrow_layer_new (ShumateViewport *viewport,
                                        AtlasLinkLayer *links,
                                        AtlasNavigation *navigation);
void atlas_arrow_layer_set_style (AtlasArrowLayer *self, AtlasMapStyle style);
void atlas_arrow_layer_set_obstacles (AtlasArrowLayer *self,
                                      const AtlasExtent *obstacles,
                                      guint n_obstacles);

G_END_DECLS
