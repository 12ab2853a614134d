/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <string.h>

#include "atlas-home-extent.h"
#include "atlas-reader.h"

/* Tests the initial extent of maps. */

#define HEAD                                                                                       \
  "{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\", \"sources\": [], "              \
  "\"places\": ["

#define CITY(id, north, east)                                                                      \
  "{\"id\": \"" id "\", \"name\": \"" id "\", \"pinyin\": \"a\", \"kind\": \"prefecture\", "       \
  "\"latitude\": " north ", \"longitude\": " east "}"

#define PROVINCE(id, north, east)                                                                  \
  "{\"id\": \"" id "\", \"name\": \"" id "\", \"pinyin\": \"a\", \"kind\": \"province\", "         \
  "\"latitude\": " north ", \"longitude\": " east "}"

static AtlasDataset *
read_dataset (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static gboolean
find (const char *json, AtlasExtent *extent)
{
  g_autoptr (AtlasDataset) dataset = read_dataset (json);

  return atlas_home_extent_find (atlas_base_map_get_default (), dataset, extent);
}

static gboolean
contains (const AtlasExtent *extent, double latitude, double longitude)
{
  const double x = atlas_projection_x (longitude), y = atlas_projection_y (latitude);

  return x > extent->x0 && x < extent->x1 && y > extent->y0 && y < extent->y1;
}

static void
test_jilin (void)
{
  AtlasExtent extent, province;

  g_assert_true (atlas_base_map_get_area_extent (atlas_base_map_get_default (), "22", &province));
  g_assert_true (atlas_home_extent_find (atlas_base_map_get_default (), NULL, &extent));
  g_assert_cmpmem (&extent, sizeof extent, &province, sizeof province);
  g_assert_true (find (HEAD "]}", &extent));

  /* Partners in other provinces do not change the extent. */
  g_assert_true (find (HEAD CITY ("cc", "43.88", "125.32") "," CITY (
                         "sp", "43.17", "124.35") "," CITY ("hz", "30.27", "120.16") "]}",
                       &extent));
  g_assert_cmpmem (&extent, sizeof extent, &province, sizeof province);
}

/* Two cities, and a province that is shown completely. */
static void
test_guangdong (void)
{
  AtlasExtent extent;

  g_assert_false (find (HEAD PROVINCE ("gd", "23.1", "113.3") "," CITY (
                          "gz", "23.13", "113.26") "," CITY ("sz", "22.54", "114.06") "]}",
                        &extent));
  g_assert_true (contains (&extent, 23.13, 113.26));
  g_assert_true (contains (&extent, 22.54, 114.06));
  g_assert_true (contains (&extent, 21.2, 110.4));   /* Zhanjiang */
  g_assert_true (contains (&extent, 23.66, 116.62)); /* Chaozhou */
  g_assert_false (contains (&extent, 30.27, 120.16));
  g_assert_cmpfloat (extent.x1 - extent.x0, <, 12.0 / 360);
}

/* A single point is shown with its surroundings. */
static void
test_point (void)
{
  AtlasExtent extent;

  g_assert_false (find (HEAD CITY ("hz", "30.27", "120.16") "]}", &extent));
  g_assert_cmpfloat_with_epsilon (extent.x1 - extent.x0, 5.0 / 360, 1e-6);
  g_assert_true (contains (&extent, 30.27, 120.16));
  g_assert_true (contains (&extent, 31.2, 121.4));
}

/* The same outside the base map. */
static void
test_beyond (void)
{
  AtlasExtent extent;

  g_assert_false (find (HEAD PROVINCE ("by", "48.9", "11.4") "," CITY (
                          "m", "48.1", "11.6") "," CITY ("b", "52.5", "13.4") "]}",
                        &extent));
  g_assert_true (contains (&extent, 48.1, 11.6));
  g_assert_true (contains (&extent, 52.5, 13.4));
  g_assert_false (contains (&extent, 43.9, 125.3));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/home-extent/jilin", test_jilin);
  g_test_add_func ("/geo/home-extent/guangdong", test_guangdong);
  g_test_add_func ("/geo/home-extent/point", test_point);
  g_test_add_func ("/geo/home-extent/beyond", test_beyond);

  return g_test_run ();
}
