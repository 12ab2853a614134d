/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-axis.h"
#include "atlas-figure.h"

G_BEGIN_DECLS

/**
 * AtlasSpan:
 * @from: the exact value at which it begins
 * @to: the exact value at which it ends, not less than @from
 * @depth: the nesting depth: 0 for a whole
 * @status: whether the amount exists, is completed or is planned
 * @record: (unowned) (nullable): the record that it represents
 *
 * A part of an axis that a chart draws as a bar.
 */
typedef struct
{
  AtlasDecimal from;
  AtlasDecimal to;
  guint depth;
  AtlasFigureStatus status;
  AtlasRecord *record;
} AtlasSpan;

#define ATLAS_TYPE_SERIES (atlas_series_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSeries, atlas_series, ATLAS, SERIES, GObject)

AtlasSeries *atlas_series_new (void);
void atlas_series_add_amount (AtlasSeries *self,
                              AtlasDecimal amount,
                              AtlasFigureStatus status,
                              AtlasRecord *record);
void atlas_series_add_figure (AtlasSeries *self, AtlasDataset *dataset, AtlasFigure *figure);
guint atlas_series_get_length (AtlasSeries *self);
const AtlasSpan *atlas_series_get_span (AtlasSeries *self, guint index);
const AtlasSpan *atlas_series_get_whole (AtlasSeries *self, guint index);
AtlasAxis atlas_series_get_axis (AtlasSeries *self);
AtlasDecimal atlas_span_get_amount (const AtlasSpan *self);
GPtrArray *atlas_figure_dup_parts (AtlasFigure *whole, AtlasDataset *dataset);

G_END_DECLS
