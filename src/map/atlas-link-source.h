/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-link-painter.h"
#include "atlas-tile-source.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LINK_SOURCE (atlas_link_source_get_type ())

G_DECLARE_FINAL_TYPE (AtlasLinkSource, atlas_link_source, ATLAS, LINK_SOURCE, AtlasTileSource)

AtlasLinkSource *atlas_link_source_new (AtlasLinkGeometry *geometry,
                                        AtlasScope *scope,
                                        AtlasMapStyle style,
                                        AtlasLinkState highest,
                                        int scale);

G_END_DECLS
