/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tile-cache.h"

/*
 * AtlasTileCache: the tiles that were used last, up to a limit in bytes.
 *
 * For a tile that is not drawn yet it also builds a substitute from tiles of other zoom levels, so
 * that the map is never empty during zooming.
 */
struct _AtlasTileCache
{
  GHashTable *entries; /* from key to Entry */
  GQueue recent;       /* of Entry, the most recently used first */
  gsize size;
  gsize budget;
};

typedef struct
{
  guint64 key;
  GdkTexture *texture;
  gsize size;
  GList link; /* the node in recent */
} Entry;

/* The highest zoom level is 19, so each number fits in 28 bits. */
static guint64
make_key (guint x, guint y, guint zoom)
{
  return (guint64) zoom << 56 | (guint64) x << 28 | y;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->texture);
  g_free (entry);
}

/**
 * atlas_tile_cache_new:
 * @budget: the largest size of all pixels, in bytes
 *
 * Returns: (transfer full): an empty cache, to be freed with atlas_tile_cache_free()
 */
AtlasTileCache *
atlas_tile_cache_new (gsize budget)
{
  AtlasTileCache *self = g_new0 (AtlasTileCache, 1);

  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_entry);
  g_queue_init (&self->recent);
  self->budget = budget;
  return self;
}

/**
 * atlas_tile_cache_free:
 * @self: (transfer full): a cache
 */
void
atlas_tile_cache_free (AtlasTileCache *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * atlas_tile_cache_lookup:
 * @self: a cache
 * @x: the column of the tile
 * @y: its row
 * @zoom: its zoom level, at most 19
 *
 * Returns: (transfer none) (nullable): the tile, or %NULL when it is not in the cache
 */
GdkTexture *
atlas_tile_cache_lookup (AtlasTileCache *self, guint x, guint y, guint zoom)
{
  guint64 key = make_key (x, y, zoom);
  Entry *entry = g_hash_table_lookup (self->entries, &key);

  if (entry == NULL)
    return NULL;
  g_queue_unlink (&self->recent, &entry->link);
  g_queue_push_head_link (&self->recent, &entry->link);
  return entry->texture;
}

static void
drop (AtlasTileCache *self, GList *link)
{
  Entry *entry = link->data;

  g_queue_unlink (&self->recent, link);
  self->size -= entry->size;
  g_hash_table_remove (self->entries, &entry->key);
}

/**
 * atlas_tile_cache_insert:
 * @self: a cache
 * @x: the column of the tile
 * @y: its row
 * @zoom: its zoom level, at most 19
 * @texture: its picture, with 4 bytes per pixel
 *
 * Adds a tile, or replaces it. When the cache is full, removes the least recently used tiles.
 */
void
atlas_tile_cache_insert (AtlasTileCache *self, guint x, guint y, guint zoom, GdkTexture *texture)
{
  Entry *entry;

  g_return_if_fail (GDK_IS_TEXTURE (texture));

  if (atlas_tile_cache_lookup (self, x, y, zoom) != NULL)
    drop (self, self->recent.head);
  entry = g_new0 (Entry, 1);
  entry->key = make_key (x, y, zoom);
  entry->texture = g_object_ref (texture);
  entry->size =
    (gsize) gdk_texture_get_width (texture) * 4 * (gsize) gdk_texture_get_height (texture);
  entry->link.data = entry;
  g_hash_table_insert (self->entries, &entry->key, entry);
  g_queue_push_head_link (&self->recent, &entry->link);
  self->size += entry->size;
  while (self->size > self->budget && self->recent.length > 1)
    drop (self, self->recent.tail);
}

/* Appends the part of a coarser tile that covers the tile, or the tile itself in another size. */
static gboolean
append_part_of_coarser (AtlasTileCache *self,
                        GtkSnapshot *snapshot,
                        guint x,
                        guint y,
                        guint zoom,
                        float size)
{
  for (guint up = 0; up <= zoom && up < 8; up++)
    {
      GdkTexture *texture = atlas_tile_cache_lookup (self, x >> up, y >> up, zoom - up);
      float scaled = size * (float) (1u << up);
      guint mask = (1u << up) - 1;

      if (texture == NULL)
        continue;
      gtk_snapshot_append_texture (snapshot, texture,
                                   &GRAPHENE_RECT_INIT (-size * (float) (x & mask),
                                                        -size * (float) (y & mask), scaled,
                                                        scaled));
      return TRUE;
    }
  return FALSE;
}

/* Appends those of the four finer tiles that are in the cache. */
static gboolean
append_finer (AtlasTileCache *self, GtkSnapshot *snapshot, guint x, guint y, guint zoom, float size)
{
  gboolean found = FALSE;

  for (guint i = 0; i < 4; i++)
    {
      guint right = i % 2, down = i / 2;
      GdkTexture *texture = atlas_tile_cache_lookup (self, 2 * x + right, 2 * y + down, zoom + 1);

      if (texture == NULL)
        continue;
      found = TRUE;
      gtk_snapshot_append_texture (snapshot, texture,
                                   &GRAPHENE_RECT_INIT (size / 2 * (float) right,
                                                        size / 2 * (float) down, size / 2,
                                                        size / 2));
    }
  return found;
}

/**
 * atlas_tile_cache_dup_stand_in:
 * @self: a cache
 * @x: the column of a tile that is not in the cache
 * @y: its row
 * @zoom: its zoom level, at most 19
 * @size: its size in pixels of the map
 *
 * Returns: (transfer full) (nullable): a substitute made of tiles of other zoom levels, or %NULL
 *   when there are none
 */
GdkPaintable *
atlas_tile_cache_dup_stand_in (AtlasTileCache *self, guint x, guint y, guint zoom, float size)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gboolean found;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, size, size));
  found = append_part_of_coarser (self, snapshot, x, y, zoom, size);
  found = append_finer (self, snapshot, x, y, zoom, size) || found;
  gtk_snapshot_pop (snapshot);
  if (!found)
    {
      g_object_unref (snapshot);
      return NULL;
    }
  return gtk_snapshot_free_to_paintable (snapshot, &GRAPHENE_SIZE_INIT (size, size));
}
