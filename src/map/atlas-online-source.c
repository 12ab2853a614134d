/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-online-source.h"

#include <glib/gi18n.h>

/*
 * AtlasOnlineSource: tiles from a server, and tiles of the offline map where the server has none.
 *
 * It is created only when the user has enabled online tiles; nothing else in the program opens a
 * connection. A tile that cannot be loaded is drawn by the offline source, so the map is never
 * empty. The first such tile emits #AtlasOnlineSource::unreachable.
 */
struct _AtlasOnlineSource
{
  ShumateMapSource parent_instance;

  ShumateMapSource *online;
  ShumateMapSource *offline;
  gboolean told;
};

G_DEFINE_FINAL_TYPE (AtlasOnlineSource, atlas_online_source, SHUMATE_TYPE_MAP_SOURCE)

enum
{
  UNREACHABLE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
offline_filled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
online_filled_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  AtlasOnlineSource *self = g_task_get_source_object (task);

  if (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (object), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!self->told)
    {
      self->told = TRUE;
      g_signal_emit (self, signals[UNREACHABLE], 0, error->message);
    }
  shumate_map_source_fill_tile_async (self->offline, g_task_get_task_data (task),
                                      g_task_get_cancellable (task), offline_filled_cb,
                                      g_object_ref (task));
}

static void
atlas_online_source_fill_tile_async (ShumateMapSource *source,
                                     ShumateTile *tile,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  AtlasOnlineSource *self = ATLAS_ONLINE_SOURCE (source);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, atlas_online_source_fill_tile_async);
  g_task_set_task_data (task, g_object_ref (tile), g_object_unref);
  shumate_map_source_fill_tile_async (self->online, tile, cancellable, online_filled_cb, task);
}

static gboolean
atlas_online_source_fill_tile_finish (ShumateMapSource *source,
                                      GAsyncResult *result,
                                      GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
atlas_online_source_finalize (GObject *object)
{
  AtlasOnlineSource *self = ATLAS_ONLINE_SOURCE (object);

  g_clear_object (&self->online);
  g_clear_object (&self->offline);

  G_OBJECT_CLASS (atlas_online_source_parent_class)->finalize (object);
}

static void
atlas_online_source_class_init (AtlasOnlineSourceClass *klass)
{
  ShumateMapSourceClass *source_class = SHUMATE_MAP_SOURCE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_online_source_finalize;
  source_class->fill_tile_async = atlas_online_source_fill_tile_async;
  source_class->fill_tile_finish = atlas_online_source_fill_tile_finish;

  /**
   * AtlasOnlineSource::unreachable:
   * @self: an online source
   * @reason: the message of the system; plain text, not markup
   *
   * Emitted when a tile cannot be loaded for the first time.
   */
  signals[UNREACHABLE] = g_signal_new ("unreachable", ATLAS_TYPE_ONLINE_SOURCE, G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
atlas_online_source_init (AtlasOnlineSource *self)
{
}

/**
 * atlas_online_source_new:
 * @url_template: the URL of the tiles, with {x}, {y} and {z}
 * @offline: the source for missing tiles, in Web Mercator
 *
 * Returns: (transfer full): a source of 256 px tiles for zoom levels 0 to 19
 */
AtlasOnlineSource *
atlas_online_source_new (const char *url_template, ShumateMapSource *offline)
{
  AtlasOnlineSource *self;

  g_return_val_if_fail (url_template != NULL, NULL);
  g_return_val_if_fail (SHUMATE_IS_MAP_SOURCE (offline), NULL);

  self = g_object_new (ATLAS_TYPE_ONLINE_SOURCE, "id", "online", "name",
                       _("Online map"), "license",
                         _("© OpenStreetMap contributors"), "license-uri",
                           "https://www.openstreetmap.org/copyright", "max-zoom-level", 19,
                           "tile-size", 256, "projection", SHUMATE_MAP_PROJECTION_MERCATOR, NULL);
  /* Tile servers require a user agent that identifies the program. */
  shumate_set_user_agent ("JilinAtlas/" ATLAS_VERSION " (" ATLAS_APPLICATION_ID ")");
  self->online = SHUMATE_MAP_SOURCE (shumate_raster_renderer_new_full_from_url (
    "online", _("Online map"), _("© OpenStreetMap contributors"),
                                 "https://www.openstreetmap.org/copyright", 0, 19, 256,
                                 SHUMATE_MAP_PROJECTION_MERCATOR, url_template));
  self->offline = g_object_ref (offline);
  return self;
}
