/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-link-curve.h"

#include <math.h>

/* A curve consists of cubic Bézier segments because cairo draws those. All other computations
 * replace a segment by this many straight pieces: no arc of the map is bent so much that the
 * difference is visible. */
#define N_PIECES 16

static AtlasPoint
mix (AtlasPoint a, AtlasPoint b, double share)
{
  return (AtlasPoint) { a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share };
}

/* The point of a segment at the parameter @at, 0…1. */
static AtlasPoint
evaluate (const AtlasPoint *segment, double at)
{
  double rest = 1 - at;
  double w0 = rest * rest * rest;
  double w1 = 3 * rest * rest * at;
  double w2 = 3 * rest * at * at;
  double w3 = at * at * at;

  return (AtlasPoint) {
    w0 * segment[0].x + w1 * segment[1].x + w2 * segment[2].x + w3 * segment[3].x,
    w0 * segment[0].y + w1 * segment[1].y + w2 * segment[2].y + w3 * segment[3].y,
  };
}

static AtlasExtent
find_bounds (const AtlasLinkCurve *self)
{
  AtlasExtent bounds = ATLAS_EXTENT_EMPTY;

  for (guint i = 0; i + 3 < self->n_points; i += 3)
    for (guint piece = 0; piece <= N_PIECES; piece++)
      {
        const AtlasPoint at = evaluate (&self->points[i], (double) piece / N_PIECES);

        atlas_extent_include (&bounds, &(AtlasExtent) { at.x, at.y, at.x, at.y });
      }
  return bounds;
}

/**
 * atlas_link_curve_new_arc:
 * @links: (transfer full) (element-type AtlasLink): the links that the curve represents
 * @group: the group of its links
 * @from: its first point
 * @to: its last point
 * @bulge: how far its middle lies to the right of the straight line, as a share of its length;
 *   negative for the left
 *
 * Returns: (transfer full): a curve of one segment
 */
AtlasLinkCurve *
atlas_link_curve_new_arc (GPtrArray *links,
                          AtlasLinkGroup group,
                          AtlasPoint from,
                          AtlasPoint to,
                          double bulge)
{
  AtlasLinkCurve *self = g_new0 (AtlasLinkCurve, 1);
  /* The middle of a segment lies at three quarters of the height of its control points. The y axis
   * points south, so (-y, x) is to the right of the direction (x, y). */
  double rise = bulge / 0.75;
  AtlasPoint side = { -(to.y - from.y) * rise, (to.x - from.x) * rise };

  self->links = links;
  self->group = group;
  self->n_points = 4;
  self->points = g_new (AtlasPoint, self->n_points);
  self->points[0] = from;
  self->points[1] = mix (from, to, 0.3);
  self->points[2] = mix (from, to, 0.7);
  self->points[3] = to;
  for (guint i = 1; i <= 2; i++)
    {
      self->points[i].x += side.x;
      self->points[i].y += side.y;
    }
  self->bounds = find_bounds (self);
  return self;
}

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const AtlasPoint *p = a, *q = b;

  if (p->x != q->x)
    return p->x < q->x ? -1 : 1;
  return p->y < q->y ? -1 : p->y > q->y;
}

static double
turn (AtlasPoint a, AtlasPoint b, AtlasPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/* Computes the convex hull with monotone chains, ordered by right turns (the y axis points south).
 * Duplicate places count once. */
static GArray *
find_hull (const AtlasPoint *places, guint n_places)
{
  g_autofree AtlasPoint *sorted = g_memdup2 (places, n_places * sizeof *places);
  GArray *hull = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));

  qsort (sorted, n_places, sizeof *sorted, compare_points);
  for (guint pass = 0; pass < 2; pass++)
    {
      guint first = hull->len;

      for (guint i = 0; i < n_places; i++)
        {
          AtlasPoint next = sorted[pass == 0 ? i : n_places - 1 - i];

          if (hull->len > first &&
              compare_points (&g_array_index (hull, AtlasPoint, hull->len - 1), &next) == 0)
            continue;
          while (hull->len >= first + 2 &&
                 turn (g_array_index (hull, AtlasPoint, hull->len - 2),
                       g_array_index (hull, AtlasPoint, hull->len - 1), next) <= 0)
            g_array_set_size (hull, hull->len - 1);
          g_array_append_val (hull, next);
        }
      /* The last point of a chain is the first point of the next one. */
      if (hull->len > 1)
        g_array_set_size (hull, hull->len - 1);
    }
  return hull;
}

static AtlasPoint
away_from (AtlasPoint place, double angle, double distance)
{
  return (AtlasPoint) { place.x + cos (angle) * distance, place.y + sin (angle) * distance };
}

