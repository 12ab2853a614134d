/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-library-table.h"

#include <string.h>

#include "atlas-reader.h"
#include "pages-fixture.h"

static AtlasDataset *jilin;

/* A library with a road whose investment grew, a railway, and two next steps. */
static const char library[] =
  "{\"format\": \"jilin-atlas\", \"version\": 1, \"date\": \"2021-05-30\","
  "\"title\": {\"zh\": \"库\", \"en\": \"Library\"},"
  "\"sources\": [{\"id\": \"may\", \"name\": \"May report\", \"title\": \"May report\","
  "  \"number\": \"[2021] 5\", \"date\": \"2021-05-30\", \"sections\": [{\"id\": \"1\","
  "  \"paragraphs\": 2}]}, {\"id\": \"autumn\", \"name\": \"Autumn report\","
  "  \"title\": \"Autumn report\", \"number\": \"[2021] 9\", \"date\": \"2021-09-30\","
  "  \"sections\": [{\"id\": \"1\", \"paragraphs\": 2}]}],"
  "\"places\": [{\"id\": \"city\", \"name\": {\"zh\": \"市\", \"en\": \"City\"},"
  "  \"kind\": \"prefecture\", \"latitude\": 43.5, \"longitude\": 125.5}],"
  "\"organizations\": [{\"id\": \"bureau\", \"name\": {\"zh\": \"局\", \"en\": \"Bureau\"},"
  "  \"kind\": \"government\", \"places\": [\"city\"]}],"
  "\"figures\": [{\"id\": \"first\", \"name\": \"first\", \"value\": 23.4,"
  "  \"unit\": \"cny-100m\", \"status\": \"completed\", \"as_of\": \"2021-05\","
  "  \"cites\": [{\"source\": \"may\", \"section\": \"1\", \"paragraph\": 2}]},"
  "  {\"id\": \"second\", \"name\": \"second\", \"value\": 25.1, \"unit\": \"cny-100m\","
  "  \"status\": \"completed\", \"as_of\": \"2021-09\","
  "  \"cites\": [{\"source\": \"autumn\", \"section\": \"1\", \"paragraph\": 1}]}],"
  "\"projects\": [{\"id\": \"road\", \"name\": {\"zh\": \"路\", \"en\": \"Road\"},"
  "  \"kind\": \"road\", \"stage\": \"under-construction\", \"investment\": \"first\","
  "  \"expected\": \"2021-10\", \"level\": \"city\", \"keeper\": \"bureau\","
  "  \"progress\": [{\"date\": \"2021-05\", \"figure\": \"first\"},"
  "  {\"date\": \"2021-09\", \"figure\": \"second\"}],"
  "  \"cites\": [{\"source\": \"may\", \"section\": \"1\", \"paragraph\": 1}]},"
  "  {\"id\": \"rail\", \"name\": {\"zh\": \"铁路\", \"en\": \"Railway\"}, \"kind\": \"rail\","
  "  \"cites\": [{\"source\": \"may\", \"section\": \"1\", \"paragraph\": 1}]}],"
  "\"commitments\": [{\"id\": \"study\", \"name\": {\"zh\": \"研究\", \"en\": \"Study\"},"
  "  \"responsible\": [\"bureau\"], \"state\": \"under-way\", \"due\": \"2021-06\","
  "  \"follow_ups\": [{\"date\": \"2021-07\", \"note\": {\"zh\": \"起草\", \"en\": \"Drafted\"}}],"
  "  \"cites\": [{\"source\": \"may\", \"section\": \"1\", \"paragraph\": 1}]},"
  "  {\"id\": \"talk\", \"name\": {\"zh\": \"谈\", \"en\": \"Talk\"}, \"responsible\": [\"city\"],"
  "  \"cites\": [{\"source\": \"may\", \"section\": \"1\", \"paragraph\": 1}]}]}";

/* Reads the library with a text replaced. */
static AtlasDataset *
read_library_with (const char *text, const char *replacement)
{
  g_autoptr (GString) file = g_string_new (library);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset;

  g_assert_cmpuint (g_string_replace (file, text, replacement, 0), ==, 1);
  bytes = g_bytes_new (file->str, file->len);
  dataset = atlas_reader_read_bytes ("library", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);
  g_assert_no_error (error);
  return dataset;
}

static AtlasDataset *
read_library (void)
{
  return read_library_with ("\"Library\"", "\"Library\"");
}

/* Returns the texts of a row, with a bar between the cells. */
static char *
join_row (AtlasFactTable *table, guint row)
{
  GString *words = g_string_new (NULL);

  for (guint column = 0; column < table->columns->len; column++)
    {
      g_auto (AtlasFactCell) cell = atlas_fact_table_dup_cell (table, row, column);

      g_string_append_printf (words, "%s%s", column > 0 ? "|" : "", cell.text);
    }
  return g_string_free (words, FALSE);
}

static void
assert_row (AtlasFactTable *table, guint row, const char *heading, const char *expected)
{
  g_autofree char *words = join_row (table, row);

  g_assert_cmpstr (g_array_index (table->rows, AtlasFactRow, row).heading, ==, heading);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_projects (void)
{
  g_autoptr (AtlasDataset) dataset = read_library ();
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasFactTable) by_stage = atlas_library_table_new_projects (&facts, TRUE);
  g_autoptr (AtlasFactTable) by_kind = atlas_library_table_new_projects (&facts, FALSE);

  g_assert_true (atlas_library_table_is_needed (&facts));
  assert_row (by_stage, 0, "Under construction · 1 project · completed CNY 2.51 billion",
              "Road||City|Bureau||CNY 2.51 billion|October 2021|Under construction|Sep 2021");
  assert_row (by_stage, 1, "Stage not stated · 1 project", "Railway||||||||30 May 2021");
  assert_row (by_kind, 0, "Road",
              "Road||City|Bureau||CNY 2.51 billion|October 2021|Under construction|Sep 2021");
}

