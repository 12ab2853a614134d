/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

void atlas_map_painter_paint (cairo_t *cr,
                              AtlasBaseMap *base_map,
                              const AtlasExtent *extent,
                              double width,
                              double height,
                              AtlasMapStyle style,
                              const char *const *highlights);

G_END_DECLS
