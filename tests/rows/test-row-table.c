/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-row-table.h"

#include "atlas-industries-panel.h"
#include "atlas-investment-panel.h"
#include "atlas-row.h"
#include "atlas-test-dataset.h"
#include "atlas-timeline-panel.h"
#include "panel-fixture.h"

static void
assert_table (GListModel *rows,
              AtlasDataset *dataset,
              AtlasTableFormat format,
              const char *expected)
{
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autofree char *text = atlas_row_table_to_string (rows, &facts, format);

  g_assert_cmpstr (text, ==, expected);
}

static AtlasRow *
add_row (GListStore *rows, AtlasRecord *record, const char *title)
{
  g_autoptr (AtlasRow) row = atlas_row_new (record, title);

  g_list_store_append (rows, row);
  return row;
}

/* Two groups, with the citation and the columns of the one row that has a record. Empty columns are
 * left out. */
static GListStore *
make_rows (AtlasDataset *dataset)
{
  GListStore *rows = g_list_store_new (ATLAS_TYPE_ROW);
  AtlasRow *row = add_row (rows, atlas_test_dataset_get (dataset, "total"), "Investment planned");

  atlas_row_begin_group (row, "Money");
  atlas_row_take_value (row, g_strdup ("CNY 65.333 billion"));
  atlas_row_take_subtitle (row, g_strdup ("Planned\nas of February 2021"));
  add_row (rows, NULL, "Invested");
  row = add_row (rows, NULL, "Say \"hello\",\tworld");
  atlas_row_begin_group (row, NULL);
  return rows;
}

static void
test_csv (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (GListStore) rows = make_rows (dataset);

  assert_table (
    G_LIST_MODEL (rows), dataset, ATLAS_TABLE_FORMAT_CSV,
    "\"Group\",\"Name\",\"Value\",\"Status\",\"As of\",\"Details\",\"Source\"\r\n"
    "\"Money\",\"Investment planned\",\"CNY 65.333 billion\",\"As counted\","
    "\"February 2021\",\"Planned · as of February 2021\",\"Reply to a suggestion (〔2021〕17号), "
    "section 3.2 “Changchun and Siping”, paragraph 2\"\r\n"
    "\"Money\",\"Invested\",\"\",\"\",\"\",\"\",\"\"\r\n"
    "\"\",\"Say \"\"hello\"\",\tworld\",\"\",\"\",\"\",\"\",\"\"\r\n");
}

static void
test_tabs (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (GListStore) rows = make_rows (dataset);

  assert_table (G_LIST_MODEL (rows), dataset, ATLAS_TABLE_FORMAT_TABS,
                "Group\tName\tValue\tStatus\tAs of\tDetails\tSource\n"
                "Money\tInvestment planned\tCNY 65.333 billion\tAs counted\tFebruary 2021\t"
                "Planned · as of February 2021\t"
                "Reply to a suggestion (〔2021〕17号), section 3.2 “Changchun and Siping”, "
                "paragraph 2\n"
                "Money\tInvested\t\t\t\t\t\n"
                "\tSay \"hello\", world\t\t\t\t\t\n");
}

/* Rows of different kinds share the columns with the same key. Their cells are those of tables on
 * pages; the subtitle, which says the same, is left out. */
