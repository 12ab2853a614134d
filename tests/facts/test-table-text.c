/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-table-text.h"

static void
test_cells (void)
{
  const struct
  {
    const char *text;
    const char *csv;
    const char *tabs;
  } cases[] = {
    { "", "\"\"", "" },
    { "a,b", "\"a,b\"", "a,b" },
    { "a\"b", "\"a\"\"b\"", "a\"b" },
    { "a\tb\nc\r", "\"a\tb\nc\r\"", "a b c " },
    { "=1+1", "\"'=1+1\"", "'=1+1" },
    { "+1", "\"'+1\"", "'+1" },
    { "-1", "\"'-1\"", "'-1" },
    { "@a", "\"'@a\"", "'@a" },
    { "\t=1", "\"'\t=1\"", "' =1" },
    { "长春市", "\"长春市\"", "长春市" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int format = ATLAS_TABLE_FORMAT_CSV; format <= ATLAS_TABLE_FORMAT_TABS; format++)
      {
        AtlasTableText *table = atlas_table_text_new (format, "");
        g_autofree char *text = NULL;

        atlas_table_text_add_data (table, cases[i].text);
        text = atlas_table_text_free_to_string (table);
        g_assert_cmpstr (text, ==, format == ATLAS_TABLE_FORMAT_CSV ? cases[i].csv : cases[i].tabs);
      }
}

static void
test_lines (void)
{
  AtlasTableText *table = atlas_table_text_new (ATLAS_TABLE_FORMAT_CSV, "\xef\xbb\xbf");
  g_autofree char *text = NULL;

  atlas_table_text_add_plain (table, "1");
  atlas_table_text_add_words (table, "+32%");
  atlas_table_text_end_line (table);
  atlas_table_text_end_line (table);
  atlas_table_text_add_plain (table, "2");
  text = atlas_table_text_free_to_string (table);
  g_assert_cmpstr (text, ==,
                   "\xef\xbb\xbf"
                   "1,\"+32%\"\r\n\r\n2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-text/cells", test_cells);
  g_test_add_func ("/table-text/lines", test_lines);
  return g_test_run ();
}
