/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-table-block-private.h"

#define WIDTH 400.0

static AtlasTypesetter *
new_typesetter (void)
{
  const AtlasPageSetup setup = { .language = ATLAS_LANGUAGE_EN };

  return atlas_typesetter_new (&setup);
}

static AtlasTableBlock *
new_table (AtlasTypesetter *typesetter, AtlasTableFlags flags)
{
  AtlasTableBlock *table = atlas_table_block_new (typesetter, flags);

  atlas_table_block_add_column (table, "Name", 2, ATLAS_TABLE_COLUMN_LEFT);
  atlas_table_block_add_column (table, "Places", 1, ATLAS_TABLE_COLUMN_LEFT);
  atlas_table_block_add_column (table, "Value", 0, ATLAS_TABLE_COLUMN_RIGHT);
  return table;
}

static void
add_row (AtlasTableBlock *table, const char *name, const char *places, const char *value)
{
  atlas_table_block_add_row (table, NULL);
  atlas_table_block_add_cell (table, ATLAS_TEXT_ROLE_STRONG, name);
  atlas_table_block_add_cell (table, ATLAS_TEXT_ROLE_CELL, places);
  atlas_table_block_add_cell (table, ATLAS_TEXT_ROLE_CELL, value);
}

static double
get_row_height (AtlasTableBlock *table, guint row)
{
  return atlas_block_get_row (ATLAS_BLOCK (table), row)->height;
}

static void
test_new (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  AtlasTableBlock *table = new_table (typesetter, ATLAS_TABLE_HEAD);

  atlas_block_measure (ATLAS_BLOCK (table), WIDTH);
  g_assert_cmpuint (ATLAS_BLOCK (table)->rows->len, ==, 0);
  g_assert_finalize_object (table);
}

static void
test_rows (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  g_autoptr (AtlasTableBlock) table = new_table (typesetter, ATLAS_TABLE_HEAD);

  atlas_table_block_add_group (table, "Cities");
  add_row (table, "Siping", "Jilin", "1");
  add_row (table,
           "A name so long that it needs more than one line in a column of this width, "
           "and then some more of it",
           "Jilin", "2");
  atlas_block_measure (ATLAS_BLOCK (table), WIDTH);
  g_assert_cmpuint (ATLAS_BLOCK (table)->rows->len, ==, 3);
  g_assert_true (atlas_block_get_row (ATLAS_BLOCK (table), 0)->keeps_with_next);
  g_assert_false (atlas_block_get_row (ATLAS_BLOCK (table), 1)->keeps_with_next);
  g_assert_cmpfloat (get_row_height (table, 2), >, 1.5 * get_row_height (table, 1));
  g_assert_cmpfloat (ATLAS_BLOCK (table)->head_height, >, 0);
}

/* A column gets what its text needs before another one wraps. */
static void
test_columns_share (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  g_autoptr (AtlasTableBlock) table = new_table (typesetter, ATLAS_TABLE_PLAIN);
  g_autoptr (AtlasTableBlock) short_table = new_table (typesetter, ATLAS_TABLE_PLAIN);

  add_row (table, "Siping", "Changchun, Jilin City, Siping, Liaoyuan, Tonghua, Baishan", "");
  add_row (short_table, "Siping", "Changchun", "");
  atlas_block_measure (ATLAS_BLOCK (table), WIDTH);
  atlas_block_measure (ATLAS_BLOCK (short_table), WIDTH);
  g_assert_cmpfloat (get_row_height (table, 0), ==, get_row_height (short_table, 0));
}

/* Returns where the text of a row with @name begins, from the left. */
static double
measure_left_edge (const char *name, double *height)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  g_autoptr (AtlasTableBlock) table = new_table (typesetter, ATLAS_TABLE_PLAIN);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width;

  atlas_table_block_add_row (table, NULL);
  atlas_table_block_add_pair (table, name, "a detail below");
  atlas_block_measure (ATLAS_BLOCK (table), WIDTH);
  atlas_block_draw_row (ATLAS_BLOCK (table), cr, 0);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, height);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return x;
}

/* Each line of a part is indented, also the second one of a long name and the detail below. */
static void
test_indent (void)
{
  static const char *const long_name =
    "A name so long that it needs more than one line in a column "
    "of this width, and even then some more of it, and more";
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  const double unit = atlas_typesetter_get_size (typesetter, ATLAS_TEXT_ROLE_CELL);
  g_autofree char *part = g_strconcat ("\u2003", long_name, NULL);
  g_autoptr (GString) deepest = g_string_new ("Part");
  double one_line, several_lines;

  g_assert_cmpfloat (measure_left_edge ("Whole", &one_line), <, 0.5 * unit);
  g_assert_cmpfloat (measure_left_edge (part, &several_lines), >=, unit);
  g_assert_cmpfloat (several_lines, >, 1.3 * one_line);
  for (guint i = 0; i < 300; i++)
    g_string_prepend (deepest, "\u2003");
  g_assert_cmpfloat (measure_left_edge (deepest->str, &one_line), <, 4 * unit);
}

