/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-beginning.h"

#include "atlas-event.h"
#include "atlas-figure.h"
#include "atlas-link.h"
#include "atlas-plan.h"

/*
 * Since when a record is there, which is when it appears as the years are played.
 *
 * - A plan: from its date; without one, from the beginning of its period.
 * - A figure: from when it was counted, or from the beginning of the time that it measures.
 * - A link: from the earliest of its own date, of the events about it, and of the plans that it
 *   names or that are about it. The source may state a co-operation "at present" and tell of its
 *   founding elsewhere, so the earliest counts. A link of which nothing bears a date is there from
 *   the date of the earliest document cited for it: nobody says that it was there before, and by
 *   then it was.
 * - Anything else: from its date.
 *
 * What bears no date even so was there at all times.
 */

/* The one by which a thing was there for sure: "in 2016" does not say that it was before March. */
static const AtlasDate *
earlier (const AtlasDate *a,
         const AtlasDate *b)
{
  if (a == NULL || b == NULL)
    return a != NULL ? a : b;
  return atlas_date_last_day (a) <= atlas_date_last_day (b) ? a : b;
}

static const AtlasDate *
begin_plan (AtlasRecord *plan)
{
  const AtlasDate *date = atlas_record_get_date (plan);
  const AtlasPeriod *period = atlas_plan_get_period (ATLAS_PLAN (plan));

  return date == NULL && period != NULL ? &period->from : date;
}

static const AtlasDate *
begin_figure (AtlasFigure *figure)
{
  const AtlasDate *as_of = atlas_figure_get_as_of (figure);
  const AtlasPeriod *period = atlas_figure_get_period (figure);

  return as_of == NULL && period != NULL ? &period->from : as_of;
}

static const AtlasDate *
begin_source (AtlasRecord *record)
{
  const AtlasDate *first = NULL;

  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    first = earlier (first,
                     atlas_record_get_date (atlas_record_get_citation (record, i)->source));
  return first;
}

static const AtlasDate *
begin_link (AtlasRecord *link)
{
  const AtlasDate *first = atlas_record_get_date (link);
  GPtrArray *plans = atlas_record_get_references (link, ATLAS_ROLE_PLANS);
  GPtrArray *referrers = atlas_record_get_referrers (link);

  for (guint i = 0; plans != NULL && i < plans->len; i++)
    first = earlier (first, begin_plan (plans->pdata[i]));
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    {
      AtlasRecord *referrer = referrers->pdata[i];

      if (!atlas_record_refers_to (referrer, ATLAS_ROLE_ABOUT, link))
        continue;
      if (ATLAS_IS_EVENT (referrer))
        first = earlier (first, atlas_record_get_date (referrer));
      else if (ATLAS_IS_PLAN (referrer))
        first = earlier (first, begin_plan (referrer));
    }
  return first != NULL ? first : begin_source (link);
}

/**
 * atlas_beginning_of:
 * @record: a record of a complete dataset
 *
 * Returns: (transfer none) (nullable): since when @record is there, by the rules above; NULL when
 *   it was there at all times
 */
const AtlasDate *
atlas_beginning_of (AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (record), NULL);

  if (ATLAS_IS_LINK (record))
    return begin_link (record);
  if (ATLAS_IS_FIGURE (record))
    return begin_figure (ATLAS_FIGURE (record));
  if (ATLAS_IS_PLAN (record))
    return begin_plan (record);
  return atlas_record_get_date (record);
}

/**
 * atlas_beginning_is_told:
 * @record: a record of a complete dataset
 *
 * Returns: whether an event that bears a date is about @record: the issue of a plan, for instance,
 *   which then need not be told again
 */
gboolean
atlas_beginning_is_told (AtlasRecord *record)
{
  GPtrArray *referrers;

  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  referrers = atlas_record_get_referrers (record);
  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    if (ATLAS_IS_EVENT (referrers->pdata[i]) &&
        atlas_record_get_date (referrers->pdata[i]) != NULL &&
        atlas_record_refers_to (referrers->pdata[i], ATLAS_ROLE_ABOUT, record))
      return TRUE;
  return FALSE;
}
