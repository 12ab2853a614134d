/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chapter.h"

#include <glib/gi18n.h>

#include "atlas-comparison-tables.h"
#include "atlas-description.h"
#include "atlas-digest.h"
#include "atlas-fact-block.h"
#include "atlas-figure-list.h"
#include "atlas-filter-words.h"
#include "atlas-format.h"
#include "atlas-investment-block.h"
#include "atlas-labels.h"
#include "atlas-map-block.h"
#include "atlas-partnership.h"
#include "atlas-route.h"
#include "atlas-text-block.h"
#include "atlas-tiles-block.h"
#include "atlas-timeline-block.h"
#include "atlas-translation.h"

/*
 * Builds a chapter about one scope: name, map, key numbers and tables, either complete or shortened
 * to one page.
 */

/* White space, as multiples of the font size of a cell. */
#define SPACE_BEFORE_TILES 1.0
#define SPACE_BEFORE_MAP 1.2
#define SPACE_BEFORE_TABLE 0.2
#define SPACE_BEFORE_REASON 2.4
#define SPACE_BEFORE_DIGEST 0.8

/* The largest share of the height of a page for the map, and the smallest on a one-page chapter. */
#define MAX_MAP_SHARE 0.56
#define MIN_MAP_SHARE 0.32

static const struct
{
  AtlasSummaryParts part;
  const char *title;
  AtlasFactSubject subject;
} sections[] = {
  { ATLAS_SUMMARY_PART_FIGURES, NC_ ("section", "Key figures"), ATLAS_FACT_SUBJECT_FIGURES },
  { ATLAS_SUMMARY_PART_PARTNERS, NC_ ("section", "Partners"), ATLAS_FACT_SUBJECT_PARTNERSHIPS },
  { ATLAS_SUMMARY_PART_PARTNERS, NC_ ("section", "Industries"), ATLAS_FACT_SUBJECT_INDUSTRIES },
  { ATLAS_SUMMARY_PART_ROUTES, NC_ ("section", "Bus routes"), ATLAS_FACT_SUBJECT_ROUTES },
  { ATLAS_SUMMARY_PART_TIMELINE, NC_ ("section", "Timeline"), ATLAS_FACT_SUBJECT_EVENTS },
  { ATLAS_SUMMARY_PART_INVESTMENT, NC_ ("section", "Investment"), ATLAS_FACT_SUBJECT_INVESTMENT },
  { ATLAS_SUMMARY_PART_PROJECTS, NC_ ("section", "Projects"), ATLAS_FACT_SUBJECT_PROJECTS },
  { ATLAS_SUMMARY_PART_NEXT_STEPS, NC_ ("section", "Next steps"), ATLAS_FACT_SUBJECT_COMMITMENTS },
  { ATLAS_SUMMARY_PART_DOCUMENTS, NC_ ("section", "Plans and agreements"),
    ATLAS_FACT_SUBJECT_PLANS },
  { ATLAS_SUMMARY_PART_ORGANIZATIONS, NC_ ("section", "Organizations"),
    ATLAS_FACT_SUBJECT_ORGANIZATIONS },
  { ATLAS_SUMMARY_PART_PLACES, NC_ ("section", "Places"), ATLAS_FACT_SUBJECT_PLACES },
};

/* The head of a chapter ------------------------------------------------------------------------ */

static void
add_line (AtlasManuscript *manuscript, char *line)
{
  if (line != NULL && *line != '\0')
    {
      AtlasBlock *block =
        atlas_text_block_new (manuscript->typesetter, ATLAS_TEXT_ROLE_SUBTITLE, line);

      block->keeps_with_next = TRUE;
      atlas_manuscript_add_block (manuscript, block, 0);
    }
  g_free (line);
}

/* The name of the scope, marked if it is undated, because the table of contents shows it too. */
static char *
get_title (const AtlasFacts *facts)
{
  AtlasRecord *subject = atlas_scope_get_subject (facts->scope);
  const char *name = atlas_scope_get_name (facts->scope, facts->language);

  return subject != NULL && atlas_facts_is_in_doubt (facts, subject)
           ? atlas_undated_mark (name, facts->language)
           : g_strdup (name);
}

static AtlasBlock *
add_title (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  g_autofree char *name = get_title (facts);
  AtlasBlock *title = atlas_manuscript_add_section (manuscript, ATLAS_TEXT_ROLE_TITLE, name);

  add_line (manuscript, atlas_facts_describe_scope (facts));
  add_line (manuscript, atlas_facts_describe_limits (facts));
  add_line (manuscript, atlas_facts_describe_left_out (facts));
  if (facts->filter != NULL)
    add_line (manuscript,
              g_strdup (atlas_filter_describe_unsorted (facts->filter, facts->language)));
  return title;
}

