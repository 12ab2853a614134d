/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chapter.h"

#include <glib/gi18n.h>

#include "atlas-comparison-tables.h"
#include "atlas-digest.h"
#include "atlas-fact-block.h"
#include "atlas-filter-words.h"
#include "atlas-investment-block.h"
#include "atlas-key-numbers.h"
#include "atlas-library-table.h"
#include "atlas-map-block.h"
#include "atlas-next-steps.h"
#include "atlas-text-block.h"
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

/**
 * atlas_chapter_add_title:
 * @manuscript: a manuscript
 * @facts: the facts of the scope
 *
 * Adds the name of the scope and the lines below it: what it is, its time, what the filter leaves
 * out, and what could not be read.
 *
 * Returns: (transfer none): the block of the name
 */
AtlasBlock *
atlas_chapter_add_title (AtlasManuscript *manuscript, const AtlasFacts *facts)
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

static void
add_tiles (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  if (manuscript->parts & ATLAS_SUMMARY_PART_FIGURES)
    atlas_manuscript_add_block (manuscript,
                                ATLAS_BLOCK (atlas_key_numbers_new (facts, manuscript->typesetter)),
                                SPACE_BEFORE_TILES);
}

/* Gives the map the height that is left on the page, between @min and @max. Returns FALSE when not
 * even @min fits. */
static gboolean
fit_map (AtlasManuscript *manuscript, guint first, AtlasMapBlock *map, double min, double max)
{
  double left;

  atlas_map_block_set_max_height (map, min);
  left = atlas_manuscript_measure_space_left (manuscript, first);
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

/* The table of projects has more columns if the dataset is a library. */
static AtlasFactTable *
make_table (AtlasManuscript *manuscript, const AtlasFacts *facts, AtlasFactSubject subject)
{
  if (subject == ATLAS_FACT_SUBJECT_PROJECTS &&
      (manuscript->by_stage || atlas_library_table_is_needed (facts)))
    return atlas_library_table_new_projects (facts, manuscript->by_stage);
  return atlas_fact_table_new (facts, subject);
}

/* Adds the changes of figures below the table of projects. */
static void
add_changes (AtlasManuscript *manuscript, const AtlasFacts *facts)
{
  g_autoptr (AtlasFactTable) table = atlas_library_table_new_changes (facts);

  if (table->rows->len == 0)
    return;
  atlas_manuscript_add_section (manuscript, ATLAS_TEXT_ROLE_HEADING,
                                atlas_translate_context (facts->language, "section",
                                                         "Changes of figures"));
  atlas_manuscript_add_block (manuscript,
                              ATLAS_BLOCK (atlas_fact_block_new (table, manuscript->typesetter)),
                              SPACE_BEFORE_TABLE);
}

/* Returns whether the section is not empty. */
static gboolean
add_section (AtlasManuscript *manuscript, const AtlasFacts *facts, guint index, gboolean has_reason)
{
  const char *name = atlas_translate_context (facts->language, "section", sections[index].title);
  g_autoptr (AtlasFactTable) table = make_table (manuscript, facts, sections[index].subject);
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
  if (sections[index].subject == ATLAS_FACT_SUBJECT_PROJECTS)
    add_changes (manuscript, facts);
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

  atlas_chapter_add_title (manuscript, facts);
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
  atlas_table_block_set_limit (digest, limit, 0);
  return atlas_manuscript_measure_space_left (manuscript, first) >= 0;
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
  atlas_table_block_set_limit (digest, low, 0);
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

  atlas_chapter_add_title (manuscript, facts)->starts_page = TRUE;
  add_tiles (manuscript, facts);
  map = add_map (manuscript, facts);
  digest = atlas_digest_new (facts, manuscript->typesetter, manuscript->parts);
  atlas_manuscript_add_block (manuscript, ATLAS_BLOCK (digest), SPACE_BEFORE_DIGEST);
  fit_on_page (manuscript, first, map, digest);
}

/* Follow-up ----------------------------------------------------------------------------------- */

/**
 * atlas_chapter_add_follow_up:
 * @manuscript: a manuscript
 * @facts: the facts of the scope
 * @today: the day of today
 *
 * Adds a table to follow up the next steps of the scope, with room for remarks.
 *
 * Returns: the index among the blocks where a table of contents can be inserted
 */
guint
atlas_chapter_add_follow_up (AtlasManuscript *manuscript,
                             const AtlasFacts *facts,
                             const AtlasDate *today)
{
  g_autoptr (GPtrArray) steps = atlas_facts_list (facts, ATLAS_RECORD_KIND_COMMITMENT);
  g_autoptr (AtlasFactTable) table = atlas_library_table_new_follow_up (facts, today);
  guint place_of_contents;

  atlas_chapter_add_title (manuscript, facts);
  add_line (manuscript, atlas_next_steps_describe_counts (steps, today, facts->language));
  place_of_contents = manuscript->blocks->len;
  atlas_manuscript_add_section (manuscript, ATLAS_TEXT_ROLE_HEADING,
                                atlas_translate_context (facts->language, "section",
                                                         "Follow-up of next steps"));
  atlas_manuscript_add_block (manuscript,
                              ATLAS_BLOCK (atlas_fact_block_new (table, manuscript->typesetter)),
                              SPACE_BEFORE_TABLE);
  return place_of_contents;
}
