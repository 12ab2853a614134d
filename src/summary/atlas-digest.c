/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-digest.h"

#include <glib/gi18n.h>

#include "atlas-fact-block.h"
#include "atlas-filter-words.h"
#include "atlas-series.h"
#include "atlas-translation.h"

/*
 * A narrow table with the most important facts about a scope, for a one-page chapter: one line per
 * record, with its name and its most important value.
 */

static const struct
{
  AtlasSummaryParts part;
  AtlasRecordKind kind;
  const char *title;
} sections[] = {
  { ATLAS_SUMMARY_PART_PARTNERS, ATLAS_RECORD_KIND_PARTNERSHIP, NC_ ("section", "Partners") },
  { ATLAS_SUMMARY_PART_ROUTES, ATLAS_RECORD_KIND_ROUTE, NC_ ("section", "Bus routes") },
  { ATLAS_SUMMARY_PART_FIGURES, ATLAS_RECORD_KIND_FIGURE, NC_ ("section", "Key figures") },
  { ATLAS_SUMMARY_PART_TIMELINE, ATLAS_RECORD_KIND_EVENT, NC_ ("section", "Timeline") },
  { ATLAS_SUMMARY_PART_PROJECTS, ATLAS_RECORD_KIND_PROJECT, NC_ ("section", "Projects") },
  { ATLAS_SUMMARY_PART_NEXT_STEPS, ATLAS_RECORD_KIND_COMMITMENT, NC_ ("section", "Next steps") },
};

/* Adds the records of one kind with a heading, which is marked if they are undated. Returns whether
 * there are any. */
static gboolean
add_section (AtlasTableBlock *table, const AtlasFacts *facts, guint index)
{
  const char *name = atlas_translate_context (facts->language, "section", sections[index].title);
  g_autofree char *title = facts->part == ATLAS_SHOWN_PART_UNDATED
                             ? atlas_undated_mark (name, facts->language)
                             : g_strdup (name);
  g_autoptr (AtlasFactTable) records = atlas_fact_table_new_digest (facts, sections[index].kind);

  if (records->rows->len > 0)
    atlas_table_block_add_group (table, title);
  atlas_fact_block_add_rows (table, records);
  return records->rows->len > 0;
}

/* Adds undated records at the end, after a line that explains why. */
static void
add_undated (AtlasTableBlock *table, const AtlasFacts *facts, AtlasSummaryParts parts)
{
  AtlasFacts undated = *facts;
  gboolean told = FALSE;

  undated.part = ATLAS_SHOWN_PART_UNDATED;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if ((parts & sections[i].part) == 0)
        continue;
      records = atlas_facts_list (&undated, sections[i].kind);
      if (records->len > 0 && !told)
        {
          g_autofree char *words =
            atlas_undated_describe (atlas_scope_get_dataset (facts->scope), facts->language);

          atlas_table_block_add_remark (table, words);
          told = TRUE;
        }
      add_section (table, &undated, i);
    }
}

/**
 * atlas_digest_new:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 * @parts: the parts to include
 *
 * Returns: (transfer full): a table in two columns with a heading for each kind of record
 */
AtlasTableBlock *
atlas_digest_new (const AtlasFacts *facts, AtlasTypesetter *typesetter, AtlasSummaryParts parts)
{
  AtlasTableBlock *table =
    atlas_table_block_new (typesetter, ATLAS_TABLE_HAIRLINES | ATLAS_TABLE_NOTES);
  AtlasFacts known = *facts;

  atlas_table_block_add_column (table, "", 1, ATLAS_TABLE_COLUMN_LEFT);
  atlas_table_block_add_column (table, "", 0, ATLAS_TABLE_COLUMN_RIGHT);
  atlas_block_set_columns (ATLAS_BLOCK (table), 2,
                           2.4 * atlas_typesetter_get_size (typesetter, ATLAS_TEXT_ROLE_CELL));
  known.part = ATLAS_SHOWN_PART_KNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (parts & sections[i].part)
      add_section (table, &known, i);
  add_undated (table, facts, parts);
  return table;
}

/* Adds the spans of an amount and its parts, unless it is a part itself or has none. */
static void
add_spans (GPtrArray *all, GHashTable *spans, const AtlasFacts *facts, AtlasRecord *record)
{
  AtlasSeries *series;

  if (!ATLAS_IS_FIGURE (record) || g_hash_table_contains (spans, record) ||
      atlas_figure_get_unit (ATLAS_FIGURE (record)) != ATLAS_UNIT_CNY_100M ||
      atlas_figure_get_value (ATLAS_FIGURE (record)) == NULL)
    return;
  series = atlas_series_new ();
  g_ptr_array_add (all, series);
  atlas_series_add_figure (series, atlas_scope_get_dataset (facts->scope), ATLAS_FIGURE (record));
  for (guint i = 0; i < atlas_series_get_length (series) && atlas_series_get_length (series) > 1;
       i++)
    g_hash_table_insert (spans, atlas_series_get_span (series, i)->record,
                         (gpointer) atlas_series_get_span (series, i));
}

/**
 * atlas_digest_add_bars:
 * @table: a table from atlas_digest_new()
 * @facts: the facts of the page
 *
 * Adds a bar to each amount of money that has parts, and to the parts, which lie inside their
 * whole. All bars have the same scale.
 */
void
atlas_digest_add_bars (AtlasTableBlock *table, const AtlasFacts *facts)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) spans = g_hash_table_new (NULL, NULL);
  const AtlasSpan *span;
  GHashTableIter iter;
  AtlasDecimal end = 1;

  /* A whole is above its parts. */
  for (guint row = 0; row < atlas_table_block_get_length (table); row++)
    add_spans (all, spans, facts, atlas_table_block_get_record (table, row));
  g_hash_table_iter_init (&iter, spans);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &span))
    end = MAX (end, span->to);
  for (guint row = 0; row < atlas_table_block_get_length (table); row++)
    {
      span = g_hash_table_lookup (spans, atlas_table_block_get_record (table, row));
      if (span != NULL)
        atlas_table_block_set_bar (table, row, (double) span->from / end, (double) span->to / end,
                                   atlas_chart_tone_for_span (span));
    }
}
