/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-time-axis.h"

G_BEGIN_DECLS

/**
 * AtlasTimeItemKind:
 * @ATLAS_TIME_ITEM_HAPPENED: an event on one of the days from the first to the last
 * @ATLAS_TIME_ITEM_EXPECTED: something expected on one of these days
 * @ATLAS_TIME_ITEM_PERIOD: something that lasts from the first day to the last
 */
typedef enum
{
  ATLAS_TIME_ITEM_HAPPENED,
  ATLAS_TIME_ITEM_EXPECTED,
  ATLAS_TIME_ITEM_PERIOD,
} AtlasTimeItemKind;

#define ATLAS_N_TIME_ITEM_KINDS (ATLAS_TIME_ITEM_PERIOD + 1)

/**
 * AtlasTimeItem:
 * @kind: how to interpret its days
 * @first: the first day, as a Julian day of GDate
 * @last: the last day, not before @first; equal to @first when the exact day is known
 * @record: (unowned): the record that it represents
 * @report: (nullable) (unowned): for an entry in the progress of @record, a project: the entry as
 *   an event, see atlas_progress_list()
 *
 * A record on a time axis, or an entry in the progress of one.
 */
typedef struct
{
  AtlasTimeItemKind kind;
  guint32 first;
  guint32 last;
  AtlasRecord *record;
  AtlasRecord *report;
} AtlasTimeItem;

const char *atlas_time_item_get_name (const AtlasTimeItem *self, AtlasLanguage language);

#define ATLAS_TYPE_TIME_SERIES (atlas_time_series_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTimeSeries, atlas_time_series, ATLAS, TIME_SERIES, GObject)

AtlasTimeSeries *atlas_time_series_new (AtlasDataset *dataset);
gboolean atlas_time_series_add (AtlasTimeSeries *self, AtlasRecord *record);
void atlas_time_series_add_report (AtlasTimeSeries *self, AtlasRecord *report);
void atlas_time_series_make_room (AtlasTimeSeries *self, AtlasRecord *record);
guint atlas_time_series_get_length (AtlasTimeSeries *self);
const AtlasTimeItem *atlas_time_series_get_item (AtlasTimeSeries *self, guint index);
guint atlas_time_series_count (AtlasTimeSeries *self, AtlasTimeItemKind kind);
guint atlas_time_series_get_n_undated (AtlasTimeSeries *self);
gboolean atlas_time_series_get_axis (AtlasTimeSeries *self, AtlasTimeAxis *axis);
guint32 atlas_time_series_get_as_of (AtlasTimeSeries *self);

G_END_DECLS
