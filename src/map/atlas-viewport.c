/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-viewport.h"

#include <math.h>

/* A libshumate viewport in coordinates of the Web Mercator square. The map is never rotated, so a
 * view is a rectangle of the square. */

/**
 * atlas_viewport_get_pixels_per_unit:
 * @viewport: a viewport with a reference map source
 *
 * Returns: the side of the Web Mercator square in pixels
 */
double
atlas_viewport_get_pixels_per_unit (ShumateViewport *viewport)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);
  double zoom = shumate_viewport_get_zoom_level (viewport);

  return shumate_map_source_get_tile_size_at_zoom (source, zoom) *
         shumate_map_source_get_column_count (source, (guint) zoom);
}

/**
 * atlas_viewport_zoom_for_scale:
 * @viewport: a viewport with a reference map source
 * @pixels_per_unit: the wanted side of the Web Mercator square in pixels
 *
 * Returns: the zoom level at which the square has that side
 */
double
atlas_viewport_zoom_for_scale (ShumateViewport *viewport, double pixels_per_unit)
{
  ShumateMapSource *source = shumate_viewport_get_reference_map_source (viewport);

  return log2 (pixels_per_unit / shumate_map_source_get_tile_size (source));
}

/**
 * atlas_viewport_round_scale:
 * @pixels_per_unit: the side of the Web Mercator square in pixels
 *
 * Returns: the nearest side at which tiles have whole pixels; the difference is less than one part
 *   in 300
 */
double
atlas_viewport_round_scale (double pixels_per_unit)
{
  double count = exp2 (round (log2 (pixels_per_unit / 256)));

  return round (pixels_per_unit / count) * count;
}

/**
 * atlas_viewport_get_centre:
 * @viewport: a viewport
 *
 * Returns: the point of the Web Mercator square in the middle of the view
 */
AtlasPoint
atlas_viewport_get_centre (ShumateViewport *viewport)
{
  ShumateLocation *location = SHUMATE_LOCATION (viewport);

  return (AtlasPoint) { atlas_projection_x (shumate_location_get_longitude (location)),
                        atlas_projection_y (shumate_location_get_latitude (location)) };
}

/**
 * atlas_viewport_get_extent:
 * @viewport: a viewport with a reference map source
 * @widget: the map, or a layer of it
 *
 * Returns: the part of the Web Mercator square that @widget shows
 */
AtlasExtent
atlas_viewport_get_extent (ShumateViewport *viewport, GtkWidget *widget)
{
  AtlasPoint centre = atlas_viewport_get_centre (viewport);

  return atlas_extent_around (centre.x, centre.y, atlas_viewport_get_pixels_per_unit (viewport),
                              gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

/**
 * atlas_viewport_get_origin:
 * @viewport: a viewport with a reference map source
 * @widget: the map, or a layer of it
 *
 * Returns: the corner of @widget, in pixels at the current zoom level from the corner of the Web
 *   Mercator square, rounded so that pictures are aligned to screen pixels
 */
AtlasPoint
atlas_viewport_get_origin (ShumateViewport *viewport, GtkWidget *widget)
{
  AtlasPoint centre = atlas_viewport_get_centre (viewport);
  double scale = atlas_viewport_get_pixels_per_unit (viewport);

  return (AtlasPoint) { round (centre.x * scale - gtk_widget_get_width (widget) / 2.0),
                        round (centre.y * scale - gtk_widget_get_height (widget) / 2.0) };
}
