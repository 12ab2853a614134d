/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-view-private.h"

#include <math.h>
#include <string.h>

#include "atlas-home-extent.h"
#include "atlas-link.h"
#include "atlas-map-source.h"
#include "atlas-shown.h"
#include "atlas-viewport.h"

/* The camera of the map view. It starts with the province, or with the places of the dataset; it
 * moves to a scope that is not visible; and it cannot leave the base map and the dataset. */

/* Margins in pixels around the initial extent and around a scope. */
#define PADDING 24.0
#define SCOPE_PADDING 72.0

/* The largest zoom level when the map moves to a scope, in detailed and in coarse areas, and the
 * largest one overall. */
#define SCOPE_ZOOM 10.0
#define COARSE_ZOOM 7.5
#define MAX_ZOOM 13.0

/* A scope smaller than this, in pixels, is too small to see. */
#define TOO_SMALL 48.0

/* The province whose areas the base map has, as prefix of their codes. */
#define PROVINCE "22"

/* The number of widgets on top of the map. */
#define N_OBSTACLES 5

#define GO_TO_MS 400

/* Converts a point of the view, in pixels from its corner, to a point of the Web Mercator
 * square. */
AtlasPoint
_atlas_map_view_unproject (AtlasMapView *self, double x, double y)
{
  AtlasExtent visible = atlas_viewport_get_extent (self->viewport, GTK_WIDGET (self->map));
  double scale = atlas_viewport_get_pixels_per_unit (self->viewport);

  return (AtlasPoint) { visible.x0 + x / scale, visible.y0 + y / scale };
}

/* The scale at which @extent fills the view. */
static double
fit_scale (AtlasMapView *self, const AtlasExtent *extent, double padding)
{
  double width = MAX (self->width - 2 * padding, 1);
  double height = MAX (self->height - self->foot - 2 * padding, 1);

  return MIN (width / MAX (extent->x1 - extent->x0, 1e-9),
              height / MAX (extent->y1 - extent->y0, 1e-9));
}

/* The margin around a place outside the base map, as a share of the square. */
#define REACH_MARGIN 0.01

static AtlasExtent
find_reach (AtlasMapView *self)
{
  AtlasExtent reach = atlas_base_map_get_extent (self->base_map);
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  GListModel *places =
    dataset != NULL ? atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE) : NULL;

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      const double x = atlas_projection_x (atlas_place_get_longitude (place));
      const double y = atlas_projection_y (atlas_place_get_latitude (place));

      reach.x0 = x < reach.x0 ? x - REACH_MARGIN : reach.x0;
      reach.y0 = y < reach.y0 ? y - REACH_MARGIN : reach.y0;
      reach.x1 = x > reach.x1 ? x + REACH_MARGIN : reach.x1;
      reach.y1 = y > reach.y1 ? y + REACH_MARGIN : reach.y1;
    }
  return reach;
}

/* The area in which the user can move: the base map, the places of the dataset, and the initial
 * view, which may exceed them. */
static AtlasExtent
get_world (AtlasMapView *self)
{
  AtlasExtent world = self->reach;
  double scale = fit_scale (self, &self->home, PADDING);
  AtlasExtent first =
    atlas_extent_around ((self->home.x0 + self->home.x1) / 2, (self->home.y0 + self->home.y1) / 2,
                         scale, self->width + 1, self->height + 1);

  world.x0 = MIN (world.x0, first.x0);
  world.y0 = MIN (world.y0, first.y0);
  world.x1 = MAX (world.x1, first.x1);
  world.y1 = MAX (world.y1, first.y1);
  return world;
}

/* Lists the boxes of the widgets on top of the map: legend, buttons, notes and chips, and what
 * covers its foot. */
static guint
find_obstacles (AtlasMapView *self, graphene_rect_t *obstacles)
{
  GtkWidget *const widgets[] = { GTK_WIDGET (self->legend), GTK_WIDGET (self->buttons),
                                 GTK_WIDGET (self->notes), self->filter_bar };
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (widgets); i++)
    if (gtk_widget_get_mapped (widgets[i]) &&
        gtk_widget_compute_bounds (widgets[i], GTK_WIDGET (self), &obstacles[n]) &&
        obstacles[n].size.width > 0 && obstacles[n].size.height > 0)
      n++;
  if (self->foot > 0)
    graphene_rect_init (&obstacles[n++], 0, (float) (self->height - self->foot),
                        (float) self->width, (float) self->foot);
  return n;
}

