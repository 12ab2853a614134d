/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-figure.h"

G_BEGIN_DECLS

/**
 * AtlasSpan:
 * @from: the value at which it begins
 * @to: the value at which it ends, not less than @from
 * @depth: of how many other spans it is a part: 0 for a whole
 * @status: whether what it stands for is there, done or to come
 * @record: (unowned) (nullable): what it stands for
 *
 * A stretch of an axis that a chart draws.
 */
typedef struct
{
  double             from;
  double             to;
  guint              depth;
  AtlasFigureStatus  status;
  AtlasRecord       *record;
} AtlasSpan;

#define ATLAS_TYPE_SERIES (atlas_series_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSeries, atlas_series, ATLAS, SERIES, GObject)

AtlasSeries     *atlas_series_new        (void);
void             atlas_series_add        (AtlasSeries     *self,
                                          const AtlasSpan *span);
void             atlas_series_add_figure (AtlasSeries     *self,
                                          AtlasFigure     *figure);
guint            atlas_series_get_length (AtlasSeries     *self);
const AtlasSpan *atlas_series_get_span   (AtlasSeries     *self,
                                          guint            index);
const AtlasSpan *atlas_series_find_span  (AtlasSeries     *self,
                                          AtlasRecord     *record);
const AtlasSpan *atlas_series_pick       (AtlasSeries     *self,
                                          double           value);
double           atlas_series_get_end    (AtlasSeries     *self);
GPtrArray       *atlas_figure_dup_parts  (AtlasFigure     *whole);

G_END_DECLS
