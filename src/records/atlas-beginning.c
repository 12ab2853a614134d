/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-beginning.h"

#include "atlas-commitment.h"
#include "atlas-event.h"
#include "atlas-figure.h"
#include "atlas-link.h"
#include "atlas-plan.h"
#include "atlas-project.h"

/*
 * Computes the beginning of a record, which is when it appears as time is played.
 *
 * - A link: the earliest of its own date, of the dates of events about it, and of the dates of
 * plans that it names or that are about it. The period of a plan does not count: a plan for 2018 to
 * 2025 does not state that a co-operation began in 2018.
 * - A figure: its date of counting; else the end of the period that it measures, but no later than
 * the document that states it; else the date of that document.
 * - A next step: the date of the document that announces it.
 * - Any other record: its date.
 *
 * A link, event, plan or project without any of these dates is undated. It may have existed at any
 * time, and existed by the date of the document that states it.
 */

static const AtlasDate *
earlier (const AtlasDate *a, const AtlasDate *b)
{
  return atlas_date_compare (a, b) <= 0 ? a : b;
}

static const AtlasDate *
begin_figure (AtlasRecord *figure, AtlasDataset *dataset)
{
  const AtlasDate *as_of = atlas_figure_get_as_of (ATLAS_FIGURE (figure));
  const AtlasPeriod *period = atlas_figure_get_period (ATLAS_FIGURE (figure));

  if (as_of != NULL)
    return as_of;
  return earlier (period != NULL ? &period->to : NULL,
                  atlas_beginning_get_stated (figure, dataset));
}

static AtlasRecord *
earlier_record (AtlasRecord *a, AtlasRecord *b)
{
  return atlas_date_compare (atlas_record_get_date (a), atlas_record_get_date (b)) <= 0 ? a : b;
}

/* Returns the record with the earliest date among the link, its plans, and the events and plans
 * about it; the link itself if none has a date. */
static AtlasRecord *
find_first_of_link (AtlasRecord *link, AtlasDataset *dataset)
{
  AtlasRecord *first = link;
  const AtlasRecords plans = atlas_dataset_get_references (dataset, link, ATLAS_ROLE_PLANS);
  const AtlasRecords referrers = atlas_dataset_get_referrers (dataset, link);

  for (guint i = 0; i < plans.len; i++)
    first = earlier_record (first, atlas_records_get (&plans, i));
  for (guint i = 0; i < referrers.len; i++)
    {
      AtlasRecord *referrer = atlas_records_get (&referrers, i);

      if ((ATLAS_IS_EVENT (referrer) || ATLAS_IS_PLAN (referrer)) &&
          atlas_record_refers_to (referrer, ATLAS_ROLE_ABOUT, link))
        first = earlier_record (first, referrer);
    }
  return first;
}

/**
 * atlas_beginning_find_record:
 * @link: a link
 * @dataset: its dataset, which is complete
 *
 * Returns: (transfer none) (nullable): the record whose date is the beginning of @link: the link
 *   itself, an event or a plan; %NULL if @link is undated
 */
AtlasRecord *
atlas_beginning_find_record (AtlasLink *link, AtlasDataset *dataset)
{
  AtlasRecord *first;

  g_return_val_if_fail (ATLAS_IS_LINK (link), NULL);

  first = find_first_of_link (ATLAS_RECORD (link), dataset);
  return atlas_record_get_date (first) != NULL ? first : NULL;
}

/**
 * atlas_beginning_of:
 * @record: a record
 * @dataset: its dataset, which is complete
 *
 * Returns: (transfer none) (nullable): the beginning of @record by the rules above; %NULL if it has
 *   none
 */
const AtlasDate *
atlas_beginning_of (AtlasRecord *record, AtlasDataset *dataset)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);

  if (ATLAS_IS_LINK (record))
    return atlas_record_get_date (find_first_of_link (record, dataset));
  if (ATLAS_IS_FIGURE (record))
    return begin_figure (record, dataset);
  if (ATLAS_IS_COMMITMENT (record) && atlas_record_get_date (record) == NULL)
    return atlas_beginning_get_stated (record, dataset);
  return atlas_record_get_date (record);
}

/**
 * atlas_beginning_get_stated:
 * @record: a record
 * @dataset: its dataset, which is complete
 *
 * Returns: (transfer none) (nullable): the date of the earliest document cited for @record, at
 *   which it existed; %NULL if none of them has a date
 */
const AtlasDate *
atlas_beginning_get_stated (AtlasRecord *record, AtlasDataset *dataset)
{
  const AtlasDate *first = NULL;

  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);

  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (record, i);

      first = earlier (first, atlas_record_get_date (atlas_dataset_get_source (dataset, citation)));
    }
  return first;
}

/**
 * atlas_beginning_is_undated:
 * @record: a record
 * @dataset: its dataset, which is complete
 *
 * Returns: whether the beginning of @record is unknown; %FALSE for records that exist at all times,
 *   such as places
 */
gboolean
atlas_beginning_is_undated (AtlasRecord *record, AtlasDataset *dataset)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  return (ATLAS_IS_LINK (record) || ATLAS_IS_EVENT (record) || ATLAS_IS_PLAN (record) ||
          ATLAS_IS_PROJECT (record)) &&
         atlas_beginning_of (record, dataset) == NULL;
}

/**
 * atlas_beginning_is_same:
 * @dataset: (nullable): a complete dataset
 * @other: (nullable): another one
 *
 * Returns: whether both have the same links, with the same beginnings
 */
gboolean
atlas_beginning_is_same (AtlasDataset *dataset, AtlasDataset *other)
{
  static const AtlasRecordKind kinds[] = { ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_RECORD_KIND_ROUTE,
                                           ATLAS_RECORD_KIND_EVENT, ATLAS_RECORD_KIND_PLAN };

  if (dataset == NULL || other == NULL)
    return dataset == other;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (!atlas_dataset_has_same_records (dataset, other, kinds[i]))
      return FALSE;
  return TRUE;
}

/**
 * atlas_beginning_is_told:
 * @record: a record
 * @dataset: its dataset, which is complete
 *
 * Returns: whether an event with a date is about @record, such as the issue of a plan, so that the
 *   record itself need not be listed again
 */
gboolean
atlas_beginning_is_told (AtlasRecord *record, AtlasDataset *dataset)
{
  AtlasRecords referrers;

  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  referrers = atlas_dataset_get_referrers (dataset, record);
  for (guint i = 0; i < referrers.len; i++)
    {
      AtlasRecord *referrer = atlas_records_get (&referrers, i);

      if (ATLAS_IS_EVENT (referrer) && atlas_record_get_date (referrer) != NULL &&
          atlas_record_refers_to (referrer, ATLAS_ROLE_ABOUT, record))
        return TRUE;
    }
  return FALSE;
}
