/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-axis.h"

static void
test_position (void)
{
  const AtlasAxis axis = { 100, 300 };

  g_assert_cmpfloat (atlas_axis_get_position (&axis, 100), ==, 0);
  g_assert_cmpfloat (atlas_axis_get_position (&axis, 150), ==, 0.25);
  g_assert_cmpfloat (atlas_axis_get_position (&axis, 300), ==, 1);
  g_assert_cmpfloat (atlas_axis_get_position (&axis, 99), ==, 0);
  g_assert_cmpfloat (atlas_axis_get_position (&axis, 1e9), ==, 1);
}

/* An axis without extent has one position and no ticks. */
static void
test_empty (void)
{
  const AtlasAxis axis = { 5, 5 };
  g_autoptr (GArray) ticks = atlas_axis_list_ticks (&axis, 4);

  g_assert_cmpfloat (atlas_axis_get_position (&axis, 5), ==, 0);
  g_assert_cmpuint (ticks->len, ==, 0);
}

static void
test_ticks (void)
{
  const struct
  {
    AtlasAxis axis;
    guint max_ticks;
    const char *expected;
  } cases[] = {
    { { 0, 653.33 }, 5, "0 200 400 600" },
    { { 0, 653.33 }, 8, "0 100 200 300 400 500 600" },
    { { 0, 37 }, 5, "0 10 20 30" },
    { { 0, 1 }, 6, "0 0.2 0.4 0.6 0.8 1" },
    { { 0, 100 }, 2, "0 100" },
    { { -30, 30 }, 4, "-20 0 20" },
    { { 12, 13 }, 3, "12 12.5 13" },
    { { 0, 8e9 }, 3, "0 5e+09" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ticks = atlas_axis_list_ticks (&cases[i].axis, cases[i].max_ticks);
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint j = 0; j < ticks->len; j++)
        g_string_append_printf (words, "%s%g", j > 0 ? " " : "", g_array_index (ticks, double, j));
      g_assert_cmpstr (words->str, ==, cases[i].expected);
      g_assert_cmpuint (ticks->len, <=, cases[i].max_ticks);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/axis/position", test_position);
  g_test_add_func ("/axis/empty", test_empty);
  g_test_add_func ("/axis/ticks", test_ticks);
  return g_test_run ();
}
