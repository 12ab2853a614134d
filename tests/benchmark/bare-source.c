/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "bare-source.h"

/* Flat tiles without network or drawing: the baseline cost of a map. */

#define TILE_SIZE 256

struct _BareSource
{
  ShumateMapSource parent_instance;

  GdkPaintable *paintable;
  guint n_filled;
};

G_DEFINE_FINAL_TYPE (BareSource, bare_source, SHUMATE_TYPE_MAP_SOURCE)

static GdkPaintable *
create_flat_tile (void)
{
  const gsize n_pixels = TILE_SIZE * TILE_SIZE;
  guint32 *pixels = g_new (guint32, n_pixels);
  g_autoptr (GBytes) bytes = g_bytes_new_take (pixels, n_pixels * sizeof *pixels);

  for (gsize i = 0; i < n_pixels; i++)
    pixels[i] = 0xffd5e8eb;

  return GDK_PAINTABLE (gdk_memory_texture_new (TILE_SIZE, TILE_SIZE, GDK_MEMORY_DEFAULT, bytes,
                                                TILE_SIZE * sizeof *pixels));
}

static void
bare_source_fill_tile_async (ShumateMapSource *source,
                             ShumateTile *tile,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  BareSource *self = BARE_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  shumate_tile_set_paintable (tile, self->paintable);
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  self->n_filled++;
  g_task_return_boolean (task, TRUE);
}

static gboolean
bare_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
bare_source_dispose (GObject *object)
{
  g_clear_object (&BARE_SOURCE (object)->paintable);

  G_OBJECT_CLASS (bare_source_parent_class)->dispose (object);
}

static void
bare_source_class_init (BareSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bare_source_dispose;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_async = bare_source_fill_tile_async;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_finish = bare_source_fill_tile_finish;
}

static void
bare_source_init (BareSource *self)
{
  self->paintable = create_flat_tile ();
  shumate_map_source_set_tile_size (SHUMATE_MAP_SOURCE (self), TILE_SIZE);
  shumate_map_source_set_max_zoom_level (SHUMATE_MAP_SOURCE (self), 18);
}

guint
bare_source_get_n_filled (BareSource *self)
{
  return self->n_filled;
}

/* Creates a map with only these tiles. */
GtkWidget *
bare_source_create_map (BareSource *self)
{
  ShumateMap *map = shumate_map_new ();
  ShumateViewport *viewport = shumate_map_get_viewport (map);

  shumate_viewport_set_reference_map_source (viewport, SHUMATE_MAP_SOURCE (self));
  shumate_viewport_set_zoom_level (viewport, 7);
  shumate_location_set_location (SHUMATE_LOCATION (viewport), 43.6, 126.3);
  shumate_map_add_layer (
    map, SHUMATE_LAYER (shumate_map_layer_new (SHUMATE_MAP_SOURCE (self), viewport)));
  gtk_widget_set_hexpand (GTK_WIDGET (map), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (map), TRUE);

  return GTK_WIDGET (map);
}
