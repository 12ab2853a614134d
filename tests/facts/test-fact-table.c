/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fact-table.h"

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
      g_autofree char *below = NULL;
      g_autofree char *summary = NULL;
      g_autofree char *name = atlas_fact_table_dup_cell (table, i, 0, &below);
      g_autofree char *industries = atlas_fact_table_dup_cell (table, i, 1, &summary);

      g_assert_cmpstr (name, ==, atlas_record_get_name (record, ATLAS_LANGUAGE_EN));
      g_assert_cmpstr (summary, ==, atlas_record_get_summary (record, ATLAS_LANGUAGE_EN));
      g_assert_cmpint (*industries == '\0', ==,
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

  atlas_filter_set_until (filter, &(AtlasDate) { 2017, 0, 0 });
  table = atlas_fact_table_new (&facts, ATLAS_FACT_SUBJECT_INDUSTRIES);
  g_assert_cmpuint (table->rows->len, >, 0);
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autofree char *detail = NULL;
      g_autofree char *carriers = atlas_fact_table_dup_cell (table, i, 1, &detail);

      g_assert_cmpstr (carriers, !=, "");
      g_assert_null (detail);
    }
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  dataset = pages_fixture_read_dataset ();
  g_test_add_func ("/fact-table/rows", test_rows);
  g_test_add_func ("/fact-table/cells", test_cells);
  g_test_add_func ("/fact-table/undated", test_undated);
  result = g_test_run ();
  g_object_unref (dataset);
  return result;
}
