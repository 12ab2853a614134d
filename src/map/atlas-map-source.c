/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-map-source.h"

#include <glib/gi18n.h>

#include "atlas-map-painter.h"

/*
 * AtlasMapSource: tiles of the land, in one style, with or without highlighted prefectures.
 */
struct _AtlasMapSource
{
  AtlasTileSource parent_instance;

  AtlasBaseMap *base_map;
  AtlasMapStyle style;
  GStrv highlights;
};

G_DEFINE_FINAL_TYPE (AtlasMapSource, atlas_map_source, ATLAS_TYPE_TILE_SOURCE)

static void
atlas_map_source_paint (AtlasTileSource *source,
                        cairo_t *cr,
                        const AtlasExtent *extent,
                        double size)
{
  AtlasMapSource *self = ATLAS_MAP_SOURCE (source);

  atlas_map_painter_paint (cr, self->base_map, extent, size, size, self->style,
                           (const char *const *) self->highlights);
}

static void
atlas_map_source_finalize (GObject *object)
{
  AtlasMapSource *self = ATLAS_MAP_SOURCE (object);

  g_clear_object (&self->base_map);
  g_strfreev (self->highlights);

  G_OBJECT_CLASS (atlas_map_source_parent_class)->finalize (object);
}

static void
atlas_map_source_class_init (AtlasMapSourceClass *klass)
{
  AtlasTileSourceClass *source_class = ATLAS_TILE_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_map_source_finalize;
  source_class->format = CAIRO_FORMAT_RGB24;
  source_class->paint = atlas_map_source_paint;
}

static void
atlas_map_source_init (AtlasMapSource *self)
{
}

/**
 * atlas_map_source_new:
 * @base_map: the base map
 * @style: the map style
 * @highlights: (nullable) (array zero-terminated=1): the GB/T 2260 codes of the prefectures to
 *   highlight
 * @scale: device pixels per pixel of the map, at least 1
 *
 * Returns: (transfer full): a source of 256 px tiles in Web Mercator
 */
AtlasMapSource *
atlas_map_source_new (AtlasBaseMap *base_map,
                      AtlasMapStyle style,
                      const char *const *highlights,
                      int scale)
{
  AtlasMapSource *self;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (base_map), NULL);
  g_return_val_if_fail (scale >= 1, NULL);

  self = g_object_new (ATLAS_TYPE_MAP_SOURCE, "id", "offline", "name",
                       _("Offline map"), "scale", scale, NULL);
  self->base_map = g_object_ref (base_map);
  self->style = style;
  self->highlights = g_strdupv ((GStrv) highlights);
  return self;
}