static void
append_line (GArray *points, AtlasPoint to)
{
  AtlasPoint from = g_array_index (points, AtlasPoint, points->len - 1);
  AtlasPoint piece[3] = { mix (from, to, 1 / 3.0), mix (from, to, 2 / 3.0), to };

  g_array_append_vals (points, piece, 3);
}

/* Continues the arc around @place from @angle by @sweep radians, in two segments. Each segment
 * turns less than half a circle. */
static void
append_bend (GArray *points, AtlasPoint place, double angle, double sweep, double distance)
{
  double step = sweep / 2;
  double handle = distance * 4 / 3 * tan (step / 4);

  for (guint i = 0; i < 2; i++, angle += step)
    {
      AtlasPoint from = away_from (place, angle, distance);
      AtlasPoint to = away_from (place, angle + step, distance);
      AtlasPoint piece[3] = { away_from (from, angle + G_PI_2, handle),
                              away_from (to, angle + step - G_PI_2, handle), to };

      g_array_append_vals (points, piece, 3);
    }
}

/* The angle from a corner to the outline beside the side of the hull from @a to @b. */
static double
angle_beside (AtlasPoint a, AtlasPoint b)
{
  return atan2 (b.y - a.y, b.x - a.x) - G_PI_2;
}

/**
 * atlas_link_curve_new_outline:
 * @links: (transfer full) (element-type AtlasLink): the links that the curve represents
 * @group: the group of its links
 * @places: the places to surround
 * @n_places: the number of @places, at least two
 * @distance: the distance from the places
 *
 * Returns: (transfer full): a smooth closed curve around @places
 */
AtlasLinkCurve *
atlas_link_curve_new_outline (GPtrArray *links,
                              AtlasLinkGroup group,
                              const AtlasPoint *places,
                              guint n_places,
                              double distance)
{
  AtlasLinkCurve *self = g_new0 (AtlasLinkCurve, 1);
  g_autoptr (GArray) hull = find_hull (places, n_places);
  GArray *points = g_array_new (FALSE, FALSE, sizeof (AtlasPoint));
  AtlasPoint *corners = (AtlasPoint *) (void *) hull->data;
  double angle = hull->len > 1 ? angle_beside (corners[hull->len - 1], corners[0]) : 0;
  AtlasPoint start = away_from (corners[0], angle, distance);

  g_array_append_val (points, start);
  for (guint i = 0; i < hull->len; i++)
    {
      AtlasPoint next = corners[(i + 1) % hull->len];
      double after = hull->len > 1 ? angle_beside (corners[i], next) : angle;
      double sweep = fmod (after - angle + 4 * G_PI, 2 * G_PI);

      append_bend (points, corners[i], angle, hull->len > 1 ? sweep : 2 * G_PI, distance);
      append_line (points, away_from (next, after, distance));
      angle = after;
    }
  self->links = links;
  self->group = group;
  self->is_outline = TRUE;
  self->n_points = points->len;
  self->points = (AtlasPoint *) (void *) g_array_free (points, FALSE);
  self->bounds = find_bounds (self);
  return self;
}

/**
 * atlas_link_curve_free:
 * @self: (nullable) (transfer full): a curve
 */
void
atlas_link_curve_free (AtlasLinkCurve *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->links);
  g_free (self->points);
  g_free (self);
}

/**
 * atlas_link_curve_get_point:
 * @self: a curve
 * @at: the position along the curve, 0…1
 *
 * Returns: the point at that position
 */
AtlasPoint
atlas_link_curve_get_point (const AtlasLinkCurve *self, double at)
{
  guint n_segments = self->n_points / 3;
  double position = CLAMP (at, 0, 1) * n_segments;
  guint segment = MIN ((guint) position, n_segments - 1);

  return evaluate (&self->points[3 * segment], position - segment);
}

static double
distance_to_piece (AtlasPoint a, AtlasPoint b, AtlasPoint point)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double at = length > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / length : 0;
  AtlasPoint nearest = mix (a, b, CLAMP (at, 0, 1));

  return hypot (point.x - nearest.x, point.y - nearest.y);
}

/**
 * atlas_link_curve_get_distance:
 * @self: a curve
 * @point: a point of the square
 *
 * Returns: the distance from @point to the curve, in units of the square
 */
double
atlas_link_curve_get_distance (const AtlasLinkCurve *self, AtlasPoint point)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i + 3 < self->n_points; i += 3)
    {
      AtlasPoint from = self->points[i];

      for (guint piece = 1; piece <= N_PIECES; piece++)
        {
          AtlasPoint to = evaluate (&self->points[i], (double) piece / N_PIECES);

          nearest = MIN (nearest, distance_to_piece (from, to, point));
          from = to;
        }
    }
  return nearest;
}
