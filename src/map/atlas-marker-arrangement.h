/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-link-curve.h"

G_BEGIN_DECLS

/**
 * AtlasMarkerSide:
 * @ATLAS_MARKER_SIDE_RIGHT: the name is right of the marker
 * @ATLAS_MARKER_SIDE_LEFT: left of it
 * @ATLAS_MARKER_SIDE_TOP: above it
 * @ATLAS_MARKER_SIDE_BOTTOM: below it
 * @ATLAS_MARKER_SIDE_NONE: there is no room for the name
 * @ATLAS_MARKER_SIDE_HIDDEN: there is no room for the marker either
 *
 * The position of the name of a marker.
 */
typedef enum
{
  ATLAS_MARKER_SIDE_RIGHT,
  ATLAS_MARKER_SIDE_LEFT,
  ATLAS_MARKER_SIDE_TOP,
  ATLAS_MARKER_SIDE_BOTTOM,
  ATLAS_MARKER_SIDE_NONE,
  ATLAS_MARKER_SIDE_HIDDEN,
} AtlasMarkerSide;

/**
 * AtlasMarkerBox:
 * @at: the middle of the marker, in pixels
 * @size: the width of the marker
 * @label_width: the width of its name
 * @label_height: the height of its name
 * @must_show: whether the marker is shown even on top of another, and its name even on top of
 * markers that need not be shown
 * @side: the resulting position of the name
 *
 * The sizes of a marker and its name, and the result of the arrangement.
 */
typedef struct
{
  AtlasPoint at;
  double size;
  double label_width;
  double label_height;
  gboolean must_show;
  AtlasMarkerSide side;
} AtlasMarkerBox;

GArray *atlas_marker_arrange (AtlasMarkerBox *boxes, guint n_boxes, GArray *avoided);
AtlasExtent atlas_marker_place_label (const AtlasMarkerBox *box, AtlasMarkerSide side);

G_END_DECLS
