/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-picture.h"

#include <math.h>

#include "atlas-edge-arrows.h"
#include "atlas-home-extent.h"
#include "atlas-link-painter.h"
#include "atlas-map-labels.h"
#include "atlas-map-painter.h"
#include "atlas-map-text.h"
#include "atlas-scale-bar.h"
#include "atlas-svg-canvas.h"
#include "atlas-translation.h"

/*
 * Draws the map of a scope on paper: land, links of the scope, places of the links, names, scale
 * and north arrow.
 *
 * The drawing code uses pixels of a screen. On paper a pixel is a bit smaller than a point, so that
 * names have the size of the text of the page.
 */
#define POINTS_PER_PIXEL 0.66

/* The margin around the visible records, as a share of their size on each side, and the smallest
 * width, so that the surroundings are visible. */
#define MARGIN 0.14
#define MIN_WIDTH 0.0042 /* of the Web Mercator square: 120 km at the latitude of Changchun */

#define NAME_SIZE 12.5
#define SMALL_NAME_SIZE 11.0
#define DOT_RADIUS 3.4
#define NAME_GAP 3.0
#define EDGE 12.0
#define SCALE_LENGTH 120.0
#define ARROW_HEIGHT 20.0
#define ARROW_WIDTH 12.0
#define DIMMED 0.4

/* A place with a name, because a link ends there or it is a subject of the page. */
typedef struct
{
  AtlasPlace *place;
  AtlasPoint at; /* in the Web Mercator square */
  guint rank;
} Dot;

typedef struct
{
  const AtlasFacts *facts;
  AtlasBaseMap *base_map;
  AtlasLinkGeometry *geometry;
  GArray *dots; /* of Dot */
  AtlasExtent extent;
  AtlasLinkView view;
  double width; /* in pixels */
  double height;
  GArray *occupied; /* of AtlasExtent, in pixels */
} Picture;

/* What is on it ------------------------------------------------------------------------------- */

static gboolean
is_same_point (AtlasPoint a, AtlasPoint b)
{
  return fabs (a.x - b.x) < 1e-9 && fabs (a.y - b.y) < 1e-9;
}

static gboolean
ends_at (const AtlasLinkCurve *curve, AtlasPlace *place)
{
  const AtlasPoint at = atlas_projection_of_place (place);

  return is_same_point (curve->points[0], at) ||
         is_same_point (curve->points[curve->n_points - 1], at);
}

static void
add_dot (Picture *self, AtlasPlace *place, guint rank)
{
  const Dot dot = { place, atlas_projection_of_place (place), rank };

  for (guint i = 0; i < self->dots->len; i++)
    {
      Dot *other = &g_array_index (self->dots, Dot, i);

      if (other->place == place)
        {
          other->rank = MIN (other->rank, rank);
          return;
        }
    }
  g_array_append_val (self->dots, dot);
}

/* A curve ends at a place or, when links are gathered, at its city. */
static void
add_dots_of_curve (Picture *self, const AtlasLinkCurve *curve)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts->scope);

  for (guint i = 0; i < curve->links->len; i++)
    {
      g_autoptr (GPtrArray) ends =
        atlas_link_dup_ends (g_ptr_array_index (curve->links, i), dataset);

      for (guint j = 0; j < ends->len; j++)
        {
          AtlasPlace *end = ends->pdata[j];
          AtlasPlace *city = atlas_place_get_city (end, dataset);

          if (city != NULL && ends_at (curve, city))
            add_dot (self, city, 1);
          else if (curve->is_outline || ends_at (curve, end))
            add_dot (self, end, 2);
        }
    }
}

static void
add_dots_of_subject (Picture *self, AtlasRecord *subject)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts->scope);
  const AtlasRecords places = atlas_dataset_get_references (dataset, subject, ATLAS_ROLE_PLACES);

  if (ATLAS_IS_PLACE (subject))
    add_dot (self, ATLAS_PLACE (subject), 0);
  else if (!ATLAS_IS_LINK (subject))
    for (guint i = 0; i < places.len; i++)
      {
        AtlasPlace *place = ATLAS_PLACE (atlas_records_get (&places, i));

        if (atlas_place_get_kind (place) != ATLAS_PLACE_KIND_PROVINCE)
          add_dot (self, place, 1);
      }
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return (int) ((const Dot *) a)->rank - (int) ((const Dot *) b)->rank;
}

/* The part of the square ---------------------------------------------------------------------- */

