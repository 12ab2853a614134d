/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-painter.h"

#include <math.h>

#include "atlas-base-map-private.h"

/* Draws the land without names. Both the tiles on screen and the maps on paper use this function.
 * It keeps no state, so any number of threads may call it at once. */

/* Geometry further than this outside the view, in pixels, is invisible, even with half of a wide
 * line. */
#define MARGIN 16.0

typedef struct
{
  cairo_t *cr;
  AtlasBaseMap *map;
  const AtlasMapPalette *palette;
  guint level;

  /* The transformation from units of the base map to the coordinates of the context. */
  double scale;
  double offset_x;
  double offset_y;

  /* The visible part, in units of the base map. */
  AtlasMapBox view;

  double line_width; /* a factor that increases with the zoom */
  double zoom;
  GArray *visible; /* of const AtlasMapLine * */
} Painter;

typedef enum
{
  OUTSIDE_LEFT = 1 << 0,
  OUTSIDE_RIGHT = 1 << 1,
  OUTSIDE_TOP = 1 << 2,
  OUTSIDE_BOTTOM = 1 << 3,
} Outside;

static inline gboolean
boxes_meet (const AtlasMapBox *a, const AtlasMapBox *b)
{
  return a->x0 <= b->x1 && b->x0 <= a->x1 && a->y0 <= b->y1 && b->y0 <= a->y1;
}

static inline guint
locate (const AtlasMapBox *view, const AtlasMapPoint *point)
{
  return (point->x < view->x0   ? OUTSIDE_LEFT
          : point->x > view->x1 ? OUTSIDE_RIGHT
                                : 0) |
         (point->y < view->y0   ? OUTSIDE_TOP
          : point->y > view->y1 ? OUTSIDE_BOTTOM
                                : 0);
}

static inline double
to_x (const Painter *self, const AtlasMapPoint *point)
{
  return point->x * self->scale + self->offset_x;
}

static inline double
to_y (const Painter *self, const AtlasMapPoint *point)
{
  return point->y * self->scale + self->offset_y;
}

/* Filling ------------------------------------------------------------------------------------- */

/* Adds a line to the outline of an area. While the line stays on one side outside the view, its
 * points are skipped, because this changes nothing visible. */
static void
trace_side (Painter *self, const AtlasMapLine *line, gboolean backwards)
{
  const AtlasMapPoint *points = self->map->points + line->levels[self->level].first;
  guint n_points = line->levels[self->level].n_points;
  int step = backwards ? -1 : 1;
  const AtlasMapPoint *point = backwards ? points + n_points - 1 : points;
  guint here, last;

  if (!boxes_meet (&line->box, &self->view))
    {
      cairo_line_to (self->cr, to_x (self, point), to_y (self, point));
      point += (int) (n_points - 1) * step;
      cairo_line_to (self->cr, to_x (self, point), to_y (self, point));
      return;
    }

  last = here = locate (&self->view, point);
  for (guint i = 0; i < n_points; i++, point += step)
    {
      guint next = i + 1 < n_points ? locate (&self->view, point + step) : 0;

      if (i == 0 || i + 1 == n_points || (last & here & next) == 0)
        {
          cairo_line_to (self->cr, to_x (self, point), to_y (self, point));
          last = here;
        }
      here = next;
    }
}

static void
trace_rings (Painter *self, guint first_ring, guint n_rings)
{
  for (guint i = first_ring; i < first_ring + n_rings; i++)
    {
      const AtlasMapRing *ring = &self->map->rings[i];

      cairo_new_sub_path (self->cr);
      for (guint j = ring->first; j < ring->first + ring->n_lines; j++)
        {
          gint32 reference = self->map->references[j];

          trace_side (self, &self->map->lines[reference < 0 ? ~reference : reference],
                      reference < 0);
        }
      cairo_close_path (self->cr);
    }
}

static void
fill_areas (Painter *self, AtlasAreaKind kind, guint32 color)
{
  for (guint i = 0; i < self->map->n_areas; i++)
    if (self->map->areas[i].kind == kind && boxes_meet (&self->map->areas[i].box, &self->view))
      trace_rings (self, self->map->areas[i].first_ring, self->map->areas[i].n_rings);

  atlas_map_style_set_source (self->cr, color);
  cairo_fill (self->cr);
}

