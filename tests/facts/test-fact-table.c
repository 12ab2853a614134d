/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fact-table.h"

#include "atlas-draft.h"
#include "pages-fixture.h"

static AtlasDataset *dataset;

/* There is a row for each record of the province: all partnerships, the figures in two tables, and
 * a next step once for each responsible body. */
static void
test_rows (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);

  for (guint subject = 0; subject <= ATLAS_FACT_SUBJECT_PLACES; subject++)
    {
      g_autoptr (AtlasFactTable) table = atlas_fact_table_new (&facts, (AtlasFactSubject) subject);

      g_assert_cmpuint (table->rows->len, >, 0);
      for (guint i = 0; i < table->rows->len; i++)
        {
          const AtlasFactRow *row = &g_array_index (table->rows, AtlasFactRow, i);

          g_assert_cmpint (g_hash_table_add (told, row->record), !=, row->is_repeated);
        }
    }
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = atlas_facts_list (&facts, (AtlasRecordKind) kind);

      for (guint i = 0; i < records->len && kind != ATLAS_RECORD_KIND_SOURCE; i++)
        g_assert_true (g_hash_table_contains (told, records->pdata[i]));
    }
}

/* The row of a partnership without industries shows its summary instead. */
static void
test_cells (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasFactTable) table = atlas_fact_table_new (&facts, ATLAS_FACT_SUBJECT_PARTNERSHIPS);

  for (guint i = 0; i < table->rows->len; i++)
    {
      AtlasRecord *record = g_array_index (table->rows, AtlasFactRow, i).record;
      g_auto (AtlasFactCell) name = atlas_fact_table_dup_cell (table, i, 0);
      g_auto (AtlasFactCell) industries = atlas_fact_table_dup_cell (table, i, 1);

      g_assert_cmpint (name.type, ==, ATLAS_FACT_TYPE_NAME);
      g_assert_cmpint (industries.type, ==, ATLAS_FACT_TYPE_RECORDS);
      g_assert_cmpstr (name.text, ==, atlas_record_get_name (record, ATLAS_LANGUAGE_EN));
      g_assert_cmpstr (industries.detail, ==, atlas_record_get_summary (record, ATLAS_LANGUAGE_EN));
      g_assert_cmpint (*industries.text == '\0', ==,
                       atlas_record_get_reference_ids (record, ATLAS_ROLE_INDUSTRIES) == NULL);
    }
}

/* The undated part lists the industries of undated partnerships. */
static void
test_undated (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  const AtlasFacts facts = { scope, filter, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_UNDATED };
  g_autoptr (AtlasFactTable) table = NULL;

  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2017, 0, 0 });
  table = atlas_fact_table_new (&facts, ATLAS_FACT_SUBJECT_INDUSTRIES);
  g_assert_cmpuint (table->rows->len, >, 0);
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_auto (AtlasFactCell) carriers = atlas_fact_table_dup_cell (table, i, 1);

      g_assert_cmpstr (carriers.text, !=, "");
      g_assert_null (carriers.detail);
    }
}

/* Cells of members have the type of the member in the kind of their row: the issuer of a source is
 * a text, that of a plan is references. */
