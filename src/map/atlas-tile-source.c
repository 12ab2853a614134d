/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tile-source.h"

#include "atlas-picture.h"
#include "atlas-tile-cache.h"

/*
 * AtlasTileSource: tiles in Web Mercator that are drawn on request.
 *
 * A few threads draw the tiles. The last request is drawn first, because tiles that the user sees
 * now are more important than those scrolled past. Until a tile is ready, tiles of other zoom
 * levels are used as a substitute. A tile is drawn in the size that was requested.
 *
 * A source must not change after the first request, because threads read it. For another style,
 * create another source.
 */
typedef struct
{
  int scale; /* device pixels per pixel of the map */
  AtlasTileCache *cache;
  GThreadPool *pool;
  guint n_asked;
} AtlasTileSourcePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AtlasTileSource, atlas_tile_source, SHUMATE_TYPE_MAP_SOURCE)

enum
{
  PROP_0,
  PROP_SCALE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

#define TILE_SIZE 256
#define N_THREADS 2
#define CACHE_BUDGET (24 * 1024 * 1024)

/* The data of a tile for a thread. Threads must not access the tile itself. */
typedef struct
{
  ShumateTile *tile;
  int scale;
  int size; /* in pixels of the map */
  guint x;
  guint y;
  guint zoom;
  guint number; /* the order of requests */
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->tile);
  g_free (job);
}

static int
compare_jobs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Job *job_a = g_task_get_task_data (G_TASK (a));
  const Job *job_b = g_task_get_task_data (G_TASK (b));

  return job_a->number < job_b->number ? 1 : job_a->number > job_b->number ? -1 : 0;
}

/* The fourth byte of a pixel in CAIRO_FORMAT_RGB24 is undefined. Setting it in place makes the
 * pixels opaque without a copy. */
static void
set_fourth_bytes (cairo_surface_t *surface)
{
  int size = cairo_image_surface_get_width (surface);

  cairo_surface_flush (surface);
  for (int row = 0; row < size; row++)
    {
      guint32 *pixels = (guint32 *) (void *) (cairo_image_surface_get_data (surface) +
                                              row * cairo_image_surface_get_stride (surface));

      for (int column = 0; column < size; column++)
        pixels[column] |= 0xff000000u;
    }
}

static GdkTexture *
draw_tile (AtlasTileSource *self, const Job *job)
{
  AtlasTileSourceClass *klass = ATLAS_TILE_SOURCE_GET_CLASS (self);
  int size = job->size * job->scale;
  cairo_surface_t *surface = cairo_image_surface_create (klass->format, size, size);
  cairo_t *cr = cairo_create (surface);
  AtlasExtent extent = atlas_extent_for_tile (job->x, job->y, job->zoom);

  cairo_scale (cr, job->scale, job->scale);
  klass->paint (self, cr, &extent, job->size);
  cairo_destroy (cr);
  if (klass->format == CAIRO_FORMAT_RGB24)
    set_fourth_bytes (surface);
  return atlas_picture_new (surface);
}

static gboolean
drop_cb (gpointer task)
{
  return G_SOURCE_REMOVE;
}

static void
run_job (gpointer data, gpointer user_data)
{
  GTask *task = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task,
                           draw_tile (g_task_get_source_object (task), g_task_get_task_data (task)),
                           g_object_unref);
  /* A tile is a widget, so a thread must not drop the last reference to the task. */
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_cb, task, g_object_unref);
}

