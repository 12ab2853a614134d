/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <cairo.h>

#include "atlas-base-map.h"
#include "atlas-facts.h"

G_BEGIN_DECLS

double atlas_map_picture_get_aspect (const AtlasFacts *facts,
                                     AtlasBaseMap *base_map,
                                     const AtlasExtent *extent);
void atlas_map_picture_draw (cairo_t *cr,
                             const AtlasFacts *facts,
                             AtlasBaseMap *base_map,
                             const AtlasExtent *extent,
                             double width,
                             double height);
guint
atlas_map_picture_count_group (const AtlasFacts *facts, AtlasLinkGroup group, guint *n_undated);

G_END_DECLS
