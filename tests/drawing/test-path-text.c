/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <math.h>

#include "atlas-path-text.h"

static const double advances[] = { 10.0, 10.0, 10.0 };

static void
test_straight (void)
{
  static const AtlasPathPoint east[] = { { 0.0, 50.0, 0.0 }, { 100.0, 50.0, 100.0 } };
  AtlasPathLetter letters[3];
  double bend;

  g_assert_true (atlas_path_text_lay_out (east, 2, 20.0, 0.0, 8.0, FALSE, advances, 3, letters,
                                          &bend));
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat_with_epsilon (letters[i].x, 25.0 + 10.0 * i, 1e-9);
      g_assert_cmpfloat_with_epsilon (letters[i].y, 50.0, 1e-9);
      g_assert_cmpfloat_with_epsilon (letters[i].angle, 0.0, 1e-9);
    }
  g_assert_cmpfloat_with_epsilon (bend, 0.0, 1e-9);
}

/* The name of a river that flows west reads from left to right, above the river. */
static void
test_against_the_course (void)
{
  static const AtlasPathPoint west[] = { { 100.0, 50.0, 0.0 }, { 0.0, 50.0, 100.0 } };
  AtlasPathLetter letters[3];
  double bend;

  g_assert_true (atlas_path_text_lay_out (west, 2, 20.0, 6.0, 8.0, FALSE, advances, 3, letters,
                                          &bend));
  g_assert_cmpfloat (letters[0].x, <, letters[1].x);
  g_assert_cmpfloat (letters[1].x, <, letters[2].x);
  g_assert_cmpfloat_with_epsilon (letters[0].y, 44.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (letters[0].angle, 0.0, 1e-9);
}

/* Chinese letters are upright and read from top to bottom along a river that runs north. */
static void
test_upright (void)
{
  static const AtlasPathPoint north[] = { { 50.0, 100.0, 0.0 }, { 50.0, 0.0, 100.0 } };
  AtlasPathLetter letters[3];
  double bend;

  g_assert_true (atlas_path_text_lay_out (north, 2, 20.0, 6.0, 8.0, TRUE, advances, 3, letters,
                                          &bend));
  g_assert_cmpfloat (letters[0].y, <, letters[1].y);
  g_assert_cmpfloat_with_epsilon (letters[0].angle, 0.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (fabs (letters[0].x - 50.0), 6.0, 1e-9);

  g_assert_true (atlas_path_text_lay_out (north, 2, 20.0, 6.0, 8.0, FALSE, advances, 3, letters,
                                          &bend));
  g_assert_cmpfloat_with_epsilon (fabs (letters[0].angle), G_PI_2, 1e-9);
}

static void
test_refusals (void)
{
  static const AtlasPathPoint east[] = { { 0.0, 50.0, 0.0 }, { 100.0, 50.0, 100.0 } };
  static const AtlasPathPoint hairpin[] = {
    { 0.0, 0.0, 0.0 },
    { 50.0, 0.0, 50.0 },
    { 50.0, 4.0, 54.0 },
    { 0.0, 4.0, 104.0 },
  };
  AtlasPathLetter letters[3];
  double bend;

  g_assert_false (atlas_path_text_lay_out (east, 2, 80.0, 0.0, 8.0, FALSE, advances, 3, letters,
                                           &bend));
  g_assert_false (atlas_path_text_lay_out (east, 2, -5.0, 0.0, 8.0, FALSE, advances, 3, letters,
                                           &bend));
  g_assert_false (atlas_path_text_lay_out (east, 1, 0.0, 0.0, 8.0, FALSE, advances, 3, letters,
                                           &bend));
  g_assert_false (atlas_path_text_lay_out (hairpin, 4, 38.0, 0.0, 8.0, FALSE, advances, 3, letters,
                                           &bend));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawing/path-text/straight", test_straight);
  g_test_add_func ("/drawing/path-text/against-the-course", test_against_the_course);
  g_test_add_func ("/drawing/path-text/upright", test_upright);
  g_test_add_func ("/drawing/path-text/refusals", test_refusals);

  return g_test_run ();
}