/* Only the prefectures of Jilin have their own tints. */
static gboolean
is_tinted (const Painter *self, const AtlasMapArea *area)
{
  return area->kind == ATLAS_AREA_PREFECTURE &&
         atlas_map_palette_get_tint (
           self->palette, _atlas_base_map_get_string (self->map, area->key)) != self->palette->land;
}

/* Other areas are dimmed only when a highlighted prefecture is on the map. */
static gboolean
has_highlight (const Painter *self, const char *const *highlights)
{
  for (guint i = 0; i < self->map->n_areas; i++)
    if (is_tinted (self, &self->map->areas[i]) &&
        g_strv_contains (highlights,
                         _atlas_base_map_get_string (self->map, self->map->areas[i].key)))
      return TRUE;
  return FALSE;
}

static void
fill_prefectures (Painter *self, const char *const *highlights)
{
  for (guint i = 0; i < self->map->n_areas; i++)
    {
      const AtlasMapArea *area = &self->map->areas[i];
      const char *code = _atlas_base_map_get_string (self->map, area->key);
      guint32 tint = atlas_map_palette_get_tint (self->palette, code);

      if (!is_tinted (self, area) || !boxes_meet (&area->box, &self->view))
        continue;

      trace_rings (self, area->first_ring, area->n_rings);
      /* Mix the colors here: a translucent veil on a page would write each outline twice. */
      if (highlights != NULL && !g_strv_contains (highlights, code))
        tint = atlas_map_style_mix (tint, self->palette->veil);
      atlas_map_style_set_source (self->cr, tint);
      cairo_fill (self->cr);
    }
}

static void
fill_lakes (Painter *self)
{
  double least = 2.0 / self->scale; /* skip lakes too small to be seen */

  for (guint i = 0; i < self->map->n_lakes; i++)
    {
      const AtlasMapLake *lake = &self->map->lakes[i];

      if (boxes_meet (&lake->box, &self->view) &&
          MAX ((double) lake->box.x1 - lake->box.x0, (double) lake->box.y1 - lake->box.y0) > least)
        trace_rings (self, lake->first_ring, lake->n_rings);
    }

  atlas_map_style_set_source (self->cr, self->palette->lake);
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill_preserve (self->cr);
  cairo_set_fill_rule (self->cr, CAIRO_FILL_RULE_WINDING);
  atlas_map_style_set_source (self->cr, self->palette->shore);
  cairo_set_line_width (self->cr, 0.6 * self->line_width);
  cairo_stroke (self->cr);
}

/* Lines --------------------------------------------------------------------------------------- */

static void
trace_line (Painter *self, const AtlasMapLine *line)
{
  const AtlasMapPoint *point = self->map->points + line->levels[self->level].first;
  const AtlasMapPoint *end = point + line->levels[self->level].n_points;
  guint before = locate (&self->view, point);
  gboolean drawing = FALSE;

  for (point++; point < end; point++)
    {
      guint here = locate (&self->view, point);

      if ((before & here) != 0)
        {
          drawing = FALSE;
        }
      else
        {
          if (!drawing)
            cairo_move_to (self->cr, to_x (self, point - 1), to_y (self, point - 1));
          cairo_line_to (self->cr, to_x (self, point), to_y (self, point));
          drawing = TRUE;
        }
      before = here;
    }
}

/* Dashes are counted from the beginning of the line, even outside the view, so that they continue
 * across the edges of tiles. */
static void
stroke_dashed (Painter *self, const AtlasMapLine *line, const double *dashes, int n_dashes)
{
  const AtlasMapPoint *point = self->map->points + line->levels[self->level].first;
  const AtlasMapPoint *end = point + line->levels[self->level].n_points;
  guint before = locate (&self->view, point);
  gboolean drawing = FALSE;
  double length = 0.0;

  for (point++; point < end; point++)
    {
      guint here = locate (&self->view, point);

      if ((before & here) == 0)
        {
          if (!drawing)
            {
              cairo_set_dash (self->cr, dashes, n_dashes, length);
              cairo_move_to (self->cr, to_x (self, point - 1), to_y (self, point - 1));
            }
          cairo_line_to (self->cr, to_x (self, point), to_y (self, point));
          drawing = TRUE;
        }
      else if (drawing)
        {
          cairo_stroke (self->cr);
          drawing = FALSE;
        }
      length +=
        hypot ((double) point->x - point[-1].x, (double) point->y - point[-1].y) * self->scale;
      before = here;
    }

  cairo_stroke (self->cr);
  cairo_set_dash (self->cr, NULL, 0, 0.0);
}

