/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-time-series.h"

#include "atlas-event.h"
#include "atlas-plan.h"
#include "atlas-progress.h"
#include "atlas-project.h"

/*
 * AtlasTimeSeries: the items of a timeline, sorted by time.
 *
 * A date that is a month or a year becomes the span of days in which the event may lie. A plan with
 * a period becomes an item of the kind period. A project has an item for its expected date, and one
 * for each entry of its progress. A plan with only a date gets no item when a listed
 * event is about it, so that nothing is listed twice; otherwise it gets an item like an event.
 */
struct _AtlasTimeSeries
{
  GObject parent_instance;

  AtlasDataset *dataset;
  GArray *items;      /* of AtlasTimeItem; each item has references to its records */
  GHashTable *listed; /* the records that have an item; borrowed references */
  GArray *spans;      /* of AtlasTimeItem without records: the days for which the axis has room */
  guint n_undated;
  guint32 as_of; /* 0 when the dataset has no date */
};

G_DEFINE_FINAL_TYPE (AtlasTimeSeries, atlas_time_series, G_TYPE_OBJECT)

static void
clear_item (gpointer data)
{
  AtlasTimeItem *item = data;

  g_clear_object (&item->record);
  g_clear_object (&item->report);
}

static gboolean
set_date (AtlasTimeItem *item, AtlasTimeItemKind kind, const AtlasDate *date)
{
  if (date == NULL)
    return FALSE;
  item->kind = kind;
  item->first = atlas_date_first_day (date);
  item->last = atlas_date_last_day (date);
  return TRUE;
}

static gboolean
is_told (AtlasTimeSeries *self, AtlasRecord *plan)
{
  const AtlasRecords referrers = atlas_dataset_get_referrers (self->dataset, plan);

  for (guint i = 0; i < referrers.len; i++)
    {
      AtlasRecord *referrer = atlas_records_get (&referrers, i);

      if (ATLAS_IS_EVENT (referrer) && atlas_record_refers_to (referrer, ATLAS_ROLE_ABOUT, plan) &&
          g_hash_table_contains (self->listed, referrer))
        return TRUE;
    }
  return FALSE;
}

static gboolean
set_plan (AtlasTimeSeries *self, AtlasTimeItem *item)
{
  const AtlasPeriod *period = atlas_plan_get_period (ATLAS_PLAN (item->record));

  /* Only issued documents get an item: not strategies or slogans, and not documents that are still
   * to be written. */
  if (!atlas_plan_is_document (ATLAS_PLAN (item->record)))
    return FALSE;
  if (period == NULL)
    return !is_told (self, item->record) &&
           set_date (item, ATLAS_TIME_ITEM_HAPPENED, atlas_record_get_date (item->record));
  item->kind = ATLAS_TIME_ITEM_PERIOD;
  item->first = atlas_date_first_day (&period->from);
  item->last = atlas_date_last_day (&period->to);
  return TRUE;
}

static gboolean
set_record (AtlasTimeSeries *self, AtlasTimeItem *item)
{
  if (ATLAS_IS_EVENT (item->record))
    return set_date (item, ATLAS_TIME_ITEM_HAPPENED, atlas_record_get_date (item->record));
  if (ATLAS_IS_PROJECT (item->record))
    return set_date (item, ATLAS_TIME_ITEM_EXPECTED,
                     atlas_project_get_expected (ATLAS_PROJECT (item->record)));
  return ATLAS_IS_PLAN (item->record) && set_plan (self, item);
}

/* A period is sorted by its first day. An event is sorted by the last day on which it may have
 * happened, so that "in 2016" comes after February 2016. */
static guint32
get_order (const AtlasTimeItem *item)
{
  return item->kind == ATLAS_TIME_ITEM_PERIOD ? item->first : item->last;
}

static gboolean
is_before (const AtlasTimeItem *a, const AtlasTimeItem *b)
{
  if (get_order (a) != get_order (b))
    return get_order (a) < get_order (b);
  return a->last - a->first < b->last - b->first;
}

static void
atlas_time_series_finalize (GObject *object)
{
  AtlasTimeSeries *self = ATLAS_TIME_SERIES (object);

  g_hash_table_unref (self->listed);
  g_array_unref (self->items);
  g_array_unref (self->spans);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_time_series_parent_class)->finalize (object);
}

static void
atlas_time_series_class_init (AtlasTimeSeriesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_time_series_finalize;
}

static void
atlas_time_series_init (AtlasTimeSeries *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (AtlasTimeItem));
  self->listed = g_hash_table_new (NULL, NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (AtlasTimeItem));
  g_array_set_clear_func (self->items, clear_item);
}

/**
 * atlas_time_item_get_name:
 * @self: an item
 * @language: the language of the text
 *
 * Returns: (transfer none): its name; plain text, not markup
 */
const char *
atlas_time_item_get_name (const AtlasTimeItem *self, AtlasLanguage language)
{
  g_return_val_if_fail (self != NULL, "");

  return atlas_record_get_name (self->report != NULL ? self->report : self->record, language);
}

/**
 * atlas_time_series_new:
 * @dataset: a complete dataset; its date is the last day for which events are known
 *
 * Returns: (transfer full): a series without items
 */
AtlasTimeSeries *
atlas_time_series_new (AtlasDataset *dataset)
{
  AtlasTimeSeries *self = g_object_new (ATLAS_TYPE_TIME_SERIES, NULL);
  const AtlasDate *as_of = atlas_dataset_get_date (dataset);

  self->dataset = g_object_ref (dataset);
  self->as_of = as_of != NULL ? atlas_date_last_day (as_of) : 0;
  return self;
}

