/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-summary-layout.h"

/* A frame of 100 × 100 points; the blocks draw nothing. */
static const AtlasFrame frame = { 1, 100, 0, 100 };

static AtlasBlock *
add_block (GPtrArray *blocks, guint n_rows, double height)
{
  AtlasBlock *block = g_object_new (ATLAS_TYPE_BLOCK, NULL);

  atlas_block_measure (block, 100);
  for (guint i = 0; i < n_rows; i++)
    atlas_block_add_row (block, height, FALSE);
  g_ptr_array_add (blocks, block);
  return block;
}

static double
get_height (const AtlasPart *part)
{
  double height = atlas_block_get_top_height (part->block, part->first_row);

  for (guint row = part->first_row; row < part->first_row + part->n_rows; row++)
    height += atlas_block_get_row (part->block, row)->height;
  return height;
}

static GPtrArray *
new_blocks (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

/* Compares all parts with lines such as "0: a[0,3) 0,0": page, block, rows and position. */
static void
assert_parts (AtlasSummaryLayout *layout, GPtrArray *blocks, const char *expected)
{
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint page = 0; page < atlas_summary_layout_get_n_pages (layout); page++)
    for (guint i = 0; i < atlas_summary_layout_get_n_parts (layout, page); i++)
      {
        const AtlasPart *part = atlas_summary_layout_get_part (layout, page, i);
        guint index;

        g_assert_true (g_ptr_array_find (blocks, part->block, &index));
        g_string_append_printf (parts, "%s%u: %c[%u,%u) %g,%g", parts->len > 0 ? "\n" : "", page,
                                (int) ('a' + index), part->first_row,
                                part->first_row + part->n_rows, part->x, part->y);
      }
  g_assert_cmpstr (parts->str, ==, expected);
}

static void
assert_layout (GPtrArray *blocks, const AtlasFrame *its_frame, const char *expected)
{
  g_autoptr (AtlasSummaryLayout) layout = atlas_summary_layout_new (blocks, its_frame);

  assert_parts (layout, blocks, expected);
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  AtlasSummaryLayout *layout = atlas_summary_layout_new (blocks, &frame);

  g_assert_cmpuint (atlas_summary_layout_get_n_pages (layout), ==, 1);
  g_assert_cmpuint (atlas_summary_layout_get_n_parts (layout, 0), ==, 0);
  g_assert_finalize_object (layout);
}

static void
test_stack (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  add_block (blocks, 1, 30);
  add_block (blocks, 2, 10)->space_before = 5;
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n0: b[0,2) 0,35");
}

static void
test_space_is_left_out_on_top (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  add_block (blocks, 1, 60)->space_before = 5;
  add_block (blocks, 1, 60)->space_before = 5;
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n1: b[0,1) 0,0");
}

static void
test_table_breaks (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  /* A head and nine rows fill a page. */
  add_block (blocks, 21, 10)->head_height = 9;
  assert_layout (blocks, &frame, "0: a[0,9) 0,0\n1: a[9,18) 0,0\n2: a[18,21) 0,0");
}

static void
test_no_row_alone_above (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  /* One row would fit below the first block. */
  add_block (blocks, 1, 85);
  add_block (blocks, 4, 10);
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n1: b[0,4) 0,0");
}

static void
test_no_row_alone_below (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  /* Ten of eleven rows would fit. */
  add_block (blocks, 11, 10);
  assert_layout (blocks, &frame, "0: a[0,9) 0,0\n1: a[9,11) 0,0");
}

static void
test_three_rows_stay_together (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  add_block (blocks, 1, 75);
  add_block (blocks, 3, 10);
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n1: b[0,3) 0,0");
}

static void
test_no_heading_alone (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  add_block (blocks, 1, 70);
  add_block (blocks, 1, 15)->keeps_with_next = TRUE;
  /* Below the heading, the head and one row would fit, but not the head and two rows. */
  add_block (blocks, 8, 4)->head_height = 8;
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n1: b[0,1) 0,0\n1: c[0,8) 0,15");
}

static void
test_headings_in_a_chain (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  add_block (blocks, 1, 60);
  add_block (blocks, 1, 15)->keeps_with_next = TRUE;
  add_block (blocks, 1, 15)->keeps_with_next = TRUE;
  add_block (blocks, 1, 15);
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n1: b[0,1) 0,0\n1: c[0,1) 0,15\n1: d[0,1) 0,30");
}

