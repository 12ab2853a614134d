/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-place.h"

G_BEGIN_DECLS

/**
 * AtlasPoint:
 * @x: to the east
 * @y: to the south
 *
 * A point of the Web Mercator square, 0…1 in both directions, or of a view, in pixels.
 */
typedef struct
{
  double x;
  double y;
} AtlasPoint;

/**
 * AtlasExtent:
 * @x0: the western edge
 * @y0: the northern edge
 * @x1: the eastern edge
 * @y1: the southern edge
 *
 * A part of the Web Mercator square, in its units: 0…1 from west to east and from north to south.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} AtlasExtent;

/**
 * ATLAS_EXTENT_EMPTY:
 *
 * The extent of nothing, for atlas_extent_include().
 */
#define ATLAS_EXTENT_EMPTY ((AtlasExtent) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE })

double atlas_projection_x (double longitude);
double atlas_projection_y (double latitude);
double atlas_projection_longitude (double x);
double atlas_projection_latitude (double y);
double atlas_projection_metres_per_unit (double latitude);
double atlas_projection_distance (double latitude1,
                                  double longitude1,
                                  double latitude2,
                                  double longitude2);
AtlasExtent atlas_extent_for_tile (guint x, guint y, guint zoom);
AtlasExtent
atlas_extent_around (double x, double y, double pixels_per_unit, double width, double height);
AtlasExtent atlas_extent_fit (const AtlasExtent *self, double width, double height);
AtlasPoint atlas_projection_of_place (AtlasPlace *place);
void atlas_extent_include (AtlasExtent *self, const AtlasExtent *other);
void atlas_extent_pad (AtlasExtent *self, double share, double least);
gboolean atlas_extent_meets (const AtlasExtent *self, const AtlasExtent *other, double gap);
gboolean atlas_extent_is_free (const AtlasExtent *self, GArray *occupied, double gap);

G_END_DECLS