/* Extends by the area of @subject; FALSE if it is not a place with an area. */
static gboolean
widen_to_area (Picture *self, AtlasExtent *extent, AtlasRecord *subject)
{
  const char *code = ATLAS_IS_PLACE (subject) ? atlas_place_get_code (ATLAS_PLACE (subject)) : NULL;
  AtlasExtent area;

  if (code == NULL || !atlas_base_map_get_area_extent (self->base_map, code, &area))
    return FALSE;
  atlas_extent_include (extent, &area);
  return TRUE;
}

/* Extends by the links at any time, so that the maps of all moments show the same area. */
static void
include_other_times (Picture *self, AtlasExtent *extent)
{
  const AtlasFacts *facts = self->facts;
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  g_autoptr (AtlasFilter) filter = NULL;
  g_autoptr (GPtrArray) links = NULL;
  AtlasLinkGeometry *geometry;

  if (facts->filter == NULL || !atlas_filter_has_time (facts->filter))
    return;
  filter = atlas_filter_copy (facts->filter);
  atlas_filter_set_time (filter, NULL, NULL);
  links = atlas_shown_list_links (facts->scope, filter, ATLAS_SHOWN_PART_ALL);
  geometry = atlas_link_geometry_new (dataset, links, filter, facts->scope, FALSE);
  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    atlas_extent_include (extent, &atlas_link_geometry_get_curve (geometry, i)->bounds);
  atlas_link_geometry_unref (geometry);
}

/* Computes the extent of the places, of the links and of the areas of the subjects. */
static AtlasExtent
find_extent (Picture *self)
{
  AtlasRecord *subject = atlas_scope_get_subject (self->facts->scope);
  AtlasExtent extent = ATLAS_EXTENT_EMPTY;
  AtlasExtent home;
  gboolean has_area;

  for (guint i = 0; i < self->dots->len; i++)
    {
      const AtlasPoint at = g_array_index (self->dots, Dot, i).at;

      atlas_extent_include (&extent, &(AtlasExtent) { at.x, at.y, at.x, at.y });
    }
  for (guint i = 0; i < atlas_link_geometry_get_n_curves (self->geometry); i++)
    atlas_extent_include (&extent, &atlas_link_geometry_get_curve (self->geometry, i)->bounds);
  include_other_times (self, &extent);
  if (subject == NULL || extent.x0 > extent.x1)
    {
      /* The whole province, or the extent of the dataset, and links to places outside. */
      atlas_home_extent_find (self->base_map, atlas_scope_get_dataset (self->facts->scope), &home);
      atlas_extent_include (&extent, &home);
      atlas_extent_pad (&extent, 0.02, MIN_WIDTH);
      return extent;
    }
  has_area = widen_to_area (self, &extent, subject);
  if (widen_to_area (self, &extent, atlas_scope_get_other (self->facts->scope)))
    has_area = TRUE;
  atlas_extent_pad (&extent, has_area ? 0.05 : MARGIN, MIN_WIDTH);
  return extent;
}

/* Moves @extent into the base map as far as possible. An extent that is outside or larger does not
 * move. */
static AtlasExtent
keep_on_map (AtlasExtent extent, const AtlasExtent *map)
{
  const double x = (extent.x0 + extent.x1) / 2, y = (extent.y0 + extent.y1) / 2;
  const double dx = MAX (0, map->x0 - extent.x0) - MAX (0, extent.x1 - map->x1);
  const double dy = MAX (0, map->y0 - extent.y0) - MAX (0, extent.y1 - map->y1);

  if (x < map->x0 || x > map->x1 || y < map->y0 || y > map->y1)
    return extent;
  return (AtlasExtent) { extent.x0 + dx, extent.y0 + dy, extent.x1 + dx, extent.y1 + dy };
}

static void
init_picture (Picture *self,
              const AtlasFacts *facts,
              AtlasBaseMap *base_map,
              const AtlasExtent *extent)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  AtlasRecord *subject = atlas_scope_get_subject (facts->scope);
  g_autoptr (GPtrArray) links = atlas_shown_list_links (facts->scope, facts->filter, facts->part);

  *self = (Picture) {
    .facts = facts,
    .base_map = base_map,
    .geometry = atlas_link_geometry_new (dataset, links, facts->filter, facts->scope, FALSE),
    .dots = g_array_new (FALSE, FALSE, sizeof (Dot)),
    .occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent)),
  };
  for (guint i = 0; i < atlas_link_geometry_get_n_curves (self->geometry); i++)
    add_dots_of_curve (self, atlas_link_geometry_get_curve (self->geometry, i));
  if (subject != NULL)
    add_dots_of_subject (self, subject);
  if (ATLAS_IS_PLACE (atlas_scope_get_other (facts->scope)))
    add_dot (self, ATLAS_PLACE (atlas_scope_get_other (facts->scope)), 0);
  g_array_sort (self->dots, compare_ranks);
  self->extent = extent != NULL ? *extent : find_extent (self);
}