typedef gboolean (*LineTest) (const AtlasMapLine *line);

static gboolean
is_county_line (const AtlasMapLine *line)
{
  return line->kind == ATLAS_LINE_COUNTY && (line->flags & ATLAS_LINE_INSIDE) != 0;
}

static gboolean
is_prefecture_line (const AtlasMapLine *line)
{
  return line->kind == ATLAS_LINE_PREFECTURE && (line->flags & ATLAS_LINE_INSIDE) != 0;
}

static gboolean
is_neighbour_line (const AtlasMapLine *line)
{
  return line->kind <= ATLAS_LINE_PREFECTURE && (line->flags & ATLAS_LINE_INSIDE) == 0;
}

static gboolean
is_other_province_line (const AtlasMapLine *line)
{
  return line->kind == ATLAS_LINE_PROVINCE && (line->flags & ATLAS_LINE_OUTLINE) == 0;
}

static gboolean
is_coast (const AtlasMapLine *line)
{
  return line->kind == ATLAS_LINE_COAST;
}

static gboolean
is_national_line (const AtlasMapLine *line)
{
  return line->kind == ATLAS_LINE_NATIONAL;
}

static gboolean
is_dash (const AtlasMapLine *line)
{
  return line->kind == ATLAS_LINE_DASH;
}

static gboolean
is_outline (const AtlasMapLine *line)
{
  return (line->flags & ATLAS_LINE_OUTLINE) != 0;
}

/* Where the province borders a foreign country, the national border is drawn instead of the
 * provincial one. */
static gboolean
is_inland_outline (const AtlasMapLine *line)
{
  return is_outline (line) && !is_national_line (line);
}

static void
stroke_lines (Painter *self, LineTest test, guint32 color, double width)
{
  for (guint i = 0; i < self->visible->len; i++)
    {
      const AtlasMapLine *line = g_array_index (self->visible, const AtlasMapLine *, i);

      if (test (line))
        trace_line (self, line);
    }

  atlas_map_style_set_source (self->cr, color);
  cairo_set_line_width (self->cr, width * self->line_width);
  cairo_stroke (self->cr);
}

static void
stroke_national_border (Painter *self)
{
  double unit = self->line_width;
  const double dashes[] = { 7.0 * unit, 2.5 * unit, 1.2 * unit, 2.5 * unit };

  atlas_map_style_set_source (self->cr, self->palette->national_line);
  cairo_set_line_width (self->cr, 1.2 * unit);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < self->visible->len; i++)
    {
      const AtlasMapLine *line = g_array_index (self->visible, const AtlasMapLine *, i);

      if (is_national_line (line))
        stroke_dashed (self, line, dashes, G_N_ELEMENTS (dashes));
    }
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
}

static void
stroke_rivers (Painter *self)
{
  static const double widths[] = { 0.0, 1.9, 1.2, 0.8, 0.6 };
  static const double from_zoom[] = { 0.0, 0.0, 0.0, 6.4, 7.4 };

  atlas_map_style_set_source (self->cr, self->palette->river);
  for (guint rank = 4; rank >= 1; rank--)
    {
      if (self->zoom < from_zoom[rank])
        continue;

      for (guint i = 0; i < self->map->n_rivers; i++)
        {
          const AtlasMapRiver *river = &self->map->rivers[i];

          if (river->rank == rank && boxes_meet (&self->map->lines[river->line].box, &self->view))
            trace_line (self, &self->map->lines[river->line]);
        }
      cairo_set_line_width (self->cr, widths[rank] * self->line_width);
      cairo_stroke (self->cr);
    }
}