/* Arrows and names avoid the widgets on top of the map. */
void
_atlas_map_view_update_obstacles (AtlasMapView *self)
{
  graphene_rect_t found[N_OBSTACLES];
  AtlasExtent obstacles[N_OBSTACLES];
  const guint n = find_obstacles (self, found);

  for (guint i = 0; i < n; i++)
    obstacles[i] =
      (AtlasExtent) { found[i].origin.x, found[i].origin.y, found[i].origin.x + found[i].size.width,
                      found[i].origin.y + found[i].size.height };
  atlas_arrow_layer_set_obstacles (self->arrows, obstacles, n);
  atlas_place_layer_set_obstacles (self->places, obstacles, n);
}

/* Adds the edges of the widgets on top of the map to @occupied, in pixels from the corner of the
 * square. A name may lie completely under a widget, and dragging the map reveals it, but no edge
 * cuts a name. */
void
_atlas_map_view_add_outlines (AtlasMapView *self, GArray *occupied)
{
  AtlasPoint origin = atlas_viewport_get_origin (self->viewport, GTK_WIDGET (self->map));
  graphene_rect_t found[N_OBSTACLES];
  const guint n = find_obstacles (self, found);

  for (guint i = 0; i < n; i++)
    {
      const double x0 = origin.x + found[i].origin.x, x1 = x0 + found[i].size.width;
      const double y0 = origin.y + found[i].origin.y, y1 = y0 + found[i].size.height;
      const AtlasExtent edges[] = { { x0, y0, x1, y0 + 1 },
                                    { x0, y1 - 1, x1, y1 },
                                    { x0, y0, x0 + 1, y1 },
                                    { x1 - 1, y0, x1, y1 } };

      g_array_append_vals (occupied, edges, G_N_ELEMENTS (edges));
    }
}

/* Removes from @area the part on one side of it up to @obstacle: left or right with @sideways, else
 * above or below. */
static void
cut (graphene_rect_t *area, const graphene_rect_t *obstacle, gboolean sideways)
{
  float x0 = area->origin.x, x1 = x0 + area->size.width;
  float y0 = area->origin.y, y1 = y0 + area->size.height;
  float centre_x = obstacle->origin.x + obstacle->size.width / 2;
  float centre_y = obstacle->origin.y + obstacle->size.height / 2;

  if (sideways && centre_x < (x0 + x1) / 2)
    x0 = MAX (x0, obstacle->origin.x + obstacle->size.width);
  else if (sideways)
    x1 = MIN (x1, obstacle->origin.x);
  else if (centre_y < (y0 + y1) / 2)
    y0 = MAX (y0, obstacle->origin.y + obstacle->size.height);
  else
    y1 = MIN (y1, obstacle->origin.y);
  graphene_rect_init (area, x0, y0, MAX (x1 - x0, 1), MAX (y1 - y0, 1));
}

static double
fit_scale_into (const graphene_rect_t *area, const AtlasExtent *extent)
{
  double padding = MIN (SCOPE_PADDING, MIN (area->size.width, area->size.height) * 0.15);

  return MIN ((area->size.width - 2 * padding) / MAX (extent->x1 - extent->x0, 1e-9),
              (area->size.height - 2 * padding) / MAX (extent->y1 - extent->y0, 1e-9));
}

/* Finds the part of the view, in pixels, that is free of widgets and shows @extent largest. For
 * each obstacle it removes either a strip beside it or one above or below it; all combinations are
 * tried. */
static graphene_rect_t
find_free_area (AtlasMapView *self, const AtlasExtent *extent)
{
  graphene_rect_t obstacles[N_OBSTACLES], best;
  guint n = find_obstacles (self, obstacles);
  double best_scale = 0;

  graphene_rect_init (&best, 0, 0, self->width, self->height);
  for (guint way = 0; way < 1u << n; way++)
    {
      graphene_rect_t area;

      graphene_rect_init (&area, 0, 0, self->width, self->height);
      for (guint i = 0; i < n; i++)
        if (graphene_rect_intersection (&area, &obstacles[i], NULL))
          cut (&area, &obstacles[i], (way & 1u << i) != 0);
      if (fit_scale_into (&area, extent) > best_scale)
        {
          best_scale = fit_scale_into (&area, extent);
          best = area;
        }
    }
  return best;
}

