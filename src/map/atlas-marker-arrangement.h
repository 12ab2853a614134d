/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-link-curve.h"

G_BEGIN_DECLS

/**
 * AtlasMarkerSide:
 * @ATLAS_MARKER_SIDE_RIGHT: the name stands right of the mark
 * @ATLAS_MARKER_SIDE_LEFT: left of it
 * @ATLAS_MARKER_SIDE_TOP: above it
 * @ATLAS_MARKER_SIDE_BOTTOM: below it
 * @ATLAS_MARKER_SIDE_NONE: there is no room for the name
 * @ATLAS_MARKER_SIDE_HIDDEN: there is no room for the mark either
 *
 * Where the name of a place stands.
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
 * @at: the middle of the mark, in pixels
 * @size: the width of the mark
 * @label_width: the width of its name
 * @label_height: the height of its name
 * @must_show: whether the mark is shown even upon another
 * @side: where the name came to stand
 *
 * What is known of a mark when marks are arranged.
 */
typedef struct
{
  AtlasPoint      at;
  double          size;
  double          label_width;
  double          label_height;
  gboolean        must_show;
  AtlasMarkerSide side;
} AtlasMarkerBox;

GArray     *atlas_marker_arrange   (AtlasMarkerBox       *boxes,
                                    guint                 n_boxes,
                                    GArray               *avoided);
AtlasExtent atlas_marker_place_label (const AtlasMarkerBox *box,
                                    AtlasMarkerSide       side);

G_END_DECLS
