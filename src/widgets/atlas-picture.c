/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-picture.h"

/*
 * Pictures painted with cairo, as textures or surfaces, whichever is faster to show.
 *
 * A GPU renderer uploads a texture once. GTK's cairo renderer, up to version 4.8, converts each
 * pixel of a texture through floating point in every frame, which takes longer than a frame for a
 * map. So it gets the cairo surface.
 */

#define SURFACE_KEY "atlas-surface"

/**
 * atlas_picture_new:
 * @surface: (transfer full): an image surface, which must not be painted any more
 *
 * Any thread may call this function.
 *
 * Returns: (transfer full): a texture that shares the pixels of @surface
 */
GdkTexture *
atlas_picture_new (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;
  GdkTexture *texture;

  cairo_surface_flush (surface);
  bytes =
    g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                (GDestroyNotify) cairo_surface_destroy,
                                cairo_surface_reference (surface));
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  g_object_set_data_full (G_OBJECT (texture), SURFACE_KEY, surface,
                          (GDestroyNotify) cairo_surface_destroy);
  return texture;
}

static gboolean
is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

/**
 * atlas_picture_append:
 * @snapshot: a snapshot
 * @widget: the widget that is being drawn
 * @picture: a texture from atlas_picture_new(), or any other paintable
 * @bounds: the rectangle to fill
 *
 * Appends a picture to a snapshot.
 */
void
atlas_picture_append (GtkSnapshot *snapshot,
                      GtkWidget *widget,
                      GdkPaintable *picture,
                      const graphene_rect_t *bounds)
{
  cairo_surface_t *surface = g_object_get_data (G_OBJECT (picture), SURFACE_KEY);
  const graphene_size_t *size = &bounds->size;
  cairo_t *cr;

  if (surface == NULL || !is_drawn_by_cairo (widget))
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &bounds->origin);
      gdk_paintable_snapshot (picture, snapshot, size->width, size->height);
      gtk_snapshot_restore (snapshot);
      return;
    }
  cr = gtk_snapshot_append_cairo (snapshot, bounds);
  cairo_translate (cr, bounds->origin.x, bounds->origin.y);
  cairo_scale (cr, size->width / cairo_image_surface_get_width (surface),
               size->height / cairo_image_surface_get_height (surface));
  cairo_set_source_surface (cr, surface, 0, 0);
  /* Avoid a gap between adjacent pictures. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_destroy (cr);
}
