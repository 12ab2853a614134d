/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-map-view.h"

#include <shumate/shumate.h>

#include "atlas-base-map.h"
#include "atlas-filter-bar.h"
#include "atlas-hover-card.h"
#include "atlas-label-layer.h"
#include "atlas-legend-view.h"
#include "atlas-link-layer.h"
#include "atlas-online-source.h"
#include "atlas-place-layer.h"
#include "atlas-tile-layer.h"

G_BEGIN_DECLS

struct _AtlasMapView
{
  GtkWidget parent_instance;

  /* Template widgets */
  GtkOverlay      *overlay;
  ShumateMap      *map;
  AtlasFilterBar  *filter_bar;
  AtlasLegendView *legend;
  AtlasHoverCard  *card;
  GtkLabel        *sketch_label;
  GtkLabel        *approval_label;
  GtkLabel        *attribution_label;
  GtkWidget       *fit_button;
  GtkDrawingArea  *scale_bar;

  /* Owned references */
  AtlasNavigation *navigation;
  GSettings       *settings;

  /* Online tiles */
  AtlasOnlineSource *online;         /* or NULL, unless the user has chosen them */
  gboolean           is_unreachable; /* one could not be had */

  /* Borrowed references */
  AtlasBaseMap    *base_map;
  ShumateViewport *viewport;
  AtlasTileLayer  *land;
  AtlasLabelLayer *labels;
  AtlasLinkLayer  *links;
  AtlasPlaceLayer *places;

  /* What the land looks like */
  AtlasMapStyle style;
  GStrv         highlights; /* the codes of the prefectures that stand out, or NULL */

  /* The camera */
  int      width;
  int      height;
  double   min_zoom;
  gboolean is_small;
  double   goal_zoom; /* where an animation goes, until the monotonic time of its arrival */
  gint64   arrival;
  AtlasExtent home;        /* what is shown at first: Jilin, or where the dataset lies */
  gboolean    is_at_jilin; /* home is Jilin */
  gboolean is_fitted; /* showing all of home, until someone moves the map */
  gboolean is_clamping;

  /* The pointer */
  double     pointer_x;
  double     pointer_y;
  double     pressed_x;
  double     pressed_y;
  gboolean   is_pressed;
  gboolean   is_dismissed; /* until the pointer moves, there is no card */
  GPtrArray *hovered; /* of AtlasRecord, or NULL */
  guint      card_id;
};

/* atlas-map-view-camera.c */
void _atlas_map_view_init_camera (AtlasMapView *self);
void _atlas_map_view_resize      (AtlasMapView *self,
                                  int           width,
                                  int           height);
void _atlas_map_view_fit         (AtlasMapView *self,
                                  gboolean      animate);
void _atlas_map_view_update_home (AtlasMapView *self);
void _atlas_map_view_show_scope  (AtlasMapView *self);
void _atlas_map_view_show_record (AtlasMapView *self,
                                  AtlasRecord  *record);
void _atlas_map_view_zoom        (AtlasMapView *self,
                                  int           steps);
void _atlas_map_view_pan         (AtlasMapView *self,
                                  double        right,
                                  double        down);

/* atlas-map-view-pointer.c */
void _atlas_map_view_init_pointer          (AtlasMapView      *self);
void _atlas_map_view_dismiss_card          (AtlasMapView      *self);
void _atlas_map_view_class_install_actions (AtlasMapViewClass *klass);

G_END_DECLS
