/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-map-source.h"

#include <glib/gi18n.h>

#include "atlas-map-painter.h"
#include "atlas-picture.h"
#include "atlas-tile-cache.h"

/*
 * AtlasMapSource: tiles of the land, drawn when they are asked for.
 *
 * Tiles are drawn by a few threads, the one asked for last first: what the reader looks at now
 * matters more than what they have scrolled past. Until a tile is there, what is known of it at
 * another zoom stands in. A source has one style and one scale; the map takes another source when
 * either changes.
 */
struct _AtlasMapSource
{
  ShumateMapSource parent_instance;

  AtlasBaseMap   *base_map;
  AtlasMapStyle   style;
  char           *highlight;
  int             scale;
  AtlasTileCache *cache;
  GThreadPool    *pool;
  guint           n_asked;
};

G_DEFINE_FINAL_TYPE (AtlasMapSource, atlas_map_source, SHUMATE_TYPE_MAP_SOURCE)

#define TILE_SIZE 256
#define N_THREADS 2
#define CACHE_BUDGET (40 * 1024 * 1024)

/* What a thread needs to know of a tile; it never touches the tile itself. */
typedef struct
{
  AtlasBaseMap *base_map;
  AtlasMapStyle style;
  char         *highlight;
  int           scale;
  int           size; /* of the tile, in pixels of the map */
  ShumateTile  *tile;
  guint         x;
  guint         y;
  guint         zoom;
  guint         number; /* when it was asked for */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->base_map);
  g_object_unref (job->tile);
  g_free (job->highlight);
  g_free (job);
}

static int
compare_jobs (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const Job *job_a = g_task_get_task_data (G_TASK (a));
  const Job *job_b = g_task_get_task_data (G_TASK (b));

  return job_a->number < job_b->number ? 1 : job_a->number > job_b->number ? -1 : 0;
}

static GdkTexture *
draw_tile (const Job *job)
{
  int size = job->size * job->scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, size);
  cairo_t *cr = cairo_create (surface);
  AtlasExtent extent = atlas_extent_for_tile (job->x, job->y, job->zoom);

  cairo_scale (cr, job->scale, job->scale);
  atlas_map_painter_paint (cr, job->base_map, &extent, job->size, job->size, job->style,
                           job->highlight);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  /* Opaque pixels in cairo's order, whose fourth byte means nothing: set, it costs no copy. */
  for (int row = 0; row < size; row++)
    {
      guint32 *pixels = (guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                              row * cairo_image_surface_get_stride (surface));

      for (int column = 0; column < size; column++)
        pixels[column] |= 0xff000000u;
    }
  return atlas_picture_new (surface);
}

static void
run_job (gpointer data,
         gpointer user_data)
{
  g_autoptr (GTask) task = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, draw_tile (g_task_get_task_data (task)), g_object_unref);
}

static void
atlas_map_source_fill_tile_async (ShumateMapSource    *source,
                                  ShumateTile         *tile,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  AtlasMapSource *self = ATLAS_MAP_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GdkPaintable) stand_in = NULL;
  GdkTexture *texture;
  Job *job = g_new (Job, 1);

  *job = (Job) {
    .base_map = g_object_ref (self->base_map),
    .style = self->style,
    .highlight = g_strdup (self->highlight),
    .scale = self->scale,
    .size = (int) shumate_tile_get_size (tile),
    .tile = g_object_ref (tile),
    .x = shumate_tile_get_x (tile),
    .y = shumate_tile_get_y (tile),
    .zoom = shumate_tile_get_zoom_level (tile),
    .number = self->n_asked++,
  };
  g_task_set_source_tag (task, atlas_map_source_fill_tile_async);
  g_task_set_task_data (task, job, free_job);

  texture = atlas_tile_cache_lookup (self->cache, job->x, job->y, job->zoom);
  if (texture != NULL && gdk_texture_get_width (texture) == job->size * job->scale)
    {
      g_task_return_pointer (task, g_object_ref (texture), g_object_unref);
      return;
    }
  stand_in = atlas_tile_cache_dup_stand_in (self->cache, job->x, job->y, job->zoom,
                                            (float) job->size);
  if (stand_in != NULL)
    shumate_tile_set_paintable (tile, stand_in);
  g_thread_pool_push (self->pool, g_steal_pointer (&task), NULL);
}

static gboolean
atlas_map_source_fill_tile_finish (ShumateMapSource  *source,
                                   GAsyncResult      *result,
                                   GError           **error)
{
  AtlasMapSource *self = ATLAS_MAP_SOURCE (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), error);

  if (texture == NULL)
    return FALSE;
  atlas_tile_cache_insert (self->cache, job->x, job->y, job->zoom, texture);
  shumate_tile_set_paintable (job->tile, GDK_PAINTABLE (texture));
  shumate_tile_set_fade_in (job->tile, FALSE);
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
  return TRUE;
}

static void
atlas_map_source_finalize (GObject *object)
{
  AtlasMapSource *self = ATLAS_MAP_SOURCE (object);

  /* A task holds its source, so none is left in the pool. */
  g_thread_pool_free (self->pool, TRUE, FALSE);
  atlas_tile_cache_free (self->cache);
  g_clear_object (&self->base_map);
  g_free (self->highlight);

  G_OBJECT_CLASS (atlas_map_source_parent_class)->finalize (object);
}

static void
atlas_map_source_class_init (AtlasMapSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_map_source_finalize;
  source_class->fill_tile_async = atlas_map_source_fill_tile_async;
  source_class->fill_tile_finish = atlas_map_source_fill_tile_finish;
}

static void
atlas_map_source_init (AtlasMapSource *self)
{
  self->cache = atlas_tile_cache_new (CACHE_BUDGET);
  self->pool = g_thread_pool_new (run_job, NULL, N_THREADS, FALSE, NULL);
  g_thread_pool_set_sort_function (self->pool, compare_jobs, NULL);
}

/**
 * atlas_map_source_new:
 * @base_map: the land
 * @style: how it looks
 * @highlight: (nullable): the GB/T 2260 code of a prefecture that stands out
 * @scale: device pixels to a pixel of the map, 1 or more
 *
 * Returns: (transfer full): a source of 256 px tiles in Web Mercator
 */
AtlasMapSource *
atlas_map_source_new (AtlasBaseMap  *base_map,
                      AtlasMapStyle  style,
                      const char    *highlight,
                      int            scale)
{
  AtlasMapSource *self;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (base_map), NULL);
  g_return_val_if_fail (scale >= 1, NULL);

  self = g_object_new (ATLAS_TYPE_MAP_SOURCE,
                       "id", "offline",
                       "name", _("Offline map"),
                       "min-zoom-level", 0,
                       "max-zoom-level", ATLAS_MAP_SOURCE_MAX_ZOOM,
                       "tile-size", TILE_SIZE,
                       "projection", SHUMATE_MAP_PROJECTION_MERCATOR,
                       NULL);
  self->base_map = g_object_ref (base_map);
  self->style = style;
  self->highlight = g_strdup (highlight);
  self->scale = scale;
  return self;
}
