/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-link-painter.h"

#include <math.h>

#include "atlas-link-pill.h"
#include "atlas-route.h"
#include "atlas-svg-canvas.h"

/* The appearance of links. Groups differ in color, width and dashes, so they can be told apart
 * without color too. The colors are those of Okabe and Ito, brighter on a dark background. */

typedef struct
{
  guint32 colors[ATLAS_N_STYLES];
  double width;
  double dashes[2]; /* line and gap; none when both are 0 */
} LinkStyle;

static const LinkStyle link_styles[ATLAS_N_LINK_GROUPS] = {
  [ATLAS_LINK_GROUP_ZONE] = {
    { 0x0072b2ff, 0x5cb3eaff, 0x004b85ff, 0x0067a3ff }, 2.2, { 0, 0 },
  },
  [ATLAS_LINK_GROUP_FRAMEWORK] = {
    { 0x64788fff, 0x9fb1c6ff, 0x404040ff, 0x55606cff }, 1.3, { 0, 0 },
  },
  [ATLAS_LINK_GROUP_INTEGRATION] = {
    { 0xd55e00ff, 0xff8f47ff, 0xa33f00ff, 0xd05a00ff }, 3.6, { 0, 0 },
  },
  [ATLAS_LINK_GROUP_PAIR] = {
    { 0x008a64ff, 0x3ccb9eff, 0x005a42ff, 0x008a64ff }, 2.6, { 14, 3 },
  },
  [ATLAS_LINK_GROUP_BUS] = {
    { 0x7b3f9eff, 0xcba3eaff, 0x4f1f7aff, 0x6c3390ff }, 1.6, { 6, 4 },
  },
  [ATLAS_LINK_GROUP_ENTERPRISE] = {
    { 0x96690aff, 0xe3bb54ff, 0x5c4300ff, 0x86600fff }, 1.7, { 2, 3 },
  },
};

/* The width that each daily trip adds to a bus route, and the largest width of a route. */
#define WIDTH_PER_TRIP 0.075
#define MAX_BUS_WIDTH 7.0

/* The width of the casing on each side, which separates a line from the land and from lines
 * below. */
#define CASING 1.2

static const double factors[ATLAS_N_LINK_STATES] = { 1, 1, 1.25, 1.5 };
static const double opacities[ATLAS_N_LINK_STATES] = { 0.26, 0.82, 1, 1 };

/* The factor of the opacity of undated links. */
#define PALE 0.38

static double
get_opacity (const AtlasLinkCurve *curve, AtlasLinkState state)
{
  return opacities[state] * (curve->is_pale && state < ATLAS_LINK_STATE_HOVERED ? PALE : 1);
}

static double
get_width (const AtlasLinkCurve *curve, AtlasMapStyle style)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (style);
  gpointer link = curve->links->len > 0 ? g_ptr_array_index (curve->links, 0) : NULL;
  double width = link_styles[curve->group].width;

  if (ATLAS_IS_ROUTE (link))
    width = MIN (width + atlas_route_get_trips_per_day (link) * WIDTH_PER_TRIP, MAX_BUS_WIDTH);
  return width * palette->line_width;
}

/**
 * atlas_link_painter_get_color:
 * @group: a group of links
 * @style: the map style
 *
 * Returns: the color of the group, as 0xRRGGBBAA
 */
guint32
atlas_link_painter_get_color (AtlasLinkGroup group, AtlasMapStyle style)
{
  return link_styles[group].colors[style];
}

/**
 * atlas_link_painter_get_state:
 * @curve: a curve
 * @scope: (nullable): the current scope
 * @hovered: (nullable): the record under the pointer
 *
 * Returns: the state in which @curve is drawn
 */
AtlasLinkState
atlas_link_painter_get_state (const AtlasLinkCurve *curve, AtlasScope *scope, AtlasRecord *hovered)
{
  if (hovered != NULL && g_ptr_array_find (curve->links, hovered, NULL))
    return ATLAS_LINK_STATE_HOVERED;
  if (scope == NULL || atlas_scope_get_kind (scope) == ATLAS_SCOPE_KIND_PROVINCE)
    return ATLAS_LINK_STATE_PLAIN;
  for (guint i = 0; i < curve->links->len; i++)
    if (atlas_scope_lights (scope, g_ptr_array_index (curve->links, i)))
      return ATLAS_LINK_STATE_LIT;
  return ATLAS_LINK_STATE_DIMMED;
}

