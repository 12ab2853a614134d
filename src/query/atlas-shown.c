/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-shown.h"

#include "atlas-industry.h"
#include "atlas-link.h"
#include "atlas-partnership.h"
#include "atlas-source.h"

/*
 * Finds the records in a scope and a filter. Panels, pages and tables all use this file, so that
 * their numbers agree.
 *
 * An industry has no date. If time is filtered, it depends on the records of the scope that name
 * it: it is shown if one of them is known to lie in the time, undated if only undated ones name it,
 * and hidden if all of them begin later.
 *
 * A filter that shows only a few groups of links or industries is about these. Other records are
 * then shown only if they concern a link that is shown or, if industries are filtered, name an
 * industry that is shown. A filter that hides a few groups leaves other records alone.
 */

typedef enum
{
  STANDING_LATER,
  STANDING_UNDATED,
  STANDING_KNOWN,
} Standing;

static Standing
get_standing_of_referrer (AtlasFilter *filter, AtlasDataset *dataset, AtlasRecord *referrer)
{
  if (!atlas_filter_matches (filter, dataset, referrer))
    return STANDING_LATER;
  return atlas_filter_is_in_doubt (filter, dataset, referrer) ? STANDING_UNDATED : STANDING_KNOWN;
}

/* Returns the state of an industry in the time shown. Records that are hidden for other reasons
 * than time are ignored. */
static Standing
get_standing (AtlasScope *scope, AtlasFilter *filter, AtlasRecord *industry)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (scope);
  const AtlasRecords referrers = atlas_dataset_get_referrers (dataset, industry);
  Standing best = STANDING_LATER;
  gboolean is_named = FALSE;

  for (guint i = 0; i < referrers.len && best != STANDING_KNOWN; i++)
    {
      AtlasRecord *referrer = atlas_records_get (&referrers, i);

      if (!atlas_scope_contains (scope, referrer) ||
          !atlas_filter_matches_at_any_time (filter, dataset, referrer))
        continue;
      best = MAX (best, get_standing_of_referrer (filter, dataset, referrer));
      is_named = TRUE;
    }
  return is_named ? best : STANDING_KNOWN;
}

static gboolean
has_time (AtlasFilter *filter)
{
  return filter != NULL && atlas_filter_has_time (filter);
}

/* How many records may lie between a record and the link that it concerns. */
#define MAX_STEPS 3

/* What a record is about: references that lead on to a link. */
static const AtlasRole topics[] = { ATLAS_ROLE_ABOUT, ATLAS_ROLE_PART_OF };

static gboolean
names_shown_industry (AtlasFilter *filter, AtlasDataset *dataset, AtlasRecord *record)
{
  const AtlasRecords industries =
    atlas_dataset_get_references (dataset, record, ATLAS_ROLE_INDUSTRIES);

  for (guint i = 0; i < industries.len; i++)
    if (atlas_filter_matches (filter, dataset, atlas_records_get (&industries, i)))
      return TRUE;
  return FALSE;
}

/* A filter of industries shows links without industries too, but it is not about them. */
static gboolean
is_topic (AtlasFilter *filter, AtlasDataset *dataset, AtlasRecord *link)
{
  return atlas_filter_matches (filter, dataset, link) &&
         (!atlas_filter_is_narrow (filter, ATLAS_FACET_INDUSTRIES) ||
          names_shown_industry (filter, dataset, link));
}

/* Whether a link that the filter is about refers to @record. */
static gboolean
is_named_by_topic (AtlasFilter *filter, AtlasDataset *dataset, AtlasRecord *record)
{
  const AtlasRecords referrers = atlas_dataset_get_referrers (dataset, record);

  for (guint i = 0; i < referrers.len; i++)
    if (ATLAS_IS_LINK (atlas_records_get (&referrers, i)) &&
        is_topic (filter, dataset, atlas_records_get (&referrers, i)))
      return TRUE;
  return FALSE;
}

