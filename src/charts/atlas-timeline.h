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
 * @dark: whether it is drawn on a dark ground
 * @strong: whether lines and edges are to stand out, as in high contrast
 * @navigation: (nullable): whose moment it shows, and whose records it lifts
 *
 * How to draw a timeline where it appears: in a panel or on a page.
 */
typedef struct
{
  const PangoFontDescription *font;
  AtlasLanguage               language;
  gboolean                    dark;
  gboolean                    strong;
  AtlasNavigation            *navigation;
} AtlasTimelineStyle;

/**
 * AtlasTimelinePlacement:
 * @from: where the first day of the mark begins
 * @to: where its last day ends, or the axis
 * @x: the middle of its sign; of a period, as @from
 * @y: the middle of its lane
 * @label_x: where its label begins
 * @label_width: how wide its label may be; 0 when it has none
 * @left: where what is drawn of it begins, with its label
 * @right: where what is drawn of it ends
 * @is_cut: whether it goes on beyond the axis
 * @is_covered: whether another mark is drawn at the same place, since no lane had room for it
 *
 * Where a mark of a timeline is drawn.
 */
typedef struct
{
  double   from;
  double   to;
  double   x;
  double   y;
  double   label_x;
  double   label_width;
  double   left;
  double   right;
  gboolean is_cut;
  gboolean is_covered;
} AtlasTimelinePlacement;

#define ATLAS_TYPE_TIMELINE (atlas_timeline_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTimeline, atlas_timeline, ATLAS, TIMELINE, GObject)

AtlasTimeline                *atlas_timeline_new           (AtlasTimeSeries          *series);
AtlasTimeSeries              *atlas_timeline_get_series    (AtlasTimeline            *self);
double                        atlas_timeline_lay_out       (AtlasTimeline            *self,
                                                            double                    width,
                                                            double                    height,
                                                            const AtlasTimelineStyle *style);
const AtlasTimelinePlacement *atlas_timeline_get_placement (AtlasTimeline            *self,
                                                            guint                     index);
double                        atlas_timeline_get_radius    (AtlasTimeline            *self);
void                          atlas_timeline_draw          (AtlasTimeline            *self,
                                                            cairo_t                  *cr,
                                                            const AtlasTimelineStyle *style);
int                           atlas_timeline_pick          (AtlasTimeline            *self,
                                                            double                    x,
                                                            double                    y);

G_END_DECLS