static void
clear_picture (Picture *self)
{
  atlas_link_geometry_unref (self->geometry);
  g_array_unref (self->dots);
  g_array_unref (self->occupied);
}

static void
place_view (Picture *self, double width, double height)
{
  const AtlasExtent map = atlas_base_map_get_extent (self->base_map);
  const AtlasExtent fitted = atlas_extent_fit (&self->extent, width, height);

  self->width = width;
  self->height = height;
  self->extent = keep_on_map (fitted, &map);
  self->view = (AtlasLinkView) {
    .origin = { self->extent.x0, self->extent.y0 },
    .pixels_per_unit = width / (self->extent.x1 - self->extent.x0),
    .style = ATLAS_STYLE_PRINT,
  };
}

/* Drawing ------------------------------------------------------------------------------------- */

static void
occupy (Picture *self, double x0, double y0, double x1, double y1)
{
  const AtlasExtent box = { x0, y0, x1, y1 };

  g_array_append_val (self->occupied, box);
}

static gboolean
is_free (Picture *self, const AtlasExtent *box)
{
  if (box->x0 < 2 || box->y0 < 2 || box->x1 > self->width - 2 || box->y1 > self->height - 2)
    return FALSE;
  return atlas_extent_is_free (box, self->occupied, 0);
}

/* Keeps names and numbers away from the dots. */
static void
occupy_dots (Picture *self)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      const AtlasPoint at =
        atlas_link_view_project (&self->view, g_array_index (self->dots, Dot, i).at);

      occupy (self, at.x - DOT_RADIUS, at.y - DOT_RADIUS, at.x + DOT_RADIUS, at.y + DOT_RADIUS);
    }
}

static void
draw_dot (cairo_t *cr, const AtlasMapPalette *palette, AtlasPoint at, guint rank)
{
  cairo_new_path (cr);
  cairo_arc (cr, at.x, at.y, rank < 2 ? DOT_RADIUS : DOT_RADIUS * 0.75, 0, 2 * G_PI);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  atlas_map_style_set_source (cr, palette->text);
  cairo_set_line_width (cr, rank == 0 ? 2.4 : 1.4);
  cairo_stroke (cr);
}

/* The name from the base map, which is the short form without 市, if there is one. */
static const char *
get_map_name (Picture *self, AtlasPlace *place)
{
  const char *code = atlas_place_get_code (place);
  const char *name = code != NULL
                       ? atlas_base_map_get_area_name (self->base_map, code, self->facts->language)
                       : NULL;

  return name != NULL ? name : atlas_record_get_name (ATLAS_RECORD (place), self->facts->language);
}

/* Draws the name right of the dot if there is room, else left, below or above. */
static void
draw_name (Picture *self, cairo_t *cr, PangoContext *context, const Dot *dot)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (ATLAS_STYLE_PRINT);
  const AtlasPoint at = atlas_link_view_project (&self->view, dot->at);
  const double reach = DOT_RADIUS + NAME_GAP;
  g_autoptr (PangoLayout) name =
    atlas_map_text_create_layout (context, get_map_name (self, dot->place),
                                  dot->rank < 2 ? NAME_SIZE : SMALL_NAME_SIZE,
                                  dot->rank < 2 ? ATLAS_MAP_TEXT_BOLD : (AtlasMapTextFlags) 0);
  double width, height;

  atlas_map_text_get_size (name, &width, &height);
  {
    const AtlasPoint places[] = {
      { at.x + reach, at.y - height / 2 },    { at.x - reach - width, at.y - height / 2 },
      { at.x - width / 2, at.y + reach - 2 }, { at.x - width / 2, at.y - reach - height + 2 },
      { at.x + reach - 2, at.y + 1 },         { at.x + reach - 2, at.y - height - 1 },
      { at.x - reach - width + 2, at.y + 1 }, { at.x - reach - width + 2, at.y - height - 1 },
    };

    for (guint i = 0; i < G_N_ELEMENTS (places); i++)
      {
        /* The white space above and below the letters may overlap with other boxes. */
        const AtlasExtent box = { places[i].x, places[i].y + height * 0.15, places[i].x + width,
                                  places[i].y + height * 0.85 };

        if (!is_free (self, &box))
          continue;
        cairo_move_to (cr, places[i].x, places[i].y);
        atlas_map_text_draw (cr, name, palette->text, palette->halo);
        g_array_append_val (self->occupied, box);
        return;
      }
  }
}