/* The number of undated records of a kind, in words, beside those in the time of the filter; "" if
 * none. */
static char *
describe_undated (const AtlasFacts *facts, AtlasRecordKind kind)
{
  AtlasFacts undated = *facts;
  g_autoptr (GPtrArray) records = NULL;

  undated.part = ATLAS_SHOWN_PART_UNDATED;
  records = atlas_facts_list (&undated, kind);
  if (records->len == 0)
    return g_strdup ("");
  return atlas_undated_count (records->len, facts->language);
}

/* The number of co-operations that are only proposed, in words; "" if none. */
static char *
describe_proposed (const AtlasFacts *facts, GPtrArray *links)
{
  guint n_proposed = 0;

  for (guint i = 0; i < links->len; i++)
    n_proposed += atlas_partnership_get_stage (links->pdata[i]) == ATLAS_PARTNERSHIP_STAGE_PROPOSED;
  if (n_proposed == 0)
    return g_strdup ("");
  /* Translators: how many of some co-operations are only proposed. */
  return g_strdup_printf (atlas_translate_plural (facts->language, "%u of them only proposed",
                                                  "%u of them only proposed", n_proposed),
                          n_proposed);
}

/* Counts co-operations, not partners, because two cities may have several. */
static void
add_count_tile (AtlasTilesBlock *tiles, const AtlasFacts *facts, AtlasRecordKind kind)
{
  AtlasFacts known = *facts;
  g_autoptr (GPtrArray) records = NULL;
  g_autofree char *value = NULL;
  g_autofree char *proposed = NULL;
  g_autofree char *undated = describe_undated (facts, kind);
  g_autofree char *detail = NULL;

  known.part = ATLAS_SHOWN_PART_KNOWN;
  records = atlas_facts_list (&known, kind);
  if (records->len == 0 && *undated == '\0')
    return;
  if (kind == ATLAS_RECORD_KIND_PARTNERSHIP)
    {
      value =
        atlas_format_quantity (records->len * ATLAS_DECIMAL_ONE, ATLAS_UNIT_ITEM, facts->language);
      proposed = describe_proposed (facts, records);
    }
  else
    value = atlas_format_number (records->len, facts->language);
  detail = atlas_join_facts (proposed != NULL ? proposed : "", undated, NULL);
  atlas_tiles_block_add (tiles, NULL, value, atlas_label_for_record_kind (kind, facts->language),
                         detail);
}

/* Finds the largest amount of the scope itself that is not a part of another. An amount that two
 * cities have together is not shown at the top of the page of one of them. */
static AtlasFigure *
find_main_amount (const AtlasFacts *facts)
{
  g_autoptr (GArray) lines = atlas_figure_list_new (facts, atlas_figure_is_money);
  AtlasFigure *main_amount = NULL;
  AtlasDecimal largest = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const AtlasFigureLine *line = &g_array_index (lines, AtlasFigureLine, i);
      const AtlasDecimal *value = atlas_figure_get_value (line->figure);

      if (line->depth > 0 || line->belonging != ATLAS_BELONGING_OWN || value == NULL ||
          *value <= largest)
        continue;
      largest = *value;
      main_amount = line->figure;
    }
  return main_amount;
}

static void
add_amount_tile (AtlasTilesBlock *tiles, const AtlasFacts *facts)
{
  AtlasFigure *amount = find_main_amount (facts);
  g_autofree char *value = NULL;
  g_autofree char *detail = NULL;

  if (amount == NULL)
    return;
  value = atlas_format_figure (amount, facts->language);
  detail = atlas_format_figure_standing (amount, facts->language);
  atlas_tiles_block_add (tiles, ATLAS_RECORD (amount), value,
                         atlas_record_get_name (ATLAS_RECORD (amount), facts->language), detail);
}

static void
add_link_tiles (AtlasTilesBlock *tiles, const AtlasFacts *facts, AtlasRecord *link)
{
  g_autofree char *distance = atlas_describe_length (
    ATLAS_LINK (link), atlas_scope_get_dataset (facts->scope), facts->language);

  if (ATLAS_IS_ROUTE (link) && atlas_route_get_trips_per_day (ATLAS_ROUTE (link)) > 0)
    {
      g_autofree char *trips =
        atlas_format_number (atlas_route_get_trips_per_day (ATLAS_ROUTE (link)), facts->language);

      atlas_tiles_block_add (
        tiles, link, trips, atlas_translate_context (facts->language, "column", "Trips a day"), "");
    }
  if (*distance != '\0')
    atlas_tiles_block_add (tiles, NULL, distance,
                           atlas_translate_context (facts->language, "column", "Straight line"),
                           "");
}

