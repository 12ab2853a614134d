/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-link-pill.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "atlas-map-text.h"
#include "atlas-route.h"
#include "atlas-text-painter.h"

/* The number on a line: the trips a day of a bus route, or how many links were gathered. */

#define HEIGHT 16.0
#define DIGIT_WIDTH 6.8
#define PADDING 5.0
#define FONT_SIZE 11.0

/* The room that two pills keep between them. */
#define MARGIN 2.0

/* From a line to the middle of a pill that stands beside it. */
#define BESIDE 14.0

static guint
count_lit (const AtlasLinkCurve *curve,
           AtlasScope           *scope)
{
  guint n_lit = 0;

  for (guint i = 0; i < curve->links->len; i++)
    n_lit += scope == NULL || atlas_scope_lights (scope, g_ptr_array_index (curve->links, i));
  return n_lit;
}

static guint
find_number (const AtlasLinkCurve *curve,
             AtlasScope           *scope)
{
  AtlasRecord *first = g_ptr_array_index (curve->links, 0);

  if (ATLAS_IS_ROUTE (first))
    return atlas_route_get_trips_per_day (ATLAS_ROUTE (first));
  return curve->links->len > 1 ? count_lit (curve, scope) : 0;
}

static gboolean
is_free (const AtlasExtent *box,
         GArray            *occupied)
{
  for (guint i = 0; i < occupied->len; i++)
    {
      const AtlasExtent *other = &g_array_index (occupied, AtlasExtent, i);

      if (box->x0 < other->x1 + MARGIN && other->x0 < box->x1 + MARGIN &&
          box->y0 < other->y1 + MARGIN && other->y0 < box->y1 + MARGIN)
        return FALSE;
    }
  return TRUE;
}

/* A point beside a line, or on it with a distance of 0; in the square. */
static AtlasPoint
find_point (const AtlasLinkCurve *curve,
            const AtlasLinkView  *view,
            double                at,
            double                distance)
{
  AtlasPoint point = atlas_link_curve_get_point (curve, at);
  AtlasPoint before = atlas_link_curve_get_point (curve, at - 0.01);
  AtlasPoint after = atlas_link_curve_get_point (curve, at + 0.01);
  double length = hypot (after.x - before.x, after.y - before.y) * view->pixels_per_unit;

  if (length > 0)
    {
      point.x -= (after.y - before.y) / length * distance;
      point.y += (after.x - before.x) / length * distance;
    }
  return point;
}

static gboolean
try_point (AtlasLinkPill       *self,
           const AtlasLinkView *view,
           AtlasPoint           point,
           GArray              *occupied)
{
  AtlasExtent box;

  self->centre = point;
  box = atlas_link_pill_measure (self, view);
  if (!is_free (&box, occupied))
    return FALSE;
  g_array_append_val (occupied, box);
  return TRUE;
}

static void
init_pill (AtlasLinkPill        *self,
           const AtlasLinkCurve *curve,
           guint                 number)
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
 * @self: (out): what is to be filled
 * @curve: a curve
 * @view: how the square lies on what is painted on
 * @scope: (nullable): what the reader looks at; of gathered links those in it are counted
 * @occupied: (element-type AtlasExtent): boxes that are taken; the new one is added
 *
 * Looks for room on the line, first in its middle, and then beside it.
 *
 * Returns: whether there is a number to show, and room for it
 */
gboolean
atlas_link_pill_place (AtlasLinkPill        *self,
                       const AtlasLinkCurve *curve,
                       const AtlasLinkView  *view,
                       AtlasScope           *scope,
                       GArray               *occupied)
{
  static const double distances[] = { 0, BESIDE, -BESIDE };
  static const double places[] = { 0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82 };
  guint number = find_number (curve, scope);

  if (number == 0)
    return FALSE;
  init_pill (self, curve, number);
  for (gsize i = 0; i < G_N_ELEMENTS (distances); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (places); j++)
      if (try_point (self, view, find_point (curve, view, places[j], distances[i]), occupied))
        return TRUE;
  return FALSE;
}

static void
place_some (GArray              *pills,
            AtlasLinkGeometry   *geometry,
            const AtlasLinkView *view,
            AtlasScope          *scope,
            GArray              *occupied,
            AtlasLinkState       state,
            gboolean             buses)
{
  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i);
      AtlasLinkPill pill;

      if ((curve->group == ATLAS_LINK_GROUP_BUS) == buses &&
          atlas_link_painter_get_state (curve, scope, NULL) == state &&
          atlas_link_pill_place (&pill, curve, view, scope, occupied))
        g_array_append_val (pills, pill);
    }
}

