/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-map-picking.h"
#include "atlas-navigation.h"

G_BEGIN_DECLS

/**
 * AtlasMapCamera:
 * @x: the x coordinate of the centre of the view above its foot, in the Web Mercator square
 * @y: the y coordinate, the same
 * @zoom: a zoom level
 *
 * The camera of a map.
 */
typedef struct
{
  double x;
  double y;
  double zoom;
} AtlasMapCamera;

#define ATLAS_TYPE_MAP_VIEW (atlas_map_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMapView, atlas_map_view, ATLAS, MAP_VIEW, GtkWidget)

GtkWidget *atlas_map_view_new (AtlasNavigation *navigation);
gboolean atlas_map_view_is_loading (AtlasMapView *self);
void atlas_map_view_get_camera (AtlasMapView *self, AtlasMapCamera *camera);
void atlas_map_view_set_camera (AtlasMapView *self, const AtlasMapCamera *camera, gboolean animate);
void atlas_map_view_show_scope (AtlasMapView *self, gboolean animate);
void atlas_map_view_get_size (AtlasMapView *self, int *width, int *height);
AtlasMapPicking *atlas_map_view_get_picking (AtlasMapView *self);
void atlas_map_view_set_foot (AtlasMapView *self, int foot);
void atlas_map_view_set_has_buttons (AtlasMapView *self, gboolean has_buttons);
void atlas_map_view_set_has_card (AtlasMapView *self, gboolean has_card);
void atlas_map_view_set_magnification (AtlasMapView *self, double magnification);

G_END_DECLS