static gboolean
is_dimmed (Picture *self, const Dot *dot)
{
  return !atlas_scope_lights (self->facts->scope, ATLAS_RECORD (dot->place));
}

/* In a comparison, places of only one subject are as pale as its lines. */
static void
begin_dot (Picture *self, cairo_t *cr, const Dot *dot)
{
  g_autoptr (GString) id = g_string_new (NULL);

  atlas_svg_append_id (id, atlas_record_get_id (ATLAS_RECORD (dot->place)));
  atlas_svg_canvas_begin_part (cr, "place", id->str);
  if (is_dimmed (self, dot))
    atlas_svg_canvas_push_group (cr);
}

static void
end_dot (Picture *self, cairo_t *cr, const Dot *dot)
{
  if (is_dimmed (self, dot))
    atlas_svg_canvas_pop_group (cr, DIMMED);
  atlas_svg_canvas_end_part (cr);
}

static void
draw_dots (Picture *self, cairo_t *cr)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (ATLAS_STYLE_PRINT);
  PangoContext *context = atlas_map_text_create_context (self->facts->language);

  for (guint i = 0; i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);

      begin_dot (self, cr, dot);
      draw_dot (cr, palette, atlas_link_view_project (&self->view, dot->at), dot->rank);
      end_dot (self, cr, dot);
    }
  for (guint i = 0; i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);

      begin_dot (self, cr, dot);
      draw_name (self, cr, context, dot);
      end_dot (self, cr, dot);
    }
  g_object_unref (context);
}

/* Draws the names of the land where links and places leave room. */
static void
draw_labels (Picture *self, cairo_t *cr)
{
  g_autoptr (GPtrArray) without = g_ptr_array_new ();
  g_autoptr (AtlasMapLabels) labels = NULL;
  AtlasMapLabelsRequest request = {
    .extent = self->extent,
    .width = self->width,
    .height = self->height,
    .style = ATLAS_STYLE_PRINT,
    .language = self->facts->language,
    .kinds = ATLAS_LABELS_ALL,
  };

  for (guint i = 0; i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);
      const char *code = atlas_place_get_code (dot->place);

      /* Avoid a second name of a city on the map if the dataset does not state its code. */
      if (code == NULL && atlas_place_get_kind (dot->place) == ATLAS_PLACE_KIND_PREFECTURE)
        code = atlas_base_map_get_town_code (self->base_map, dot->at.x, dot->at.y);
      if (code != NULL)
        g_ptr_array_add (without, (gpointer) code);
    }
  g_ptr_array_add (without, NULL);
  request.obstacles = (const void *) self->occupied->data;
  request.n_obstacles = self->occupied->len;
  request.without = (const char *const *) without->pdata;
  labels = atlas_map_labels_new (self->base_map, &request);
  atlas_map_labels_draw (labels, cr);
}

/* Places arrows to partners outside the extent, which is limited to the base map. */
static GPtrArray *
place_arrows (Picture *self)
{
  g_autoptr (GPtrArray) ends = atlas_edge_arrows_list_ends (self->geometry, self->facts->scope);
  PangoContext *context = atlas_map_text_create_context (self->facts->language);
  const AtlasEdgeArrowsRequest request = {
    .extent = self->extent,
    .width = self->width,
    .height = self->height,
    .obstacles = (const void *) self->occupied->data,
    .n_obstacles = self->occupied->len,
    .context = context,
    .font_size = SMALL_NAME_SIZE,
    .language = self->facts->language,
  };
  GPtrArray *arrows = atlas_edge_arrows_place (ends, &request);

  for (guint i = 0; i < arrows->len; i++)
    g_array_append_val (self->occupied, ((AtlasEdgeArrow *) arrows->pdata[i])->box);
  g_object_unref (context);
  return arrows;
}

static void
draw_scale (Picture *self, cairo_t *cr)
{
  const double latitude = atlas_projection_latitude ((self->extent.y0 + self->extent.y1) / 2);
  const double metres_per_pixel =
    atlas_projection_metres_per_unit (latitude) / self->view.pixels_per_unit;

  atlas_scale_bar_draw (cr, self->width - EDGE, self->height - EDGE, SCALE_LENGTH, metres_per_pixel,
                        ATLAS_STYLE_PRINT, self->facts->language);
}

