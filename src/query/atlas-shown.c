/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-shown.h"

#include "atlas-industry.h"

/*
 * Finds the records in a scope and a filter. Panels, pages and tables all use this file, so that
 * their numbers agree.
 *
 * An industry has no date. If time is filtered, it depends on the records of the scope that name
 * it: it is shown if one of them is known to lie in the time, undated if only undated ones name it,
 * and hidden if all of them begin later.
 */

typedef enum
{
  STANDING_LATER,
  STANDING_UNDATED,
  STANDING_KNOWN,
} Standing;

static Standing
get_standing_of_referrer (AtlasFilter  *filter,
                          AtlasDataset *dataset,
                          AtlasRecord  *referrer)
{
  if (!atlas_filter_matches (filter, dataset, referrer))
    return STANDING_LATER;
  return atlas_filter_is_in_doubt (filter, dataset, referrer) ? STANDING_UNDATED : STANDING_KNOWN;
}

/* Returns the state of an industry in the time shown. Records that are hidden for other reasons
 * than time are ignored. */
static Standing
get_standing (AtlasScope  *scope,
              AtlasFilter *filter,
              AtlasRecord *industry)
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

static gboolean
is_shown (AtlasScope  *scope,
          AtlasFilter *filter,
          AtlasRecord *record)
{
  return (filter == NULL ||
          atlas_filter_matches (filter, atlas_scope_get_dataset (scope), record)) &&
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
atlas_shown_contains (AtlasScope  *scope,
                      AtlasFilter *filter,
                      AtlasRecord *record)
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
atlas_shown_is_in_doubt (AtlasScope  *scope,
                         AtlasFilter *filter,
                         AtlasRecord *record)
{
  if (!has_time (filter))
    return FALSE;
  return ATLAS_IS_INDUSTRY (record)
           ? get_standing (scope, filter, record) == STANDING_UNDATED
           : atlas_filter_is_in_doubt (filter, atlas_scope_get_dataset (scope), record);
}

static gboolean
is_of_part (AtlasScope     *scope,
            AtlasFilter    *filter,
            AtlasShownPart  part,
            AtlasRecord    *record)
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
atlas_shown_list (AtlasScope      *scope,
                  AtlasFilter     *filter,
                  AtlasShownPart   part,
                  AtlasRecordKind  kind)
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
