/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-link-pill.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "atlas-map-text.h"
#include "atlas-route.h"
#include "atlas-svg-canvas.h"
#include "atlas-text-painter.h"

/* The number on a line: daily trips of a bus route, or the number of gathered links. */

#define HEIGHT 16.0
#define DIGIT_WIDTH 6.8
#define PADDING 5.0
#define FONT_SIZE 11.0

/* The margin around a pill; on a line that is too short it is dropped. */
#define MARGIN 2.0

/* The height of the letters in the middle of a box; the rest above and below is blank. */
#define INK_HEIGHT 16.0

/* The distance from the middle of a pill to the nearest other line: the preferred one, and the
 * smallest at which it is still clear to which line the pill belongs. */
#define CLEARANCE 10.0
#define MIN_CLEARANCE 3.0

/* How many positions on a line are tried, and the distance of the last from the middle, as a share
 * of the line. */
#define N_PLACES 33
#define LAST_OFFSET 0.36

/* The opacity of a number whose line is dimmed or pale. */
#define FAINT 0.4

static guint
count_lit (const AtlasLinkCurve *curve, AtlasScope *scope)
{
  guint n_lit = 0;

  for (guint i = 0; i < curve->links->len; i++)
    n_lit += scope == NULL || atlas_scope_lights (scope, g_ptr_array_index (curve->links, i));
  return n_lit;
}

static guint
find_number (const AtlasLinkCurve *curve, AtlasScope *scope)
{
  AtlasRecord *first = g_ptr_array_index (curve->links, 0);

  if (ATLAS_IS_ROUTE (first))
    return atlas_route_get_trips_per_day (ATLAS_ROUTE (first));
  return curve->links->len > 1 ? count_lit (curve, scope) : 0;
}

/* The distance of a point from the straight middle of a pill, between its round ends. */
static double
get_distance_from_core (const AtlasExtent *box, AtlasPoint point)
{
  const double radius = (box->y1 - box->y0) / 2;
  const double x = CLAMP (point.x, box->x0 + radius, box->x1 - radius);

  return hypot (point.x - x, point.y - (box->y0 + radius));
}

/* The marker of a place where the line ends is a disc, and the ends of the pill are round. On a
 * short line their boxes may overlap at the corners, as long as the shapes do not. */
static gboolean
is_beside_own_marker (const AtlasExtent *box, const AtlasExtent *marker, const AtlasPoint ends[2])
{
  const AtlasPoint centre = { (marker->x0 + marker->x1) / 2, (marker->y0 + marker->y1) / 2 };
  const double radius = MAX (marker->x1 - marker->x0, marker->y1 - marker->y0) / 2;

  for (guint i = 0; i < 2; i++)
    if (hypot (centre.x - ends[i].x, centre.y - ends[i].y) < 1)
      return get_distance_from_core (box, centre) >= radius + (box->y1 - box->y0) / 2;
  return FALSE;
}

static gboolean
is_free (const AtlasExtent *box, GArray *occupied, const AtlasPoint ends[2], double margin)
{
  for (guint i = 0; i < occupied->len; i++)
    {
      const AtlasExtent *other = &g_array_index (occupied, AtlasExtent, i);
      const double blank = margin == 0 ? MAX (other->y1 - other->y0 - INK_HEIGHT, 0) / 2 : 0;
      const AtlasExtent ink = { other->x0, other->y0 + blank, other->x1, other->y1 - blank };

      if (atlas_extent_meets (box, &ink, margin) && !is_beside_own_marker (box, other, ends))
        return FALSE;
    }
  return TRUE;
}

/* The distance from a point to the nearest other line, in units of the context. Distances above the
 * height of a pill do not matter and are not measured. */
static double
find_clearance (const AtlasLinkCurve *curve,
                AtlasLinkGeometry *geometry,
                const AtlasLinkView *view,
                AtlasPoint point)
{
  double nearest = HEIGHT / view->pixels_per_unit;

  for (guint i = 0; geometry != NULL && i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      const AtlasLinkCurve *other = atlas_link_geometry_get_curve (geometry, i);

      if (other == curve || point.x < other->bounds.x0 - nearest ||
          point.x > other->bounds.x1 + nearest || point.y < other->bounds.y0 - nearest ||
          point.y > other->bounds.y1 + nearest)
        continue;
      nearest = MIN (nearest, atlas_link_curve_get_distance (other, point));
    }
  return nearest * view->pixels_per_unit;
}

