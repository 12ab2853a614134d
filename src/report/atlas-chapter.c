/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chapter.h"

#include <glib/gi18n.h>

#include "atlas-fact-tables.h"
#include "atlas-figure.h"
#include "atlas-format.h"
#include "atlas-investment-block.h"
#include "atlas-labels.h"
#include "atlas-map-block.h"
#include "atlas-route.h"
#include "atlas-text-block.h"
#include "atlas-tiles-block.h"
#include "atlas-translation.h"

/*
 * What is said of one scope: its name, its map, its key numbers and its tables; either all of it, or
 * what fits on one page.
 */

/* White space, as multiples of the size of a cell's text. */
#define SPACE_BEFORE_TILES 1.0
#define SPACE_BEFORE_MAP 1.2
#define SPACE_BEFORE_TABLE 0.2

/* How much of the height of a page the map takes at most. */
#define MAP_SHARE 0.56
#define MAP_SHARE_OF_ONE_PAGE 0.3

/* Fewer rows than this of a table, its headings among them, are not worth a place on a page. */
#define LEAST_ROWS 3

static const struct
{
  AtlasSummaryParts   part;
  const char         *title;
  AtlasFactTableFunc  make_table;
  gboolean            in_one_page;
} sections[] = {
  { ATLAS_SUMMARY_PART_FIGURES, NC_ ("section", "Key figures"), atlas_fact_table_for_figures,
    FALSE },
  { ATLAS_SUMMARY_PART_PARTNERS, NC_ ("section", "Partners"), atlas_fact_table_for_partnerships,
    TRUE },
  { ATLAS_SUMMARY_PART_PARTNERS, NC_ ("section", "Industries"), atlas_fact_table_for_industries,
    FALSE },
  { ATLAS_SUMMARY_PART_ROUTES, NC_ ("section", "Bus routes"), atlas_fact_table_for_routes, TRUE },
  { ATLAS_SUMMARY_PART_TIMELINE, NC_ ("section", "Timeline"), atlas_fact_table_for_events, TRUE },
  { ATLAS_SUMMARY_PART_INVESTMENT, NC_ ("section", "Investment"),
    atlas_fact_table_for_investment, TRUE },
  { ATLAS_SUMMARY_PART_PROJECTS, NC_ ("section", "Projects"), atlas_fact_table_for_projects, TRUE },
  { ATLAS_SUMMARY_PART_NEXT_STEPS, NC_ ("section", "Next steps"),
    atlas_fact_table_for_commitments, TRUE },
  { ATLAS_SUMMARY_PART_DOCUMENTS, NC_ ("section", "Plans and agreements"),
    atlas_fact_table_for_plans, FALSE },
  { ATLAS_SUMMARY_PART_ORGANIZATIONS, NC_ ("section", "Organizations"),
    atlas_fact_table_for_organizations, FALSE },
  { ATLAS_SUMMARY_PART_PLACES, NC_ ("section", "Places"), atlas_fact_table_for_places, FALSE },
};

/* The head of a chapter ------------------------------------------------------------------------ */

static void
add_line (AtlasManuscript *manuscript,
          char            *line)
{
  if (*line != '\0')
    {
      AtlasBlock *block =
        atlas_text_block_new (manuscript->typesetter, ATLAS_TEXT_ROLE_SUBTITLE, line);

      atlas_block_set_keeps_with_next (block, TRUE);
      atlas_manuscript_add_block (manuscript, block, 0);
    }
  g_free (line);
}

static AtlasBlock *
add_title (AtlasManuscript  *manuscript,
           const AtlasFacts *facts)
{
  AtlasBlock *title = atlas_manuscript_add_section (
    manuscript, ATLAS_TEXT_ROLE_TITLE, atlas_scope_get_name (facts->scope, facts->language));

  add_line (manuscript, atlas_facts_describe_scope (facts));
  add_line (manuscript, atlas_facts_describe_filter (facts));
  return title;
}

static void
add_count_tile (AtlasTilesBlock  *tiles,
                const AtlasFacts *facts,
                AtlasRecordKind   kind)
{
  g_autoptr (GPtrArray) records = atlas_facts_list (facts, kind);
  g_autofree char *value = atlas_format_number (records->len, facts->language);

  if (records->len > 0)
    atlas_tiles_block_add (tiles, NULL, value, atlas_label_for_record_kind (kind, facts->language));
}

