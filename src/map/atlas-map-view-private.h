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
  GtkOverlay *overlay;
  ShumateMap *map;
  AtlasHoverCard *card;
  GtkWidget *buttons;
  GtkWidget *notes;
  GtkLabel *sketch_label;
  GtkLabel *approval_label;
  GtkLabel *attribution_label;
  GtkWidget *fit_button;
  GtkWidget *attribution_button; /* opens the attribution when there is no room for it */
  GtkDrawingArea *scale_bar;
  GtkLabel *distance_label;

  /* Owned references */
  AtlasNavigation *navigation;
  GSettings *settings;

  /* Online tiles */
  AtlasOnlineSource *online; /* NULL unless the user has enabled them */
  gboolean is_unreachable;   /* a tile could not be loaded */

  /* Borrowed references */
  GtkWidget *filter_bar;
  AtlasLegendView *legend;
  AtlasBaseMap *base_map;
  ShumateViewport *viewport;
  AtlasTileLayer *land;
  AtlasLabelLayer *labels;
  AtlasLinkLayer *links;
  AtlasPlaceLayer *places;
  AtlasArrowLayer *arrows;
  AtlasMapPicking *picking;

  /* The appearance of the land */
  AtlasMapStyle style;
  GStrv highlights; /* the codes of the highlighted prefectures, or NULL */
  double magnification;

  /* The camera */
  int width;
  int height;
  double min_zoom;
  gboolean is_small;         /* too small for an unfolded legend */
  gboolean is_short_of_room; /* too small for the attribution as well */
  gboolean is_legend_small;  /* the legend was folded because the map is small */
  int attribution_width;
  int folded_width; /* the width of the map for which the notes were folded */
  guint fold_id;
  guint obstacles_id;
  double goal_zoom; /* the target of an animation, until the monotonic time of its end */
  gint64 arrival;
  AtlasDataset *home_dataset; /* the dataset of home, or one with the same places; or NULL */
  AtlasExtent home;           /* the initial extent: Jilin, or that of the dataset */
  gboolean is_at_jilin;       /* whether home is Jilin */
  AtlasExtent reach;          /* the base map, and the places of the dataset outside it */
  gboolean is_fitted;         /* showing all of home, until the user moves the map */
  gboolean is_clamping;
  int foot;           /* the height of what covers the map at its foot */
  int reported_width; /* the size of the last AtlasMapView::resized */
  int reported_height;
  int reported_foot;

  /* The pointer */
  double pointer_x; /* -1 while the pointer is outside the map */
  double pointer_y;
  double rest_x; /* its last position, also while it is outside */
  double rest_y;
  double pressed_x;
  double pressed_y;
  GPtrArray *target;       /* of AtlasRecord: the records under the pointer; NULL when not
                            * searched yet */
  gboolean is_target_area; /* whether the target is the area of a prefecture, without anything on
                            * top */
  GPtrArray *pressed;      /* of AtlasRecord: the records under the pointer when the button was
                            * pressed */
  gboolean is_dismissed;   /* no card until the pointer moves */
  gboolean is_without_card;
  GPtrArray *described; /* of AtlasRecord: the records that the card describes; or NULL. The
                         * first one is the hovered record of the navigation. */
  guint card_id;
  guint hover_id;
  AtlasPoint menu_at;       /* where the menu was opened, in the Web Mercator square */
  AtlasPoint measured_from; /* the start of measuring, in the Web Mercator square */
  gboolean is_measuring;
  GtkWidget *popover; /* the list or the menu that is open; or NULL */

  /* Picking */
  AtlasMapPickingMode picking_mode; /* the mode for which the map is prepared */
  GtkEventController *drag;         /* borrowed from the map */
};

/* atlas-map-view-camera.c */
void _atlas_map_view_init_camera (AtlasMapView *self);
void _atlas_map_view_resize (AtlasMapView *self, int width, int height);
void _atlas_map_view_fit (AtlasMapView *self, gboolean animate);
void _atlas_map_view_update_home (AtlasMapView *self);
void _atlas_map_view_update_obstacles (AtlasMapView *self);
void _atlas_map_view_add_outlines (AtlasMapView *self, GArray *occupied);
void _atlas_map_view_show_scope (AtlasMapView *self);
void _atlas_map_view_show_record (AtlasMapView *self, AtlasRecord *record);
void _atlas_map_view_zoom (AtlasMapView *self, int steps);
void _atlas_map_view_pan (AtlasMapView *self, double right, double down);

AtlasPoint _atlas_map_view_unproject (AtlasMapView *self, double x, double y);

/* atlas-map-view-target.c */
GPtrArray *_atlas_map_view_get_target (AtlasMapView *self);
void _atlas_map_view_forget_target (AtlasMapView *self);
void _atlas_map_view_hover (AtlasMapView *self);
void _atlas_map_view_move_pointer (AtlasMapView *self, double x, double y);
GPtrArray *_atlas_map_view_dup_pressed (AtlasMapView *self, double x, double y);
void _atlas_map_view_dismiss_card (AtlasMapView *self);

/* atlas-map-view-choice.c */
void _atlas_map_view_pop_up (AtlasMapView *self, GtkWidget *popover, double x, double y);
void _atlas_map_view_choose (AtlasMapView *self,
                             GPtrArray *records,
                             double x,
                             double y,
                             gboolean compare);

/* atlas-map-view-menu.c */
GdkTexture *_atlas_map_view_take_picture (AtlasMapView *self);
void _atlas_map_view_open_menu (AtlasMapView *self, double x, double y);
void _atlas_map_view_update_distance (AtlasMapView *self);
void _atlas_map_view_class_install_menu_actions (AtlasMapViewClass *klass);

/* atlas-map-view-picking.c */
void _atlas_map_view_init_picking (AtlasMapView *self);
gboolean _atlas_map_view_is_picking (AtlasMapView *self);
void _atlas_map_view_aim (AtlasMapView *self);
void _atlas_map_view_pick_at (AtlasMapView *self, double x, double y);
gboolean _atlas_map_view_pick_by_key (AtlasMapView *self, guint key);
gboolean _atlas_map_view_pick_marker (AtlasMapView *self, AtlasPlaceMarker *marker);

/* atlas-map-view-pointer.c */
void _atlas_map_view_init_pointer (AtlasMapView *self);
void _atlas_map_view_class_install_actions (AtlasMapViewClass *klass);

G_END_DECLS
