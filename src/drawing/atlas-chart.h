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
 * Red, green and blue, each 0…1.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} AtlasChartColor;

/**
 * AtlasChartTone:
 * @ATLAS_CHART_TONE_DONE: what is there or done: the strongest
 * @ATLAS_CHART_TONE_NEAR: the part of what is to come that comes first
 * @ATLAS_CHART_TONE_FAR: the rest of what is to come: the palest
 *
 * How strongly a span is drawn, and its mark in a legend.
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
 * @language: the language of its labels, which chooses the forms of Chinese glyphs
 * @dark: whether it is drawn on a dark ground
 * @lifted: (nullable): the record that the reader points at
 *
 * How to draw a chart where it appears: in a panel or on a page.
 */
typedef struct
{
  const PangoFontDescription *font;
  AtlasLanguage               language;
  gboolean                    dark;
  AtlasRecord                *lifted;
} AtlasChartStyle;

#define ATLAS_TYPE_CHART (atlas_chart_get_type ())

G_DECLARE_DERIVABLE_TYPE (AtlasChart, atlas_chart, ATLAS, CHART, GObject)

/**
 * AtlasChartClass:
 * @get_height: how high it wants to be
 * @draw: draws it
 * @pick: what stands at a point, if anything
 */
struct _AtlasChartClass
{
  GObjectClass parent_class;

  double       (*get_height) (AtlasChart            *self,
                              const AtlasChartStyle *style);
  void         (*draw)       (AtlasChart            *self,
                              cairo_t               *cr,
                              double                 width,
                              const AtlasChartStyle *style);
  AtlasRecord *(*pick)       (AtlasChart            *self,
                              double                 x,
                              double                 y,
                              double                 width);
};

double          atlas_chart_get_height      (AtlasChart            *self,
                                             const AtlasChartStyle *style);
void            atlas_chart_draw            (AtlasChart            *self,
                                             cairo_t               *cr,
                                             double                 width,
                                             const AtlasChartStyle *style);
AtlasRecord    *atlas_chart_pick            (AtlasChart            *self,
                                             double                 x,
                                             double                 y,
                                             double                 width);
AtlasChartTone  atlas_chart_tone_for_span   (const AtlasSpan       *span);
AtlasChartColor atlas_chart_color_for_tone  (AtlasChartTone         tone,
                                             gboolean               dark);
AtlasChartColor atlas_chart_color_for_track (gboolean               dark);
AtlasChartColor atlas_chart_color_for_ink   (gboolean               dark);
void            atlas_chart_rounded_rectangle (cairo_t *cr,
                                               double   x,
                                               double   y,
                                               double   width,
                                               double   height,
                                               double   radius);

G_END_DECLS
