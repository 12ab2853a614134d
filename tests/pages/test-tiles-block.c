/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tiles-block.h"

/* The text block of GB/T 9704, in points. */
#define WIDTH (156 * 72 / 25.4)

static AtlasTilesBlock *
new_tiles (AtlasPageLayout layout)
{
  const AtlasPageSetup setup = { .layout = layout, .language = ATLAS_LANGUAGE_EN };
  g_autoptr (AtlasTypesetter) typesetter = atlas_typesetter_new (&setup);

  return atlas_tiles_block_new (typesetter);
}

static double
measure (AtlasTilesBlock *tiles, double width)
{
  atlas_block_measure (ATLAS_BLOCK (tiles), width);
  g_assert_cmpuint (ATLAS_BLOCK (tiles)->rows->len, ==, 1);
  return atlas_block_get_row (ATLAS_BLOCK (tiles), 0)->height;
}

/* The drawing stays within width and height. */
static void
assert_inside (AtlasTilesBlock *tiles)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  atlas_block_draw_row (ATLAS_BLOCK (tiles), cr, 0);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  /* The ink is measured in whole points. */
  g_assert_cmpfloat (x, >=, -1);
  g_assert_cmpfloat (y, >=, -1);
  g_assert_cmpfloat (x + width, <=, ATLAS_BLOCK (tiles)->width + 2);
  g_assert_cmpfloat (y + height, <=, atlas_block_get_row (ATLAS_BLOCK (tiles), 0)->height + 2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_new (void)
{
  AtlasTilesBlock *tiles = new_tiles (ATLAS_PAGE_LAYOUT_COMPACT);

  atlas_block_measure (ATLAS_BLOCK (tiles), WIDTH);
  g_assert_cmpuint (ATLAS_BLOCK (tiles)->rows->len, ==, 0);
  g_assert_finalize_object (tiles);
}

static void
test_one_line (void)
{
  g_autoptr (AtlasTilesBlock) one = new_tiles (ATLAS_PAGE_LAYOUT_COMPACT);
  g_autoptr (AtlasTilesBlock) many = new_tiles (ATLAS_PAGE_LAYOUT_COMPACT);

  atlas_tiles_block_add (one, NULL, "42", "Partnerships", "");
  for (guint i = 0; i < 5; i++)
    atlas_tiles_block_add (many, NULL, "42", "Partnerships", "");
  g_assert_cmpfloat (measure (one, WIDTH), ==, measure (many, WIDTH));
  assert_inside (many);
}

/* Labels with several words get a second line before a word is broken. */
static void
test_words_stay_whole (void)
{
  static const char *const labels[] = { "Partnerships",
                                        "Bus routes",
                                        "Industries",
                                        "Events",
                                        "Projects",
                                        "Next steps",
                                        "Total investment planned" };
  g_autoptr (AtlasTilesBlock) tiles = new_tiles (ATLAS_PAGE_LAYOUT_OFFICIAL);
  double one_line, two_lines;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    atlas_tiles_block_add (tiles, NULL, i < 6 ? "42" : "CNY 65.333 billion", labels[i], "");
  one_line = measure (tiles, 3 * WIDTH);
  two_lines = measure (tiles, WIDTH);
  assert_inside (tiles);
  /* The numbers become smaller by more than one line; a broken word would need a third line. */
  g_assert_cmpfloat (two_lines, <, one_line);
  measure (tiles, WIDTH * 0.8);
  assert_inside (tiles);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/tiles-block/new", test_new);
  g_test_add_func ("/pages/tiles-block/one-line", test_one_line);
  g_test_add_func ("/pages/tiles-block/words-stay-whole", test_words_stay_whole);
  return g_test_run ();
}
