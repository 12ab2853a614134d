/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <time.h>

#include "atlas-link-geometry.h"
#include "atlas-test-links.h"

/*
 * Prints the processor time in milliseconds that it takes to find the link under the pointer among
 * 10 000, and to compute the distance of the pointer from all of them, for comparison. Each value
 * is the mean of many points.
 */

#define N_PLACES 500
#define N_LINKS 10000
#define N_POINTS 50

/* Six pixels at zoom level 7. */
#define REACH (6 / (256.0 * 128))

static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static AtlasPoint
get_point (AtlasLinkGeometry *geometry, guint index)
{
  const guint step = atlas_link_geometry_get_n_curves (geometry) / N_POINTS;

  return atlas_link_curve_get_point (atlas_link_geometry_get_curve (geometry, index * step), 0.3);
}

static double
measure_finding (AtlasLinkGeometry *geometry)
{
  const double start = get_milliseconds ();

  for (guint i = 0; i < N_POINTS; i++)
    {
      g_autoptr (GPtrArray) found =
        atlas_link_geometry_find_all (geometry, get_point (geometry, i), REACH, 0);

      g_assert_cmpuint (found->len, >, 0);
    }
  return (get_milliseconds () - start) / N_POINTS;
}

static double
measure_distances (AtlasLinkGeometry *geometry)
{
  const double start = get_milliseconds ();

  for (guint i = 0; i < N_POINTS; i++)
    {
      const AtlasPoint point = get_point (geometry, i);

      for (guint j = 0; j < atlas_link_geometry_get_n_curves (geometry); j++)
        g_assert_cmpfloat (
          atlas_link_curve_get_distance (atlas_link_geometry_get_curve (geometry, j), point), >=,
          0);
    }
  return (get_milliseconds () - start) / N_POINTS;
}

int
main (void)
{
  AtlasDataset *dataset = atlas_test_links_make (N_PLACES, N_LINKS);
  AtlasLinkGeometry *geometry =
    atlas_link_geometry_new (dataset, atlas_dataset_get_links (dataset), NULL, NULL, FALSE);
  const double finding = measure_finding (geometry);

  g_print ("%.4f %.4f\n", finding, measure_distances (geometry));
  atlas_link_geometry_unref (geometry);
  g_object_unref (dataset);
  return 0;
}
