/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-label-placer.h"

static void
test_take (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (200.0, 100.0);
  const AtlasExtent first = { 10.0, 10.0, 90.0, 30.0 };
  const AtlasExtent over_it = { 80.0, 20.0, 130.0, 40.0 };
  const AtlasExtent beside_it = { 90.0, 10.0, 140.0, 30.0 };

  g_assert_true (atlas_label_placer_take (placer, &first, 1));
  g_assert_false (atlas_label_placer_take (placer, &first, 1));
  g_assert_false (atlas_label_placer_take (placer, &over_it, 1));
  g_assert_true (atlas_label_placer_take (placer, &beside_it, 1));
}

static void
test_edges (void)
{
  static const AtlasExtent outside[] = {
    { -1.0, 10.0, 19.0, 20.0 },  { 185.0, 10.0, 205.0, 20.0 },   { 10.0, -1.0, 30.0, 9.0 },
    { 10.0, 95.0, 30.0, 105.0 }, { -500.0, 10.0, -480.0, 20.0 }, { 1e9, 10.0, 1e9 + 20.0, 20.0 },
  };
  const AtlasExtent whole = { 0.0, 0.0, 200.0, 100.0 };
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (200.0, 100.0);

  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    g_assert_false (atlas_label_placer_take (placer, &outside[i], 1));
  g_assert_true (atlas_label_placer_take (placer, &whole, 1));
}

static void
test_obstacles (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (200.0, 100.0);
  const AtlasExtent at_the_edge = { 190.0, -20.0, 250.0, 20.0 };
  const AtlasExtent far_away = { 5000.0, 5000.0, 5010.0, 5010.0 };
  const AtlasExtent under_it = { 150.0, 5.0, 195.0, 15.0 };
  const AtlasExtent corner = { 180.0, 85.0, 200.0, 100.0 };

  atlas_label_placer_block (placer, &at_the_edge);
  atlas_label_placer_block (placer, &far_away);
  g_assert_false (atlas_label_placer_take (placer, &under_it, 1));
  g_assert_true (atlas_label_placer_take (placer, &corner, 1));
}

/* A label with several boxes gets all of its room or none. */
static void
test_several_boxes (void)
{
  g_autoptr (AtlasLabelPlacer) placer = atlas_label_placer_new (200.0, 100.0);
  const AtlasExtent blocked = { 100.0, 0.0, 120.0, 20.0 };
  const AtlasExtent letters[] = {
    { 0.0, 0.0, 20.0, 20.0 },
    { 15.0, 5.0, 35.0, 25.0 },
    { 95.0, 10.0, 115.0, 30.0 },
  };

  atlas_label_placer_block (placer, &blocked);
  g_assert_false (atlas_label_placer_take (placer, letters, 3));
  g_assert_true (atlas_label_placer_take (placer, letters, 2));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/label-placer/take", test_take);
  g_test_add_func ("/geo/label-placer/edges", test_edges);
  g_test_add_func ("/geo/label-placer/obstacles", test_obstacles);
  g_test_add_func ("/geo/label-placer/several-boxes", test_several_boxes);

  return g_test_run ();
}