static void
test_groups_keep_their_heading (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  AtlasBlock *table = add_block (blocks, 0, 0);

  /* The tenth row is a heading within the table. */
  for (guint i = 0; i < 14; i++)
    atlas_block_add_row (table, 10, i == 9);
  assert_layout (blocks, &frame, "0: a[0,9) 0,0\n1: a[9,14) 0,0");
}

/* The heading of rows is repeated above them, and takes room. */
static void
test_heading_is_repeated (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  AtlasBlock *table = add_block (blocks, 0, 0);
  const AtlasPart *part;
  g_autoptr (AtlasSummaryLayout) layout = NULL;

  table->head_height = 10;
  for (guint i = 0; i < 16; i++)
    {
      atlas_block_add_row (table, 10, i == 0);
      if (i > 0)
        atlas_block_set_heading (table, i, 0);
    }
  layout = atlas_summary_layout_new (blocks, &frame);
  /* Nine rows below the head; then eight below the head and the heading. */
  assert_parts (layout, blocks, "0: a[0,9) 0,0\n1: a[9,16) 0,0");
  part = atlas_summary_layout_get_part (layout, 0, 0);
  g_assert_cmpfloat (get_height (part), ==, 100);
  part = atlas_summary_layout_get_part (layout, 1, 0);
  g_assert_cmpfloat (get_height (part), ==, 10 + 10 + 70);
}

static void
test_columns_are_balanced (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  atlas_block_set_columns (add_block (blocks, 8, 10), 2, 20);
  add_block (blocks, 1, 10);
  atlas_block_measure (blocks->pdata[0], atlas_frame_get_block_width (&frame, blocks->pdata[0]));
  g_assert_cmpfloat (ATLAS_BLOCK (blocks->pdata[0])->width, ==, 40);
  for (guint i = 0; i < 8; i++)
    atlas_block_add_row (blocks->pdata[0], 10, FALSE);
  assert_layout (blocks, &frame, "0: a[0,4) 0,0\n0: a[4,8) 60,0\n0: b[0,1) 0,40");
}

/* A small block in several columns needs less height. */
static void
test_small_columns (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  AtlasBlock *table;

  add_block (blocks, 1, 88);
  table = add_block (blocks, 4, 5);
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n1: b[0,4) 0,0");
  atlas_block_set_columns (table, 2, 10);
  atlas_block_measure (table, 45);
  for (guint i = 0; i < 4; i++)
    atlas_block_add_row (table, 5, FALSE);
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n0: b[0,2) 0,88\n0: b[2,4) 55,88");
}

static void
test_columns_over_pages (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  AtlasBlock *block = add_block (blocks, 24, 10);

  atlas_block_set_columns (block, 2, 0);
  assert_layout (blocks, &frame,
                 "0: a[0,10) 0,0\n0: a[10,20) 100,0\n1: a[20,22) 0,0\n1: a[22,24) 100,0");
}

static void
test_page_of_two_columns (void)
{
  const AtlasFrame wide = { 2, 100, 10, 100 };
  g_autoptr (GPtrArray) blocks = new_blocks ();

  add_block (blocks, 25, 10);
  assert_layout (blocks, &wide, "0: a[0,10) 0,0\n0: a[10,20) 110,0\n1: a[20,25) 0,0");
}

static void
test_start_of_column (void)
{
  const AtlasFrame wide = { 2, 100, 10, 100 };
  g_autoptr (GPtrArray) blocks = new_blocks ();

  add_block (blocks, 1, 30);
  add_block (blocks, 1, 30)->starts_column = TRUE;
  add_block (blocks, 1, 30)->starts_column = TRUE;
  assert_layout (blocks, &wide, "0: a[0,1) 0,0\n0: b[0,1) 110,0\n1: c[0,1) 0,0");
  ATLAS_BLOCK (blocks->pdata[1])->starts_column = FALSE;
  assert_layout (blocks, &wide, "0: a[0,1) 0,0\n0: b[0,1) 0,30\n0: c[0,1) 110,0");
}

static void
test_start_of_page (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  add_block (blocks, 1, 10)->starts_page = TRUE;
  add_block (blocks, 1, 10)->starts_page = TRUE;
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n1: b[0,1) 0,0");
}

/* A row higher than a page takes a page, and the layout terminates. */
static void
test_too_high (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  add_block (blocks, 3, 150);
  add_block (blocks, 1, 10);
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n1: a[1,2) 0,0\n2: a[2,3) 0,0\n3: b[0,1) 0,0");
}

static void
test_head_too_high (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();

  add_block (blocks, 2, 10)->head_height = 200;
  assert_layout (blocks, &frame, "0: a[0,1) 0,0\n1: a[1,2) 0,0");
}

