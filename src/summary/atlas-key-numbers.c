/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-key-numbers.h"

#include <glib/gi18n.h>

#include "atlas-beginning.h"
#include "atlas-description.h"
#include "atlas-figure-list.h"
#include "atlas-filter-words.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-partnership.h"
#include "atlas-route.h"
#include "atlas-translation.h"

/*
 * The large numbers at the top of a summary: how many records of each kind the scope has, its
 * largest amount of money, and the measures of a link.
 */

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
  value = atlas_format_number (records->len, facts->language);
  if (kind == ATLAS_RECORD_KIND_PARTNERSHIP)
    proposed = describe_proposed (facts, records);
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
  detail = atlas_describe_standing (amount, facts->language);
  atlas_tiles_block_add (tiles, ATLAS_RECORD (amount), value,
                         atlas_record_get_name (ATLAS_RECORD (amount), facts->language), detail);
}

/* Adds the beginning of a link, with the record that tells it. */
static void
add_beginning_tile (AtlasTilesBlock *tiles, const AtlasFacts *facts, AtlasLink *link)
{
  AtlasRecord *teller = atlas_beginning_find_record (link, atlas_scope_get_dataset (facts->scope));
  g_autofree char *value = NULL;

  if (teller == NULL)
    return;
  value = atlas_format_date (atlas_record_get_date (teller), facts->language);
  atlas_tiles_block_add (
    tiles, teller, value,
    /* Translators: when a co-operation or a bus route began. */
    atlas_translate_context (facts->language, "column", "Beginning"),
    teller != ATLAS_RECORD (link) ? atlas_record_get_name (teller, facts->language) : "");
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
add_counts (AtlasTilesBlock *tiles,
            const AtlasFacts *facts,
            const AtlasRecordKind *kinds,
            guint n_kinds)
{
  for (guint i = 0; i < n_kinds; i++)
    add_count_tile (tiles, facts, kinds[i]);
}

/* Returns the link that is the only subject of the scope, or NULL. */
static AtlasRecord *
get_link (const AtlasFacts *facts)
{
  AtlasRecord *subject = atlas_scope_get_subject (facts->scope);

  return ATLAS_IS_LINK (subject) && atlas_scope_get_other (facts->scope) == NULL ? subject : NULL;
}

/**
 * atlas_key_numbers_new:
 * @facts: the facts of the scope
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the numbers side by side, for a summary
 */
AtlasTilesBlock *
atlas_key_numbers_new (const AtlasFacts *facts, AtlasTypesetter *typesetter)
{
  static const AtlasRecordKind kinds[] = {
    ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_RECORD_KIND_ROUTE,   ATLAS_RECORD_KIND_INDUSTRY,
    ATLAS_RECORD_KIND_EVENT,       ATLAS_RECORD_KIND_PROJECT, ATLAS_RECORD_KIND_COMMITMENT,
  };
  AtlasTilesBlock *tiles = atlas_tiles_block_new (typesetter);

  if (get_link (facts) != NULL)
    add_link_tiles (tiles, facts, get_link (facts));
  add_counts (tiles, facts, kinds, G_N_ELEMENTS (kinds));
  add_amount_tile (tiles, facts);
  return tiles;
}

/**
 * atlas_key_numbers_new_brief:
 * @facts: the facts of the scope
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): at most six numbers: how much is done together, with what money,
 * since when, and how much is next
 */
AtlasTilesBlock *
atlas_key_numbers_new_brief (const AtlasFacts *facts, AtlasTypesetter *typesetter)
{
  static const AtlasRecordKind together[] = { ATLAS_RECORD_KIND_PARTNERSHIP,
                                              ATLAS_RECORD_KIND_ROUTE };
  static const AtlasRecordKind next[] = { ATLAS_RECORD_KIND_PROJECT, ATLAS_RECORD_KIND_COMMITMENT };
  AtlasRecord *link = get_link (facts);
  AtlasTilesBlock *tiles = atlas_tiles_block_new (typesetter);

  if (link != NULL)
    add_link_tiles (tiles, facts, link);
  else
    add_counts (tiles, facts, together, G_N_ELEMENTS (together));
  add_amount_tile (tiles, facts);
  if (link != NULL)
    add_beginning_tile (tiles, facts, ATLAS_LINK (link));
  add_counts (tiles, facts, next, G_N_ELEMENTS (next));
  return tiles;
}
