/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-time-axis.h"

G_BEGIN_DECLS

/**
 * AtlasTimeMarkKind:
 * @ATLAS_TIME_MARK_HAPPENED: what happened on some day from its first to its last
 * @ATLAS_TIME_MARK_EXPECTED: what is expected to happen on such a day
 * @ATLAS_TIME_MARK_PERIOD: what lasts from its first day to its last
 */
typedef enum
{
  ATLAS_TIME_MARK_HAPPENED,
  ATLAS_TIME_MARK_EXPECTED,
  ATLAS_TIME_MARK_PERIOD,
} AtlasTimeMarkKind;

#define ATLAS_N_TIME_MARK_KINDS (ATLAS_TIME_MARK_PERIOD + 1)

/**
 * AtlasTimeMark:
 * @kind: what it says of its days
 * @first: the first day, as a Julian day of GDate
 * @last: the last day, not before @first; the same when the day is known
 * @record: (unowned): what it stands for
 *
 * A record on an axis of time.
 */
typedef struct
{
  AtlasTimeMarkKind  kind;
  guint32            first;
  guint32            last;
  AtlasRecord       *record;
} AtlasTimeMark;

#define ATLAS_TYPE_TIME_SERIES (atlas_time_series_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTimeSeries, atlas_time_series, ATLAS, TIME_SERIES, GObject)

AtlasTimeSeries     *atlas_time_series_new           (AtlasDataset      *dataset);
gboolean             atlas_time_series_add           (AtlasTimeSeries   *self,
                                                      AtlasRecord       *record);
void                 atlas_time_series_make_room     (AtlasTimeSeries   *self,
                                                      AtlasRecord       *record);
guint                atlas_time_series_get_length    (AtlasTimeSeries   *self);
const AtlasTimeMark *atlas_time_series_get_mark      (AtlasTimeSeries   *self,
                                                      guint              index);
guint                atlas_time_series_count         (AtlasTimeSeries   *self,
                                                      AtlasTimeMarkKind  kind);
guint                atlas_time_series_get_n_undated (AtlasTimeSeries   *self);
gboolean             atlas_time_series_get_axis      (AtlasTimeSeries   *self,
                                                      AtlasTimeAxis     *axis);
guint32              atlas_time_series_get_as_of     (AtlasTimeSeries   *self);

G_END_DECLS