/* A row higher than any page is shortened. */
static void
test_endless_cell (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  g_autoptr (AtlasTableBlock) table = new_table (typesetter, ATLAS_TABLE_HEAD);
  g_autofree char *words = g_strnfill (100000, 'x');

  add_row (table, words, words, words);
  atlas_block_measure (ATLAS_BLOCK (table), WIDTH);
  g_assert_cmpfloat (get_row_height (table, 0), <, 400);
}

static void
test_limit (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  g_autoptr (AtlasTableBlock) table = new_table (typesetter, ATLAS_TABLE_PLAIN);

  for (guint group = 0; group < 2; group++)
    {
      atlas_table_block_add_group (table, "Group");
      for (guint i = 0; i < 3 + group * 4; i++)
        add_row (table, "Row", "", "");
    }
  g_assert_cmpuint (atlas_table_block_get_longest (table), ==, 7);
  g_assert_cmpuint (atlas_table_block_get_length (table), ==, 12);
  /* A heading, three rows; a heading, three rows and a line for the other four. */
  atlas_table_block_set_limit (table, 3, 0);
  g_assert_cmpuint (atlas_table_block_get_length (table), ==, 9);
  atlas_block_measure (ATLAS_BLOCK (table), WIDTH);
  g_assert_cmpuint (ATLAS_BLOCK (table)->rows->len, ==, 9);
  atlas_table_block_set_limit (table, 7, 0);
  g_assert_cmpuint (atlas_table_block_get_length (table), ==, 12);
  /* One more row below the first heading, or below both. */
  g_assert_cmpuint (atlas_table_block_count_headings (table), ==, 2);
  atlas_table_block_set_limit (table, 1, 1);
  g_assert_cmpuint (atlas_table_block_get_length (table), ==, 7);
  atlas_table_block_set_limit (table, 1, 2);
  g_assert_cmpuint (atlas_table_block_get_length (table), ==, 8);
}

/* Joined rows are shown together or not at all, and are counted if hidden. The first ones are
 * shown in any case. */
static void
test_joined (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  g_autoptr (AtlasTableBlock) table = new_table (typesetter, ATLAS_TABLE_HAIRLINES);

  atlas_table_block_add_group (table, "Heading");
  add_row (table, "Whole", "", "");
  for (guint i = 0; i < 2; i++)
    {
      add_row (table, "Part", "", "");
      atlas_table_block_join_row (table);
    }
  add_row (table, "Alone", "", "");
  g_assert_cmpuint (atlas_table_block_get_longest (table), ==, 4);
  /* The heading, the whole and both parts, and a line for the last one. */
  for (guint limit = 1; limit <= 3; limit++)
    {
      atlas_table_block_set_limit (table, limit, 0);
      g_assert_cmpuint (atlas_table_block_get_length (table), ==, 5);
    }
  /* The heading and a line for all. */
  atlas_table_block_set_limit (table, 0, 0);
  g_assert_cmpuint (atlas_table_block_get_length (table), ==, 2);
  atlas_table_block_set_limit (table, 4, 0);
  g_assert_cmpuint (atlas_table_block_get_length (table), ==, 5);
}

