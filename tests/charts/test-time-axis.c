/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-time-axis.h"

static guint32
day (guint16 year, guint8 month, guint8 day_of_month)
{
  return atlas_date_first_day (&(AtlasDate) { year, month, day_of_month });
}

static void
test_position (void)
{
  const AtlasTimeAxis axis = atlas_time_axis_for_years (2019, 2020);

  g_assert_cmpuint (axis.from, ==, day (2019, 1, 1));
  g_assert_cmpuint (axis.to, ==, day (2021, 1, 1));
  g_assert_cmpfloat (atlas_time_axis_get_position (&axis, day (2019, 1, 1)), ==, 0);
  /* The second year, 2020, has one day more. */
  g_assert_cmpfloat_with_epsilon (atlas_time_axis_get_position (&axis, day (2020, 1, 1)),
                                  365.0 / 731, 1e-12);
  g_assert_cmpfloat (atlas_time_axis_get_position (&axis, day (2021, 1, 1)), ==, 1);
  g_assert_cmpfloat (atlas_time_axis_get_position (&axis, day (2016, 1, 1)), ==, 0);
  g_assert_cmpfloat (atlas_time_axis_get_position (&axis, day (2035, 1, 1)), ==, 1);
}

/* Years are limited to the range of the calendar. */
static void
test_limits (void)
{
  const AtlasTimeAxis whole = atlas_time_axis_for_years (0, 60000);
  const AtlasTimeAxis reversed = atlas_time_axis_for_years (2020, 2010);

  g_assert_cmpuint (whole.from, ==, day (1, 1, 1));
  g_assert_cmpuint (whole.to, ==, day (9999, 12, 31) + 1);
  g_assert_cmpuint (reversed.from, ==, day (2020, 1, 1));
  g_assert_cmpuint (reversed.to, ==, day (2021, 1, 1));
}

static void
test_ticks (void)
{
  const struct
  {
    guint first, last;
    guint max_ticks;
    const char *expected;
  } cases[] = {
    { 2021, 2021, 1, "2021" },
    { 2021, 2021, 3, "2021 2021-07" },
    { 2021, 2021, 4, "2021 2021-04 2021-07 2021-10" },
    { 2021, 2021, 12,
      "2021 2021-02 2021-03 2021-04 2021-05 2021-06 2021-07 2021-08 2021-09 2021-10 2021-11 "
      "2021-12" },
    { 2020, 2021, 4, "2020 2020-07 2021 2021-07" },
    { 2016, 2021, 6, "2016 2017 2018 2019 2020 2021" },
    { 2016, 2021, 5, "2016 2018 2020" },
    { 2017, 2021, 3, "2018 2020" },
    { 2018, 2035, 5, "2020 2025 2030 2035" },
    { 1901, 2000, 4, "1950 2000" },
    { 1, 9999, 5, "2000 4000 6000 8000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AtlasTimeAxis axis = atlas_time_axis_for_years (cases[i].first, cases[i].last);
      g_autoptr (GArray) ticks = atlas_time_axis_list_ticks (&axis, cases[i].max_ticks);
      g_autoptr (GString) words = g_string_new (NULL);

      for (guint j = 0; j < ticks->len; j++)
        {
          g_autofree char *iso = atlas_date_to_iso (&g_array_index (ticks, AtlasDate, j));

          g_string_append_printf (words, "%s%s", j > 0 ? " " : "", iso);
        }
      g_assert_cmpstr (words->str, ==, cases[i].expected);
      g_assert_cmpuint (ticks->len, <=, cases[i].max_ticks);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/time-axis/position", test_position);
  g_test_add_func ("/charts/time-axis/limits", test_limits);
  g_test_add_func ("/charts/time-axis/ticks", test_ticks);
  return g_test_run ();
}
