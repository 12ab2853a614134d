/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-decimal.h"

#include <math.h>

static void
test_from_double (void)
{
  const struct
  {
    double value;
    AtlasDecimal expected;
  } cases[] = {
    { 0, 0 },
    { 653.33, 6533300 },
    { 0.1, 1000 },
    { -72.7, -727000 },
    { 0.0001, 1 },
    { 1e11, G_GINT64_CONSTANT (1000000000000000) },
    { 12345678.9012, G_GINT64_CONSTANT (123456789012) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasDecimal decimal = -1;

      g_assert_true (atlas_decimal_from_double (cases[i].value, &decimal));
      g_assert_cmpint (decimal, ==, cases[i].expected);
      g_assert_cmpfloat (atlas_decimal_to_double (decimal), ==, cases[i].value);
    }
}

/* Every number of four decimal places is read exactly, whatever its double is. */
static void
test_from_double_all_places (void)
{
  for (gint64 expected = 0; expected < 200000; expected++)
    {
      AtlasDecimal decimal;

      g_assert_true (atlas_decimal_from_double ((double) expected / 10000.0, &decimal));
      g_assert_cmpint (decimal, ==, expected);
    }
}

static void
test_from_double_refuses (void)
{
  const double cases[] = { NAN, INFINITY, -INFINITY, 1.1e11, 0.00001, 1.00005, 123456789.00005 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasDecimal decimal;

      g_assert_false (atlas_decimal_from_double (cases[i], &decimal));
    }
}

static void
test_sum (void)
{
  AtlasDecimal done, planned, total;

  /* As doubles, 67.88 + 585.44 is not 653.32. */
  g_assert_true (atlas_decimal_from_double (67.88, &done));
  g_assert_true (atlas_decimal_from_double (585.44, &planned));
  g_assert_true (atlas_decimal_from_double (653.32, &total));
  g_assert_cmpint (done + planned, ==, total);
}

/* Sums are limited to the range. */
static void
test_add (void)
{
  g_assert_cmpint (atlas_decimal_add (678800, 5854400), ==, 6533200);
  g_assert_cmpint (atlas_decimal_add (-1, 1), ==, 0);
  g_assert_cmpint (atlas_decimal_add (G_MAXINT64, 1), ==, G_MAXINT64);
  g_assert_cmpint (atlas_decimal_add (G_MAXINT64, G_MAXINT64), ==, G_MAXINT64);
  g_assert_cmpint (atlas_decimal_add (G_MININT64, -1), ==, G_MININT64);
  g_assert_cmpint (atlas_decimal_add (G_MAXINT64, G_MININT64), ==, -1);
}

static void
test_to_string (void)
{
  const struct
  {
    AtlasDecimal decimal;
    const char *expected;
  } cases[] = {
    { 0, "0" },
    { 6533300, "653.33" },
    { 10000, "1" },
    { 1, "0.0001" },
    { -5000, "-0.5" },
    { 110000000, "11000" },
    { G_MININT64, "-922337203685477.5808" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *string = atlas_decimal_to_string (cases[i].decimal);

      g_assert_cmpstr (string, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/values/decimal/from-double", test_from_double);
  g_test_add_func ("/values/decimal/from-double-all-places", test_from_double_all_places);
  g_test_add_func ("/values/decimal/from-double-refuses", test_from_double_refuses);
  g_test_add_func ("/values/decimal/sum", test_sum);
  g_test_add_func ("/values/decimal/add", test_add);
  g_test_add_func ("/values/decimal/to-string", test_to_string);

  return g_test_run ();
}