/* Rows know their heading, and the heading is drawn where they continue. */
static void
test_groups (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  g_autoptr (AtlasTableBlock) table = new_table (typesetter, ATLAS_TABLE_HAIRLINES);
  AtlasBlock *block = ATLAS_BLOCK (table);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;
  guint heading;

  add_row (table, "Alone", "", "");
  atlas_table_block_add_group (table, "Zones <&>");
  add_row (table, "First", "", "");
  add_row (table, "Second", "", "");
  atlas_block_measure (block, WIDTH);
  g_assert_false (atlas_block_get_heading (block, 0, &heading));
  g_assert_false (atlas_block_get_heading (block, 1, &heading));
  g_assert_true (atlas_block_get_heading (block, 3, &heading));
  g_assert_cmpuint (heading, ==, 1);
  g_assert_cmpfloat (atlas_block_get_top_height (block, 0), ==, 0);
  g_assert_cmpfloat (atlas_block_get_top_height (block, 3), ==, get_row_height (table, 1));
  atlas_block_draw_heading (block, cr, 1);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (y, >=, 0);
  /* The ink is measured in whole points. */
  g_assert_cmpfloat (y + height, <, get_row_height (table, 1) + 2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_marks (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  g_autoptr (AtlasTableBlock) table = new_table (typesetter, ATLAS_TABLE_HEAD | ATLAS_TABLE_NOTES);
  double height;

  add_row (table, "Siping", "", "");
  atlas_block_measure (ATLAS_BLOCK (table), WIDTH);
  height = get_row_height (table, 0);
  g_assert_cmpuint (_atlas_table_block_get_row (table, 0)->note, ==, 0);
  atlas_table_block_set_note (table, 0, 123);
  g_assert_cmpuint (_atlas_table_block_get_row (table, 0)->note, ==, 123);
  atlas_block_measure (ATLAS_BLOCK (table), WIDTH);
  g_assert_cmpfloat (get_row_height (table, 0), ==, height);
}

/* Draws to a recording surface; errors appear as status of the context. */
static void
test_draw (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  g_autoptr (AtlasTableBlock) table =
    new_table (typesetter, ATLAS_TABLE_HEAD | ATLAS_TABLE_HAIRLINES | ATLAS_TABLE_NOTES);
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  add_row (table, "Siping <b>&amp;", "Changchun", "37");
  atlas_table_block_set_note (table, 0, 1);
  atlas_block_measure (ATLAS_BLOCK (table), WIDTH);
  atlas_block_draw_head (ATLAS_BLOCK (table), cr);
  atlas_block_draw_row (ATLAS_BLOCK (table), cr, 0);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, -1);
  g_assert_cmpfloat (x + width, <=, WIDTH + 1);
  g_assert_cmpfloat (width, >, WIDTH - 2);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Other media than paper get texts, kinds of rows and columns; empty columns are left out. */
static void
test_texts (void)
{
  g_autoptr (AtlasTypesetter) typesetter = new_typesetter ();
  g_autoptr (AtlasTableBlock) table = new_table (typesetter, ATLAS_TABLE_HEAD | ATLAS_TABLE_NOTES);
  AtlasTableColumn align;
  AtlasTableCellText cell;

  atlas_table_block_add_remark (table, "Undated");
  atlas_table_block_add_group (table, "Cities");
  atlas_table_block_add_row (table, NULL);
  atlas_table_block_add_pair (table, "Siping", "a city");
  atlas_table_block_link_cell (table, "source-1");
  atlas_table_block_anchor_row (table, "siping");
  atlas_table_block_add_cell (table, ATLAS_TEXT_ROLE_CELL, "");
  atlas_table_block_add_cell (table, ATLAS_TEXT_ROLE_CELL, "3");
  add_row (table, "Liaoyuan", "", "4");
  atlas_table_block_set_note (table, 2, 7);
  atlas_table_block_set_limit (table, 1, 0);
  atlas_block_measure (ATLAS_BLOCK (table), WIDTH);

  g_assert_cmpuint (atlas_table_block_get_n_columns (table), ==, 3);
  g_assert_cmpstr (atlas_table_block_get_column (table, 0, &align), ==, "Name");
  g_assert_null (atlas_table_block_get_column (table, 1, &align));
  g_assert_cmpstr (atlas_table_block_get_column (table, 2, &align), ==, "Value");
  g_assert_cmpint (align, ==, ATLAS_TABLE_COLUMN_RIGHT);
  g_assert_false (atlas_table_block_is_short (table, 0));
  g_assert_true (atlas_table_block_is_short (table, 2));
  g_assert_cmpint (atlas_table_block_get_row_kind (table, 0), ==, ATLAS_TABLE_ROW_REMARK);
  g_assert_cmpint (atlas_table_block_get_row_kind (table, 1), ==, ATLAS_TABLE_ROW_GROUP);
  g_assert_cmpint (atlas_table_block_get_row_kind (table, 2), ==, ATLAS_TABLE_ROW_CELLS);
  g_assert_cmpint (atlas_table_block_get_row_kind (table, 3), ==, ATLAS_TABLE_ROW_REST);
  g_assert_true (atlas_table_block_get_cell (table, 2, 0, &cell));
  g_assert_cmpint (cell.role, ==, ATLAS_TEXT_ROLE_STRONG);
  g_assert_cmpstr (cell.text, ==, "Siping");
  g_assert_cmpstr (cell.detail, ==, "a city");
  g_assert_cmpstr (cell.link, ==, "source-1");
  g_assert_true (atlas_table_block_get_cell (table, 3, 0, &cell));
  g_assert_cmpstr (cell.text, ==, "and 1 more");
  g_assert_cmpstr (cell.detail, ==, "");
  g_assert_false (atlas_table_block_get_cell (table, 3, 1, &cell));
  g_assert_cmpstr (atlas_table_block_get_anchor (table, 2), ==, "siping");
  g_assert_cmpuint (atlas_table_block_get_note (table, 2), ==, 7);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pages/table-block/new", test_new);
  g_test_add_func ("/pages/table-block/rows", test_rows);
  g_test_add_func ("/pages/table-block/columns-share", test_columns_share);
  g_test_add_func ("/pages/table-block/indent", test_indent);
  g_test_add_func ("/pages/table-block/endless-cell", test_endless_cell);
  g_test_add_func ("/pages/table-block/limit", test_limit);
  g_test_add_func ("/pages/table-block/joined", test_joined);
  g_test_add_func ("/pages/table-block/groups", test_groups);
  g_test_add_func ("/pages/table-block/marks", test_marks);
  g_test_add_func ("/pages/table-block/draw", test_draw);
  g_test_add_func ("/pages/table-block/texts", test_texts);
  return g_test_run ();
}