/* The largest amount that is in scope, and not part of another that is. */
static AtlasRecord *
find_main_amount (const AtlasFacts *facts)
{
  g_autoptr (GPtrArray) figures = atlas_facts_list (facts, ATLAS_RECORD_KIND_FIGURE);
  AtlasRecord *main_amount = NULL;
  AtlasDecimal largest = 0;

  for (guint i = 0; i < figures->len; i++)
    {
      const AtlasDecimal *value = atlas_figure_get_value (figures->pdata[i]);

      if (value == NULL || *value <= largest ||
          atlas_figure_get_unit (figures->pdata[i]) != ATLAS_UNIT_CNY_100M)
        continue;
      largest = *value;
      main_amount = figures->pdata[i];
    }
  return main_amount;
}

static void
add_link_tiles (AtlasTilesBlock  *tiles,
                const AtlasFacts *facts,
                AtlasRecord      *link)
{
  g_autofree char *distance = atlas_facts_describe_distance (facts, ATLAS_LINK (link));

  if (ATLAS_IS_ROUTE (link) && atlas_route_get_trips_per_day (ATLAS_ROUTE (link)) > 0)
    {
      g_autofree char *trips =
        atlas_format_number (atlas_route_get_trips_per_day (ATLAS_ROUTE (link)), facts->language);

      atlas_tiles_block_add (tiles, link, trips,
                             atlas_translate_context (facts->language, "column", "Trips a day"));
    }
  if (*distance != '\0')
    atlas_tiles_block_add (tiles, NULL, distance,
                           atlas_translate_context (facts->language, "column", "Straight line"));
}

static void
add_tiles (AtlasManuscript  *manuscript,
           const AtlasFacts *facts)
{
  static const AtlasRecordKind kinds[] = {
    ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_RECORD_KIND_ROUTE,   ATLAS_RECORD_KIND_INDUSTRY,
    ATLAS_RECORD_KIND_EVENT,       ATLAS_RECORD_KIND_PROJECT, ATLAS_RECORD_KIND_COMMITMENT,
  };
  AtlasRecord *subject = atlas_scope_get_subject (facts->scope);
  AtlasRecord *amount = find_main_amount (facts);
  AtlasTilesBlock *tiles;

  if ((manuscript->parts & ATLAS_SUMMARY_PART_FIGURES) == 0)
    return;
  tiles = atlas_tiles_block_new (manuscript->typesetter);
  if (subject != NULL && ATLAS_IS_LINK (subject))
    add_link_tiles (tiles, facts, subject);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_count_tile (tiles, facts, kinds[i]);
  if (amount != NULL)
    {
      g_autofree char *value = atlas_format_figure (ATLAS_FIGURE (amount), facts->language);

      atlas_tiles_block_add (tiles, amount, value,
                             atlas_record_get_name (amount, facts->language));
    }
  atlas_manuscript_add_block (manuscript, ATLAS_BLOCK (tiles), SPACE_BEFORE_TILES);
}

static void
add_map (AtlasManuscript  *manuscript,
         const AtlasFacts *facts,
         double            share)
{
  if (manuscript->base_map == NULL || (manuscript->parts & ATLAS_SUMMARY_PART_MAP) == 0)
    return;
  atlas_manuscript_add_block (manuscript,
                              atlas_map_block_new (manuscript->typesetter, manuscript->base_map,
                                                   facts, manuscript->frame.height * share),
                              SPACE_BEFORE_MAP);
}

/* Its sections -------------------------------------------------------------------------------- */

static void
add_chart (AtlasManuscript  *manuscript,
           const AtlasFacts *facts)
{
  AtlasBlock *chart = atlas_investment_block_new (manuscript->typesetter, facts);

  if (chart == NULL)
    return;
  atlas_block_set_keeps_with_next (chart, TRUE);
  atlas_manuscript_add_block (manuscript, chart, SPACE_BEFORE_TABLE);
}

/* Whether there was anything to add. A section that is @listed stands in the contents. */
static gboolean
add_section (AtlasManuscript  *manuscript,
             const AtlasFacts *facts,
             guint             index,
             gboolean          listed)
{
  const char *title = atlas_translate_context (facts->language, "section", sections[index].title);
  AtlasTableBlock *table = sections[index].make_table (facts, manuscript->typesetter);

  if (atlas_table_block_get_length (table) == 0)
    {
      g_object_unref (table);
      return FALSE;
    }
  if (listed)
    atlas_manuscript_add_section (manuscript, ATLAS_TEXT_ROLE_HEADING, title);
  else
    atlas_manuscript_add_heading (manuscript, ATLAS_TEXT_ROLE_HEADING, title);
  if (sections[index].part == ATLAS_SUMMARY_PART_INVESTMENT)
    add_chart (manuscript, facts);
  atlas_manuscript_add_block (manuscript, ATLAS_BLOCK (table), SPACE_BEFORE_TABLE);
  return TRUE;
}