static void
test_members (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasFactTable) table = atlas_fact_table_new_members (&facts);
  const struct
  {
    const char *key;
    AtlasRecordKind kind;
    AtlasFactType type;
  } cases[] = {
    { "id", ATLAS_RECORD_KIND_EVENT, ATLAS_FACT_TYPE_ID },
    { "issuer", ATLAS_RECORD_KIND_SOURCE, ATLAS_FACT_TYPE_TEXT },
    { "places", ATLAS_RECORD_KIND_PLAN, ATLAS_FACT_TYPE_TEXT },
    { "place_ids", ATLAS_RECORD_KIND_EVENT, ATLAS_FACT_TYPE_ID },
    { "issuer", ATLAS_RECORD_KIND_PLAN, ATLAS_FACT_TYPE_ID },
    { "date", ATLAS_RECORD_KIND_EVENT, ATLAS_FACT_TYPE_DATE },
    { "subkind", ATLAS_RECORD_KIND_EVENT, ATLAS_FACT_TYPE_CODE },
    { "value", ATLAS_RECORD_KIND_FIGURE, ATLAS_FACT_TYPE_NUMBER },
    { "trips_per_day", ATLAS_RECORD_KIND_ROUTE, ATLAS_FACT_TYPE_NUMBER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint column = 0;
      guint row = 0;
      g_auto (AtlasFactCell) cell = { 0 };

      while (!g_str_equal (g_array_index (table->columns, AtlasFactColumn, column).key,
                           cases[i].key))
        column++;
      while (atlas_record_get_kind (g_array_index (table->rows, AtlasFactRow, row).record) !=
             cases[i].kind)
        row++;
      cell = atlas_fact_table_dup_cell (table, row, column);
      g_assert_cmpint (cell.type, ==, cases[i].type);
      g_assert_null (cell.detail);
    }
}

/* Returns the bundled dataset with a record that has no citation. */
static AtlasDataset *
derive_uncited (const char *id)
{
  g_autoptr (AtlasDraft) draft = atlas_draft_new_from_record (atlas_test_dataset_get (dataset, id));
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  AtlasDataset *derived;
  AtlasRecord *record;

  g_ptr_array_set_size (atlas_draft_get_citations (draft), 0);
  record = atlas_draft_check (draft, dataset, NULL);
  g_assert_nonnull (record);
  g_ptr_array_add (put, record);
  derived = atlas_dataset_derive (dataset, put, NULL, &error);
  g_assert_no_error (error);
  return derived;
}

/* Asserts the text, and the detail if there is one, of the cell of a record. */
static void
assert_cell (AtlasFactTable *table, const char *id, const char *key, const char *expected)
{
  for (guint column = 0; column < table->columns->len; column++)
    for (guint row = 0; row < table->rows->len; row++)
      if (g_str_equal (g_array_index (table->columns, AtlasFactColumn, column).key, key) &&
          g_str_equal (atlas_record_get_id (g_array_index (table->rows, AtlasFactRow, row).record),
                       id))
        {
          g_auto (AtlasFactCell) cell = atlas_fact_table_dup_cell (table, row, column);

          g_assert_cmpstr (cell.detail != NULL ? cell.detail : cell.text, ==, expected);
          return;
        }
  g_assert_not_reached ();
}

/* A figure that lost its citation is marked in tables for people and for programs; the others are
 * not. */
static void
test_no_source (void)
{
  g_autoptr (AtlasDataset) derived = derive_uncited ("fig-investment-total");
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (derived, NULL);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL };
  g_autoptr (AtlasFactTable) investment =
    atlas_fact_table_new (&facts, ATLAS_FACT_SUBJECT_INVESTMENT);
  g_autoptr (AtlasFactTable) digest =
    atlas_fact_table_new_digest (&facts, ATLAS_RECORD_KIND_FIGURE);
  g_autoptr (AtlasFactTable) members = atlas_fact_table_new_members (&facts);
  g_autoptr (AtlasFactTable) figures =
    atlas_fact_table_new_of_kind (&facts, ATLAS_RECORD_KIND_FIGURE);

  assert_cell (investment, "fig-investment-total", "name", "No source yet");
  assert_cell (investment, "fig-investment-2020", "name", "");
  assert_cell (digest, "fig-investment-total", "name",
               "Planned · as of February 2021 (no source yet)");
  assert_cell (members, "fig-investment-total", "source", "No source yet");
  assert_cell (figures, "fig-investment-total", "cites", "No source yet");
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  dataset = atlas_test_dataset_read_jilin ();
  g_test_add_func ("/fact-table/rows", test_rows);
  g_test_add_func ("/fact-table/cells", test_cells);
  g_test_add_func ("/fact-table/undated", test_undated);
  g_test_add_func ("/fact-table/members", test_members);
  g_test_add_func ("/fact-table/no-source", test_no_source);
  result = g_test_run ();
  g_object_unref (dataset);
  return result;
}