static void
test_page_of (void)
{
  g_autoptr (GPtrArray) blocks = new_blocks ();
  AtlasBlock *first = add_block (blocks, 15, 10);
  AtlasBlock *second = add_block (blocks, 2, 10);
  g_autoptr (AtlasSummaryLayout) layout = atlas_summary_layout_new (blocks, &frame);

  g_assert_cmpuint (atlas_summary_layout_get_page_of (layout, first), ==, 0);
  g_assert_cmpuint (atlas_summary_layout_get_page_of (layout, second), ==, 1);
}

/* With any heights, each row is placed once, in order, and within the frame. */
static void
test_any_heights (void)
{
  const AtlasFrame wide = { 2, 100, 10, 100 };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GPtrArray) blocks = new_blocks ();
      g_autoptr (AtlasSummaryLayout) layout = NULL;
      guint block = 0;
      guint row = 0;

      for (guint i = 0; i < 8; i++)
        {
          AtlasBlock *added = add_block (blocks, 0, 0);
          const guint n_rows = (guint) g_test_rand_int_range (1, 30);

          for (guint j = 0; j < n_rows; j++)
            atlas_block_add_row (added, g_test_rand_double_range (1, 40), g_test_rand_bit ());
          added->head_height = g_test_rand_double_range (0, 20);
          added->keeps_with_next = n_rows == 1;
          atlas_block_set_columns (added, (guint) g_test_rand_int_range (1, 3), 5);
        }
      layout = atlas_summary_layout_new (blocks, &wide);
      for (guint page = 0; page < atlas_summary_layout_get_n_pages (layout); page++)
        {
          g_assert_cmpuint (atlas_summary_layout_get_n_parts (layout, page), >, 0);
          for (guint i = 0; i < atlas_summary_layout_get_n_parts (layout, page); i++)
            {
              const AtlasPart *part = atlas_summary_layout_get_part (layout, page, i);

              if (row == ATLAS_BLOCK (blocks->pdata[block])->rows->len)
                {
                  block++;
                  row = 0;
                }
              g_assert_true (part->block == blocks->pdata[block]);
              g_assert_cmpuint (part->first_row, ==, row);
              g_assert_cmpuint (part->n_rows, >, 0);
              g_assert_cmpfloat (part->y + get_height (part), <, 100.1);
              row += part->n_rows;
            }
        }
      g_assert_cmpuint (block, ==, 7);
      g_assert_cmpuint (row, ==, ATLAS_BLOCK (blocks->pdata[7])->rows->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/summary-layout/nothing", test_nothing);
  g_test_add_func ("/pages/summary-layout/stack", test_stack);
  g_test_add_func ("/pages/summary-layout/space-is-left-out-on-top", test_space_is_left_out_on_top);
  g_test_add_func ("/pages/summary-layout/table-breaks", test_table_breaks);
  g_test_add_func ("/pages/summary-layout/no-row-alone-above", test_no_row_alone_above);
  g_test_add_func ("/pages/summary-layout/no-row-alone-below", test_no_row_alone_below);
  g_test_add_func ("/pages/summary-layout/three-rows-stay-together", test_three_rows_stay_together);
  g_test_add_func ("/pages/summary-layout/no-heading-alone", test_no_heading_alone);
  g_test_add_func ("/pages/summary-layout/headings-in-a-chain", test_headings_in_a_chain);
  g_test_add_func ("/pages/summary-layout/groups-keep-their-heading",
                   test_groups_keep_their_heading);
  g_test_add_func ("/pages/summary-layout/heading-is-repeated", test_heading_is_repeated);
  g_test_add_func ("/pages/summary-layout/columns-are-balanced", test_columns_are_balanced);
  g_test_add_func ("/pages/summary-layout/small-columns", test_small_columns);
  g_test_add_func ("/pages/summary-layout/columns-over-pages", test_columns_over_pages);
  g_test_add_func ("/pages/summary-layout/page-of-two-columns", test_page_of_two_columns);
  g_test_add_func ("/pages/summary-layout/start-of-column", test_start_of_column);
  g_test_add_func ("/pages/summary-layout/start-of-page", test_start_of_page);
  g_test_add_func ("/pages/summary-layout/too-high", test_too_high);
  g_test_add_func ("/pages/summary-layout/head-too-high", test_head_too_high);
  g_test_add_func ("/pages/summary-layout/page-of", test_page_of);
  g_test_add_func ("/pages/summary-layout/any-heights", test_any_heights);
  return g_test_run ();
}
