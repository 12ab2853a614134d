/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tile-cache.h"

/* The bytes of one tile of the tests, which is 4 pixels wide and high. */
#define TILE 64

static GdkTexture *
make_texture (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (TILE), TILE);

  return gdk_memory_texture_new (4, 4, GDK_MEMORY_DEFAULT, bytes, 16);
}

static void
insert (AtlasTileCache *cache, guint x, guint y, guint zoom)
{
  g_autoptr (GdkTexture) texture = make_texture ();

  atlas_tile_cache_insert (cache, x, y, zoom, texture);
}

static gboolean
has (AtlasTileCache *cache, guint x, guint y, guint zoom)
{
  return atlas_tile_cache_lookup (cache, x, y, zoom) != NULL;
}

static void
test_lookup (void)
{
  g_autoptr (AtlasTileCache) cache = atlas_tile_cache_new (8 * TILE);
  g_autoptr (GdkTexture) texture = make_texture ();

  g_assert_null (atlas_tile_cache_lookup (cache, 3, 5, 4));
  atlas_tile_cache_insert (cache, 3, 5, 4, texture);
  g_assert_true (atlas_tile_cache_lookup (cache, 3, 5, 4) == texture);
  g_assert_false (has (cache, 5, 3, 4));
  g_assert_false (has (cache, 3, 5, 5));

  /* The tile with the largest numbers does not replace another one. */
  insert (cache, (1u << 19) - 1, (1u << 19) - 1, 19);
  g_assert_true (has (cache, (1u << 19) - 1, (1u << 19) - 1, 19));
  g_assert_false (has (cache, (1u << 19) - 2, (1u << 19) - 1, 19));
}

/* A tile that is inserted again replaces the old one and counts once. */
static void
test_insert_again (void)
{
  g_autoptr (AtlasTileCache) cache = atlas_tile_cache_new (2 * TILE);
  g_autoptr (GdkTexture) latest = make_texture ();

  insert (cache, 0, 0, 1);
  insert (cache, 1, 0, 1);
  insert (cache, 0, 0, 1);
  atlas_tile_cache_insert (cache, 0, 0, 1, latest);
  g_assert_true (atlas_tile_cache_lookup (cache, 0, 0, 1) == latest);
  g_assert_true (has (cache, 1, 0, 1));
}

static void
test_budget (void)
{
  g_autoptr (AtlasTileCache) cache = atlas_tile_cache_new (3 * TILE);

  for (guint x = 0; x < 3; x++)
    insert (cache, x, 0, 5);
  /* A tile that was looked up is kept longer. */
  g_assert_true (has (cache, 0, 0, 5));
  insert (cache, 3, 0, 5);
  g_assert_false (has (cache, 1, 0, 5));
  g_assert_true (has (cache, 0, 0, 5));
  g_assert_true (has (cache, 2, 0, 5));
  g_assert_true (has (cache, 3, 0, 5));
}

/* A tile larger than the budget is kept until the next one, because otherwise the map would stay
 * empty. */
static void
test_small_budget (void)
{
  g_autoptr (AtlasTileCache) cache = atlas_tile_cache_new (1);

  insert (cache, 0, 0, 1);
  g_assert_true (has (cache, 0, 0, 1));
  insert (cache, 1, 0, 1);
  g_assert_false (has (cache, 0, 0, 1));
  g_assert_true (has (cache, 1, 0, 1));
}

/* Textures are freed with their tiles. */
static void
test_references (void)
{
  AtlasTileCache *cache = atlas_tile_cache_new (TILE);
  GdkTexture *first = make_texture ();
  GdkTexture *second = make_texture ();

  g_object_add_weak_pointer (G_OBJECT (first), (gpointer *) &first);
  g_object_add_weak_pointer (G_OBJECT (second), (gpointer *) &second);
  atlas_tile_cache_insert (cache, 0, 0, 1, first);
  atlas_tile_cache_insert (cache, 1, 0, 1, second);
  g_object_unref (first);
  g_object_unref (second);
  g_assert_null (first);
  g_assert_nonnull (second);
  atlas_tile_cache_free (cache);
  g_assert_null (second);
}

static void
test_stand_in (void)
{
  g_autoptr (AtlasTileCache) cache = atlas_tile_cache_new (8 * TILE);
  g_autoptr (GdkPaintable) coarse = NULL;
  g_autoptr (GdkPaintable) fine = NULL;
  g_autoptr (GdkPaintable) same = NULL;

  g_assert_null (atlas_tile_cache_dup_stand_in (cache, 6, 5, 3, 256));

  /* Tile 1, 1 at zoom 1 covers tiles 4…7, 4…7 at zoom 3. */
  insert (cache, 1, 1, 1);
  coarse = atlas_tile_cache_dup_stand_in (cache, 6, 5, 3, 256);
  g_assert_nonnull (coarse);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (coarse), ==, 256);
  g_assert_cmpint (gdk_paintable_get_intrinsic_height (coarse), ==, 256);
  g_assert_null (atlas_tile_cache_dup_stand_in (cache, 3, 5, 3, 256));

  /* One of the four tiles of the next zoom level is enough. */
  insert (cache, 7, 9, 4);
  fine = atlas_tile_cache_dup_stand_in (cache, 3, 4, 3, 256);
  g_assert_nonnull (fine);
  g_assert_null (atlas_tile_cache_dup_stand_in (cache, 2, 4, 3, 256));

  /* A tile drawn in another size is a substitute for itself. */
  insert (cache, 2, 4, 3);
  same = atlas_tile_cache_dup_stand_in (cache, 2, 4, 3, 256);
  g_assert_nonnull (same);
  g_assert_null (atlas_tile_cache_dup_stand_in (cache, 1, 4, 3, 256));
}

int
main (int argc, char *argv[])
{
#define ADD(name) g_test_add_func ("/tile-cache/" #name, test_##name)
  gtk_test_init (&argc, &argv, NULL);
  ADD (lookup);
  ADD (insert_again);
  ADD (budget);
  ADD (small_budget);
  ADD (references);
  ADD (stand_in);
#undef ADD
  return g_test_run ();
}
