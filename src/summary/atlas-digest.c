/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-digest.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-figure-list.h"
#include "atlas-filter-words.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-project.h"
#include "atlas-route.h"
#include "atlas-translation.h"

/*
 * A narrow table with the most important facts about a scope, for a one-page chapter: one line per
 * record, with its name and its most important value.
 */

/* The text below the name of a record, and the one at the end of its line; "" for none. */
typedef struct
{
  char *detail;
  char *datum;
} Line;

typedef Line (*DescribeFunc) (const AtlasFacts *facts,
                              AtlasRecord      *record);

static Line
describe_partnership (const AtlasFacts *facts,
                      AtlasRecord      *record)
{
  return (Line) { atlas_facts_join_references (facts, record, ATLAS_ROLE_INDUSTRIES),
                  g_strdup ("") };
}

static Line
describe_route (const AtlasFacts *facts,
                AtlasRecord      *record)
{
  const guint trips = atlas_route_get_trips_per_day (ATLAS_ROUTE (record));
  const AtlasUrbanStyle style = atlas_route_get_urban_style (ATLAS_ROUTE (record));

  return (Line) {
    g_strdup (atlas_label_for (ATLAS_TYPE_URBAN_STYLE, (int) style, facts->language)),
    trips > 0 ? atlas_format_quantity (trips * ATLAS_DECIMAL_ONE, ATLAS_UNIT_TRIP_PER_DAY,
                                       facts->language)
              : g_strdup (""),
  };
}

static Line
describe_event (const AtlasFacts *facts,
                AtlasRecord      *record)
{
  return (Line) { g_strdup (""), atlas_facts_describe_date (facts, record) };
}

static Line
describe_project (const AtlasFacts *facts,
                  AtlasRecord      *record)
{
  const AtlasProjectStage stage = atlas_project_get_stage (ATLAS_PROJECT (record));

  return (Line) {
    g_strdup (""),
    g_strdup (stage == ATLAS_PROJECT_STAGE_UNKNOWN
                ? ""
                : atlas_label_for (ATLAS_TYPE_PROJECT_STAGE, (int) stage, facts->language)),
  };
}

static Line
describe_commitment (const AtlasFacts *facts,
                     AtlasRecord      *record)
{
  return (Line) { g_strdup (""), g_strdup ("") };
}

static const struct
{
  AtlasSummaryParts  part;
  AtlasRecordKind    kind;
  const char        *title;
  DescribeFunc       describe;
} sections[] = {
  { ATLAS_SUMMARY_PART_PARTNERS, ATLAS_RECORD_KIND_PARTNERSHIP, NC_ ("section", "Partners"),
    describe_partnership },
  { ATLAS_SUMMARY_PART_ROUTES, ATLAS_RECORD_KIND_ROUTE, NC_ ("section", "Bus routes"),
    describe_route },
  { ATLAS_SUMMARY_PART_FIGURES, ATLAS_RECORD_KIND_FIGURE, NC_ ("section", "Key figures"),
    NULL },
  { ATLAS_SUMMARY_PART_TIMELINE, ATLAS_RECORD_KIND_EVENT, NC_ ("section", "Timeline"),
    describe_event },
  { ATLAS_SUMMARY_PART_PROJECTS, ATLAS_RECORD_KIND_PROJECT, NC_ ("section", "Projects"),
    describe_project },
  { ATLAS_SUMMARY_PART_NEXT_STEPS, ATLAS_RECORD_KIND_COMMITMENT, NC_ ("section", "Next steps"),
    describe_commitment },
};

static void
add_record (AtlasTableBlock  *table,
            const AtlasFacts *facts,
            AtlasRecord      *record,
            DescribeFunc      describe)
{
  const Line line = describe (facts, record);

  atlas_table_block_add_row (table, record);
  atlas_table_block_add_pair (table, atlas_record_get_name (record, facts->language), line.detail);
  atlas_table_block_add_cell (table, ATLAS_TEXT_ROLE_STRONG, line.datum);
  g_free (line.detail);
  g_free (line.datum);
}

/* Adds a figure with its status, time and owner; parts follow their whole. */
static void
add_figure (AtlasTableBlock       *table,
            const AtlasFacts      *facts,
            const AtlasFigureLine *line)
{
  AtlasRecord *record = ATLAS_RECORD (line->figure);
  g_autofree char *name = atlas_facts_indent (facts, record, line->depth);
  g_autofree char *standing = atlas_format_figure_standing (line->figure, facts->language);
  g_autofree char *whose =
    line->depth == 0 ? atlas_belonging_describe (facts->scope, line->figure, facts->language)
                     : g_strdup ("");
  g_autofree char *detail = atlas_facts_join_words (standing, whose, NULL);
  g_autofree char *value = atlas_format_figure (line->figure, facts->language);

  atlas_table_block_add_row (table, record);
  if (line->depth > 0)
    atlas_table_block_join_row (table);
  atlas_table_block_add_pair (table, name, detail);
  atlas_table_block_add_cell (table, ATLAS_TEXT_ROLE_STRONG, value);
}

static void
add_figures (AtlasTableBlock  *table,
             const AtlasFacts *facts,
             const char       *title)
{
  g_autoptr (GArray) lines = atlas_figure_list_new_digest (facts);

  if (lines->len > 0)
    atlas_table_block_add_group (table, title);
  for (guint i = 0; i < lines->len; i++)
    add_figure (table, facts, &g_array_index (lines, AtlasFigureLine, i));
}

static void
add_records (AtlasTableBlock  *table,
             const AtlasFacts *facts,
             AtlasRecordKind   kind,
             const char       *title,
             DescribeFunc      describe)
{
  g_autoptr (GPtrArray) records = atlas_facts_list (facts, kind);

  if (records->len > 0)
    atlas_table_block_add_group (table, title);
  for (guint i = 0; i < records->len; i++)
    add_record (table, facts, records->pdata[i], describe);
}

/* Adds the records of one kind with a heading, which is marked if they are undated. */
static void
add_section (AtlasTableBlock  *table,
             const AtlasFacts *facts,
             guint             index)
{
  const char *name = atlas_translate_context (facts->language, "section", sections[index].title);
  g_autofree char *title = facts->part == ATLAS_SHOWN_PART_UNDATED
                             ? atlas_undated_mark (name, facts->language)
                             : g_strdup (name);

  if (sections[index].kind == ATLAS_RECORD_KIND_FIGURE)
    add_figures (table, facts, title);
  else
    add_records (table, facts, sections[index].kind, title, sections[index].describe);
}

/* Adds undated records at the end, after a line that explains why. */
static void
add_undated (AtlasTableBlock   *table,
             const AtlasFacts  *facts,
             AtlasSummaryParts  parts)
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
atlas_digest_new (const AtlasFacts  *facts,
                  AtlasTypesetter   *typesetter,
                  AtlasSummaryParts  parts)
{
  AtlasTableBlock *table =
    atlas_table_block_new (typesetter, ATLAS_TABLE_HAIRLINES | ATLAS_TABLE_MARKED);
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