static void
draw_north (Picture *self, cairo_t *cr)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (ATLAS_STYLE_PRINT);
  PangoContext *context = atlas_map_text_create_context (self->facts->language);
  /* Translators: north, above the arrow on a map. */
  g_autoptr (PangoLayout) letter =
    atlas_map_text_create_layout (context,
                                  atlas_translate_context (self->facts->language, "map", "N"),
                                  SMALL_NAME_SIZE, ATLAS_MAP_TEXT_BOLD);
  const double x = self->width - EDGE - ARROW_WIDTH / 2;
  double width, height, y = EDGE - 4;

  g_object_unref (context);
  atlas_map_text_get_size (letter, &width, &height);
  cairo_move_to (cr, x - width / 2, y);
  atlas_map_text_draw (cr, letter, palette->text, palette->halo);
  y += height;
  cairo_new_path (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + ARROW_WIDTH / 2, y + ARROW_HEIGHT);
  cairo_line_to (cr, x, y + ARROW_HEIGHT * 0.75);
  cairo_line_to (cr, x - ARROW_WIDTH / 2, y + ARROW_HEIGHT);
  cairo_close_path (cr);
  atlas_map_style_set_source (cr, palette->text);
  cairo_fill (cr);
}

/**
 * atlas_map_picture_get_aspect:
 * @facts: the facts of the page
 * @base_map: the base map
 * @extent: (nullable): the part of the map to show, or %NULL for the whole scope
 *
 * Returns: the aspect ratio of the map: width divided by height
 */
double
atlas_map_picture_get_aspect (const AtlasFacts *facts,
                              AtlasBaseMap *base_map,
                              const AtlasExtent *extent)
{
  Picture self;
  double aspect;

  init_picture (&self, facts, base_map, extent);
  aspect = (self.extent.x1 - self.extent.x0) / (self.extent.y1 - self.extent.y0);
  clear_picture (&self);
  return aspect;
}

/**
 * atlas_map_picture_draw:
 * @cr: a context on any kind of surface
 * @facts: the facts of the page
 * @base_map: the base map
 * @extent: (nullable): the part of the map that must be visible, or %NULL for the whole scope
 * @width: the width of the map, in points
 * @height: its height
 *
 * Draws the map of the scope, from the origin of @cr and clipped to @width and @height.
 */
void
atlas_map_picture_draw (cairo_t *cr,
                        const AtlasFacts *facts,
                        AtlasBaseMap *base_map,
                        const AtlasExtent *extent,
                        double width,
                        double height)
{
  g_auto (GStrv) highlights = atlas_scope_dup_prefectures (facts->scope);
  g_autoptr (GPtrArray) arrows = NULL;
  Picture self;

  init_picture (&self, facts, base_map, extent);
  place_view (&self, width / POINTS_PER_PIXEL, height / POINTS_PER_PIXEL);
  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  atlas_svg_canvas_begin_part (cr, "land", NULL);
  atlas_map_painter_paint (cr, base_map, &self.extent, self.width, self.height, ATLAS_STYLE_PRINT,
                           (const char *const *) highlights);
  atlas_svg_canvas_end_part (cr);
  /* Reserve the corners for the scale and the north arrow. */
  occupy (&self, self.width - 2 * EDGE - SCALE_LENGTH, self.height - 3 * EDGE, self.width,
          self.height);
  occupy (&self, self.width - 2 * EDGE - ARROW_WIDTH, 0, self.width, 4 * EDGE);
  occupy_dots (&self);
  arrows = place_arrows (&self);
  atlas_link_painter_paint (cr, &self.view, self.geometry, facts->scope, self.occupied);
  draw_dots (&self, cr);
  draw_labels (&self, cr);
  for (guint i = 0; i < arrows->len; i++)
    atlas_edge_arrow_paint (cr, arrows->pdata[i], ATLAS_STYLE_PRINT, FALSE);
  draw_scale (&self, cr);
  draw_north (&self, cr);
  cairo_restore (cr);
  clear_picture (&self);
}

/**
 * atlas_map_picture_count_group:
 * @facts: the facts of the page
 * @group: a group of links
 * @n_undated: (out): return location for the number of those that are undated, and so drawn paler
 *
 * Returns: the number of links of @group on the map
 */
guint
atlas_map_picture_count_group (const AtlasFacts *facts, AtlasLinkGroup group, guint *n_undated)
{
  g_autoptr (GPtrArray) links = atlas_shown_list_links (facts->scope, facts->filter, facts->part);
  guint n_links = 0;

  *n_undated = 0;
  for (guint i = 0; i < links->len; i++)
    if (atlas_link_get_group (links->pdata[i]) == group)
      {
        n_links++;
        *n_undated += atlas_facts_is_in_doubt (facts, links->pdata[i]);
      }
  return n_links;
}
