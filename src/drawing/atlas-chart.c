/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chart.h"

/*
 * AtlasChart: a small drawing of numbers, for a panel or a page.
 *
 * It draws to any cairo context and knows what stands under a point; whoever shows it brings the
 * width, the font and the ground. Colours differ in lightness too, so that they stay apart in grey
 * print and for those who do not tell the hues apart.
 */
G_DEFINE_ABSTRACT_TYPE (AtlasChart, atlas_chart, G_TYPE_OBJECT)

static AtlasRecord *
pick_nothing (AtlasChart *self,
              double      x,
              double      y,
              double      width)
{
  return NULL;
}

static void
atlas_chart_class_init (AtlasChartClass *klass)
{
  klass->pick = pick_nothing;
}

static void
atlas_chart_init (AtlasChart *self)
{
}

/**
 * atlas_chart_get_height:
 * @self: a chart
 * @style: how it is to be drawn
 *
 * Returns: how high it is, in the units of the cairo context
 */
double
atlas_chart_get_height (AtlasChart            *self,
                        const AtlasChartStyle *style)
{
  g_return_val_if_fail (ATLAS_IS_CHART (self), 0);

  return ATLAS_CHART_GET_CLASS (self)->get_height (self, style);
}

/**
 * atlas_chart_draw:
 * @self: a chart
 * @cr: where to draw; the chart begins at the origin
 * @width: how wide it is to be
 * @style: how to draw it
 */
void
atlas_chart_draw (AtlasChart            *self,
                  cairo_t               *cr,
                  double                 width,
                  const AtlasChartStyle *style)
{
  g_return_if_fail (ATLAS_IS_CHART (self));
  g_return_if_fail (cr != NULL);

  cairo_save (cr);
  ATLAS_CHART_GET_CLASS (self)->draw (self, cr, width, style);
  cairo_restore (cr);
}

/**
 * atlas_chart_pick:
 * @self: a chart
 * @x: a place in it
 * @y: a place in it
 * @width: how wide it was drawn
 *
 * Returns: (transfer none) (nullable): the record for which the drawing at that place stands
 */
AtlasRecord *
atlas_chart_pick (AtlasChart *self,
                  double      x,
                  double      y,
                  double      width)
{
  g_return_val_if_fail (ATLAS_IS_CHART (self), NULL);

  return ATLAS_CHART_GET_CLASS (self)->pick (self, x, y, width);
}

/**
 * atlas_chart_tone_for_span:
 * @span: a span
 *
 * Returns: how strongly it is drawn; a plan that is part of a longer plan is the nearer part of it
 */
AtlasChartTone
atlas_chart_tone_for_span (const AtlasSpan *span)
{
  g_return_val_if_fail (span != NULL, ATLAS_CHART_TONE_DONE);

  if (span->status == ATLAS_FIGURE_STATUS_STOCK || span->status == ATLAS_FIGURE_STATUS_COMPLETED)
    return ATLAS_CHART_TONE_DONE;
  return span->depth > 1 ? ATLAS_CHART_TONE_NEAR : ATLAS_CHART_TONE_FAR;
}

/**
 * atlas_chart_color_for_tone:
 * @tone: how strongly to draw
 * @dark: whether the ground is dark
 *
 * Returns: the colour of spans of that tone, and of their marks in a legend
 */
AtlasChartColor
atlas_chart_color_for_tone (AtlasChartTone tone,
                            gboolean       dark)
{
  static const AtlasChartColor colors[][2] = {
    [ATLAS_CHART_TONE_DONE] = { { 0.00, 0.45, 0.70 }, { 0.21, 0.52, 0.89 } },
    [ATLAS_CHART_TONE_NEAR] = { { 0.34, 0.71, 0.91 }, { 0.55, 0.78, 0.95 } },
    [ATLAS_CHART_TONE_FAR] = { { 0.72, 0.80, 0.90 }, { 0.36, 0.43, 0.54 } },
  };

  return colors[tone][dark != FALSE];
}

/**
 * atlas_chart_color_for_track:
 * @dark: whether the ground is dark
 *
 * Returns: the colour of the empty part of a bar
 */
AtlasChartColor
atlas_chart_color_for_track (gboolean dark)
{
  return dark ? (AtlasChartColor) { 0.29, 0.29, 0.31 } : (AtlasChartColor) { 0.90, 0.90, 0.90 };
}

/**
 * atlas_chart_color_for_ink:
 * @dark: whether the ground is dark
 *
 * Returns: the colour of its lines and labels
 */
AtlasChartColor
atlas_chart_color_for_ink (gboolean dark)
{
  return dark ? (AtlasChartColor) { 0.70, 0.70, 0.70 } : (AtlasChartColor) { 0.37, 0.37, 0.37 };
}

/**
 * atlas_chart_rounded_rectangle:
 * @cr: a cairo context, whose path becomes the rectangle
 * @x: its left
 * @y: its top
 * @width: its width
 * @height: its height
 * @radius: of its corners; as large as fits
 */
void
atlas_chart_rounded_rectangle (cairo_t *cr,
                               double   x,
                               double   y,
                               double   width,
                               double   height,
                               double   radius)
{
  radius = MIN (radius, MIN (width, height) / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}
