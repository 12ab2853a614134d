/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-map-view.h"

#include <shumate/shumate.h>

#include "atlas-arrow-layer.h"
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
  GtkWidget       *buttons;
  GtkWidget       *notes;
  GtkLabel        *sketch_label;
  GtkLabel        *approval_label;
  GtkLabel        *attribution_label;
  GtkWidget       *fit_button;
  GtkWidget       *attribution_button; /* shows it where there is no room for it */
  GtkDrawingArea  *scale_bar;
  GtkLabel        *distance_label;

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
  AtlasArrowLayer *arrows;

  /* What the land looks like */
  AtlasMapStyle style;
  GStrv         highlights; /* the codes of the prefectures that stand out, or NULL */

  /* The camera */
  int      width;
  int      height;
  double   min_zoom;
  gboolean is_small; /* there is no room for an unfolded legend */
  gboolean is_short_of_room; /* nor for the attribution */
  gboolean is_legend_small;  /* the legend was folded for that */
  int      attribution_width;
  int      folded_width; /* of the map for which the notes were folded */
  guint    fold_id;
  guint    obstacles_id;
  double   goal_zoom; /* where an animation goes, until the monotonic time of its arrival */
  gint64   arrival;
  AtlasExtent home;        /* what is shown at first: Jilin, or where the dataset lies */
  gboolean    is_at_jilin; /* home is Jilin */
  AtlasExtent reach;       /* the base map, and the places of the dataset beyond it */
  gboolean is_fitted; /* showing all of home, until someone moves the map */
  gboolean is_clamping;

  /* The pointer */
  double     pointer_x; /* -1 while it is elsewhere */
  double     pointer_y;
  double     rest_x; /* where it was last, also while it is elsewhere */
  double     rest_y;
  double     pressed_x;
  double     pressed_y;
  GPtrArray *target;         /* of AtlasRecord: what lies under it; NULL when not yet found */
  gboolean   is_target_area; /* whether it is the ground, with nothing on it */
  GPtrArray *pressed;        /* of AtlasRecord: what lay under it when the button went down */
  gboolean   is_dismissed;   /* until the pointer moves, there is no card */
  GPtrArray *hovered;        /* of AtlasRecord: what the card tells of; or NULL */
  guint      card_id;
  guint      hover_id;
  AtlasPoint menu_at;       /* where the menu was opened, in the square */
  AtlasPoint measured_from; /* where measuring began, the same */
  gboolean   is_measuring;
  GtkWidget *popover; /* the list to choose from, or the menu; NULL when neither is open */
};

/* atlas-map-view-camera.c */
void _atlas_map_view_init_camera (AtlasMapView *self);
void _atlas_map_view_resize      (AtlasMapView *self,
                                  int           width,
                                  int           height);
void _atlas_map_view_fit         (AtlasMapView *self,
                                  gboolean      animate);
void _atlas_map_view_update_home (AtlasMapView *self);
void _atlas_map_view_update_obstacles (AtlasMapView *self);
void _atlas_map_view_add_outlines (AtlasMapView *self,
                                   GArray       *occupied);
void _atlas_map_view_show_scope  (AtlasMapView *self);
void _atlas_map_view_show_record (AtlasMapView *self,
                                  AtlasRecord  *record);
void _atlas_map_view_zoom        (AtlasMapView *self,
                                  int           steps);
void _atlas_map_view_pan         (AtlasMapView *self,
                                  double        right,
                                  double        down);

AtlasPoint _atlas_map_view_unproject (AtlasMapView *self,
                                      double        x,
                                      double        y);

/* atlas-map-view-target.c */
GPtrArray *_atlas_map_view_get_target    (AtlasMapView *self);
void       _atlas_map_view_forget_target (AtlasMapView *self);
void       _atlas_map_view_hover         (AtlasMapView *self);
void       _atlas_map_view_move_pointer  (AtlasMapView *self,
                                          double        x,
                                          double        y);
GPtrArray *_atlas_map_view_dup_pressed   (AtlasMapView *self,
                                          double        x,
                                          double        y);
void       _atlas_map_view_dismiss_card  (AtlasMapView *self);

/* atlas-map-view-choice.c */
void _atlas_map_view_pop_up (AtlasMapView *self,
                             GtkWidget    *popover,
                             double        x,
                             double        y);
void _atlas_map_view_choose (AtlasMapView *self,
                             GPtrArray    *records,
                             double        x,
                             double        y,
                             gboolean      compare);

/* atlas-map-view-menu.c */
GdkTexture *_atlas_map_view_take_picture        (AtlasMapView      *self);
void _atlas_map_view_open_menu                  (AtlasMapView      *self,
                                                 double             x,
                                                 double             y);
void _atlas_map_view_update_distance            (AtlasMapView      *self);
void _atlas_map_view_class_install_menu_actions (AtlasMapViewClass *klass);

/* atlas-map-view-pointer.c */
void _atlas_map_view_init_pointer          (AtlasMapView      *self);
void _atlas_map_view_class_install_actions (AtlasMapViewClass *klass);

G_END_DECLS