/**
 * atlas_chapter_add:
 * @manuscript: a manuscript
 * @facts: what to say
 *
 * Adds all that there is to say.
 *
 * Returns: the place among its blocks where a table of contents fits
 */
guint
atlas_chapter_add (AtlasManuscript  *manuscript,
                   const AtlasFacts *facts)
{
  guint place_of_contents;

  add_title (manuscript, facts);
  add_tiles (manuscript, facts);
  add_map (manuscript, facts, MAP_SHARE);
  place_of_contents = manuscript->blocks->len;
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (manuscript->parts & sections[i].part)
      add_section (manuscript, facts, i, TRUE);
  return place_of_contents;
}

/* One page ------------------------------------------------------------------------------------ */

static guint
count_hidden_records (AtlasTableBlock *table)
{
  guint n_hidden = 0;

  for (guint i = atlas_table_block_get_n_shown (table); i < atlas_table_block_get_length (table);
       i++)
    if (atlas_table_block_get_record (table, i) != NULL)
      n_hidden++;
  return n_hidden;
}

/* Shows no more than @n_rows of each table from block @first on, and says how many are left out. */
static void
limit_tables (AtlasManuscript *manuscript,
              guint            first,
              guint            n_rows)
{
  const AtlasLanguage language = atlas_typesetter_get_language (manuscript->typesetter);

  for (guint i = first; i < manuscript->blocks->len; i++)
    if (ATLAS_IS_TABLE_BLOCK (manuscript->blocks->pdata[i]))
      {
        AtlasTableBlock *table = manuscript->blocks->pdata[i];
        g_autofree char *rest = NULL;
        guint n_hidden;

        atlas_table_block_set_limit (table, n_rows, NULL);
        n_hidden = count_hidden_records (table);
        /* Translators: how many rows of a table found no room on the page. */
        rest = g_strdup_printf (
          atlas_translate_plural (language, "and %u more", "and %u more", n_hidden), n_hidden);
        atlas_table_block_set_limit (table, n_rows, rest);
      }
}

static gboolean
fits_on_page (AtlasManuscript *manuscript,
              guint            first,
              guint            n_rows)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (AtlasSummaryLayout) layout = NULL;

  limit_tables (manuscript, first, n_rows);
  atlas_manuscript_measure (manuscript, first);
  for (guint i = first; i < manuscript->blocks->len; i++)
    g_ptr_array_add (blocks, manuscript->blocks->pdata[i]);
  layout = atlas_summary_layout_new (blocks, &manuscript->frame);
  return atlas_summary_layout_get_n_pages (layout) == 1;
}

static guint
get_longest (AtlasManuscript *manuscript,
             guint            first)
{
  guint longest = 0;

  for (guint i = first; i < manuscript->blocks->len; i++)
    if (ATLAS_IS_TABLE_BLOCK (manuscript->blocks->pdata[i]))
      longest = MAX (longest, atlas_table_block_get_length (manuscript->blocks->pdata[i]));
  return longest;
}

/* Shows as many rows of each table as fit, when those are enough. */
static gboolean
fit_on_page (AtlasManuscript *manuscript,
             guint            first)
{
  guint low = LEAST_ROWS;
  guint high = get_longest (manuscript, first);

  if (high <= low || fits_on_page (manuscript, first, high))
    return TRUE;
  while (high - low > 1)
    {
      const guint middle = (low + high) / 2;

      if (fits_on_page (manuscript, first, middle))
        low = middle;
      else
        high = middle;
    }
  return fits_on_page (manuscript, first, low);
}

/**
 * atlas_chapter_add_page:
 * @manuscript: a manuscript
 * @facts: what to say
 *
 * Adds one page with the most important of what there is to say: tables are shortened alike, and
 * the last of them left out when too little of each would remain.
 */
void
atlas_chapter_add_page (AtlasManuscript  *manuscript,
                        const AtlasFacts *facts)
{
  const guint first = manuscript->blocks->len;
  g_autoptr (GArray) headings = g_array_new (FALSE, FALSE, sizeof (guint));

  atlas_block_set_starts_page (add_title (manuscript, facts), TRUE);
  add_tiles (manuscript, facts);
  add_map (manuscript, facts, MAP_SHARE_OF_ONE_PAGE);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (sections[i].in_one_page && manuscript->parts & sections[i].part)
      {
        const guint heading = manuscript->blocks->len;

        if (add_section (manuscript, facts, i, FALSE))
          g_array_append_val (headings, heading);
      }
  while (!fit_on_page (manuscript, first) && headings->len > 0)
    {
      g_ptr_array_set_size (manuscript->blocks,
                            (int) g_array_index (headings, guint, headings->len - 1));
      g_array_set_size (headings, headings->len - 1);
    }
}
