/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-position.h"
#include "atlas-starter.h"

/* Tests what is known about a position on the map. */

static AtlasDataset *
create_dataset (void)
{
  g_autoptr (AtlasText) title = atlas_text_new ("新库", "New", "새 자료");

  return atlas_starter_create_dataset (atlas_base_map_get_default (), title);
}

static const char *
find_parent (AtlasDataset *dataset, double latitude, double longitude)
{
  AtlasPlace *place =
    atlas_position_find_parent (atlas_base_map_get_default (), dataset, latitude, longitude);

  return place != NULL ? atlas_record_get_id (ATLAS_RECORD (place)) : NULL;
}

/* A position lies in a county, near a border between counties only in the prefecture, and near a
 * border between prefectures or outside of the province nowhere. */
static void
test_parent (void)
{
  g_autoptr (AtlasDataset) dataset = create_dataset ();
  double north = 43.34, south = 43.0;

  g_assert_cmpstr (find_parent (dataset, 43.34, 125.30), ==, "cn-220323");
  g_assert_null (find_parent (dataset, 41.8, 123.4));
  /* Search the border between Siping and Liaoyuan on a meridian. */
  g_assert_cmpstr (find_parent (dataset, north, 125.3), ==, "cn-220323");
  while (north - south > 0.001)
    {
      const double middle = (north + south) / 2;
      const char *code = atlas_base_map_prefecture_at (
        atlas_base_map_get_default (), atlas_projection_x (125.3), atlas_projection_y (middle));

      if (g_strcmp0 (code, "220300") == 0)
        north = middle;
      else
        south = middle;
    }
  g_assert_null (find_parent (dataset, north, 125.3));
  g_assert_null (find_parent (dataset, south, 125.3));
  g_assert_nonnull (find_parent (dataset, north + 0.05, 125.3));
}

/* Without the county, the prefecture is the parent. */
static void
test_without_county (void)
{
  g_autoptr (AtlasDataset) dataset = create_dataset ();
  g_autoptr (AtlasDataset) smaller = NULL;
  g_autoptr (GError) error = NULL;
  const char *const removed[] = { "cn-220323", NULL };

  smaller = atlas_dataset_derive (dataset, NULL, removed, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (find_parent (smaller, 43.34, 125.30), ==, "cn-220300");
}

/* A map of a whole province shows two decimals, and a town four. */
static void
test_rounding (void)
{
  g_assert_cmpfloat (atlas_position_round (124.377912, 256 << 6), ==, 124.38);
  g_assert_cmpfloat (atlas_position_round (124.377912, 256 << 10), ==, 124.378);
  g_assert_cmpfloat (atlas_position_round (124.377912, 256 << 13), ==, 124.3779);
  g_assert_cmpfloat (atlas_position_round (-124.377912, 1e12), ==, -124.3779);
  g_assert_cmpfloat (atlas_position_round (43.987, 1), ==, 43.99);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/position/parent", test_parent);
  g_test_add_func ("/geo/position/without-county", test_without_county);
  g_test_add_func ("/geo/position/rounding", test_rounding);

  return g_test_run ();
}