static gboolean
are_animations_enabled (AtlasMapView *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled,
                NULL);
  return enabled;
}

static void
go_to (AtlasMapView *self, double x, double y, double zoom, gboolean animate)
{
  double latitude = atlas_projection_latitude (y), longitude = atlas_projection_longitude (x);

  latitude = CLAMP (latitude, SHUMATE_MIN_LATITUDE, SHUMATE_MAX_LATITUDE);
  longitude = CLAMP (longitude, SHUMATE_MIN_LONGITUDE, SHUMATE_MAX_LONGITUDE);
  zoom = CLAMP (zoom, self->min_zoom, MAX_ZOOM);
  shumate_map_stop_go_to (self->map);
  self->arrival = 0;
  if (animate && gtk_widget_get_mapped (GTK_WIDGET (self)) && are_animations_enabled (self))
    {
      self->goal_zoom = zoom;
      self->arrival = g_get_monotonic_time () + GO_TO_MS * G_TIME_SPAN_MILLISECOND;
      shumate_map_go_to_full_with_duration (self->map, latitude, longitude, zoom, GO_TO_MS);
      return;
    }
  shumate_viewport_set_zoom_level (self->viewport, zoom);
  shumate_location_set_location (SHUMATE_LOCATION (self->viewport), latitude, longitude);
}

static void
show_extent (AtlasMapView *self,
             const AtlasExtent *extent,
             double padding,
             double max_zoom,
             gboolean animate)
{
  double scale = atlas_viewport_round_scale (fit_scale (self, extent, padding));
  double zoom = atlas_viewport_zoom_for_scale (self->viewport, scale);

  go_to (self, (extent->x0 + extent->x1) / 2,
         (extent->y0 + extent->y1) / 2 + self->foot / 2.0 / scale, MIN (zoom, max_zoom), animate);
}

/* Shows @extent in the free part of the view. In coarse areas the largest zoom level is lower,
 * because there is less to see. */
static void
show_in_free_area (AtlasMapView *self, const AtlasExtent *extent, gboolean animate)
{
  graphene_rect_t area = find_free_area (self, extent);
  gboolean is_fine = atlas_base_map_is_fine_at (self->base_map, (extent->x0 + extent->x1) / 2,
                                                (extent->y0 + extent->y1) / 2);
  double wanted = atlas_viewport_round_scale (MAX (fit_scale_into (&area, extent), 1));
  double zoom = CLAMP (atlas_viewport_zoom_for_scale (self->viewport, wanted), self->min_zoom,
                       is_fine ? SCOPE_ZOOM : COARSE_ZOOM);
  double scale = wanted * exp2 (zoom - atlas_viewport_zoom_for_scale (self->viewport, wanted));
  double dx = area.origin.x + area.size.width / 2 - self->width / 2.0;
  double dy = area.origin.y + area.size.height / 2 - self->height / 2.0;

  go_to (self, (extent->x0 + extent->x1) / 2 - dx / scale,
         (extent->y0 + extent->y1) / 2 - dy / scale, zoom, animate);
}

void
_atlas_map_view_fit (AtlasMapView *self, gboolean animate)
{
  show_extent (self, &self->home, PADDING, MAX_ZOOM, animate);
}

/* Limits the centre of the view along one axis, so that it shows as little as possible outside the
 * world. A view larger than the world is centred on it. */
static double
clamp_centre (double centre, double half, double start, double end)
{
  const double middle = (start + end) / 2;

  return CLAMP (centre, MIN (start + half, middle), MAX (end - half, middle));
}

/* Keeps the view on the base map, and the zoom level within its limits. */
static void
clamp (AtlasMapView *self)
{
  AtlasExtent world = get_world (self);
  AtlasPoint centre = atlas_viewport_get_centre (self->viewport);
  double zoom = shumate_viewport_get_zoom_level (self->viewport);
  double scale = atlas_viewport_get_pixels_per_unit (self->viewport);
  double x = clamp_centre (centre.x, self->width / scale / 2, world.x0, world.x1);
  double y = clamp_centre (centre.y, self->height / scale / 2, world.y0, world.y1);

  if (zoom < self->min_zoom || zoom > MAX_ZOOM)
    shumate_viewport_set_zoom_level (self->viewport, CLAMP (zoom, self->min_zoom, MAX_ZOOM));
  if (fabs (x - centre.x) > 1e-9 || fabs (y - centre.y) > 1e-9)
    shumate_location_set_location (SHUMATE_LOCATION (self->viewport), atlas_projection_latitude (y),
                                   atlas_projection_longitude (x));
  if (shumate_viewport_get_rotation (self->viewport) != 0)
    shumate_viewport_set_rotation (self->viewport, 0);
}