static gboolean
concerns_shown (AtlasFilter *filter, AtlasDataset *dataset, AtlasRecord *record, guint n_steps)
{
  if (ATLAS_IS_LINK (record))
    return is_topic (filter, dataset, record);
  if (atlas_filter_is_narrow (filter, ATLAS_FACET_INDUSTRIES) &&
      (ATLAS_IS_INDUSTRY (record) || names_shown_industry (filter, dataset, record)))
    return TRUE;
  if (is_named_by_topic (filter, dataset, record))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (topics) && n_steps > 0; i++)
    {
      const AtlasRecords records = atlas_dataset_get_references (dataset, record, topics[i]);

      for (guint j = 0; j < records.len; j++)
        {
          AtlasRecord *topic = atlas_records_get (&records, j);

          /* What is about a place need not be about the links of the place. */
          if ((ATLAS_IS_LINK (topic) ||
               atlas_record_get_kind (topic) > ATLAS_RECORD_KIND_ORGANIZATION) &&
              concerns_shown (filter, dataset, topic, n_steps - 1))
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether a filter that is about a few links leaves @record out. */
static gboolean
is_off_topic (AtlasFilter *filter, AtlasDataset *dataset, AtlasRecord *record)
{
  return (atlas_filter_is_narrow (filter, ATLAS_FACET_LINKS) ||
          atlas_filter_is_narrow (filter, ATLAS_FACET_INDUSTRIES)) &&
         !ATLAS_IS_LINK (record) && !ATLAS_IS_SOURCE (record) &&
         !concerns_shown (filter, dataset, record, MAX_STEPS);
}

static gboolean
is_shown (AtlasScope *scope, AtlasFilter *filter, AtlasRecord *record)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (scope);

  return (filter == NULL || (atlas_filter_matches (filter, dataset, record) &&
                             !is_off_topic (filter, dataset, record))) &&
         (!has_time (filter) || !ATLAS_IS_INDUSTRY (record) ||
          get_standing (scope, filter, record) != STANDING_LATER);
}

/**
 * atlas_shown_contains:
 * @scope: a scope
 * @filter: (nullable): the filter to apply
 * @record: a record of its dataset
 *
 * Returns: whether @record is in the scope and the filter
 */
gboolean
atlas_shown_contains (AtlasScope *scope, AtlasFilter *filter, AtlasRecord *record)
{
  return atlas_scope_contains (scope, record) && is_shown (scope, filter, record);
}

/**
 * atlas_shown_is_in_doubt:
 * @scope: a scope
 * @filter: (nullable): the filter to apply
 * @record: a record in the scope and the filter
 *
 * Returns: whether it is not known if @record belongs to the scope in the time of @filter: it is
 *   undated, or it is an industry that only undated records name
 */
gboolean
atlas_shown_is_in_doubt (AtlasScope *scope, AtlasFilter *filter, AtlasRecord *record)
{
  if (!has_time (filter))
    return FALSE;
  return ATLAS_IS_INDUSTRY (record)
           ? get_standing (scope, filter, record) == STANDING_UNDATED
           : atlas_filter_is_in_doubt (filter, atlas_scope_get_dataset (scope), record);
}

static gboolean
is_of_part (AtlasScope *scope, AtlasFilter *filter, AtlasShownPart part, AtlasRecord *record)
{
  return part == ATLAS_SHOWN_PART_ALL ||
         atlas_shown_is_in_doubt (scope, filter, record) == (part == ATLAS_SHOWN_PART_UNDATED);
}

/**
 * atlas_shown_list:
 * @scope: a scope
 * @filter: (nullable): the filter to apply
 * @part: the part to list
 * @kind: a kind of record
 *
 * Returns: (transfer container) (element-type AtlasRecord): the records of @kind in the scope, the
 *   filter and the part, in the order of the file
 */
GPtrArray *
atlas_shown_list (AtlasScope *scope, AtlasFilter *filter, AtlasShownPart part, AtlasRecordKind kind)
{
  GPtrArray *records = atlas_scope_dup_records (scope, kind);
  guint n_shown = 0;

  for (guint i = 0; i < records->len; i++)
    if (is_shown (scope, filter, records->pdata[i]) &&
        is_of_part (scope, filter, part, records->pdata[i]))
      records->pdata[n_shown++] = records->pdata[i];
  g_ptr_array_set_size (records, (int) n_shown);
  return records;
}

/**
 * atlas_shown_list_links:
 * @scope: a scope
 * @filter: (nullable): what of it is shown
 * @part: which part of that
 *
 * Returns: (transfer container) (element-type AtlasLink): the partnerships that are in scope and
 *   shown, and then the bus routes
 */
GPtrArray *
atlas_shown_list_links (AtlasScope *scope, AtlasFilter *filter, AtlasShownPart part)
{
  GPtrArray *links = atlas_shown_list (scope, filter, part, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_autoptr (GPtrArray) routes = atlas_shown_list (scope, filter, part, ATLAS_RECORD_KIND_ROUTE);

  g_ptr_array_extend (links, routes, NULL, NULL);
  return links;
}

/**
 * atlas_shown_list_carriers:
 * @scope: a scope
 * @filter: (nullable): what of it is shown
 * @part: which part of that
 * @industry: an industry
 *
 * Returns: (transfer container) (element-type AtlasLink): the partnerships that carry @industry and
 *   are in scope and shown
 */
GPtrArray *
atlas_shown_list_carriers (AtlasScope *scope,
                           AtlasFilter *filter,
                           AtlasShownPart part,
                           AtlasRecord *industry)
{
  const AtlasRecords referrers =
    atlas_dataset_get_referrers (atlas_scope_get_dataset (scope), industry);
  GPtrArray *carriers = g_ptr_array_new ();

  for (guint i = 0; i < referrers.len; i++)
    {
      AtlasRecord *referrer = atlas_records_get (&referrers, i);

      if (ATLAS_IS_PARTNERSHIP (referrer) &&
          atlas_record_refers_to (referrer, ATLAS_ROLE_INDUSTRIES, industry) &&
          atlas_shown_contains (scope, filter, referrer) &&
          is_of_part (scope, filter, part, referrer))
        g_ptr_array_add (carriers, referrer);
    }
  return carriers;
}

/**
 * atlas_shown_list_industries:
 * @scope: a scope
 * @filter: (nullable): what of it is shown
 * @part: which part of that
 *
 * Returns: (transfer container) (element-type AtlasIndustry): the industries that are in scope and
 *   shown; of the part that is undated, those that undated partnerships carry, whether or not
 *   others do
 */
GPtrArray *
atlas_shown_list_industries (AtlasScope *scope, AtlasFilter *filter, AtlasShownPart part)
{
  const gboolean is_undated = part == ATLAS_SHOWN_PART_UNDATED;
  GPtrArray *industries = atlas_shown_list (scope, filter, is_undated ? ATLAS_SHOWN_PART_ALL : part,
                                            ATLAS_RECORD_KIND_INDUSTRY);

  for (guint i = industries->len; i > 0 && is_undated; i--)
    {
      g_autoptr (GPtrArray) carriers =
        atlas_shown_list_carriers (scope, filter, part, industries->pdata[i - 1]);

      if (carriers->len == 0)
        g_ptr_array_remove_index (industries, i - 1);
    }
  return industries;
}
