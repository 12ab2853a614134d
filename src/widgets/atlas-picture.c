/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-picture.h"

/*
 * Pictures that were painted with cairo, in the form that shows them fastest.
 *
 * Renderers that use the graphics card upload a texture once. GTK's cairo renderer has no use for
 * one: up to version 4.8 it converts each pixel, by way of floating point, in every frame, which
 * for a map takes longer than a frame has. It gets the surface itself.
 */

#define SURFACE_KEY "atlas-surface"

/**
 * atlas_picture_new:
 * @surface: (transfer full): an image surface that nobody paints on any more
 *
 * May be called from any thread.
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
  bytes = g_bytes_new_with_free_func (
    cairo_image_surface_get_data (surface), stride * (gsize) height,
    (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
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
 * @widget: the widget that is drawn
 * @picture: what atlas_picture_new() made, or any other paintable
 * @bounds: where to show it
 *
 * Adds a picture to what a widget shows.
 */
void
atlas_picture_append (GtkSnapshot           *snapshot,
                      GtkWidget             *widget,
                      GdkPaintable          *picture,
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
  /* Between two pictures that meet there is to be no gap. */
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_destroy (cr);
}