static void
add_tiles (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  static const AtlasRecordKind kinds[] = {
    ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_RECORD_KIND_ROUTE,   ATLAS_RECORD_KIND_INDUSTRY,
    ATLAS_RECORD_KIND_EVENT,       ATLAS_RECORD_KIND_PROJECT, ATLAS_RECORD_KIND_COMMITMENT,
  };
  AtlasRecord *subject = atlas_scope_get_subject (facts->scope);
  AtlasTilesBlock *tiles;

  if ((manuscript->parts & ATLAS_SUMMARY_PART_FIGURES) == 0)
    return;
  tiles = atlas_tiles_block_new (manuscript->typesetter);
  if (ATLAS_IS_LINK (subject) && atlas_scope_get_other (facts->scope) == NULL)
    add_link_tiles (tiles, facts, subject);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_count_tile (tiles, facts, kinds[i]);
  add_amount_tile (tiles, facts);
  atlas_manuscript_add_block (manuscript, ATLAS_BLOCK (tiles), SPACE_BEFORE_TILES);
}

/* Returns the free height of the page after the blocks from @first on; negative if they do not
 * fit. */
static double
measure_space_left (AtlasManuscript *manuscript, guint first)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  g_autoptr (AtlasSummaryLayout) layout = NULL;

  atlas_manuscript_measure (manuscript, first);
  for (guint i = first; i < manuscript->blocks->len; i++)
    g_ptr_array_add (blocks, manuscript->blocks->pdata[i]);
  layout = atlas_summary_layout_new (blocks, &manuscript->frame);
  return atlas_summary_layout_get_n_pages (layout) == 1
           ? atlas_summary_layout_get_space_left (layout)
           : -1;
}

/* Gives the map the height that is left on the page, between @min and @max. Returns FALSE when not
 * even @min fits. */
static gboolean
fit_map (AtlasManuscript *manuscript, guint first, AtlasMapBlock *map, double min, double max)
{
  double left;

  atlas_map_block_set_max_height (map, min);
  left = measure_space_left (manuscript, first);
  if (left < 0)
    return FALSE;
  /* With two columns, free height in the second cannot be used by the map in the first. */
  if (manuscript->frame.n_columns == 1)
    atlas_map_block_set_max_height (map, MIN (min + left, max));
  return TRUE;
}

/* Returns NULL when there is no map. */
static AtlasMapBlock *
add_map (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  AtlasBlock *map;

  if (manuscript->base_map == NULL || (manuscript->parts & ATLAS_SUMMARY_PART_MAP) == 0)
    return NULL;
  map = atlas_map_block_new (manuscript->typesetter, manuscript->base_map, facts,
                             manuscript->frame.height * MAX_MAP_SHARE);
  atlas_manuscript_add_block (manuscript, map, SPACE_BEFORE_MAP);
  if (atlas_summary_parts_is_map (manuscript->parts))
    fit_map (manuscript, 0, ATLAS_MAP_BLOCK (map), manuscript->frame.height * MAX_MAP_SHARE,
             manuscript->frame.height);
  return ATLAS_MAP_BLOCK (map);
}
/* Its sections -------------------------------------------------------------------------------- */

/* Adds the chart of a section, above its table. */
static void
add_chart (AtlasManuscript *manuscript, const AtlasFacts *facts, AtlasSummaryParts part)
{
  AtlasBlock *chart = NULL;

  if (part == ATLAS_SUMMARY_PART_INVESTMENT)
    chart = atlas_investment_block_new (manuscript->typesetter, facts);
  else if (part == ATLAS_SUMMARY_PART_TIMELINE)
    chart = atlas_timeline_block_new (manuscript->typesetter, facts);
  if (chart == NULL)
    return;
  chart->keeps_with_next = TRUE;
  atlas_manuscript_add_block (manuscript, chart, SPACE_BEFORE_TABLE);
}

/* Adds the explanation above undated records. */
static void
add_reason (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  g_autofree char *words =
    atlas_undated_describe (atlas_scope_get_dataset (facts->scope), facts->language);
  AtlasBlock *reason = atlas_text_block_new (manuscript->typesetter, ATLAS_TEXT_ROLE_NOTE, words);

  reason->keeps_with_next = TRUE;
  atlas_manuscript_add_block (manuscript, reason, SPACE_BEFORE_REASON);
}

