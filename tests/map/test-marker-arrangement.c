/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-marker-arrangement.h"

static AtlasMarkerBox
box_at (double x, double y)
{
  return (AtlasMarkerBox) { .at = { x, y }, .size = 10, .label_width = 40, .label_height = 16 };
}

static gboolean
boxes_meet (const AtlasExtent *a, const AtlasExtent *b)
{
  return a->x0 < b->x1 && b->x0 < a->x1 && a->y0 < b->y1 && b->y0 < a->y1;
}

static void
test_place_label (void)
{
  AtlasMarkerBox box = box_at (100, 100);
  AtlasExtent right = atlas_marker_place_label (&box, ATLAS_MARKER_SIDE_RIGHT);
  AtlasExtent left = atlas_marker_place_label (&box, ATLAS_MARKER_SIDE_LEFT);
  AtlasExtent top = atlas_marker_place_label (&box, ATLAS_MARKER_SIDE_TOP);
  AtlasExtent bottom = atlas_marker_place_label (&box, ATLAS_MARKER_SIDE_BOTTOM);
  AtlasExtent none = atlas_marker_place_label (&box, ATLAS_MARKER_SIDE_NONE);

  g_assert_cmpfloat (right.x0, >=, 105);
  g_assert_cmpfloat (right.x1 - right.x0, ==, 40);
  g_assert_cmpfloat (left.x1, <=, 95);
  g_assert_cmpfloat (top.y1, <=, 95);
  g_assert_cmpfloat (bottom.y0, >=, 105);
  g_assert_cmpfloat ((top.x0 + top.x1) / 2, ==, 100);
  g_assert_cmpfloat ((right.y0 + right.y1) / 2, ==, 100);
  g_assert_cmpfloat (none.x1 - none.x0, ==, 0);
}

static void
test_alone (void)
{
  AtlasMarkerBox box = box_at (100, 100);
  g_autoptr (GArray) occupied = atlas_marker_arrange (&box, 1, NULL);

  g_assert_cmpint (box.side, ==, ATLAS_MARKER_SIDE_RIGHT);
  g_assert_cmpuint (occupied->len, ==, 2);
}

/* With markers to the right, left, above and below in turn, the name is placed where there is
 * room. */
static void
test_sides (void)
{
  const AtlasPoint around[] = { { 120, 100 }, { 80, 100 }, { 100, 88 }, { 100, 112 } };
  const AtlasMarkerSide expected[] = { ATLAS_MARKER_SIDE_RIGHT, ATLAS_MARKER_SIDE_LEFT,
                                       ATLAS_MARKER_SIDE_TOP, ATLAS_MARKER_SIDE_BOTTOM,
                                       ATLAS_MARKER_SIDE_NONE };

  for (guint n_around = 0; n_around <= G_N_ELEMENTS (around); n_around++)
    {
      AtlasMarkerBox boxes[G_N_ELEMENTS (around) + 1] = { box_at (100, 100) };
      g_autoptr (GArray) occupied = NULL;

      for (guint i = 0; i < n_around; i++)
        boxes[i + 1] = box_at (around[i].x, around[i].y);
      occupied = atlas_marker_arrange (boxes, n_around + 1, NULL);
      g_assert_cmpint (boxes[0].side, ==, expected[n_around]);
    }
}

