/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

#include "atlas-projection.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TILE_SOURCE (atlas_tile_source_get_type ())

G_DECLARE_DERIVABLE_TYPE (AtlasTileSource, atlas_tile_source, ATLAS, TILE_SOURCE, ShumateMapSource)

#define ATLAS_TILE_SOURCE_MAX_ZOOM 14

/**
 * AtlasTileSourceClass:
 * @format: %CAIRO_FORMAT_RGB24 for opaque tiles, else %CAIRO_FORMAT_ARGB32
 * @paint: paints a part of the Web Mercator square into the square from 0, 0 to @size, @size;
 *   several threads call it at once
 *
 * The class of sources that draw tiles themselves.
 */
struct _AtlasTileSourceClass
{
  ShumateMapSourceClass parent_class;

  cairo_format_t format;
  void (*paint) (AtlasTileSource *self, cairo_t *cr, const AtlasExtent *extent, double size);
};

G_END_DECLS