/* Returns whether the section is not empty. */
static gboolean
add_section (AtlasManuscript *manuscript, const AtlasFacts *facts, guint index, gboolean has_reason)
{
  const char *name = atlas_translate_context (facts->language, "section", sections[index].title);
  g_autoptr (AtlasFactTable) table = atlas_fact_table_new (facts, sections[index].subject);
  g_autofree char *title = NULL;

  if (table->rows->len == 0)
    return FALSE;
  if (has_reason)
    add_reason (manuscript, facts);
  title = facts->part == ATLAS_SHOWN_PART_UNDATED ? atlas_undated_mark (name, facts->language)
                                                  : g_strdup (name);
  atlas_manuscript_add_section (manuscript, ATLAS_TEXT_ROLE_HEADING, title);
  if (facts->part != ATLAS_SHOWN_PART_UNDATED)
    add_chart (manuscript, facts, sections[index].part);
  atlas_manuscript_add_block (manuscript,
                              ATLAS_BLOCK (atlas_fact_block_new (table, manuscript->typesetter)),
                              SPACE_BEFORE_TABLE);
  return TRUE;
}

static void
add_table (AtlasManuscript *manuscript, const char *title, AtlasTableBlock *table)
{
  if (atlas_table_block_get_length (table) == 0)
    {
      g_object_unref (table);
      return;
    }
  atlas_manuscript_add_section (manuscript, ATLAS_TEXT_ROLE_HEADING, title);
  atlas_manuscript_add_block (manuscript, ATLAS_BLOCK (table), SPACE_BEFORE_TABLE);
}

/* For a comparison: first what both share, then the rest by its owner. */
static void
add_comparison (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  g_autoptr (AtlasComparison) comparison = atlas_comparison_new_for_facts (facts);

  if (comparison == NULL || (manuscript->parts & ATLAS_SUMMARY_PART_PARTNERS) == 0)
    return;
  add_table (manuscript,
             atlas_comparison_has_link (comparison)
               ? atlas_translate_context (facts->language, "comparison of links", "In common")
               : atlas_translate (facts->language, "Together"),
             atlas_comparison_table_for_together (comparison, facts, manuscript->typesetter));
  add_table (manuscript, atlas_translate (facts->language, "In common and apart"),
             atlas_comparison_table_for_shares (comparison, facts, manuscript->typesetter));
}

/* Adds sections for undated records after those for records in the time of the filter. */
static void
add_sections (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  AtlasFacts part = *facts;

  for (part.part = ATLAS_SHOWN_PART_KNOWN; part.part <= ATLAS_SHOWN_PART_UNDATED; part.part++)
    {
      gboolean has_reason = part.part == ATLAS_SHOWN_PART_UNDATED;

      for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
        if (manuscript->parts & sections[i].part && add_section (manuscript, &part, i, has_reason))
          has_reason = FALSE;
    }
}

/**
 * atlas_chapter_add:
 * @manuscript: a manuscript
 * @facts: the facts of the scope
 *
 * Adds a complete chapter.
 *
 * Returns: the index among the blocks where a table of contents can be inserted
 */
guint
atlas_chapter_add (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  guint place_of_contents;

  add_title (manuscript, facts);
  add_tiles (manuscript, facts);
  add_map (manuscript, facts);
  place_of_contents = manuscript->blocks->len;
  add_comparison (manuscript, facts);
  add_sections (manuscript, facts);
  return place_of_contents;
}

/* One page ------------------------------------------------------------------------------------ */

static gboolean
fits_on_page (AtlasManuscript *manuscript, guint first, AtlasTableBlock *digest, guint limit)
{
  atlas_table_block_set_limit (digest, limit);
  return measure_space_left (manuscript, first) >= 0;
}

/* Reduces the map as far as allowed, then limits the rows below each heading until the page
 * fits. */
static void
fit_on_page (AtlasManuscript *manuscript, guint first, AtlasMapBlock *map, AtlasTableBlock *digest)
{
  const double height = manuscript->frame.height;
  guint low = 1;
  guint high = atlas_table_block_get_longest (digest);

  if (fits_on_page (manuscript, first, digest, high) ||
      (map != NULL &&
       fit_map (manuscript, first, map, height * MIN_MAP_SHARE, height * MAX_MAP_SHARE)))
    return;
  while (high - low > 1)
    {
      const guint middle = (low + high) / 2;

      if (fits_on_page (manuscript, first, digest, middle))
        low = middle;
      else
        high = middle;
    }
  atlas_table_block_set_limit (digest, low);
}

/**
 * atlas_chapter_add_page:
 * @manuscript: a manuscript
 * @facts: the facts of the scope
 *
 * Adds a chapter of one page: as many records of each kind as fit, and the number of the others.
 */
void
atlas_chapter_add_page (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  const guint first = manuscript->blocks->len;
  AtlasTableBlock *digest;
  AtlasMapBlock *map;

  add_title (manuscript, facts)->starts_page = TRUE;
  add_tiles (manuscript, facts);
  map = add_map (manuscript, facts);
  digest = atlas_digest_new (facts, manuscript->typesetter, manuscript->parts);
  atlas_manuscript_add_block (manuscript, ATLAS_BLOCK (digest), SPACE_BEFORE_DIGEST);
  fit_on_page (manuscript, first, map, digest);
}
