/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <pango/pangocairo.h>

#include "atlas-navigation.h"
#include "atlas-time-series.h"

G_BEGIN_DECLS

/**
 * AtlasTimelineStyle:
 * @font: the font of its labels
 * @language: the language of its labels
 * @dark: whether it is drawn on a dark background
 * @strong: whether lines and edges are strong, for high contrast
 * @navigation: (nullable): the navigation, whose time is shown and whose records are highlighted
 * @report: (nullable): the entry of progress that is highlighted alone among those of its project
 *
 * How a timeline is drawn on its panel or page.
 */
typedef struct
{
  const PangoFontDescription *font;
  AtlasLanguage language;
  gboolean dark;
  gboolean strong;
  AtlasNavigation *navigation;
  AtlasRecord *report;
} AtlasTimelineStyle;

/**
 * AtlasTimelinePlacement:
 * @from: the beginning of the first day
 * @to: the end of the last day, or of the axis
 * @x: the middle of its sign; for a period the same as @from
 * @y: the y coordinate of the middle of its lane
 * @label_x: the left edge of its label
 * @label_width: the largest width of its label; 0 for no label
 * @left: the left edge of its drawing, including the label
 * @right: the right edge of its drawing
 * @is_cut: whether it continues beyond the axis
 * @is_covered: whether another item is drawn over it, because no lane had room
 *
 * The position of an item.
 */
typedef struct
{
  double from;
  double to;
  double x;
  double y;
  double label_x;
  double label_width;
  double left;
  double right;
  gboolean is_cut;
  gboolean is_covered;
} AtlasTimelinePlacement;

#define ATLAS_TYPE_TIMELINE (atlas_timeline_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTimeline, atlas_timeline, ATLAS, TIMELINE, GObject)

AtlasTimeline *atlas_timeline_new (AtlasTimeSeries *series);
AtlasTimeSeries *atlas_timeline_get_series (AtlasTimeline *self);
double atlas_timeline_lay_out (AtlasTimeline *self,
                               double width,
                               double height,
                               const AtlasTimelineStyle *style);
const AtlasTimelinePlacement *atlas_timeline_get_placement (AtlasTimeline *self, guint index);
void atlas_timeline_draw (AtlasTimeline *self, cairo_t *cr, const AtlasTimelineStyle *style);
int atlas_timeline_pick (AtlasTimeline *self, double x, double y);

G_END_DECLS
