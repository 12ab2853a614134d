/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-link-source.h"

/*
 * AtlasLinkSource: tiles of links, for datasets with too many links to draw in each frame.
 */
struct _AtlasLinkSource
{
  AtlasTileSource parent_instance;

  AtlasLinkGeometry *geometry;
  AtlasScope *scope; /* keeps the dataset with its links alive while threads read them */
  AtlasMapStyle style;
  AtlasLinkState highest;
};

G_DEFINE_FINAL_TYPE (AtlasLinkSource, atlas_link_source, ATLAS_TYPE_TILE_SOURCE)

static gboolean
is_on_tile (const AtlasLinkView *view, const AtlasLinkCurve *curve, double size)
{
  AtlasExtent box = atlas_link_painter_measure_line (view, curve);

  return box.x0 < size && box.x1 > 0 && box.y0 < size && box.y1 > 0;
}

static void
atlas_link_source_paint (AtlasTileSource *source,
                         cairo_t *cr,
                         const AtlasExtent *extent,
                         double size)
{
  AtlasLinkSource *self = ATLAS_LINK_SOURCE (source);
  AtlasLinkView view = { { extent->x0, extent->y0 },
                         size / (extent->x1 - extent->x0),
                         self->style };
  guint n_curves = atlas_link_geometry_get_n_curves (self->geometry);

  for (guint state = 0; state <= self->highest; state++)
    for (guint i = 0; i < n_curves; i++)
      {
        const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (self->geometry, i);

        if (is_on_tile (&view, curve, size) &&
            atlas_link_painter_get_state (curve, self->scope, NULL) == (AtlasLinkState) state)
          atlas_link_painter_paint_line (cr, &view, curve, (AtlasLinkState) state);
      }
}

static void
atlas_link_source_finalize (GObject *object)
{
  AtlasLinkSource *self = ATLAS_LINK_SOURCE (object);

  g_clear_pointer (&self->geometry, atlas_link_geometry_unref);
  g_clear_object (&self->scope);

  G_OBJECT_CLASS (atlas_link_source_parent_class)->finalize (object);
}

static void
atlas_link_source_class_init (AtlasLinkSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_link_source_finalize;
  ATLAS_TILE_SOURCE_CLASS (klass)->paint = atlas_link_source_paint;
}

static void
atlas_link_source_init (AtlasLinkSource *self)
{
}

/**
 * atlas_link_source_new:
 * @geometry: the shapes of the links
 * @scope: the scope, which decides which links are highlighted
 * @style: the map style
 * @highest: links in a higher state are left out, because another layer draws them on top
 * @scale: device pixels per pixel of the map, at least 1
 *
 * Returns: (transfer full): a source of tiles that contain only links
 */
AtlasLinkSource *
atlas_link_source_new (AtlasLinkGeometry *geometry,
                       AtlasScope *scope,
                       AtlasMapStyle style,
                       AtlasLinkState highest,
                       int scale)
{
  AtlasLinkSource *self;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), NULL);

  self = g_object_new (ATLAS_TYPE_LINK_SOURCE, "id", "links", "scale", scale, NULL);
  self->geometry = atlas_link_geometry_ref (geometry);
  self->scope = g_object_ref (scope);
  self->style = style;
  self->highest = highest;
  return self;
}
