/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <pango/pangocairo.h>

#include "atlas-series.h"

G_BEGIN_DECLS

/**
 * AtlasChartColor:
 *
 * Red, green and blue, each from 0 to 1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} AtlasChartColor;

/**
 * AtlasChartTone:
 * @ATLAS_CHART_TONE_DONE: what exists or is done: solid
 * @ATLAS_CHART_TONE_NEAR: the first part of what is planned: dense hatching
 * @ATLAS_CHART_TONE_FAR: the rest of what is planned: wide hatching
 *
 * The tone in which a span is drawn.
 */
typedef enum
{
  ATLAS_CHART_TONE_DONE,
  ATLAS_CHART_TONE_NEAR,
  ATLAS_CHART_TONE_FAR,
} AtlasChartTone;

/**
 * AtlasChartStyle:
 * @font: the font of its labels
 * @language: the language of its labels, which selects the variants of Chinese glyphs
 * @dark: whether it is drawn on a dark background
 *
 * How a chart is drawn on its panel or page.
 */
typedef struct
{
  const PangoFontDescription *font;
  AtlasLanguage language;
  gboolean dark;
} AtlasChartStyle;

#define ATLAS_TYPE_CHART (atlas_chart_get_type ())

G_DECLARE_DERIVABLE_TYPE (AtlasChart, atlas_chart, ATLAS, CHART, GObject)

/**
 * AtlasChartClass:
 * @get_height: returns its height
 * @draw: draws the chart
 * @pick: returns the record at a point, if any
 * @tell: returns the tooltip of a point, if any
 * @describe: returns what the chart shows and the surrounding text does not say, if anything
 */
struct _AtlasChartClass
{
  GObjectClass parent_class;

  double (*get_height) (AtlasChart *self, const AtlasChartStyle *style);
  void (*draw) (AtlasChart *self, cairo_t *cr, double width, const AtlasChartStyle *style);
  AtlasRecord *(*pick) (AtlasChart *self, double x, double y, double width);
  char *(*tell) (AtlasChart *self, double x, double y, double width, AtlasLanguage language);
  char *(*describe) (AtlasChart *self, AtlasLanguage language);
};

double atlas_chart_get_height (AtlasChart *self, const AtlasChartStyle *style);
void atlas_chart_draw (AtlasChart *self, cairo_t *cr, double width, const AtlasChartStyle *style);
AtlasRecord *atlas_chart_pick (AtlasChart *self, double x, double y, double width);
char *atlas_chart_tell (AtlasChart *self, double x, double y, double width, AtlasLanguage language);
char *atlas_chart_describe (AtlasChart *self, AtlasLanguage language);
PangoLayout *
atlas_chart_create_layout (cairo_t *cr, const PangoFontDescription *font, AtlasLanguage language);
AtlasChartTone atlas_chart_tone_for_span (const AtlasSpan *span);
AtlasChartColor atlas_chart_color_for_track (gboolean dark);
AtlasChartColor atlas_chart_color_for_ink (gboolean dark);
void atlas_chart_fill_bar (cairo_t *cr,
                           double x,
                           double y,
                           double width,
                           double height,
                           AtlasChartTone tone,
                           gboolean dark);

G_END_DECLS
