/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-axis.h"
#include "atlas-chart.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CHART_BAR (atlas_chart_bar_get_type ())

G_DECLARE_FINAL_TYPE (AtlasChartBar, atlas_chart_bar, ATLAS, CHART_BAR, AtlasChart)

AtlasChart *atlas_chart_bar_new         (AtlasSeries   *series,
                                         AtlasAxis      axis);
void        atlas_chart_bar_show_ticks  (AtlasChartBar *self,
                                         AtlasUnit      unit);
gboolean    atlas_chart_bar_locate_span (AtlasChartBar *self,
                                         guint          index,
                                         double         width,
                                         double        *x,
                                         double        *length);

G_END_DECLS