/* Whether the view is as _atlas_map_view_fit() leaves it, also after an animation. */
static gboolean
is_fitted (AtlasMapView *self)
{
  const AtlasExtent *home = &self->home;
  AtlasPoint centre = atlas_viewport_get_centre (self->viewport);
  double scale = atlas_viewport_get_pixels_per_unit (self->viewport);
  double wanted = atlas_viewport_round_scale (fit_scale (self, home, PADDING));

  return fabs (scale / wanted - 1) < 1e-6 &&
         fabs (centre.x - (home->x0 + home->x1) / 2) * scale < 0.5 &&
         fabs ((centre.y - (home->y0 + home->y1) / 2) * scale - self->foot / 2.0) < 0.5;
}

static void
viewport_changed_cb (AtlasMapView *self)
{
  if (self->is_clamping || self->width == 0)
    return;
  self->is_clamping = TRUE;
  clamp (self);
  self->is_clamping = FALSE;
  self->is_fitted = is_fitted (self);
}

/* The user can zoom out until the whole world fits into the view. */
static void
update_min_zoom (AtlasMapView *self)
{
  AtlasExtent world = get_world (self);

  self->min_zoom = atlas_viewport_zoom_for_scale (self->viewport, fit_scale (self, &world, 0));
}

static gboolean
is_same (const AtlasExtent *a, const AtlasExtent *b)
{
  return a->x0 == b->x0 && a->y0 == b->y0 && a->x1 == b->x1 && a->y1 == b->y1;
}

/* Another dataset may have another extent. */
void
_atlas_map_view_update_home (AtlasMapView *self)
{
  const AtlasExtent before = self->home, reach = self->reach;

  self->reach = find_reach (self);
  self->is_at_jilin = atlas_home_extent_find (
    self->base_map, atlas_navigation_get_dataset (self->navigation), &self->home);
  if (self->width == 0)
    return;
  if (!is_same (&reach, &self->reach))
    update_min_zoom (self);
  if (is_same (&before, &self->home))
    return;
  update_min_zoom (self);
  _atlas_map_view_fit (self, FALSE);
}

void
_atlas_map_view_resize (AtlasMapView *self, int width, int height)
{
  gboolean was_fitted = self->is_fitted || self->width == 0;

  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  update_min_zoom (self);
  if (was_fitted)
    _atlas_map_view_fit (self, FALSE);
  else
    viewport_changed_cb (self);
}

static void
extend (AtlasExtent *extent, AtlasPlace *place)
{
  double x = atlas_projection_x (atlas_place_get_longitude (place));
  double y = atlas_projection_y (atlas_place_get_latitude (place));

  extent->x0 = MIN (extent->x0, x);
  extent->y0 = MIN (extent->y0, y);
  extent->x1 = MAX (extent->x1, x);
  extent->y1 = MAX (extent->y1, y);
}

static void
extend_by_link (AtlasExtent *extent, AtlasDataset *dataset, AtlasLink *link)
{
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, dataset);

  for (guint i = 0; i < ends->len; i++)
    extend (extent, g_ptr_array_index (ends, i));
}

/* Extends by the whole area of a prefecture or county of Jilin; for any other place by its point,
 * because outside Jilin only links matter. */
static void
extend_by_place (AtlasMapView *self, AtlasExtent *extent, AtlasPlace *place)
{
  const char *code = atlas_place_get_code (place);
  AtlasExtent area;

  if (code == NULL || !g_str_has_prefix (code, PROVINCE) ||
      !atlas_base_map_get_area_extent (self->base_map, code, &area))
    {
      extend (extent, place);
      return;
    }
  extent->x0 = MIN (extent->x0, area.x0);
  extent->y0 = MIN (extent->y0, area.y0);
  extent->x1 = MAX (extent->x1, area.x1);
  extent->y1 = MAX (extent->y1, area.y1);
}