/* A change has both amounts with their dates and sources. */
static void
test_changes (void)
{
  g_autoptr (AtlasDataset) dataset = read_library ();
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasFactTable) table = atlas_library_table_new_changes (&facts);
  g_auto (AtlasFactCell) former = { 0 };
  g_auto (AtlasFactCell) present = { 0 };

  g_assert_cmpuint (table->rows->len, ==, 1);
  former = atlas_fact_table_dup_cell (table, 0, 2);
  present = atlas_fact_table_dup_cell (table, 0, 3);
  g_assert_true (g_str_has_prefix (former.text,
                                   "CNY 2.34 billion · May 2021 · May report ([2021] 5)"));
  g_assert_true (g_str_has_prefix (present.text, "CNY 2.51 billion · September 2021 · "));
  g_assert_nonnull (strstr (present.text, "([2021] 9)"));
}

/* The amount of a later period is added to the former one and does not replace it. */
static void
test_periods (void)
{
  g_autoptr (AtlasDataset) dataset =
    read_library_with ("\"as_of\": \"2021-09\"", "\"period\": \"2021-06/2021-09\"");
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasFactTable) changes = atlas_library_table_new_changes (&facts);

  g_assert_cmpuint (changes->rows->len, ==, 0);
}

/* The progress of projects is in the table of events, with a note of its own. */
static void
test_progress (void)
{
  g_autoptr (AtlasDataset) dataset = read_library ();
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  const AtlasFacts facts = { scope, filter, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasFactTable) table = atlas_fact_table_new (&facts, ATLAS_FACT_SUBJECT_EVENTS);
  g_autoptr (AtlasFactTable) former = NULL;

  g_assert_cmpuint (table->rows->len, ==, 2);
  assert_row (table, 0, "2021", "May 2021|Road: first|Progress|");
  assert_row (table, 1, NULL, "Sep 2021|Road: second|Progress|");
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2021, 6, 0 });
  former = atlas_fact_table_new (&facts, ATLAS_FACT_SUBJECT_EVENTS);
  g_assert_cmpuint (former->rows->len, ==, 1);
}

static void
test_follow_up (void)
{
  g_autoptr (AtlasDataset) dataset = read_library ();
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  const AtlasDate today = { 2021, 7, 1 };
  g_autoptr (AtlasFactTable) table = atlas_library_table_new_follow_up (&facts, &today);

  assert_row (table, 0, NULL,
              "Study|Bureau|Jun 2021 · overdue|Under way|Jul 2021 · Drafted (no source yet)|");
  assert_row (table, 1, NULL, "Talk|City||||");
}

/* Amounts without a source are marked, and so are sums that have such amounts. */
static void
test_without_source (void)
{
  g_autoptr (AtlasDataset) dataset = read_library_with (
    "  \"cites\": [{\"source\": \"autumn\", \"section\": \"1\", \"paragraph\": 1}]",
    "  \"cites\": []");
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasFactTable) projects = atlas_library_table_new_projects (&facts, TRUE);
  g_autoptr (AtlasFactTable) changes = atlas_library_table_new_changes (&facts);
  g_auto (AtlasFactCell) present = atlas_fact_table_dup_cell (changes, 0, 3);
  const AtlasProjectTotal mixed = { 2, { 12 * ATLAS_DECIMAL_ONE }, { 2 }, { 2 }, { 1 } };
  g_autofree char *total = atlas_library_describe_total (&mixed, ATLAS_LANGUAGE_EN);

  assert_row (projects, 0,
              "Under construction · 1 project · completed CNY 2.51 billion (no source yet)",
              "Road||City|Bureau||CNY 2.51 billion (no source yet)|October 2021|Under construction"
              "|Sep 2021");
  g_assert_cmpstr (present.text, ==, "CNY 2.51 billion · September 2021 · No source yet");
  g_assert_cmpstr (total, ==, "2 projects · planned CNY 1.2 billion (partly no source yet)");
}

/* The bundled dataset has no such members: its pages do not change. */
static void
test_jilin (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (jilin, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasFactTable) changes = atlas_library_table_new_changes (&facts);
  g_autoptr (AtlasFactTable) by_stage = atlas_library_table_new_projects (&facts, TRUE);
  g_autoptr (GPtrArray) projects = atlas_facts_list (&facts, ATLAS_RECORD_KIND_PROJECT);

  g_assert_false (atlas_library_table_is_needed (&facts));
  g_assert_cmpuint (changes->rows->len, ==, 0);
  g_assert_cmpuint (by_stage->rows->len, ==, projects->len);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  jilin = atlas_test_dataset_read_jilin ();
  g_test_add_func ("/facts/library-table/projects", test_projects);
  g_test_add_func ("/facts/library-table/changes", test_changes);
  g_test_add_func ("/facts/library-table/periods", test_periods);
  g_test_add_func ("/facts/library-table/progress", test_progress);
  g_test_add_func ("/facts/library-table/follow-up", test_follow_up);
  g_test_add_func ("/facts/library-table/without-source", test_without_source);
  g_test_add_func ("/facts/library-table/jilin", test_jilin);
  result = g_test_run ();
  g_object_unref (jilin);
  return result;
}
