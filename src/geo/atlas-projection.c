/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-projection.h"

#include <math.h>

/* Web Mercator, the projection of map tiles: the world between 85.05° south and north is a square
 * of side 1. All drawing uses coordinates of this square; places have degrees. */

#define WEB_MERCATOR_RADIUS 6378137.0
#define MEAN_EARTH_RADIUS 6371.0088
#define MAX_LATITUDE 85.05112877980659

static inline double
radians (double degrees)
{
  return degrees * (G_PI / 180.0);
}

static inline double
degrees (double radians)
{
  return radians * (180.0 / G_PI);
}

/**
 * atlas_projection_x:
 * @longitude: degrees east, WGS 84
 *
 * Returns: the distance from the western edge of the Web Mercator square, 0…1
 */
double
atlas_projection_x (double longitude)
{
  return (longitude + 180.0) / 360.0;
}

/**
 * atlas_projection_y:
 * @latitude: degrees north, WGS 84; limited to 85.05°
 *
 * Returns: the distance from the northern edge of the Web Mercator square, 0…1
 */
double
atlas_projection_y (double latitude)
{
  latitude = CLAMP (latitude, -MAX_LATITUDE, MAX_LATITUDE);

  return 0.5 - asinh (tan (radians (latitude))) / (2.0 * G_PI);
}

/**
 * atlas_projection_longitude:
 * @x: distance from the western edge of the Web Mercator square
 *
 * Returns: degrees east, WGS 84
 */
double
atlas_projection_longitude (double x)
{
  return x * 360.0 - 180.0;
}

/**
 * atlas_projection_latitude:
 * @y: distance from the northern edge of the Web Mercator square
 *
 * Returns: degrees north, WGS 84
 */
double
atlas_projection_latitude (double y)
{
  return degrees (atan (sinh (2.0 * G_PI * (0.5 - y))));
}

/**
 * atlas_projection_metres_per_unit:
 * @latitude: degrees north, WGS 84
 *
 * Computes the length of the side of the Web Mercator square in metres at a latitude. Divide it by
 * the side in pixels to get the scale of a map there.
 *
 * Returns: metres
 */
double
atlas_projection_metres_per_unit (double latitude)
{
  return 2.0 * G_PI * WEB_MERCATOR_RADIUS * cos (radians (latitude));
}

/**
 * atlas_projection_distance:
 * @latitude1: degrees north of the first point, WGS 84
 * @longitude1: degrees east of the first point
 * @latitude2: degrees north of the second point
 * @longitude2: degrees east of the second point
 *
 * Computes the great-circle distance by the haversine formula on a sphere. Compared with the
 * ellipsoid, the error is below 0.5 %.
 *
 * Returns: kilometres
 */
double
atlas_projection_distance (double latitude1, double longitude1, double latitude2, double longitude2)
{
  double north = sin (radians (latitude2 - latitude1) / 2.0);
  double east = sin (radians (longitude2 - longitude1) / 2.0);
  double a = north * north + cos (radians (latitude1)) * cos (radians (latitude2)) * east * east;

  return 2.0 * MEAN_EARTH_RADIUS * asin (sqrt (CLAMP (a, 0.0, 1.0)));
}

/**
 * atlas_extent_for_tile:
 * @x: the tile's column, from the west
 * @y: the tile's row, from the north
 * @zoom: the zoom level; 2^zoom tiles span the square, at most 30
 *
 * Returns: the part of the Web Mercator square that a map tile shows
 */
AtlasExtent
atlas_extent_for_tile (guint x, guint y, guint zoom)
{
  double side = ldexp (1.0, -(int) MIN (zoom, 30));

  return (AtlasExtent) { x * side, y * side, (x + 1) * side, (y + 1) * side };
}

/**
 * atlas_extent_around:
 * @x: the centre in the Web Mercator square
 * @y: the centre in the Web Mercator square
 * @pixels_per_unit: the side of the square in pixels; 256 × 2^zoom on a map of tiles
 * @width: the width of the view in pixels
 * @height: the height of the view in pixels
 *
 * Returns: the extent that a view of that size shows around the centre
 */
AtlasExtent
atlas_extent_around (double x, double y, double pixels_per_unit, double width, double height)
{
  double half_width = width / pixels_per_unit / 2.0;
  double half_height = height / pixels_per_unit / 2.0;

  return (AtlasExtent) { x - half_width, y - half_height, x + half_width, y + half_height };
}

/**
 * atlas_extent_fit:
 * @self: the extent that must be visible
 * @width: the width of the view
 * @height: the height of the view, in the same unit
 *
 * Returns: the smallest extent around the same centre that contains @self and has the proportions
 *   of the view
 */
AtlasExtent
atlas_extent_fit (const AtlasExtent *self, double width, double height)
{
  double scale = MAX ((self->x1 - self->x0) / width, (self->y1 - self->y0) / height);

  return atlas_extent_around ((self->x0 + self->x1) / 2.0, (self->y0 + self->y1) / 2.0, 1.0 / scale,
                              width, height);
}

/**
 * atlas_projection_of_place:
 * @place: a place
 *
 * Returns: where it lies in the Web Mercator square
 */
AtlasPoint
atlas_projection_of_place (AtlasPlace *place)
{
  return (AtlasPoint) { atlas_projection_x (atlas_place_get_longitude (place)),
                        atlas_projection_y (atlas_place_get_latitude (place)) };
}

/**
 * atlas_extent_include:
 * @self: an extent, or %ATLAS_EXTENT_EMPTY
 * @other: another extent
 *
 * Widens an extent so that it contains @other.
 */
void
atlas_extent_include (AtlasExtent *self, const AtlasExtent *other)
{
  self->x0 = MIN (self->x0, other->x0);
  self->y0 = MIN (self->y0, other->y0);
  self->x1 = MAX (self->x1, other->x1);
  self->y1 = MAX (self->y1, other->y1);
}

/**
 * atlas_extent_pad:
 * @self: an extent that is not empty
 * @share: the margin on each side, as a share of the longer side
 * @least: the least length of the longer side, before the margin
 *
 * Adds a margin on all sides.
 */
void
atlas_extent_pad (AtlasExtent *self, double share, double least)
{
  const double side = MAX (self->x1 - self->x0, self->y1 - self->y0);
  const double margin = side * share + MAX (0, (least - side) / 2);

  g_assert (side >= 0);

  self->x0 -= margin;
  self->y0 -= margin;
  self->x1 += margin;
  self->y1 += margin;
}

/**
 * atlas_extent_meets:
 * @self: a box
 * @other: another box
 * @gap: the least distance between two boxes that do not meet
 *
 * Returns: whether the boxes overlap, or are closer than @gap
 */
gboolean
atlas_extent_meets (const AtlasExtent *self, const AtlasExtent *other, double gap)
{
  return self->x0 < other->x1 + gap && other->x0 < self->x1 + gap && self->y0 < other->y1 + gap &&
         other->y0 < self->y1 + gap;
}

/**
 * atlas_extent_is_free:
 * @self: a box that needs room
 * @occupied: (element-type AtlasExtent): boxes that are already placed
 * @gap: the least distance to them
 *
 * Returns: whether none of @occupied overlaps @self or is closer than @gap
 */
gboolean
atlas_extent_is_free (const AtlasExtent *self, GArray *occupied, double gap)
{
  for (guint i = 0; i < occupied->len; i++)
    if (atlas_extent_meets (self, &g_array_index (occupied, AtlasExtent, i), gap))
      return FALSE;
  return TRUE;
}
