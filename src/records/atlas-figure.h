/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-decimal.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FIGURE (atlas_figure_get_type ())

G_DECLARE_FINAL_TYPE (AtlasFigure, atlas_figure, ATLAS, FIGURE, AtlasRecord)

const AtlasDecimal *atlas_figure_get_value (AtlasFigure *self);
AtlasUnit atlas_figure_get_unit (AtlasFigure *self);
const AtlasDate *atlas_figure_get_as_of (AtlasFigure *self);
const AtlasPeriod *atlas_figure_get_period (AtlasFigure *self);
AtlasFigureStatus atlas_figure_get_status (AtlasFigure *self);
gboolean atlas_figure_is_change (AtlasFigure *figure, AtlasDataset *dataset);

G_END_DECLS