static void
extend_by_subject (AtlasMapView *self, AtlasExtent *extent, AtlasRecord *subject)
{
  if (ATLAS_IS_PLACE (subject))
    extend_by_place (self, extent, ATLAS_PLACE (subject));
  if (ATLAS_IS_LINK (subject))
    extend_by_link (extent, atlas_navigation_get_dataset (self->navigation), ATLAS_LINK (subject));
}

/* Extends by the visible links in the scope. */
static void
extend_by_links (AtlasMapView *self, AtlasExtent *extent, AtlasScope *scope)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  g_autoptr (GPtrArray) links = atlas_shown_list_links (
    scope, atlas_navigation_get_filter (self->navigation), ATLAS_SHOWN_PART_ALL);

  for (guint i = 0; i < links->len; i++)
    extend_by_link (extent, dataset, links->pdata[i]);
}

/* Finds the extent of the scope; FALSE when it has no place. */
static gboolean
find_scope_extent (AtlasMapView *self, AtlasScope *scope, AtlasExtent *extent)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (self->navigation);
  AtlasRecord *subject = atlas_scope_get_subject (scope);
  const AtlasRecords places = atlas_dataset_get_references (dataset, subject, ATLAS_ROLE_PLACES);

  *extent = (AtlasExtent) { G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE };
  if (ATLAS_IS_PLACE (subject))
    {
      extend_by_links (self, extent, scope);
      /* For a province with links, only the links matter. */
      if (atlas_place_get_kind (ATLAS_PLACE (subject)) != ATLAS_PLACE_KIND_PROVINCE ||
          extent->x0 > extent->x1)
        extend_by_place (self, extent, ATLAS_PLACE (subject));
      extend_by_subject (self, extent, atlas_scope_get_other (scope));
      return TRUE;
    }
  if (ATLAS_IS_LINK (subject))
    {
      extend_by_link (extent, dataset, ATLAS_LINK (subject));
      extend_by_subject (self, extent, atlas_scope_get_other (scope));
    }
  else if (places.len > 0)
    for (guint i = 0; i < places.len; i++)
      extend (extent, ATLAS_PLACE (atlas_records_get (&places, i)));
  else
    extend_by_links (self, extent, scope);
  return extent->x0 <= extent->x1;
}

/* Whether all of @extent is visible, not covered by widgets, and large enough. */
static gboolean
is_in_view (AtlasMapView *self, const AtlasExtent *extent)
{
  AtlasPoint corner = _atlas_map_view_unproject (self, 0, 0);
  double scale = atlas_viewport_get_pixels_per_unit (self->viewport);
  graphene_rect_t obstacles[N_OBSTACLES], box, view;
  guint n = find_obstacles (self, obstacles);
  double size = MAX (extent->x1 - extent->x0, extent->y1 - extent->y0) * scale;

  graphene_rect_init (&view, PADDING / 2, PADDING / 2, (float) (self->width - PADDING),
                      (float) (self->height - PADDING));
  graphene_rect_init (&box, (float) ((extent->x0 - corner.x) * scale),
                      (float) ((extent->y0 - corner.y) * scale),
                      (float) MAX ((extent->x1 - extent->x0) * scale, 1),
                      (float) MAX ((extent->y1 - extent->y0) * scale, 1));
  for (guint i = 0; i < n; i++)
    if (graphene_rect_intersection (&box, &obstacles[i], NULL))
      return FALSE;
  return graphene_rect_contains_rect (&view, &box) && (size == 0 || size >= TOO_SMALL);
}

void
_atlas_map_view_show_scope (AtlasMapView *self)
{
  AtlasScope *scope = atlas_navigation_get_scope (self->navigation);
  AtlasExtent extent;

  if (scope == NULL || self->width == 0 ||
      atlas_scope_get_kind (scope) == ATLAS_SCOPE_KIND_PROVINCE ||
      !find_scope_extent (self, scope, &extent) || is_in_view (self, &extent))
    return;
  show_in_free_area (self, &extent, TRUE);
}

/**
 * atlas_map_view_show_scope:
 * @self: a map view
 * @animate: whether to move there slowly, if animations are enabled
 *
 * Shows the whole scope as large as it fits beside the widgets on top of the map, also if it is in
 * view already.
 */