/* Finds the best free position on a line. FALSE when there is none, or all lie on other lines. */
static gboolean
find_place (AtlasLinkPill *self,
            AtlasLinkGeometry *geometry,
            const AtlasLinkView *view,
            GArray *occupied,
            double margin,
            AtlasPoint *place)
{
  const AtlasLinkCurve *curve = self->curve;
  const AtlasPoint ends[] = {
    atlas_link_view_project (view, curve->points[0]),
    atlas_link_view_project (view, curve->points[curve->n_points - 1]),
  };
  double best = MIN_CLEARANCE;
  gboolean is_found = FALSE;

  for (guint i = 0; i < N_PLACES && best < CLEARANCE; i++)
    {
      /* Try from the middle to both sides in turn. */
      double offset = LAST_OFFSET * (double) ((i + 1) / 2) / (N_PLACES / 2);
      double clearance;
      AtlasExtent box;

      self->centre =
        atlas_link_curve_get_point (self->curve, 0.5 + (i % 2 == 0 ? offset : -offset));
      box = atlas_link_pill_measure (self, view);
      if (!is_free (&box, occupied, ends, margin))
        continue;
      clearance = find_clearance (self->curve, geometry, view, self->centre);
      if (clearance <= best)
        continue;
      best = clearance;
      *place = self->centre;
      is_found = TRUE;
    }
  return is_found;
}

static void
init_pill (AtlasLinkPill *self, const AtlasLinkCurve *curve, guint number)
{
  guint n_digits = 1;

  for (guint rest = number; rest >= 10; rest /= 10)
    n_digits++;
  *self = (AtlasLinkPill) {
    .curve = curve,
    .number = number,
    .width = MAX (HEIGHT, n_digits * DIGIT_WIDTH + 2 * PADDING),
    .height = HEIGHT,
  };
}

/**
 * atlas_link_pill_place:
 * @self: (out): return location for the pill
 * @curve: a curve
 * @geometry: (nullable): all lines of the map
 * @view: the view
 * @scope: (nullable): the current scope; of gathered links only those in the scope are counted
 * @occupied: (element-type AtlasExtent): boxes that are taken; the box of the pill is added
 *
 * Looks for a free position on the line, from its middle outwards, where no other line crosses or
 * comes close. A number beside its line, or at a crossing, could be read as that of another line.
 *
 * Returns: whether there is a number to show and room for it
 */
gboolean
atlas_link_pill_place (AtlasLinkPill *self,
                       const AtlasLinkCurve *curve,
                       AtlasLinkGeometry *geometry,
                       const AtlasLinkView *view,
                       AtlasScope *scope,
                       GArray *occupied)
{
  AtlasPoint place;
  AtlasExtent box;
  guint number = find_number (curve, scope);

  if (number == 0)
    return FALSE;
  init_pill (self, curve, number);
  if (!find_place (self, geometry, view, occupied, MARGIN, &place) &&
      !find_place (self, geometry, view, occupied, 0, &place))
    return FALSE;
  self->centre = place;
  box = atlas_link_pill_measure (self, view);
  g_array_append_val (occupied, box);
  return TRUE;
}

static void
place_some (GArray *pills,
            AtlasLinkGeometry *geometry,
            const AtlasLinkView *view,
            AtlasScope *scope,
            GArray *occupied,
            AtlasLinkState state,
            gboolean buses)
{
  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i);
      AtlasLinkPill pill;

      if ((curve->group == ATLAS_LINK_GROUP_BUS) == buses &&
          atlas_link_painter_get_state (curve, scope, NULL) == state &&
          atlas_link_pill_place (&pill, curve, geometry, view, scope, occupied))
        g_array_append_val (pills, pill);
    }
}

/**
 * atlas_link_pill_place_all:
 * @geometry: the shapes of the links
 * @view: the view
 * @scope: (nullable): the current scope
 * @occupied: (element-type AtlasExtent): boxes that are taken; the boxes of the pills are added
 *
 * Highlighted links are placed first, and bus routes before counts, because counts matter less.
 *
 * Returns: (transfer full) (element-type AtlasLinkPill): the pills for which there was room
 */
GArray *
atlas_link_pill_place_all (AtlasLinkGeometry *geometry,
                           const AtlasLinkView *view,
                           AtlasScope *scope,
                           GArray *occupied)
{
  GArray *pills = g_array_new (FALSE, FALSE, sizeof (AtlasLinkPill));

  for (int state = ATLAS_LINK_STATE_LIT; state >= 0; state--)
    {
      place_some (pills, geometry, view, scope, occupied, (AtlasLinkState) state, TRUE);
      place_some (pills, geometry, view, scope, occupied, (AtlasLinkState) state, FALSE);
    }
  return pills;
}

/**
 * atlas_link_pill_measure:
 * @self: a pill that has been placed
 * @view: the view
 *
 * Returns: its box, in units of the context
 */
