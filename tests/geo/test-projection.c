/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <math.h>

#include "atlas-projection.h"

static void
test_there_and_back (void)
{
  for (double latitude = -85.0; latitude <= 85.0; latitude += 2.5)
    {
      double y = atlas_projection_y (latitude);

      g_assert_cmpfloat (y, >, 0.0);
      g_assert_cmpfloat (y, <, 1.0);
      g_assert_cmpfloat_with_epsilon (atlas_projection_latitude (y), latitude, 1e-9);
    }

  for (double longitude = -180.0; longitude <= 180.0; longitude += 7.5)
    g_assert_cmpfloat_with_epsilon (atlas_projection_longitude (atlas_projection_x (longitude)),
                                    longitude, 1e-9);
}

static void
test_corners (void)
{
  g_assert_cmpfloat (atlas_projection_x (-180.0), ==, 0.0);
  g_assert_cmpfloat (atlas_projection_x (180.0), ==, 1.0);
  g_assert_cmpfloat_with_epsilon (atlas_projection_y (90.0), 0.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (atlas_projection_y (-90.0), 1.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (atlas_projection_y (0.0), 0.5, 1e-12);
}

static void
test_distance (void)
{
  /* Changchun and Siping; a quarter of a meridian; equal points. */
  g_assert_cmpfloat_with_epsilon (atlas_projection_distance (43.88, 125.323, 43.161, 124.378),
                                  110.0, 1.0);
  g_assert_cmpfloat_with_epsilon (atlas_projection_distance (0.0, 0.0, 90.0, 0.0), 10007.6, 1.0);
  g_assert_cmpfloat (atlas_projection_distance (43.0, 125.0, 43.0, 125.0), ==, 0.0);
}

static void
test_metres_per_unit (void)
{
  double equator = atlas_projection_metres_per_unit (0.0);

  g_assert_cmpfloat_with_epsilon (equator, 40075016.7, 1.0);
  g_assert_cmpfloat_with_epsilon (atlas_projection_metres_per_unit (60.0), equator / 2.0, 1e-3);
}

static void
test_tiles (void)
{
  AtlasExtent world = atlas_extent_for_tile (0, 0, 0);
  AtlasExtent left = atlas_extent_for_tile (54, 23, 6);
  AtlasExtent right = atlas_extent_for_tile (55, 23, 6);

  g_assert_cmpfloat (world.x0, ==, 0.0);
  g_assert_cmpfloat (world.y1, ==, 1.0);
  g_assert_cmpfloat (left.x1, ==, right.x0);
  g_assert_cmpfloat (left.x1 - left.x0, ==, 1.0 / 64.0);
}

static void
test_fit (void)
{
  AtlasExtent wide = { 0.8, 0.3, 0.9, 0.35 };
  AtlasExtent fitted = atlas_extent_fit (&wide, 200.0, 200.0);

  g_assert_cmpfloat_with_epsilon (fitted.x0, 0.8, 1e-12);
  g_assert_cmpfloat_with_epsilon (fitted.x1, 0.9, 1e-12);
  g_assert_cmpfloat_with_epsilon (fitted.y0, 0.275, 1e-12);
  g_assert_cmpfloat_with_epsilon (fitted.y1, 0.375, 1e-12);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/projection/there-and-back", test_there_and_back);
  g_test_add_func ("/geo/projection/corners", test_corners);
  g_test_add_func ("/geo/projection/distance", test_distance);
  g_test_add_func ("/geo/projection/metres-per-unit", test_metres_per_unit);
  g_test_add_func ("/geo/projection/tiles", test_tiles);
  g_test_add_func ("/geo/projection/fit", test_fit);

  return g_test_run ();
}