/**
 * atlas_link_pill_place_all:
 * @geometry: the course of the links
 * @view: how the square lies on what is painted on
 * @scope: (nullable): what the reader looks at
 * @occupied: (element-type AtlasExtent): boxes that are taken; new ones are added
 *
 * What is lit chooses its place first, and buses before counts, which one can do without.
 *
 * Returns: (transfer full) (element-type AtlasLinkPill): the numbers that have found room
 */
GArray *
atlas_link_pill_place_all (AtlasLinkGeometry   *geometry,
                           const AtlasLinkView *view,
                           AtlasScope          *scope,
                           GArray              *occupied)
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
 * @self: a pill that has its place
 * @view: how the square lies on what is painted on
 *
 * Returns: its box, in units of the context
 */
AtlasExtent
atlas_link_pill_measure (const AtlasLinkPill *self,
                         const AtlasLinkView *view)
{
  AtlasPoint centre = atlas_link_view_project (view, self->centre);

  return (AtlasExtent) { centre.x - self->width / 2, centre.y - self->height / 2,
                         centre.x + self->width / 2, centre.y + self->height / 2 };
}

static void
trace_pill (cairo_t           *cr,
            const AtlasExtent *box)
{
  double radius = (box->y1 - box->y0) / 2;

  cairo_new_path (cr);
  cairo_arc (cr, box->x1 - radius, box->y0 + radius, radius, -G_PI_2, G_PI_2);
  cairo_arc (cr, box->x0 + radius, box->y0 + radius, radius, G_PI_2, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* In the font of the names beside it. */
static void
paint_number (cairo_t             *cr,
              const AtlasLinkPill *self,
              AtlasPoint           centre)
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
 * @self: a pill that has its place
 * @view: how the square lies on @cr
 * @state: how much its line stands out
 *
 * Paints the number: white in the colour of a bus route, the other way round for a count.
 */
void
atlas_link_pill_paint (cairo_t             *cr,
                       const AtlasLinkPill *self,
                       const AtlasLinkView *view,
                       AtlasLinkState       state)
{
  gboolean is_bus = self->curve->group == ATLAS_LINK_GROUP_BUS;
  guint32 colour = atlas_link_painter_get_colour (self->curve->group, view->style);
  guint32 ground = view->style == ATLAS_STYLE_DARK ? 0x202022ff : 0xffffffff;
  AtlasExtent box = atlas_link_pill_measure (self, view);

  if (state == ATLAS_LINK_STATE_DIMMED)
    cairo_push_group (cr);
  trace_pill (cr, &box);
  atlas_map_style_set_source (cr, is_bus ? colour : ground);
  cairo_fill_preserve (cr);
  atlas_map_style_set_source (cr, is_bus ? ground : colour);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
  paint_number (cr, self, atlas_link_view_project (view, self->centre));
  if (state == ATLAS_LINK_STATE_DIMMED)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, 0.4);
    }
}

/**
 * atlas_link_pill_paint_sample:
 * @cr: a cairo context
 * @group: a family of links
 * @number: what it says
 * @style: how the land below would look
 * @x: the middle of the sample
 * @y: its height
 *
 * Paints a number as it stands on a line, for a legend.
 */
void
atlas_link_pill_paint_sample (cairo_t        *cr,
                              AtlasLinkGroup  group,
                              guint           number,
                              AtlasMapStyle   style,
                              double          x,
                              double          y)
{
  const AtlasLinkCurve curve = { .group = group };
  const AtlasLinkView view = { { 0, 0 }, 1, style };
  AtlasLinkPill pill;

  init_pill (&pill, &curve, number);
  pill.centre = (AtlasPoint) { x, y };
  atlas_link_pill_paint (cr, &pill, &view, ATLAS_LINK_STATE_PLAIN);
}

static void
add_signs_of_curve (AtlasLinkSigns       *self,
                    const AtlasLinkCurve *curve,
                    AtlasScope           *scope)
{
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
 * @self: (out): what is to be filled
 * @geometry: (nullable): the course of the links on a map, or NULL where there are none
 * @scope: (nullable): what the reader looks at
 *
 * Finds what a legend has to explain.
 */
void
atlas_link_signs_find (AtlasLinkSigns    *self,
                       AtlasLinkGeometry *geometry,
                       AtlasScope        *scope)
{
  *self = (AtlasLinkSigns) { 0 };
  for (guint i = 0; geometry != NULL && i < atlas_link_geometry_get_n_curves (geometry); i++)
    add_signs_of_curve (self, atlas_link_geometry_get_curve (geometry, i), scope);
}
