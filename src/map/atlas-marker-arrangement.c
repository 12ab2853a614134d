/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-marker-arrangement.h"

/* Places markers and their names, so that no name covers a marker or another name. If a side allows
 * it, names are not cut by the edge of the view or by widgets on top of the map.
 *
 * The markers that must be shown come first, with their names: if such a name has no free side, it
 * takes one where it covers only other markers, and these are hidden. The other markers are placed
 * before their names, so that a name gives way even to the marker of a less important place. */

/* The distance between a marker and its name. */
#define GAP 3.0

/**
 * atlas_marker_place_label:
 * @box: a marker
 * @side: the side of its name
 *
 * Returns: the box of its name on that side, in pixels; empty when the name is not shown
 */
AtlasExtent
atlas_marker_place_label (const AtlasMarkerBox *box, AtlasMarkerSide side)
{
  double width = box->label_width, height = box->label_height;
  double distance = box->size / 2 + GAP;
  double x = box->at.x - width / 2, y = box->at.y - height / 2;

  switch (side)
    {
    case ATLAS_MARKER_SIDE_RIGHT:
      x = box->at.x + distance;
      break;
    case ATLAS_MARKER_SIDE_LEFT:
      x = box->at.x - distance - width;
      break;
    case ATLAS_MARKER_SIDE_TOP:
      y = box->at.y - distance - height + GAP;
      break;
    case ATLAS_MARKER_SIDE_BOTTOM:
      y = box->at.y + distance - GAP;
      break;
    case ATLAS_MARKER_SIDE_NONE:
    case ATLAS_MARKER_SIDE_HIDDEN:
    default:
      width = height = 0;
    }
  return (AtlasExtent) { x, y, x + width, y + height };
}

static AtlasExtent
get_marker (const AtlasMarkerBox *box)
{
  double half = box->size / 2;

  return (AtlasExtent) { box->at.x - half, box->at.y - half, box->at.x + half, box->at.y + half };
}

/* Places the markers that must be shown, or the others. */
static void
place_markers (AtlasMarkerBox *boxes, guint n_boxes, gboolean must_show, GArray *occupied)
{
  for (guint i = 0; i < n_boxes; i++)
    {
      AtlasExtent marker = get_marker (&boxes[i]);

      if (boxes[i].must_show != must_show)
        continue;
      boxes[i].side = ATLAS_MARKER_SIDE_HIDDEN;
      if (!must_show && !atlas_extent_is_free (&marker, occupied, 0))
        continue;
      boxes[i].side = ATLAS_MARKER_SIDE_NONE;
      g_array_append_val (occupied, marker);
    }
}

/* Returns the markers that need not be shown, wherever they are. */
static GArray *
list_other_markers (const AtlasMarkerBox *boxes, guint n_boxes)
{
  GArray *markers = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));

  for (guint i = 0; i < n_boxes; i++)
    if (!boxes[i].must_show)
      {
        AtlasExtent marker = get_marker (&boxes[i]);

        g_array_append_val (markers, marker);
      }
  return markers;
}

/* Places a name on the first side on which it meets nothing; @avoided and @markers may be NULL. */
static gboolean
place_name (AtlasMarkerBox *box, GArray *occupied, GArray *avoided, GArray *markers)
{
  for (int side = ATLAS_MARKER_SIDE_RIGHT; side < ATLAS_MARKER_SIDE_NONE; side++)
    {
      AtlasExtent label = atlas_marker_place_label (box, (AtlasMarkerSide) side);

      if (!atlas_extent_is_free (&label, occupied, 0) ||
          (avoided != NULL && !atlas_extent_is_free (&label, avoided, 0)) ||
          (markers != NULL && !atlas_extent_is_free (&label, markers, 0)))
        continue;
      box->side = (AtlasMarkerSide) side;
      g_array_append_val (occupied, label);
      return TRUE;
    }
  return FALSE;
}

/* Places the names of markers that must be shown, or of the others, as freely as possible. */
static void
place_names (AtlasMarkerBox *boxes,
             guint n_boxes,
             gboolean must_show,
             GArray *occupied,
             GArray *avoided,
             GArray *markers)
{
  for (guint i = 0; i < n_boxes; i++)
    if (boxes[i].must_show == must_show && boxes[i].side != ATLAS_MARKER_SIDE_HIDDEN &&
        !place_name (&boxes[i], occupied, avoided, markers) &&
        !place_name (&boxes[i], occupied, avoided, NULL) &&
        !place_name (&boxes[i], occupied, NULL, markers))
      place_name (&boxes[i], occupied, NULL, NULL);
}

/**
 * atlas_marker_arrange:
 * @boxes: (array length=n_boxes): markers, the most important first; sets @side of each
 * @n_boxes: the number of @boxes
 * @avoided: (element-type AtlasExtent) (nullable): boxes that a name covers only if no other side
 *   of its marker is free
 *
 * Returns: (transfer full) (element-type AtlasExtent): the boxes of all visible markers and names
 */
GArray *
atlas_marker_arrange (AtlasMarkerBox *boxes, guint n_boxes, GArray *avoided)
{
  GArray *occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  g_autoptr (GArray) other_markers = list_other_markers (boxes, n_boxes);

  place_markers (boxes, n_boxes, TRUE, occupied);
  place_names (boxes, n_boxes, TRUE, occupied, avoided, other_markers);
  place_markers (boxes, n_boxes, FALSE, occupied);
  place_names (boxes, n_boxes, FALSE, occupied, avoided, NULL);
  return occupied;
}
