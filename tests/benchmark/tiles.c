/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <stdio.h>

#include "atlas-map-painter.h"

/*
 * Draws the tiles listed on standard input, one "ZOOM X Y" per line, and prints for each the time
 * in milliseconds: the minimum of several turns, because other load can only make a turn longer.
 */

#define TILE_SIZE 256
#define N_TURNS 5

static double
measure (cairo_t *cr, AtlasBaseMap *map, const AtlasExtent *extent)
{
  double shortest = G_MAXDOUBLE;

  for (guint i = 0; i < N_TURNS; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      atlas_map_painter_paint (cr, map, extent, TILE_SIZE, TILE_SIZE, ATLAS_STYLE_LIGHT, NULL);
      cairo_surface_flush (cairo_get_target (cr));
      shortest = MIN (shortest, (double) (g_get_monotonic_time () - start) / 1e3);
    }
  return shortest;
}

int
main (void)
{
  AtlasBaseMap *map = atlas_base_map_get_default ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, TILE_SIZE, TILE_SIZE);
  cairo_t *cr = cairo_create (surface);
  int zoom, x, y;

  while (scanf ("%d %d %d", &zoom, &x, &y) == 3)
    {
      const double count = (double) (1 << zoom);
      const AtlasExtent extent = { x / count, y / count, (x + 1) / count, (y + 1) / count };

      g_print ("%.4f\n", measure (cr, map, &extent));
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
