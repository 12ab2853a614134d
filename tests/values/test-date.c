/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-date.h"

static void
test_parse (void)
{
  const struct
  {
    const char *iso;
    AtlasDate expected;
  } cases[] = {
    { "2016", { 2016, 0, 0 } },         { "2016-02", { 2016, 2, 0 } },
    { "2016-02-29", { 2016, 2, 29 } },  { "0001-01-01", { 1, 1, 1 } },
    { "9999-12-31", { 9999, 12, 31 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasDate date = { 0 };
      g_autofree char *iso = NULL;

      g_assert_true (atlas_date_parse (cases[i].iso, &date));
      g_assert_cmpint (atlas_date_compare (&date, &cases[i].expected), ==, 0);
      iso = atlas_date_to_iso (&date);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
test_parse_refuses (void)
{
  const char *const cases[] = {
    "",       "16",       "0000",       "2016-",      "2016-00",    "2016-13",
    "2016-2", "2016-02-", "2016-02-00", "2016-02-30", "2017-02-29", "2016-02-29 ",
    " 2016",  "+016",     "2016-+2",    "2016/02",    "20160229",   "２０１６",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasDate date = { 7, 7, 7 };

      g_assert_false (atlas_date_parse (cases[i], &date));
    }
}

static void
test_compare (void)
{
  /* From the earliest to the latest; a less precise date comes after those within it. */
  const char *const ordered[] = { "2015",       "2016-01-01", "2016-01", "2016-02-29", "2016-02",
                                  "2016-12-31", "2016-12",    "2016",    "2017" };

  for (gsize i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (ordered); j++)
      {
        AtlasDate a, b;

        g_assert_true (atlas_date_parse (ordered[i], &a));
        g_assert_true (atlas_date_parse (ordered[j], &b));
        g_assert_cmpint (CLAMP (atlas_date_compare (&a, &b), -1, 1), ==, (i > j) - (i < j));
      }
}

static void
test_compare_unknown (void)
{
  AtlasDate known = { 2021, 0, 0 };

  g_assert_cmpint (atlas_date_compare (NULL, NULL), ==, 0);
  g_assert_cmpint (atlas_date_compare (&known, NULL), <, 0);
  g_assert_cmpint (atlas_date_compare (NULL, &known), >, 0);
}

static void
test_days (void)
{
  AtlasDate year = { 2016, 0, 0 }, february = { 2016, 2, 0 }, day = { 2016, 2, 29 };

  g_assert_cmpuint (atlas_date_last_day (&year) - atlas_date_first_day (&year), ==, 365);
  g_assert_cmpuint (atlas_date_last_day (&february) - atlas_date_first_day (&february), ==, 28);
  g_assert_cmpuint (atlas_date_last_day (&february), ==, atlas_date_first_day (&day));
  g_assert_cmpuint (atlas_date_first_day (&day), ==, atlas_date_last_day (&day));
}

static void
test_copy (void)
{
  AtlasDate date = { 2020, 8, 10 };
  g_autoptr (AtlasDate) copy = atlas_date_copy (&date);

  g_assert_true (copy != &date);
  g_assert_cmpint (atlas_date_compare (copy, &date), ==, 0);
  atlas_date_free (NULL);
}

static void
test_from_day (void)
{
  const AtlasDate leap = { 2016, 2, 29 };
  const AtlasDate date = atlas_date_from_day (atlas_date_first_day (&leap) + 0.9);
  const AtlasDate first = atlas_date_from_day (-3);

  g_assert_cmpint (atlas_date_compare (&date, &leap), ==, 0);
  g_assert_cmpint (atlas_date_compare (&first, &(AtlasDate) { 1, 1, 1 }), ==, 0);
}

static void
test_period (void)
{
  const struct
  {
    const char *iso, *from, *to;
  } cases[] = {
    { "2019/2025", "2019", "2025" },
    { "2021-01/2021-02", "2021-01", "2021-02" },
    { "2020", "2020", "2020" },
    { "2020/2020-06", "2020", "2020-06" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasPeriod period;
      g_autofree char *from = NULL;
      g_autofree char *to = NULL;

      g_assert_true (atlas_period_parse (cases[i].iso, &period));
      from = atlas_date_to_iso (&period.from);
      to = atlas_date_to_iso (&period.to);
      g_assert_cmpstr (from, ==, cases[i].from);
      g_assert_cmpstr (to, ==, cases[i].to);
    }
}

static void
test_period_refuses (void)
{
  const char *const cases[] = { "",         "/", "2019/", "/2025", "2025/2019", "2019/2020/2021",
                                "2019-2025" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasPeriod period;

      g_assert_false (atlas_period_parse (cases[i], &period));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/values/date/copy", test_copy);
  g_test_add_func ("/values/date/parse", test_parse);
  g_test_add_func ("/values/date/parse-refuses", test_parse_refuses);
  g_test_add_func ("/values/date/compare", test_compare);
  g_test_add_func ("/values/date/compare-unknown", test_compare_unknown);
  g_test_add_func ("/values/date/days", test_days);
  g_test_add_func ("/values/date/from-day", test_from_day);
  g_test_add_func ("/values/date/period", test_period);
  g_test_add_func ("/values/date/period-refuses", test_period_refuses);

  return g_test_run ();
}