static void
stroke_highlights (Painter *self, const char *const *highlights)
{
  for (guint i = 0; i < self->map->n_areas; i++)
    {
      const AtlasMapArea *area = &self->map->areas[i];

      if (area->kind != ATLAS_AREA_PREFECTURE ||
          !g_strv_contains (highlights, _atlas_base_map_get_string (self->map, area->key)))
        continue;

      for (guint j = area->first_ring; j < area->first_ring + area->n_rings; j++)
        {
          const AtlasMapRing *ring = &self->map->rings[j];

          for (guint k = ring->first; k < ring->first + ring->n_lines; k++)
            {
              gint32 reference = self->map->references[k];

              trace_line (self, &self->map->lines[reference < 0 ? ~reference : reference]);
            }
        }
      atlas_map_style_set_source (self->cr, self->palette->highlight);
      cairo_set_line_width (self->cr, 1.8 * self->line_width);
      cairo_stroke (self->cr);
    }
}

/* The whole ----------------------------------------------------------------------------------- */

/* The extra detail of vector surfaces. At 300 dots per inch it looks the same as the finest detail;
 * more would make files large and slow to write. */
#define PRINTER_SCALE 1.5

static double
get_device_scale (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_target (cr);
  double x = 1.0, y = 0.0, device_x, device_y;

  cairo_user_to_device_distance (cr, &x, &y);
  switch (cairo_surface_get_type (target))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_RECORDING:
      return hypot (x, y) * PRINTER_SCALE;

    default:
      cairo_surface_get_device_scale (target, &device_x, &device_y);
      return hypot (x, y) * device_x;
    }
}

static inline gint32
to_step (double unit)
{
  return (gint32) CLAMP (unit * ATLAS_BASE_MAP_SCALE, -G_MAXINT32, G_MAXINT32);
}

static void
find_visible_lines (Painter *self)
{
  for (guint i = 0; i < self->map->n_lines; i++)
    {
      const AtlasMapLine *line = &self->map->lines[i];

      if (boxes_meet (&line->box, &self->view))
        g_array_append_val (self->visible, line);
    }
}

/* Degrees between the lines of the grid that is drawn outside the base map. */
#define GRATICULE 10

/* Paints the area outside the base map as blank paper with meridians and parallels, so that it
 * looks like neither land nor sea. */
static void
paint_beyond (Painter *self)
{
  cairo_t *cr = self->cr;

  atlas_map_style_set_source (cr, self->palette->abroad);
  cairo_paint (cr);
  for (int degrees = -180; degrees <= 180; degrees += GRATICULE)
    {
      const double x = atlas_projection_x (degrees) * ATLAS_BASE_MAP_SCALE;
      const double y = atlas_projection_y (degrees) * ATLAS_BASE_MAP_SCALE;

      if (x >= self->view.x0 && x <= self->view.x1)
        {
          cairo_move_to (cr, x * self->scale + self->offset_x,
                         self->view.y0 * self->scale + self->offset_y);
          cairo_line_to (cr, x * self->scale + self->offset_x,
                         self->view.y1 * self->scale + self->offset_y);
        }
      if (ABS (degrees) < 90 && y >= self->view.y0 && y <= self->view.y1)
        {
          cairo_move_to (cr, self->view.x0 * self->scale + self->offset_x,
                         y * self->scale + self->offset_y);
          cairo_line_to (cr, self->view.x1 * self->scale + self->offset_x,
                         y * self->scale + self->offset_y);
        }
    }
  atlas_map_style_set_source (cr, self->palette->province_line);
  cairo_set_line_width (cr, 0.5 * self->line_width);
  cairo_stroke (cr);
}

static void
paint_ground (Painter *self)
{
  const AtlasExtent map = atlas_base_map_get_extent (self->map);
  const double scale = self->scale * ATLAS_BASE_MAP_SCALE;

  atlas_map_style_set_source (self->cr, self->palette->land);
  if (self->view.x0 >= map.x0 * ATLAS_BASE_MAP_SCALE &&
      self->view.y0 >= map.y0 * ATLAS_BASE_MAP_SCALE &&
      self->view.x1 <= map.x1 * ATLAS_BASE_MAP_SCALE &&
      self->view.y1 <= map.y1 * ATLAS_BASE_MAP_SCALE)
    {
      cairo_paint (self->cr);
      return;
    }
  paint_beyond (self);
  atlas_map_style_set_source (self->cr, self->palette->land);
  cairo_rectangle (self->cr, map.x0 * scale + self->offset_x, map.y0 * scale + self->offset_y,
                   (map.x1 - map.x0) * scale, (map.y1 - map.y0) * scale);
  cairo_fill (self->cr);
}