/**
 * atlas_link_view_project:
 * @self: a view
 * @point: a point of the Web Mercator square
 *
 * Returns: the same point in units of the context
 */
AtlasPoint
atlas_link_view_project (const AtlasLinkView *self, AtlasPoint point)
{
  return (AtlasPoint) { (point.x - self->origin.x) * self->pixels_per_unit,
                        (point.y - self->origin.y) * self->pixels_per_unit };
}

/**
 * atlas_link_painter_measure_line:
 * @view: the view
 * @curve: a curve
 *
 * Returns: the box that @curve needs in any state, in units of the context
 */
AtlasExtent
atlas_link_painter_measure_line (const AtlasLinkView *view, const AtlasLinkCurve *curve)
{
  double margin =
    get_width (curve, view->style) * factors[ATLAS_LINK_STATE_HOVERED] / 2 + CASING + 1;
  AtlasPoint from =
    atlas_link_view_project (view, (AtlasPoint) { curve->bounds.x0, curve->bounds.y0 });
  AtlasPoint to =
    atlas_link_view_project (view, (AtlasPoint) { curve->bounds.x1, curve->bounds.y1 });

  return (AtlasExtent) { from.x - margin, from.y - margin, to.x + margin, to.y + margin };
}

static void
trace (cairo_t *cr, const AtlasLinkView *view, const AtlasLinkCurve *curve)
{
  AtlasPoint start = atlas_link_view_project (view, curve->points[0]);

  cairo_new_path (cr);
  cairo_move_to (cr, start.x, start.y);
  for (guint i = 1; i + 2 < curve->n_points; i += 3)
    {
      AtlasPoint a = atlas_link_view_project (view, curve->points[i]);
      AtlasPoint b = atlas_link_view_project (view, curve->points[i + 1]);
      AtlasPoint to = atlas_link_view_project (view, curve->points[i + 2]);

      cairo_curve_to (cr, a.x, a.y, b.x, b.y, to.x, to.y);
    }
  if (curve->is_outline)
    cairo_close_path (cr);
}

static guint32
with_opacity (guint32 color, double opacity)
{
  return (color & ~0xffu) | (guint32) lround ((color & 0xff) * opacity);
}

static void
stroke (cairo_t *cr, AtlasLinkGroup group, double width)
{
  const LinkStyle *link_style = &link_styles[group];

  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (link_style->dashes[0] > 0)
    cairo_set_dash (cr, link_style->dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/**
 * atlas_link_painter_paint_line:
 * @cr: a cairo context
 * @view: the view
 * @curve: a curve
 * @state: its state
 *
 * Paints a link, or several gathered links, without the number. The line of undated links is paler,
 * unless the pointer is on it.
 */
void
atlas_link_painter_paint_line (cairo_t *cr,
                               const AtlasLinkView *view,
                               const AtlasLinkCurve *curve,
                               AtlasLinkState state)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (view->style);
  guint32 color = atlas_link_painter_get_color (curve->group, view->style);
  double width = get_width (curve, view->style) * factors[state];

  trace (cr, view, curve);
  if (curve->is_outline)
    {
      atlas_map_style_set_source (cr, with_opacity (color, 0.07 * get_opacity (curve, state)));
      cairo_fill_preserve (cr);
    }
  if (state >= ATLAS_LINK_STATE_LIT)
    {
      atlas_map_style_set_source (cr, palette->halo);
      cairo_set_line_width (cr, width + 2 * CASING);
      cairo_stroke_preserve (cr);
    }
  atlas_map_style_set_source (cr, with_opacity (color, get_opacity (curve, state)));
  stroke (cr, curve->group, curve->is_outline ? width / 2 : width);
}

static void
paint_sample (cairo_t *cr,
              AtlasLinkGroup group,
              AtlasMapStyle style,
              double opacity,
              double x,
              double y,
              double width)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (style);
  /* The width of a bus route with twenty trips a day. */
  double more = group == ATLAS_LINK_GROUP_BUS ? 20 * WIDTH_PER_TRIP : 0;

  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  atlas_map_style_set_source (cr,
                              with_opacity (atlas_link_painter_get_color (group, style), opacity));
  stroke (cr, group, (link_styles[group].width + more) * palette->line_width);
}

