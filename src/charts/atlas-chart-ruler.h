/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-axis.h"
#include "atlas-chart.h"

G_BEGIN_DECLS

/**
 * AtlasChartTick:
 * @x: the position of its line
 * @label_x: the left edge of its label
 * @label_width: the width of its label
 * @label: the text of its label
 *
 * A tick: a round value of an axis, with the position where it is drawn.
 */
typedef struct
{
  double x;
  double label_x;
  double label_width;
  char *label;
} AtlasChartTick;

#define ATLAS_TYPE_CHART_RULER (atlas_chart_ruler_get_type ())

G_DECLARE_FINAL_TYPE (AtlasChartRuler, atlas_chart_ruler, ATLAS, CHART_RULER, GObject)

AtlasChartRuler *atlas_chart_ruler_new (AtlasAxis axis, AtlasUnit unit);
AtlasUnit atlas_chart_ruler_get_unit (AtlasChartRuler *self);
double atlas_chart_ruler_locate (AtlasChartRuler *self, AtlasDecimal value, double width);
GArray *
atlas_chart_ruler_get_ticks (AtlasChartRuler *self, double width, const AtlasChartStyle *style);
double atlas_chart_ruler_get_height (AtlasChartRuler *self, const AtlasChartStyle *style);
void atlas_chart_ruler_draw_lines (AtlasChartRuler *self,
                                   cairo_t *cr,
                                   double width,
                                   double height,
                                   const AtlasChartStyle *style);
void atlas_chart_ruler_draw_labels (AtlasChartRuler *self,
                                    cairo_t *cr,
                                    double width,
                                    double top,
                                    const AtlasChartStyle *style);

G_END_DECLS
