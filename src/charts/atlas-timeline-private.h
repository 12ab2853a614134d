/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-timeline.h"

G_BEGIN_DECLS

/* The density of a timeline. */
typedef struct
{
  double lane;     /* the distance between two lanes of signs */
  double radius;   /* of a sign */
  double bar_lane; /* the distance between two lanes of periods */
  double bar_height;
  gboolean has_labels;
} AtlasTimelineDensity;

struct _AtlasTimeline
{
  GObject parent_instance;

  AtlasTimeSeries *series;

  /* Results of the layout. */
  AtlasTimeAxis axis;
  GArray *placements; /* of AtlasTimelinePlacement, one for each item of the
                       * series */
  AtlasTimelineDensity density;
  double width;
  double height;
  double axis_y;      /* of the line */
  double axis_height; /* the height of the labels below the line */
};

PangoLayout *_atlas_timeline_create_layout (const AtlasTimelineStyle *style);
double _atlas_timeline_get_text_width (PangoLayout *layout, const char *text);
double _atlas_timeline_get_x (AtlasTimeline *self, double day);

G_END_DECLS
