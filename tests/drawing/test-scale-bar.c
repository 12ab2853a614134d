/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-scale-bar.h"

/* The bar has the length of a round distance, and fits. */
static void
test_length (void)
{
  static const struct
  {
    double longest;
    double metres_per_pixel;
    double metres;
  } cases[] = {
    { 120.0, 1000.0, 100000.0 }, { 100.0, 1000.0, 100000.0 }, { 99.0, 1000.0, 50000.0 },
    { 160.0, 110.0, 10000.0 },   { 160.0, 27.0, 2000.0 },     { 100.0, 3.4, 200.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const double length = cases[i].metres / cases[i].metres_per_pixel;
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      atlas_scale_bar_draw (cr, 190.0, 40.0, cases[i].longest, cases[i].metres_per_pixel,
                            ATLAS_STYLE_LIGHT, ATLAS_LANGUAGE_EN);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, length + 4.0, 1.0); /* with the halo */
      g_assert_cmpfloat_with_epsilon (x + width, 192.0, 1.0);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawing/scale-bar/length", test_length);

  return g_test_run ();
}