static void
insert_item (AtlasTimeSeries *self, AtlasTimeItem item)
{
  guint place = self->items->len;

  while (place > 0 && is_before (&item, &g_array_index (self->items, AtlasTimeItem, place - 1)))
    place--;
  g_object_ref (item.record);
  if (item.report != NULL)
    g_object_ref (item.report);
  g_array_insert_val (self->items, place, item);
}

/**
 * atlas_time_series_add:
 * @self: a series
 * @record: a record of its dataset
 *
 * Adds an item for @record, if it has a date: an event, a plan, or a project with an expected date.
 * Add events before the plans that they are about.
 *
 * Returns: whether @record got an item
 */
gboolean
atlas_time_series_add (AtlasTimeSeries *self, AtlasRecord *record)
{
  AtlasTimeItem item = { .record = record };

  g_return_val_if_fail (ATLAS_IS_TIME_SERIES (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  if (!set_record (self, &item))
    {
      self->n_undated += ATLAS_IS_EVENT (record);
      return FALSE;
    }
  insert_item (self, item);
  g_hash_table_add (self->listed, record);
  atlas_time_series_make_room (self, record);
  return TRUE;
}

/**
 * atlas_time_series_add_report:
 * @self: a series
 * @report: an entry in the progress of a project, from atlas_progress_list()
 *
 * Adds an item for @report.
 */
void
atlas_time_series_add_report (AtlasTimeSeries *self, AtlasRecord *report)
{
  AtlasTimeItem item = { .report = report };

  g_return_if_fail (ATLAS_IS_TIME_SERIES (self));
  g_return_if_fail (ATLAS_IS_EVENT (report));

  item.record = atlas_progress_get_project (report, self->dataset);
  if (!set_date (&item, ATLAS_TIME_ITEM_HAPPENED, atlas_record_get_date (report)))
    return;
  insert_item (self, item);
  atlas_time_series_make_room (self, report);
}

/**
 * atlas_time_series_make_room:
 * @self: a series
 * @record: a record, or an entry of progress as an event, that has no item at the moment
 *
 * Makes the axis long enough for @record, so that the axis does not change while time is played.
 */
void
atlas_time_series_make_room (AtlasTimeSeries *self, AtlasRecord *record)
{
  AtlasTimeItem item = { .record = record };

  g_return_if_fail (ATLAS_IS_TIME_SERIES (self));
  g_return_if_fail (ATLAS_IS_RECORD (record));

  if (!set_record (self, &item))
    return;
  item.record = NULL;
  g_array_append_val (self->spans, item);
}

/**
 * atlas_time_series_get_length:
 * @self: a series
 *
 * Returns: the number of items
 */
guint
atlas_time_series_get_length (AtlasTimeSeries *self)
{
  g_return_val_if_fail (ATLAS_IS_TIME_SERIES (self), 0);

  return self->items->len;
}

/**
 * atlas_time_series_get_item:
 * @self: a series
 * @index: less than atlas_time_series_get_length()
 *
 * Returns: (transfer none): the item; items are sorted by date, an imprecise date after the exact
 *   dates within it
 */
const AtlasTimeItem *
atlas_time_series_get_item (AtlasTimeSeries *self, guint index)
{
  g_return_val_if_fail (ATLAS_IS_TIME_SERIES (self), NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return &g_array_index (self->items, AtlasTimeItem, index);
}

/**
 * atlas_time_series_count:
 * @self: a series
 * @kind: a kind of item
 *
 * Returns: the number of items of @kind
 */
guint
atlas_time_series_count (AtlasTimeSeries *self, AtlasTimeItemKind kind)
{
  guint n_items = 0;

  g_return_val_if_fail (ATLAS_IS_TIME_SERIES (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n_items += atlas_time_series_get_item (self, i)->kind == kind;
  return n_items;
}

/**
 * atlas_time_series_get_n_undated:
 * @self: a series
 *
 * Returns: the number of events that got no item because they have no date
 */
guint
atlas_time_series_get_n_undated (AtlasTimeSeries *self)
{
  g_return_val_if_fail (ATLAS_IS_TIME_SERIES (self), 0);

  return self->n_undated;
}

/**
 * atlas_time_series_get_axis:
 * @self: a series
 * @axis: (out): return location for the axis
 *
 * The axis has whole years, from the first item to the last. Of a period only the beginning counts:
 * a plan until 2035 would leave little room for the events. When there are only periods, their ends
 * count too.
 *
 * Returns: whether there is any item
 */
gboolean
atlas_time_series_get_axis (AtlasTimeSeries *self, AtlasTimeAxis *axis)
{
  guint32 first = G_MAXUINT32, last = 0, last_beginning = 0, last_end = 0;

  g_return_val_if_fail (ATLAS_IS_TIME_SERIES (self), FALSE);
  g_return_val_if_fail (axis != NULL, FALSE);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const AtlasTimeItem *span = &g_array_index (self->spans, AtlasTimeItem, i);

      first = MIN (first, span->first);
      last_beginning = MAX (last_beginning, span->first);
      last_end = MAX (last_end, span->last);
      if (span->kind != ATLAS_TIME_ITEM_PERIOD)
        last = MAX (last, span->last);
    }
  if (first == G_MAXUINT32)
    return FALSE;
  last = last > 0 ? MAX (last, last_beginning) : last_end;
  *axis =
    atlas_time_axis_for_years (atlas_date_from_day (first).year, atlas_date_from_day (last).year);
  return TRUE;
}

/**
 * atlas_time_series_get_as_of:
 * @self: a series
 *
 * Returns: the last day for which events are known, as a Julian day; 0 when the dataset has no date
 */
guint32
atlas_time_series_get_as_of (AtlasTimeSeries *self)
{
  g_return_val_if_fail (ATLAS_IS_TIME_SERIES (self), 0);

  return self->as_of;
}