/**
 * atlas_link_painter_paint_sample:
 * @cr: a cairo context
 * @group: a group of links
 * @style: the map style
 * @x: where the sample begins
 * @y: the y coordinate of the line
 * @width: its length
 *
 * Paints a piece of line for a legend.
 */
void
atlas_link_painter_paint_sample (cairo_t *cr,
                                 AtlasLinkGroup group,
                                 AtlasMapStyle style,
                                 double x,
                                 double y,
                                 double width)
{
  paint_sample (cr, group, style, 1, x, y, width);
}

/**
 * atlas_link_painter_paint_pale_sample:
 * @cr: a cairo context
 * @group: a group of links
 * @style: the map style
 * @x: where the sample begins
 * @y: the y coordinate of the line
 * @width: its length
 *
 * Paints a piece of line of an undated link for a legend.
 */
void
atlas_link_painter_paint_pale_sample (cairo_t *cr,
                                      AtlasLinkGroup group,
                                      AtlasMapStyle style,
                                      double x,
                                      double y,
                                      double width)
{
  paint_sample (cr, group, style, PALE, x, y, width);
}

/**
 * atlas_link_painter_paint_outline_sample:
 * @cr: a cairo context
 * @group: a group of links
 * @style: the map style
 * @width: the width of the sample, from the origin of @cr
 * @height: the height of the sample
 *
 * Paints a small outline for a legend, such as that of a link of three or more places.
 */
void
atlas_link_painter_paint_outline_sample (cairo_t *cr,
                                         AtlasLinkGroup group,
                                         AtlasMapStyle style,
                                         double width,
                                         double height)
{
  const double stroke_width = link_styles[group].width / 2;
  const double radius = height / 2 - stroke_width;
  const guint32 color = atlas_link_painter_get_color (group, style);

  cairo_new_path (cr);
  atlas_rounded_rectangle (cr, stroke_width, stroke_width, width - 2 * stroke_width, 2 * radius,
                           radius);
  atlas_map_style_set_source (cr, with_opacity (color, 0.07));
  cairo_fill_preserve (cr);
  atlas_map_style_set_source (cr, color);
  stroke (cr, group, stroke_width);
}

static void
begin_part (cairo_t *cr, const AtlasLinkCurve *curve)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < curve->links->len; i++)
    atlas_svg_append_id (ids, atlas_record_get_id (g_ptr_array_index (curve->links, i)));
  atlas_svg_canvas_begin_part (cr, "link", ids->str);
}

/**
 * atlas_link_painter_paint:
 * @cr: a cairo context
 * @view: the view
 * @geometry: the shapes of the links
 * @scope: (nullable): the current scope, whose links are highlighted
 * @occupied: (element-type AtlasExtent): boxes of the context that no number may cover; the boxes
 *   of the numbers are added
 *
 * Paints all links with their numbers, those in the scope on top. Pages use this function.
 */
void
atlas_link_painter_paint (cairo_t *cr,
                          const AtlasLinkView *view,
                          AtlasLinkGeometry *geometry,
                          AtlasScope *scope,
                          GArray *occupied)
{
  guint n_curves = atlas_link_geometry_get_n_curves (geometry);
  g_autoptr (GArray) pills = NULL;

  for (guint state = 0; state < ATLAS_LINK_STATE_HOVERED; state++)
    for (guint i = 0; i < n_curves; i++)
      {
        const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i);

        if (atlas_link_painter_get_state (curve, scope, NULL) != state)
          continue;
        begin_part (cr, curve);
        atlas_link_painter_paint_line (cr, view, curve, (AtlasLinkState) state);
        atlas_svg_canvas_end_part (cr);
      }
  pills = atlas_link_pill_place_all (geometry, view, scope, occupied);
  for (guint i = 0; i < pills->len; i++)
    {
      const AtlasLinkPill *pill = &g_array_index (pills, AtlasLinkPill, i);

      begin_part (cr, pill->curve);
      atlas_link_pill_paint (cr, pill, view,
                             atlas_link_painter_get_state (pill->curve, scope, NULL));
      atlas_svg_canvas_end_part (cr);
    }
}
