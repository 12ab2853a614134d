/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-column-widths.h"

#define EPSILON 1e-9

/* The last column ends at the right edge of the table. */
static double
get_right (const AtlasColumnWidth *columns, guint n_columns)
{
  return columns[n_columns - 1].x + columns[n_columns - 1].width;
}

/* If there is room, each column has its natural width, and the surplus is divided by shares. */
static void
test_surplus (void)
{
  AtlasColumnWidth columns[] = { { 1, 20, 0, 0 }, { 0, 15, 0, 0 }, { 3, 25, 0, 0 } };

  atlas_column_widths_divide (columns, 3, 120, 10);
  g_assert_cmpfloat_with_epsilon (columns[0].width, 20 + 40 * 0.25, EPSILON);
  g_assert_cmpfloat_with_epsilon (columns[1].width, 15, EPSILON);
  g_assert_cmpfloat_with_epsilon (columns[1].x, 40, EPSILON);
  g_assert_cmpfloat_with_epsilon (columns[2].width, 25 + 40 * 0.75, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_right (columns, 3), 120, EPSILON);
}

/* If one column must wrap, no other gets more than it needs. */
static void
test_shortage (void)
{
  AtlasColumnWidth columns[] = { { 1, 10, 0, 0 }, { 1, 300, 0, 0 }, { 1, 200, 0, 0 } };

  atlas_column_widths_divide (columns, 3, 130, 10);
  g_assert_cmpfloat_with_epsilon (columns[0].width, 10, EPSILON);
  g_assert_cmpfloat_with_epsilon (columns[1].width, 50, EPSILON);
  g_assert_cmpfloat_with_epsilon (columns[2].width, 50, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_right (columns, 3), 130, EPSILON);
}

/* An empty column leaves no gap. */
static void
test_empty (void)
{
  AtlasColumnWidth columns[] = { { 1, 40, 0, 0 }, { 2, 0, 0, 0 }, { 0, 0, 0, 0 }, { 1, 40, 0, 0 } };

  atlas_column_widths_divide (columns, 4, 110, 10);
  g_assert_cmpfloat (columns[1].width, ==, 0);
  g_assert_cmpfloat (columns[2].width, ==, 0);
  g_assert_cmpfloat_with_epsilon (columns[3].x, 60, EPSILON);
  g_assert_cmpfloat_with_epsilon (get_right (columns, 4), 110, EPSILON);
}

/* In a very narrow table, columns with a share keep a width at which text can be wrapped. */
static void
test_no_room (void)
{
  AtlasColumnWidth columns[] = { { 0, 80, 0, 0 }, { 1, 50, 0, 0 }, { 1, 50, 0, 0 } };

  atlas_column_widths_divide (columns, 3, 60, 10);
  g_assert_cmpfloat (columns[0].width, ==, 80);
  g_assert_cmpfloat (columns[1].width, ==, 1);
  g_assert_cmpfloat (columns[2].width, ==, 1);
}

static void
test_none (void)
{
  AtlasColumnWidth column = { 0, 10, 0, 0 };

  atlas_column_widths_divide (&column, 0, 100, 10);
  g_assert_cmpfloat (column.width, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/column-widths/surplus", test_surplus);
  g_test_add_func ("/pages/column-widths/shortage", test_shortage);
  g_test_add_func ("/pages/column-widths/empty", test_empty);
  g_test_add_func ("/pages/column-widths/no-room", test_no_room);
  g_test_add_func ("/pages/column-widths/none", test_none);
  return g_test_run ();
}
