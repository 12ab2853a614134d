/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-timeline-block.h"

#include "pages-fixture.h"

#define WIDTH 480.0

static AtlasBlock *
new_block (AtlasDataset *dataset, const char *id, AtlasFilter *filter)
{
  const AtlasPageSetup setup = { .language = ATLAS_LANGUAGE_EN };
  g_autoptr (AtlasTypesetter) typesetter = atlas_typesetter_new (&setup);
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, id);
  const AtlasFacts facts = { scope, filter, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };

  return atlas_timeline_block_new (typesetter, &facts);
}

/* One row over the whole width, which is never split. */
static void
test_measure (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  AtlasBlock *province = new_block (dataset, NULL, NULL);
  AtlasBlock *pair = new_block (dataset, "jl-changping", NULL);

  atlas_block_measure (province, WIDTH);
  atlas_block_measure (pair, WIDTH);
  g_assert_cmpuint (province->rows->len, ==, 1);
  g_assert_cmpfloat (atlas_block_get_row (pair, 0)->height, >, 50);
  g_assert_cmpfloat (atlas_block_get_row (pair, 0)->height, <,
                     atlas_block_get_row (province, 0)->height);
  g_assert_cmpfloat (atlas_block_get_row (province, 0)->height, <, 300);
  g_assert_finalize_object (province);
  g_assert_finalize_object (pair);
}

/* A single item is not drawn, because it adds nothing to its row; hidden records are not drawn. */
static void
test_nothing (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasBlock) block = NULL;

  g_assert_null (new_block (dataset, "ind-hydrogen", NULL));
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2020, 8, 0 });
  block = new_block (dataset, "jl-changji", filter);
  g_assert_nonnull (block);
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2018, 12, 0 });
  g_assert_null (new_block (dataset, "jl-changji", filter));
}

/* The drawing stays within its row. */
static void
test_draw (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasBlock) block = new_block (dataset, NULL, NULL);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  atlas_block_measure (block, WIDTH);
  ATLAS_BLOCK_GET_CLASS (block)->draw_row (block, cr, 0);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, -1);
  g_assert_cmpfloat (y, >=, -1);
  g_assert_cmpfloat (x + width, <=, WIDTH + 1);
  g_assert_cmpfloat (width, >, WIDTH * 0.9);
  g_assert_cmpfloat (y + height, <=, atlas_block_get_row (block, 0)->height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/timeline-block/measure", test_measure);
  g_test_add_func ("/pages/timeline-block/nothing", test_nothing);
  g_test_add_func ("/pages/timeline-block/draw", test_draw);
  return g_test_run ();
}
