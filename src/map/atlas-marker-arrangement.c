/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-marker-arrangement.h"

/* Places markers and their names, so that no name covers a marker or another name. If a side allows
 * it, names are not cut by the edge of the view or by widgets on top of the map. */

/* The distance between a marker and its name. */
#define GAP 3.0

static gboolean
is_free (GArray *occupied, const AtlasExtent *box)
{
  return !atlas_extent_meets_any (box, (const void *) occupied->data, occupied->len, 0);
}

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
get_mark (const AtlasMarkerBox *box)
{
  double half = box->size / 2;

  return (AtlasExtent) { box->at.x - half, box->at.y - half, box->at.x + half, box->at.y + half };
}

/* Markers are placed before names: a name gives way even to the marker of a less important
 * place. */
static void
place_marks (AtlasMarkerBox *boxes, guint n_boxes, GArray *occupied)
{
  for (guint i = 0; i < n_boxes; i++)
    {
      AtlasExtent mark = get_mark (&boxes[i]);

      boxes[i].side = ATLAS_MARKER_SIDE_HIDDEN;
      if (!boxes[i].must_show && !is_free (occupied, &mark))
        continue;
      boxes[i].side = ATLAS_MARKER_SIDE_NONE;
      g_array_append_val (occupied, mark);
    }
}

static gboolean
place_name (AtlasMarkerBox *box, GArray *occupied, GArray *avoided)
{
  for (int side = ATLAS_MARKER_SIDE_RIGHT; side < ATLAS_MARKER_SIDE_NONE; side++)
    {
      AtlasExtent label = atlas_marker_place_label (box, (AtlasMarkerSide) side);

      if (!is_free (occupied, &label) || (avoided != NULL && !is_free (avoided, &label)))
        continue;
      box->side = (AtlasMarkerSide) side;
      g_array_append_val (occupied, label);
      return TRUE;
    }
  return FALSE;
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

  place_marks (boxes, n_boxes, occupied);
  for (guint i = 0; i < n_boxes; i++)
    if (boxes[i].side != ATLAS_MARKER_SIDE_HIDDEN && !place_name (&boxes[i], occupied, avoided) &&
        avoided != NULL)
      place_name (&boxes[i], occupied, NULL);
  return occupied;
}