AtlasExtent
atlas_link_pill_measure (const AtlasLinkPill *self, const AtlasLinkView *view)
{
  AtlasPoint centre = atlas_link_view_project (view, self->centre);

  return (AtlasExtent) { centre.x - self->width / 2, centre.y - self->height / 2,
                         centre.x + self->width / 2, centre.y + self->height / 2 };
}

/* Use the font of the names on the map. */
static void
paint_number (cairo_t *cr, const AtlasLinkPill *self, AtlasPoint centre)
{
  PangoContext *context = atlas_map_text_create_context (ATLAS_LANGUAGE_ZH);
  g_autofree char *text = g_strdup_printf ("%u", self->number);
  g_autoptr (PangoLayout) layout =
    atlas_map_text_create_layout (context, text, FONT_SIZE, ATLAS_MAP_TEXT_BOLD);
  PangoRectangle ink;

  g_object_unref (context);
  pango_layout_get_extents (layout, &ink, NULL);
  cairo_move_to (cr, centre.x - (ink.x + ink.width / 2.0) / PANGO_SCALE,
                 centre.y - (ink.y + ink.height / 2.0) / PANGO_SCALE);
  atlas_text_painter_show (cr, layout);
}

/**
 * atlas_link_pill_paint:
 * @cr: a cairo context
 * @self: a pill that has been placed
 * @view: the view
 * @state: the state of its line
 *
 * Paints the number: white on the color of a bus route; a count has these colors inverted.
 */
void
atlas_link_pill_paint (cairo_t *cr,
                       const AtlasLinkPill *self,
                       const AtlasLinkView *view,
                       AtlasLinkState state)
{
  gboolean is_bus = self->curve->group == ATLAS_LINK_GROUP_BUS;
  guint32 color = atlas_link_painter_get_color (self->curve->group, view->style);
  guint32 ground = view->style == ATLAS_STYLE_DARK ? 0x202022ff : 0xffffffff;
  gboolean is_faint =
    state == ATLAS_LINK_STATE_DIMMED || (self->curve->is_pale && state < ATLAS_LINK_STATE_HOVERED);
  AtlasExtent box = atlas_link_pill_measure (self, view);

  if (is_faint)
    atlas_svg_canvas_push_group (cr);
  cairo_new_path (cr);
  atlas_rounded_rectangle (cr, box.x0, box.y0, self->width, self->height, self->height / 2);
  atlas_map_style_set_source (cr, is_bus ? color : ground);
  cairo_fill_preserve (cr);
  atlas_map_style_set_source (cr, is_bus ? ground : color);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  paint_number (cr, self, atlas_link_view_project (view, self->centre));
  if (is_faint)
    atlas_svg_canvas_pop_group (cr, FAINT);
}

/**
 * atlas_link_pill_paint_sample:
 * @cr: a cairo context
 * @group: a group of links
 * @number: the number
 * @style: the map style
 * @x: the middle of the sample
 * @y: the y coordinate of the middle
 *
 * Paints a number for a legend, as it looks on a line.
 */
void
atlas_link_pill_paint_sample (cairo_t *cr,
                              AtlasLinkGroup group,
                              guint number,
                              AtlasMapStyle style,
                              double x,
                              double y)
{
  const AtlasLinkCurve curve = { .group = group };
  const AtlasLinkView view = { { 0, 0 }, 1, style };
  AtlasLinkPill pill;

  init_pill (&pill, &curve, number);
  pill.centre = (AtlasPoint) { x, y };
  atlas_link_pill_paint (cr, &pill, &view, ATLAS_LINK_STATE_PLAIN);
}

static void
add_signs_of_curve (AtlasLinkSigns *self, const AtlasLinkCurve *curve, AtlasScope *scope)
{
  if (curve->is_pale && !self->has_pale)
    {
      self->has_pale = TRUE;
      self->pale_group = curve->group;
    }
  if (curve->is_outline)
    {
      self->has_outlines = TRUE;
      self->outline_group = curve->group;
    }
  if (find_number (curve, scope) == 0)
    return;
  if (curve->group == ATLAS_LINK_GROUP_BUS)
    self->has_trips = TRUE;
  else if (!self->has_counts)
    {
      self->has_counts = TRUE;
      self->count_group = curve->group;
    }
}

/**
 * atlas_link_signs_find:
 * @self: (out): return location for the signs
 * @geometry: (nullable): the shapes of the links on a map, or NULL where there are none
 * @scope: (nullable): the current scope
 *
 * Finds the signs that a legend has to explain.
 */
void
atlas_link_signs_find (AtlasLinkSigns *self, AtlasLinkGeometry *geometry, AtlasScope *scope)
{
  *self = (AtlasLinkSigns) { 0 };
  for (guint i = 0; geometry != NULL && i < atlas_link_geometry_get_n_curves (geometry); i++)
    add_signs_of_curve (self, atlas_link_geometry_get_curve (geometry, i), scope);
}
