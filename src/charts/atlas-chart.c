/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chart.h"

#include <math.h>

/*
 * AtlasChart: a small drawing of numbers, for a panel or a page.
 *
 * It draws to any cairo context and finds the record at a point. The caller passes the width, the
 * font and whether the background is dark. What is done is solid and what is planned is hatched, so
 * that they differ in grey print and for color-blind users.
 */
G_DEFINE_ABSTRACT_TYPE (AtlasChart, atlas_chart, G_TYPE_OBJECT)

/* The distance between the lines of a hatching, measured along the bar. */
#define DENSE_HATCHING 4.0
#define WIDE_HATCHING 8.0

static AtlasRecord *
pick_nothing (AtlasChart *self, double x, double y, double width)
{
  return NULL;
}

static char *
tell_nothing (AtlasChart *self, double x, double y, double width, AtlasLanguage language)
{
  return NULL;
}

static char *
describe_nothing (AtlasChart *self, AtlasLanguage language)
{
  return NULL;
}

static void
atlas_chart_class_init (AtlasChartClass *klass)
{
  klass->pick = pick_nothing;
  klass->tell = tell_nothing;
  klass->describe = describe_nothing;
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
 * Returns: its height, in the units of the cairo context
 */
double
atlas_chart_get_height (AtlasChart *self, const AtlasChartStyle *style)
{
  g_return_val_if_fail (ATLAS_IS_CHART (self), 0);

  return ATLAS_CHART_GET_CLASS (self)->get_height (self, style);
}

/**
 * atlas_chart_draw:
 * @self: a chart
 * @cr: where to draw; the chart begins at the origin
 * @width: its width
 * @style: how to draw it
 */
void
atlas_chart_draw (AtlasChart *self, cairo_t *cr, double width, const AtlasChartStyle *style)
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
 * Returns: (transfer none) (nullable): the record whose drawing is at that point
 */
AtlasRecord *
atlas_chart_pick (AtlasChart *self, double x, double y, double width)
{
  g_return_val_if_fail (ATLAS_IS_CHART (self), NULL);

  return ATLAS_CHART_GET_CLASS (self)->pick (self, x, y, width);
}

/**
 * atlas_chart_tell:
 * @self: a chart
 * @x: a place in it
 * @y: a place in it
 * @width: how wide it was drawn
 * @language: the language wanted
 *
 * Returns: (transfer full) (nullable): the text of a tooltip for that place: a line with its name,
 *   then lines with its exact value; plain text, not markup
 */
char *
atlas_chart_tell (AtlasChart *self, double x, double y, double width, AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_CHART (self), NULL);

  return ATLAS_CHART_GET_CLASS (self)->tell (self, x, y, width, language);
}

/**
 * atlas_chart_describe:
 * @self: a chart
 * @language: the language wanted
 *
 * Returns: (transfer full) (nullable): what the chart shows and the surrounding text does not say,
 *   for assistive technology
 */
char *
atlas_chart_describe (AtlasChart *self, AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_CHART (self), NULL);

  return ATLAS_CHART_GET_CLASS (self)->describe (self, language);
}

/**
 * atlas_chart_tone_for_span:
 * @span: a span
 *
 * Returns: the tone in which it is drawn; a plan that is part of a longer plan gets
 *   %ATLAS_CHART_TONE_NEAR
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
 * atlas_chart_color_for_track:
 * @dark: whether the background is dark
 *
 * Returns: the color of the empty part of a bar
 */
AtlasChartColor
atlas_chart_color_for_track (gboolean dark)
{
  return dark ? (AtlasChartColor) { 0.29, 0.29, 0.31 } : (AtlasChartColor) { 0.90, 0.90, 0.90 };
}

/**
 * atlas_chart_color_for_ink:
 * @dark: whether the background is dark
 *
 * Returns: the color of its lines and labels
 */
AtlasChartColor
atlas_chart_color_for_ink (gboolean dark)
{
  return dark ? (AtlasChartColor) { 0.70, 0.70, 0.70 } : (AtlasChartColor) { 0.37, 0.37, 0.37 };
}

static void
set_color (cairo_t *cr, AtlasChartColor color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

/* The lines of all bars lie on one grid, so they continue where two bars touch. */
static void
hatch (cairo_t *cr, double x, double y, double width, double height, double spacing)
{
  double left = floor ((x - height) / spacing) * spacing;

  for (; left < x + width; left += spacing)
    {
      cairo_move_to (cr, left, y + height);
      cairo_line_to (cr, left + height, y);
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/**
 * atlas_chart_fill_bar:
 * @cr: where to draw
 * @x: its left
 * @y: its top
 * @width: its width
 * @height: its height
 * @tone: the tone
 * @dark: whether the background is dark
 *
 * Draws a bar: solid for what is done, hatched with a frame for what is planned.
 */
void
atlas_chart_fill_bar (cairo_t *cr,
                      double x,
                      double y,
                      double width,
                      double height,
                      AtlasChartTone tone,
                      gboolean dark)
{
  const AtlasChartColor strong =
    dark ? (AtlasChartColor) { 0.38, 0.66, 0.95 } : (AtlasChartColor) { 0.00, 0.45, 0.70 };
  const AtlasChartColor pale =
    dark ? (AtlasChartColor) { 0.17, 0.23, 0.30 } : (AtlasChartColor) { 0.94, 0.97, 1.00 };

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  set_color (cr, tone == ATLAS_CHART_TONE_DONE ? strong : pale);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  set_color (cr, strong);
  if (tone != ATLAS_CHART_TONE_DONE)
    {
      hatch (cr, x, y, width, height,
             tone == ATLAS_CHART_TONE_NEAR ? DENSE_HATCHING : WIDE_HATCHING);
      /* Only half of the line is visible: the other half is clipped outside the bar. */
      cairo_rectangle (cr, x, y, width, height);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

/**
 * atlas_chart_create_layout:
 * @cr: (nullable): what is drawn on, or %NULL to measure without the options of a surface
 * @font: the font
 * @language: the language of the text, which decides the form of Chinese characters
 *
 * Returns: (transfer full): a layout without text
 */
PangoLayout *
atlas_chart_create_layout (cairo_t *cr, const PangoFontDescription *font, AtlasLanguage language)
{
  PangoContext *context = cr != NULL
                            ? pango_cairo_create_context (cr)
                            : pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);

  pango_context_set_language (context,
                              pango_language_from_string (atlas_language_get_pango_tag (language)));
  g_object_unref (context);
  pango_layout_set_font_description (layout, font);
  return layout;
}