static void
paint_land (Painter *self, const char *const *highlights)
{
  const AtlasMapPalette *palette = self->palette;

  paint_ground (self);
  fill_areas (self, ATLAS_AREA_ABROAD, palette->abroad);
  fill_areas (self, ATLAS_AREA_SEA, palette->sea);
  fill_prefectures (self, highlights);
}

static void
paint_lines (Painter *self, const char *const *highlights)
{
  const AtlasMapPalette *palette = self->palette;

  if (self->zoom >= 5.5)
    stroke_lines (self, is_neighbour_line, palette->neighbour_line, 0.7);
  if (self->zoom >= 5.8)
    stroke_lines (self, is_county_line, palette->county_line, 0.9);
  stroke_lines (self, is_prefecture_line, palette->prefecture_line, 1.0);
  stroke_lines (self, is_outline, palette->outline_casing, 5.0);
  stroke_rivers (self);
  fill_lakes (self);
  stroke_lines (self, is_coast, palette->coast, 0.8);
  stroke_lines (self, is_other_province_line, palette->province_line, 1.0);
  stroke_lines (self, is_inland_outline, palette->outline, 1.3);
  stroke_national_border (self);
  stroke_lines (self, is_dash, palette->national_line, 2.0);
  if (highlights != NULL)
    stroke_highlights (self, highlights);
}

/**
 * atlas_map_painter_paint:
 * @cr: a context on any kind of surface
 * @base_map: the base map
 * @extent: which part of the Web Mercator square to draw
 * @width: the width of that part in units of @cr: pixels or points
 * @height: its height
 * @style: the map style
 * @highlights: (nullable) (array zero-terminated=1): the GB/T 2260 codes of the prefectures to
 *   highlight while the others are dimmed, or %NULL
 *
 * Draws the land without names, from the origin of @cr and clipped to @width and @height. The level
 * of detail depends on the scale of @cr. Adjacent tiles of one zoom fit together.
 *
 * May be called from several threads at once with the same @base_map.
 */
void
atlas_map_painter_paint (cairo_t *cr,
                         AtlasBaseMap *base_map,
                         const AtlasExtent *extent,
                         double width,
                         double height,
                         AtlasMapStyle style,
                         const char *const *highlights)
{
  g_autoptr (GArray) visible = NULL;
  Painter self = { 0 };
  double pixels_per_unit, margin;

  g_return_if_fail (cr != NULL && extent != NULL);
  g_return_if_fail (ATLAS_IS_BASE_MAP (base_map));
  g_return_if_fail (extent->x1 > extent->x0 && width > 0.0 && height > 0.0);

  visible = g_array_new (FALSE, FALSE, sizeof (const AtlasMapLine *));
  pixels_per_unit = width / (extent->x1 - extent->x0);
  margin = MARGIN / pixels_per_unit;

  self.cr = cr;
  self.map = base_map;
  self.palette = atlas_map_style_get_palette (style);
  self.zoom = log2 (pixels_per_unit / 256.0);
  self.level = _atlas_base_map_get_level (pixels_per_unit * get_device_scale (cr));
  self.scale = pixels_per_unit / ATLAS_BASE_MAP_SCALE;
  self.offset_x = -extent->x0 * pixels_per_unit;
  self.offset_y = -extent->y0 * pixels_per_unit;
  self.view = (AtlasMapBox) {
    to_step (extent->x0 - margin),
    to_step (extent->y0 - margin),
    to_step (extent->x1 + margin),
    to_step (extent->y1 + margin),
  };
  self.line_width = self.palette->line_width * CLAMP (0.8 + 0.12 * (self.zoom - 6.0), 0.7, 1.5);
  self.visible = visible;
  find_visible_lines (&self);
  if (highlights != NULL && !has_highlight (&self, highlights))
    highlights = NULL;

  cairo_save (cr);
  cairo_rectangle (cr, 0.0, 0.0, width, height);
  cairo_clip (cr);
  cairo_new_path (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  /* This mode has 16 steps of coverage instead of 255. It is twice as fast, and on such lines the
   * difference is not visible. */
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  paint_land (&self, highlights);
  paint_lines (&self, highlights);
  cairo_restore (cr);
}