static void
test_kinds (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (GListStore) rows = g_list_store_new (ATLAS_TYPE_ROW);
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  atlas_row_take_subtitle (add_row (rows, atlas_test_dataset_get (dataset, "bus-baishan-tonghua"),
                                    "Bus"),
                           g_strdup ("12 vehicles"));
  add_row (rows, atlas_test_dataset_get (dataset, "prj-changyi-road"), "Road");
  add_row (rows, atlas_test_dataset_get (dataset, "plan-changping"), "Plan");
  add_row (rows, atlas_test_dataset_get (dataset, "siping"), "City");
  atlas_row_take_subtitle (add_row (rows, atlas_test_dataset_get (dataset, "fig-growth-siping"),
                                    "Growth"),
                           g_strdup ("Completed · undated · Siping"));
  text = atlas_row_table_to_string (G_LIST_MODEL (rows), &facts, ATLAS_TABLE_FORMAT_TABS);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpstr (lines[0], ==,
                   "Name\tService\tStraight line\tVehicles\tTrips a day\tPlaces\tSize and date\t"
                   "Stage\tStatus\tDrawn up or issued by\tWithin\tAs of\tDetails\tSource");
  g_assert_true (g_str_has_prefix (lines[1], "Bus\tUrban-style service · "));
  g_assert_nonnull (strstr (lines[1], "\t48 km\t12\t24\t\t\t\t\t\t\t"));
  g_assert_true (g_str_has_prefix (lines[2],
                                   "Road\t\t\t\t\tChangchun, Yijiatun\tinvested so far: "));
  g_assert_true (g_str_has_prefix (lines[3],
                                   "Plan\t\t\t\t\t\t\t\tDrawn up\tChangchun, Siping\t\t"));
  g_assert_true (g_str_has_prefix (lines[4], "City\t\t\t\t\t\t\t\t\t\tJilin Province\t"));
  g_assert_nonnull (strstr (lines[5], "\tCompleted\t\t\tundated\tSiping\t"));
}

/* Data cannot become a formula; a change from the program keeps its sign. */
static void
test_formulas (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (GListStore) rows = g_list_store_new (ATLAS_TYPE_ROW);
  AtlasRow *row = add_row (rows, NULL, "=HYPERLINK(\"http://example.org\")");

  atlas_row_take_value (row, g_strdup ("-3 projects"));
  atlas_row_take_change (row, g_strdup ("+32%"));
  atlas_row_take_subtitle (row, g_strdup ("@SUM(A1)"));
  assert_table (G_LIST_MODEL (rows), dataset, ATLAS_TABLE_FORMAT_TABS,
                "Name\tValue\tChange\tDetails\n"
                "'=HYPERLINK(\"http://example.org\")\t-3 projects\t+32%\t'@SUM(A1)\n");
  assert_table (G_LIST_MODEL (rows), dataset, ATLAS_TABLE_FORMAT_CSV,
                "\"Name\",\"Value\",\"Change\",\"Details\"\r\n"
                "\"'=HYPERLINK(\"\"http://example.org\"\")\",\"-3 projects\",\"+32%\","
                "\"'@SUM(A1)\"\r\n");
}

static void
test_empty (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (GListStore) rows = g_list_store_new (ATLAS_TYPE_ROW);

  assert_table (G_LIST_MODEL (rows), dataset, ATLAS_TABLE_FORMAT_CSV, "\r\n");
}

/* Every line of the table of the bundled dataset has the same number of cells, and there is one
 * line per row. */
static void
test_jilin (gconstpointer data)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_jilin ((GType) GPOINTER_TO_SIZE (data));
  GListModel *rows = G_LIST_MODEL (fixture->panel);
  const AtlasFacts facts = { atlas_navigation_get_scope (fixture->navigation), NULL,
                             ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autofree char *text = atlas_row_table_to_string (rows, &facts, ATLAS_TABLE_FORMAT_TABS);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) head = g_strsplit (lines[0], "\t", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, g_list_model_get_n_items (rows) + 2);
  for (guint i = 0; i <= g_list_model_get_n_items (rows); i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (head));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  atlas_language_set_default (ATLAS_LANGUAGE_EN);
  g_test_add_func ("/row-table/csv", test_csv);
  g_test_add_func ("/row-table/tabs", test_tabs);
  g_test_add_func ("/row-table/kinds", test_kinds);
  g_test_add_func ("/row-table/formulas", test_formulas);
  g_test_add_func ("/row-table/empty", test_empty);
#define ADD_JILIN(name, type)                                                                      \
  g_test_add_data_func ("/row-table/jilin/" name, GSIZE_TO_POINTER (type), test_jilin)
  ADD_JILIN ("industries", ATLAS_TYPE_INDUSTRIES_PANEL);
  ADD_JILIN ("investment", ATLAS_TYPE_INVESTMENT_PANEL);
  ADD_JILIN ("timeline", ATLAS_TYPE_TIMELINE_PANEL);
#undef ADD_JILIN
  return g_test_run ();
}
