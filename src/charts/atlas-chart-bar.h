/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-chart-ruler.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CHART_BAR (atlas_chart_bar_get_type ())

G_DECLARE_FINAL_TYPE (AtlasChartBar, atlas_chart_bar, ATLAS, CHART_BAR, AtlasChart)

AtlasChart *atlas_chart_bar_new (AtlasSeries *series, guint index, AtlasChartRuler *ruler);
void atlas_chart_bar_show_labels (AtlasChartBar *self);

G_END_DECLS
