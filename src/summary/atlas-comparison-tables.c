/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-comparison-tables.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-filter-words.h"
#include "atlas-translation.h"

/*
 * The first tables of a page about two compared places or links, in the order of the panel: what
 * they share, with citations, then three columns with what belongs to one, to both and to the
 * other.
 *
 * The columns only contain names. The following tables of the page contain each record with its
 * citation.
 */

#define N_COLUMNS ATLAS_N_SHARES

/* The column for both is in the middle. */
static const AtlasShare columns[N_COLUMNS] = {
  ATLAS_SHARE_FIRST,
  ATLAS_SHARE_COMMON,
  ATLAS_SHARE_SECOND,
};

/**
 * atlas_comparison_new_for_facts:
 * @facts: the facts of a page
 *
 * Returns: (transfer full) (nullable): the comparison of the scope of @facts, or %NULL if it is not
 *   a comparison
 */
AtlasComparison *
atlas_comparison_new_for_facts (const AtlasFacts *facts)
{
  g_autoptr (AtlasFilter) open = atlas_filter_new ();

  if (atlas_scope_get_other (facts->scope) == NULL)
    return NULL;
  return atlas_comparison_new (facts->scope, facts->filter != NULL ? facts->filter : open);
}

/* Together ------------------------------------------------------------------------------------ */

static void
add_row (AtlasTableBlock *block, const AtlasFacts *facts, AtlasRecord *record, const char *detail)
{
  const char *stated = atlas_record_get_name (record, facts->language);
  g_autofree char *name = atlas_facts_is_in_doubt (facts, record)
                            ? atlas_undated_mark (stated, facts->language)
                            : g_strdup (stated);
  g_autofree char *value = atlas_describe_value (record, atlas_scope_get_dataset (facts->scope),
                                                 facts->filter, facts->language);

  atlas_table_block_add_row (block, record);
  atlas_table_block_add_pair (block, name, detail);
  atlas_table_block_add_cell (block, ATLAS_TEXT_ROLE_STRONG, value);
}

/* Adds links, figures and projects with their detail, other records with their kind. */
static void
add_records (AtlasTableBlock *block, const AtlasFacts *facts, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      AtlasRecord *record = records->pdata[i];
      g_autofree char *detail =
        ATLAS_IS_LINK (record) || ATLAS_IS_FIGURE (record) || ATLAS_IS_PROJECT (record)
          ? atlas_describe_detail (record, atlas_scope_get_dataset (facts->scope), facts->filter,
                                   facts->language)
          : g_strdup (atlas_describe_kind (record, facts->language));

      add_row (block, facts, record, detail);
    }
}

/**
 * atlas_comparison_table_for_together:
 * @comparison: two places or links
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the links that both share, if one is a link also all other shared
 *   records, and the figures counted for both together, each with its citation
 */
AtlasTableBlock *
atlas_comparison_table_for_together (AtlasComparison *comparison,
                                     const AtlasFacts *facts,
                                     AtlasTypesetter *typesetter)
{
  const gboolean has_link = atlas_comparison_has_link (comparison);
  GPtrArray *figures = atlas_comparison_get_joint_figures (comparison);
  g_autoptr (GPtrArray) common = atlas_comparison_dup_common (comparison);
  AtlasTableBlock *block =
    atlas_table_block_new (typesetter, ATLAS_TABLE_HAIRLINES | ATLAS_TABLE_NOTES);

  atlas_table_block_add_column (block, "", 1, ATLAS_TABLE_COLUMN_LEFT);
  atlas_table_block_add_column (block, "", 0, ATLAS_TABLE_COLUMN_RIGHT);
  add_records (block, facts, atlas_comparison_get_links (comparison, ATLAS_SHARE_COMMON));
  /* Two links rarely share a link, so list their shared partners and records, as in the panel. */
  if (has_link)
    add_records (block, facts, common);
  if (figures->len > 0)
    atlas_table_block_add_group (
      block, has_link
               ? atlas_translate_context (facts->language, "comparison of links", "Figures of both")
               : atlas_translate (facts->language, "Counted for both together"));
  add_records (block, facts, figures);
  return block;
}

/* In common and apart -------------------------------------------------------------------------- */

static void
add_head (AtlasTableBlock *block,
          AtlasComparison *comparison,
          const AtlasFacts *facts,
          AtlasShare share)
{
  const char *name =
    share == ATLAS_SHARE_COMMON
      ? atlas_translate_context (
          facts->language,
          atlas_comparison_has_link (comparison) ? "comparison of links" : "comparison", "Both")
      : atlas_record_get_name (atlas_comparison_get_subject (comparison, (AtlasSide) share),
                               facts->language);

  atlas_table_block_add_column (block, name, 1, ATLAS_TABLE_COLUMN_LEFT);
}

/* The name of a record in a column, marked if it is undated; "" after the last one. */
static char *
name_at (AtlasComparison *comparison,
         const AtlasFacts *facts,
         GPtrArray *records,
         guint row,
         AtlasShare share)
{
  const char *name;

  if (row >= records->len)
    return g_strdup ("");
  name = atlas_record_get_name (records->pdata[row], facts->language);
  return atlas_comparison_is_in_doubt (comparison, records->pdata[row], share)
           ? atlas_undated_mark (name, facts->language)
           : g_strdup (name);
}

static void
add_section (AtlasTableBlock *block,
             AtlasComparison *comparison,
             const AtlasFacts *facts,
             guint section)
{
  GPtrArray *shares[N_COLUMNS];
  guint n_rows = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      shares[i] = atlas_comparison_get_section (comparison, section, columns[i]);
      n_rows = MAX (n_rows, shares[i]->len);
    }
  if (n_rows > 0)
    atlas_table_block_add_group (block, atlas_comparison_name_section (comparison, section,
                                                                       facts->language));
  for (guint row = 0; row < n_rows; row++)
    {
      atlas_table_block_add_row (block, NULL);
      for (guint i = 0; i < N_COLUMNS; i++)
        {
          g_autofree char *name = name_at (comparison, facts, shares[i], row, columns[i]);

          atlas_table_block_add_cell (block, ATLAS_TEXT_ROLE_CELL, name);
        }
    }
}

/**
 * atlas_comparison_table_for_shares:
 * @comparison: two places or links
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): industries, partners, plans, projects and next steps, in columns for
 *   the first, for both and for the second; if one is a link, also the ends of links and the links
 *   between these
 */
AtlasTableBlock *
atlas_comparison_table_for_shares (AtlasComparison *comparison,
                                   const AtlasFacts *facts,
                                   AtlasTypesetter *typesetter)
{
  AtlasTableBlock *block =
    atlas_table_block_new (typesetter, ATLAS_TABLE_HEAD | ATLAS_TABLE_HAIRLINES);

  for (guint i = 0; i < N_COLUMNS; i++)
    add_head (block, comparison, facts, columns[i]);
  for (guint i = 0; i < atlas_comparison_get_n_sections (comparison); i++)
    add_section (block, comparison, facts, i);
  return block;
}