/* A name does not cover avoided boxes if another side of the marker is free; otherwise it does. */
static void
test_avoided (void)
{
  const AtlasExtent right = { 104, 50, 1000, 150 }, left = { -1000, 50, 96, 150 };
  const AtlasExtent all = { -1000, -1000, 1000, 1000 };
  const struct
  {
    AtlasExtent avoided[2];
    AtlasMarkerSide side;
  } cases[] = {
    { { right, right }, ATLAS_MARKER_SIDE_LEFT },
    { { left, left }, ATLAS_MARKER_SIDE_RIGHT },
    { { { 104, 97, 1000, 103 }, { -1000, 97, 96, 103 } }, ATLAS_MARKER_SIDE_TOP },
    { { right, all }, ATLAS_MARKER_SIDE_RIGHT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasMarkerBox box = box_at (100, 100);
      g_autoptr (GArray) avoided = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
      g_autoptr (GArray) occupied = NULL;

      g_array_append_vals (avoided, cases[i].avoided, G_N_ELEMENTS (cases[i].avoided));
      occupied = atlas_marker_arrange (&box, 1, avoided);
      g_assert_cmpint (box.side, ==, cases[i].side);
      g_assert_cmpuint (occupied->len, ==, 2);
    }
}

/* Of two markers at one place the less important one is hidden, unless both must be shown. */
static void
test_hidden (void)
{
  AtlasMarkerBox boxes[] = { box_at (100, 100), box_at (104, 100) };
  g_autoptr (GArray) first = atlas_marker_arrange (boxes, G_N_ELEMENTS (boxes), NULL);
  g_autoptr (GArray) second = NULL;
  g_autoptr (GArray) third = NULL;

  g_assert_cmpint (boxes[0].side, ==, ATLAS_MARKER_SIDE_RIGHT);
  g_assert_cmpint (boxes[1].side, ==, ATLAS_MARKER_SIDE_HIDDEN);
  boxes[1].must_show = TRUE;
  second = atlas_marker_arrange (boxes, G_N_ELEMENTS (boxes), NULL);
  g_assert_cmpint (boxes[0].side, ==, ATLAS_MARKER_SIDE_HIDDEN);
  g_assert_cmpint (boxes[1].side, ==, ATLAS_MARKER_SIDE_RIGHT);
  boxes[0].must_show = TRUE;
  third = atlas_marker_arrange (boxes, G_N_ELEMENTS (boxes), NULL);
  g_assert_cmpint (boxes[0].side, !=, ATLAS_MARKER_SIDE_HIDDEN);
  g_assert_cmpint (boxes[1].side, !=, ATLAS_MARKER_SIDE_HIDDEN);
  /* Visible markers take room, hidden ones do not. */
  g_assert_cmpuint (third->len, >, first->len);
}

/* The name of a marker that must be shown hides other markers if it has no free side otherwise. */
static void
test_subject (void)
{
  const AtlasPoint around[] = { { 120, 100 }, { 80, 100 }, { 100, 88 }, { 100, 112 } };
  AtlasMarkerBox boxes[G_N_ELEMENTS (around) + 1];
  g_autoptr (GArray) occupied = NULL;

  boxes[G_N_ELEMENTS (around)] = box_at (100, 100);
  boxes[G_N_ELEMENTS (around)].must_show = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    boxes[i] = box_at (around[i].x, around[i].y);
  occupied = atlas_marker_arrange (boxes, G_N_ELEMENTS (boxes), NULL);
  g_assert_cmpint (boxes[4].side, ==, ATLAS_MARKER_SIDE_RIGHT);
  g_assert_cmpint (boxes[0].side, ==, ATLAS_MARKER_SIDE_HIDDEN);
  g_assert_cmpint (boxes[1].side, ==, ATLAS_MARKER_SIDE_LEFT);
}

static void
test_crowd (void)
{
  AtlasMarkerBox boxes[400];
  g_autoptr (GArray) occupied = NULL;
  guint n_named = 0;

  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    boxes[i] = box_at (i * 37 % 601, i * 53 % 401);
  occupied = atlas_marker_arrange (boxes, G_N_ELEMENTS (boxes), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    n_named += boxes[i].side < ATLAS_MARKER_SIDE_NONE;
  g_assert_cmpuint (n_named, >, 50);
  for (guint i = 0; i < occupied->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (boxes_meet (&g_array_index (occupied, AtlasExtent, i),
                                  &g_array_index (occupied, AtlasExtent, j)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map/marker-arrangement/place-label", test_place_label);
  g_test_add_func ("/map/marker-arrangement/alone", test_alone);
  g_test_add_func ("/map/marker-arrangement/sides", test_sides);
  g_test_add_func ("/map/marker-arrangement/avoided", test_avoided);
  g_test_add_func ("/map/marker-arrangement/hidden", test_hidden);
  g_test_add_func ("/map/marker-arrangement/subject", test_subject);
  g_test_add_func ("/map/marker-arrangement/crowd", test_crowd);

  return g_test_run ();
}
