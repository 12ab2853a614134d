/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-timeline.h"

G_BEGIN_DECLS

/* How closely a timeline is packed. */
typedef struct
{
  double   lane;       /* from one lane of signs to the next */
  double   radius;     /* of a sign */
  double   bar_lane;   /* from one lane of periods to the next */
  double   bar_height;
  gboolean has_labels;
} AtlasTimelineDensity;

struct _AtlasTimeline
{
  GObject parent_instance;

  AtlasTimeSeries *series;

  /* As it is laid out */
  AtlasTimeAxis               axis;
  GArray                     *placements; /* of AtlasTimelinePlacement, as the marks of the series */
  AtlasTimelineDensity        density;
  double                      width;
  double                      height;
  double                      axis_y;      /* of the line */
  double                      axis_height; /* of the band with the labels below it */
};

PangoLayout *_atlas_timeline_create_layout (const AtlasTimelineStyle *style);
double       _atlas_timeline_get_text_width (PangoLayout *layout,
                                             const char  *text);
double       _atlas_timeline_get_x         (AtlasTimeline *self,
                                            double         day);

G_END_DECLS