static void
atlas_tile_source_fill_tile_async (ShumateMapSource *source,
                                   ShumateTile *tile,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  AtlasTileSourcePrivate *priv =
    atlas_tile_source_get_instance_private (ATLAS_TILE_SOURCE (source));
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  g_autoptr (GdkPaintable) stand_in = NULL;
  GdkTexture *texture;
  Job *job = g_new (Job, 1);

  *job = (Job) {
    .tile = g_object_ref (tile),
    .scale = priv->scale,
    .size = (int) shumate_tile_get_size (tile),
    .x = shumate_tile_get_x (tile),
    .y = shumate_tile_get_y (tile),
    .zoom = shumate_tile_get_zoom_level (tile),
    .number = priv->n_asked++,
  };
  g_task_set_source_tag (task, atlas_tile_source_fill_tile_async);
  g_task_set_task_data (task, job, free_job);

  texture = atlas_tile_cache_lookup (priv->cache, job->x, job->y, job->zoom);
  if (texture != NULL && gdk_texture_get_width (texture) == job->size * job->scale)
    {
      g_task_return_pointer (task, g_object_ref (texture), g_object_unref);
      return;
    }
  stand_in =
    atlas_tile_cache_dup_stand_in (priv->cache, job->x, job->y, job->zoom, (float) job->size);
  if (stand_in != NULL)
    shumate_tile_set_paintable (tile, stand_in);
  g_thread_pool_push (priv->pool, g_steal_pointer (&task), NULL);
}

static gboolean
atlas_tile_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  AtlasTileSourcePrivate *priv =
    atlas_tile_source_get_instance_private (ATLAS_TILE_SOURCE (source));
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), error);

  if (texture == NULL)
    return FALSE;
  atlas_tile_cache_insert (priv->cache, job->x, job->y, job->zoom, texture);
  shumate_tile_set_paintable (job->tile, GDK_PAINTABLE (texture));
  shumate_tile_set_fade_in (job->tile, FALSE);
  shumate_tile_set_state (job->tile, SHUMATE_STATE_DONE);
  return TRUE;
}

static void
atlas_tile_source_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlasTileSourcePrivate *priv =
    atlas_tile_source_get_instance_private (ATLAS_TILE_SOURCE (object));

  switch (prop_id)
    {
    case PROP_SCALE:
      g_value_set_int (value, priv->scale);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_tile_source_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  AtlasTileSourcePrivate *priv =
    atlas_tile_source_get_instance_private (ATLAS_TILE_SOURCE (object));

  switch (prop_id)
    {
    case PROP_SCALE:
      priv->scale = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_tile_source_finalize (GObject *object)
{
  AtlasTileSourcePrivate *priv =
    atlas_tile_source_get_instance_private (ATLAS_TILE_SOURCE (object));

  /* Each task keeps a reference to its source, so the pool is empty here. */
  g_thread_pool_free (priv->pool, TRUE, FALSE);
  atlas_tile_cache_free (priv->cache);

  G_OBJECT_CLASS (atlas_tile_source_parent_class)->finalize (object);
}

static void
atlas_tile_source_class_init (AtlasTileSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  object_class->finalize = atlas_tile_source_finalize;
  object_class->get_property = atlas_tile_source_get_property;
  object_class->set_property = atlas_tile_source_set_property;
  source_class->fill_tile_async = atlas_tile_source_fill_tile_async;
  source_class->fill_tile_finish = atlas_tile_source_fill_tile_finish;
  klass->format = CAIRO_FORMAT_ARGB32;

  /**
   * AtlasTileSource:scale:
   *
   * Device pixels per pixel of the map.
   */
  properties[PROP_SCALE] =
    g_param_spec_int ("scale", NULL, NULL, 1, 16, 1,
                      G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_tile_source_init (AtlasTileSource *self)
{
  AtlasTileSourcePrivate *priv = atlas_tile_source_get_instance_private (self);
  ShumateMapSource *source = SHUMATE_MAP_SOURCE (self);

  priv->cache = atlas_tile_cache_new (CACHE_BUDGET);
  priv->pool = g_thread_pool_new (run_job, NULL, N_THREADS, FALSE, NULL);
  g_thread_pool_set_sort_function (priv->pool, compare_jobs, NULL);
  shumate_map_source_set_tile_size (source, TILE_SIZE);
  shumate_map_source_set_min_zoom_level (source, 0);
  shumate_map_source_set_max_zoom_level (source, ATLAS_TILE_SOURCE_MAX_ZOOM);
  shumate_map_source_set_projection (source, SHUMATE_MAP_PROJECTION_MERCATOR);
}