void
atlas_map_view_show_scope (AtlasMapView *self, gboolean animate)
{
  AtlasScope *scope;
  AtlasExtent extent;

  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  scope = atlas_navigation_get_scope (self->navigation);
  if (scope == NULL || self->width == 0)
    return;
  if (atlas_scope_get_kind (scope) == ATLAS_SCOPE_KIND_PROVINCE ||
      !find_scope_extent (self, scope, &extent))
    _atlas_map_view_fit (self, animate);
  else
    show_in_free_area (self, &extent, animate);
}

/**
 * atlas_map_view_get_size:
 * @self: a map view
 * @width: (out): return location for its width in pixels of the map, before magnification
 * @height: (out): return location for its height without its foot, see atlas_map_view_set_foot()
 */
void
atlas_map_view_get_size (AtlasMapView *self, int *width, int *height)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (width != NULL && height != NULL);

  *width = self->width;
  *height = self->height - self->foot;
}

/* Moves the map to the extent that a record has as a scope, without changing the scope. */
void
_atlas_map_view_show_record (AtlasMapView *self, AtlasRecord *record)
{
  g_autoptr (AtlasScope) scope =
    atlas_scope_new (atlas_navigation_get_dataset (self->navigation), record);
  AtlasExtent extent;

  if (self->width > 0 && find_scope_extent (self, scope, &extent))
    show_in_free_area (self, &extent, TRUE);
}

/* Zooms to the next whole level, because tiles are sharpest there. */
void
_atlas_map_view_zoom (AtlasMapView *self, int steps)
{
  AtlasPoint centre = atlas_viewport_get_centre (self->viewport);
  double zoom = shumate_viewport_get_zoom_level (self->viewport);

  /* During an animation, further key presses start from its target. */
  if (g_get_monotonic_time () < self->arrival)
    zoom = self->goal_zoom;
  go_to (self, centre.x, centre.y, round (zoom) + steps, TRUE);
}

void
_atlas_map_view_pan (AtlasMapView *self, double right, double down)
{
  AtlasPoint centre = atlas_viewport_get_centre (self->viewport);
  double scale = atlas_viewport_get_pixels_per_unit (self->viewport);

  go_to (self, centre.x + right * self->width / scale, centre.y + down * self->height / scale,
         shumate_viewport_get_zoom_level (self->viewport), FALSE);
}

/**
 * atlas_map_view_get_camera:
 * @self: a map view
 * @camera: (out): return location for the current camera
 */
void
atlas_map_view_get_camera (AtlasMapView *self, AtlasMapCamera *camera)
{
  AtlasPoint centre;

  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));

  centre = atlas_viewport_get_centre (self->viewport);
  *camera = (AtlasMapCamera) {
    centre.x,
    centre.y - self->foot / 2.0 / atlas_viewport_get_pixels_per_unit (self->viewport),
    shumate_viewport_get_zoom_level (self->viewport),
  };
}

/**
 * atlas_map_view_set_camera:
 * @self: a map view
 * @camera: a camera from atlas_map_view_get_camera()
 * @animate: whether to move there slowly, if animations are enabled
 *
 * Moves the map there.
 */
void
atlas_map_view_set_camera (AtlasMapView *self, const AtlasMapCamera *camera, gboolean animate)
{
  g_return_if_fail (ATLAS_IS_MAP_VIEW (self));
  g_return_if_fail (camera != NULL);

  go_to (self, camera->x,
         camera->y + self->foot / 2.0 /
                       (shumate_map_source_get_tile_size (
                          shumate_viewport_get_reference_map_source (self->viewport)) *
                        exp2 (camera->zoom)),
         camera->zoom, animate);
}

void
_atlas_map_view_init_camera (AtlasMapView *self)
{
  self->viewport = shumate_map_get_viewport (self->map);
  self->base_map = atlas_base_map_get_default ();
  self->is_at_jilin = atlas_home_extent_find (self->base_map, NULL, &self->home);
  self->reach = atlas_base_map_get_extent (self->base_map);
  shumate_viewport_set_max_zoom_level (self->viewport, (guint) MAX_ZOOM);
  g_signal_connect_object (self->viewport, "notify", G_CALLBACK (viewport_changed_cb), self,
                           G_CONNECT_SWAPPED);
}
