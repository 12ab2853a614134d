/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-edge-arrows.h"

#include <math.h>

#include "atlas-format.h"
#include "atlas-map-text.h"
#include "atlas-translation.h"

/* Arrows at the edge of a view that point to ends of links outside the view. Listing the ends
 * depends on links and scope; placing the arrows depends on the view. */

#define EDGE_GAP 6.0
#define ARROW_GAP 4.0
#define PADDING 5.0
#define HEAD 10.0
#define HEAD_GAP 5.0
#define MAX_TEXT_WIDTH 190.0
#define STEP 6.0

/* The number of ends that are tried: each failed attempt searches the whole edge. */
#define MAX_TRIES 24

/* An end of links, and the place at the other end that is visible and nearest. */
typedef struct
{
  AtlasPlace *place;
  GPtrArray *partners; /* of AtlasPlace */
  AtlasPlace *partner; /* one of @partners */
  double km;           /* the distance between the two */
} End;

static void
free_end (gpointer data)
{
  End *end = data;

  g_object_unref (end->place);
  g_ptr_array_unref (end->partners);
  g_free (end);
}

static void
free_arrow (gpointer data)
{
  AtlasEdgeArrow *arrow = data;

  g_ptr_array_unref (arrow->places);
  g_free (arrow->text);
  g_free (arrow->spoken);
  g_clear_object (&arrow->layout);
  g_free (arrow);
}

static gboolean
ends_at (const AtlasLinkCurve *curve, AtlasPlace *place)
{
  const AtlasPoint at = atlas_projection_of_place (place);
  const AtlasPoint *last = &curve->points[curve->n_points - 1];

  return (fabs (curve->points[0].x - at.x) < 1e-9 && fabs (curve->points[0].y - at.y) < 1e-9) ||
         (fabs (last->x - at.x) < 1e-9 && fabs (last->y - at.y) < 1e-9);
}

static double
measure_km (AtlasPlace *from, AtlasPlace *to)
{
  return atlas_projection_distance (atlas_place_get_latitude (from),
                                    atlas_place_get_longitude (from), atlas_place_get_latitude (to),
                                    atlas_place_get_longitude (to));
}

static void
add_end (GHashTable *ends, AtlasPlace *place, AtlasPlace *partner)
{
  End *end = g_hash_table_lookup (ends, place);

  if (place == partner)
    return;
  if (end == NULL)
    {
      end = g_new0 (End, 1);
      end->place = g_object_ref (place);
      end->partners = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (ends, place, end);
    }
  if (!g_ptr_array_find (end->partners, partner, NULL))
    g_ptr_array_add (end->partners, g_object_ref (partner));
}

/* When links are gathered at a city, use the city instead of the places in it. */
static void
add_ends (GHashTable *ends, AtlasDataset *dataset, const AtlasLinkCurve *curve, AtlasLink *link)
{
  g_autoptr (GPtrArray) places = atlas_link_dup_ends (link, dataset);

  for (guint i = 0; i < places->len; i++)
    {
      AtlasPlace *city = atlas_place_get_city (places->pdata[i], dataset);

      if (!curve->is_outline && city != NULL && city != places->pdata[i] && ends_at (curve, city))
        places->pdata[i] = city;
    }
  for (guint i = 0; i < places->len; i++)
    for (guint j = 0; j < places->len; j++)
      add_end (ends, places->pdata[i], places->pdata[j]);
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const End *one = *(const End *const *) a, *other = *(const End *const *) b;

  if (one->km != other->km)
    return one->km < other->km ? -1 : 1;
  return g_strcmp0 (atlas_record_get_id (ATLAS_RECORD (one->place)),
                    atlas_record_get_id (ATLAS_RECORD (other->place)));
}

/**
 * atlas_edge_arrows_list_ends:
 * @geometry: the lines of a map
 * @scope: (nullable): the current scope
 *
 * Lists the ends of all links that are drawn in full: those in the scope, or all in the scope of
 * the province.
 *
 * Returns: (transfer full): the ends, without duplicates, for [func@Atlas.edge_arrows_place]
 */
GPtrArray *
atlas_edge_arrows_list_ends (AtlasLinkGeometry *geometry, AtlasScope *scope)
{
  AtlasDataset *dataset = atlas_link_geometry_get_dataset (geometry);
  g_autoptr (GHashTable) ends = g_hash_table_new_full (NULL, NULL, NULL, free_end);
  const gboolean is_all =
    scope == NULL || atlas_scope_get_kind (scope) == ATLAS_SCOPE_KIND_PROVINCE;
  GPtrArray *list = g_ptr_array_new_with_free_func (free_end);
  GHashTableIter iter;
  gpointer end;

  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i);

      for (guint j = 0; j < curve->links->len; j++)
        if (is_all || atlas_scope_lights (scope, curve->links->pdata[j]))
          add_ends (ends, dataset, curve, curve->links->pdata[j]);
    }
  g_hash_table_iter_init (&iter, ends);
  while (g_hash_table_iter_next (&iter, NULL, &end))
    {
      g_hash_table_iter_steal (&iter);
      g_ptr_array_add (list, end);
    }
  return list;
}

/* Words ---------------------------------------------------------------------------------------- */

/* The initial direction of the shortest way from @from to @to. */
static const char *
get_direction (AtlasPlace *from, AtlasPlace *to, AtlasLanguage language)
{
  const double radians = G_PI / 180;
  const double latitude1 = atlas_place_get_latitude (from) * radians;
  const double latitude2 = atlas_place_get_latitude (to) * radians;
  const double across =
    (atlas_place_get_longitude (to) - atlas_place_get_longitude (from)) * radians;
  const double bearing =
    atan2 (sin (across) * cos (latitude2),
           cos (latitude1) * sin (latitude2) - sin (latitude1) * cos (latitude2) * cos (across));

  switch (((int) lround (bearing / (G_PI / 4)) + 8) % 8)
    {
    case 0:
      return atlas_translate_context (language, "direction", "north");
    case 1:
      return atlas_translate_context (language, "direction", "northeast");
    case 2:
      return atlas_translate_context (language, "direction", "east");
    case 3:
      return atlas_translate_context (language, "direction", "southeast");
    case 4:
      return atlas_translate_context (language, "direction", "south");
    case 5:
      return atlas_translate_context (language, "direction", "southwest");
    case 6:
      return atlas_translate_context (language, "direction", "west");
    default:
      return atlas_translate_context (language, "direction", "northwest");
    }
}

static char *
speak (const End *end, AtlasLanguage language)
{
  g_autofree char *distance = atlas_format_distance (end->km, language);

  /* Translators: an arrow at the edge of the map: a place, a distance and a direction, such as
   * "Hangzhou, 1,580 km to the south". */
  return g_strdup_printf (atlas_translate (language, "%1$s, %2$s to the %3$s"),
                          atlas_record_get_name (ATLAS_RECORD (end->place), language), distance,
                          get_direction (end->partner, end->place, language));
}

static void
set_text (AtlasEdgeArrow *arrow, const AtlasEdgeArrowsRequest *request)
{
  g_autofree char *more =
    arrow->places->len > 1 ? g_strdup_printf ("  +%u", arrow->places->len - 1) : g_strdup ("");
  g_autofree char *text = g_strconcat (arrow->text, more, NULL);

  g_clear_object (&arrow->layout);
  arrow->layout =
    atlas_map_text_create_layout (request->context, text, request->font_size, ATLAS_MAP_TEXT_BOLD);
  pango_layout_set_single_paragraph_mode (arrow->layout, TRUE);
}

static AtlasEdgeArrow *
create_arrow (const End *end, const AtlasEdgeArrowsRequest *request)
{
  AtlasEdgeArrow *arrow = g_new0 (AtlasEdgeArrow, 1);
  g_autofree char *distance = atlas_format_distance (end->km, request->language);

  arrow->places = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (arrow->places, g_object_ref (end->place));
  arrow->text = g_strconcat (atlas_record_get_name (ATLAS_RECORD (end->place), request->language),
                             "  ", distance, NULL);
  arrow->spoken = speak (end, request->language);
  set_text (arrow, request);
  return arrow;
}

/* Places --------------------------------------------------------------------------------------- */

static AtlasPoint
project (const AtlasEdgeArrowsRequest *request, AtlasPlace *place)
{
  const AtlasPoint at = atlas_projection_of_place (place);
  const AtlasExtent *extent = &request->extent;

  return (AtlasPoint) { (at.x - extent->x0) / (extent->x1 - extent->x0) * request->width,
                        (at.y - extent->y0) / (extent->y1 - extent->y0) * request->height };
}

static gboolean
is_visible (const AtlasEdgeArrowsRequest *request, AtlasPlace *place)
{
  const AtlasPoint at = project (request, place);

  return at.x >= 0 && at.y >= 0 && at.x <= request->width && at.y <= request->height;
}

/* Chooses the partner nearest to @end; with @is_visible_only, only among the visible ones. */
static gboolean
choose_partner (End *end, const AtlasEdgeArrowsRequest *request, gboolean is_visible_only)
{
  end->partner = NULL;
  for (guint i = 0; i < end->partners->len; i++)
    {
      AtlasPlace *partner = end->partners->pdata[i];
      double km;

      if (is_visible_only && !is_visible (request, partner))
        continue;
      km = measure_km (partner, end->place);
      if (end->partner == NULL || km < end->km)
        {
          end->partner = partner;
          end->km = km;
        }
    }
  return end->partner != NULL;
}

/* The ends that get an arrow, the nearest first. When no end is visible, all ends. */
static GPtrArray *
choose_ends (GPtrArray *ends, const AtlasEdgeArrowsRequest *request)
{
  GPtrArray *chosen = g_ptr_array_new ();
  gboolean is_any_visible = FALSE;

  for (guint i = 0; i < ends->len && !is_any_visible; i++)
    is_any_visible = is_visible (request, ((End *) ends->pdata[i])->place);
  for (guint i = 0; i < ends->len; i++)
    if (!is_visible (request, ((End *) ends->pdata[i])->place) &&
        choose_partner (ends->pdata[i], request, is_any_visible))
      g_ptr_array_add (chosen, ends->pdata[i]);
  g_ptr_array_sort (chosen, compare_ends);
  return chosen;
}

/* The point where the straight line from @from, which is visible, to @to leaves the view. */
static AtlasPoint
find_exit (const AtlasEdgeArrowsRequest *request, AtlasPoint from, AtlasPoint to)
{
  double share = 1;

  if (to.x < 0)
    share = MIN (share, from.x / (from.x - to.x));
  if (to.x > request->width)
    share = MIN (share, (request->width - from.x) / (to.x - from.x));
  if (to.y < 0)
    share = MIN (share, from.y / (from.y - to.y));
  if (to.y > request->height)
    share = MIN (share, (request->height - from.y) / (to.y - from.y));
  return (AtlasPoint) { from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share };
}

static double
get_length (const AtlasExtent *track)
{
  return 2 * (track->x1 - track->x0 + track->y1 - track->y0);
}

/* The point at @at pixels along @track, clockwise from its upper left corner. */
static AtlasPoint
get_track_point (const AtlasExtent *track, double at)
{
  const double width = track->x1 - track->x0, height = track->y1 - track->y0;

  at = fmod (at + 2 * get_length (track), get_length (track));
  if (at < width)
    return (AtlasPoint) { track->x0 + at, track->y0 };
  if (at < width + height)
    return (AtlasPoint) { track->x1, track->y0 + at - width };
  if (at < 2 * width + height)
    return (AtlasPoint) { track->x1 - (at - width - height), track->y1 };
  return (AtlasPoint) { track->x0, track->y1 - (at - 2 * width - height) };
}

/* How far along @track the point of it nearest to @exit lies. */
static double
find_on_track (const AtlasExtent *track, AtlasPoint exit)
{
  const double width = track->x1 - track->x0, height = track->y1 - track->y0;
  const double x = CLAMP (exit.x, track->x0, track->x1) - track->x0;
  const double y = CLAMP (exit.y, track->y0, track->y1) - track->y0;
  const double sides[] = { y, width - x, height - y, x };
  const double places[] = { x, width + y, 2 * width + height - x, 2 * width + 2 * height - y };
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (sides); i++)
    if (sides[i] < sides[best])
      best = i;
  return places[best];
}

/* Places @arrow at the edge, as near to @exit as there is free room, which it then occupies. */
static gboolean
place_at_edge (AtlasEdgeArrow *arrow,
               AtlasPoint exit,
               GArray *occupied,
               const AtlasEdgeArrowsRequest *request)
{
  double width, height, start;
  AtlasExtent track;

  atlas_map_text_get_size (arrow->layout, &width, &height);
  if (width > MAX_TEXT_WIDTH)
    {
      pango_layout_set_width (arrow->layout, (int) (MAX_TEXT_WIDTH * PANGO_SCALE));
      pango_layout_set_ellipsize (arrow->layout, PANGO_ELLIPSIZE_MIDDLE);
      width = MAX_TEXT_WIDTH;
    }
  width += HEAD + HEAD_GAP + 2 * PADDING;
  height += PADDING;
  track = (AtlasExtent) { EDGE_GAP + width / 2, EDGE_GAP + height / 2,
                          request->width - EDGE_GAP - width / 2,
                          request->height - EDGE_GAP - height / 2 };
  if (track.x0 >= track.x1 || track.y0 >= track.y1)
    return FALSE;
  start = find_on_track (&track, exit);
  for (double aside = 0; aside <= get_length (&track) / 2; aside += STEP)
    for (int side = -1; side <= 1; side += 2)
      {
        const AtlasPoint at = get_track_point (&track, start + side * aside);
        const AtlasExtent box = { at.x - width / 2, at.y - height / 2, at.x + width / 2,
                                  at.y + height / 2 };

        if (!atlas_extent_is_free (&box, occupied, ARROW_GAP))
          continue;
        arrow->box = box;
        g_array_append_val (occupied, box);
        return TRUE;
      }
  return FALSE;
}

/* Adds @end to the nearest arrow. */
static void
join_nearest (const End *end,
              AtlasPoint exit,
              GPtrArray *arrows,
              const AtlasEdgeArrowsRequest *request)
{
  AtlasEdgeArrow *best = NULL;
  double least = G_MAXDOUBLE;
  g_autofree char *spoken = speak (end, request->language);
  char *both;

  for (guint i = 0; i < arrows->len; i++)
    {
      AtlasEdgeArrow *arrow = arrows->pdata[i];
      const double distance = hypot ((arrow->box.x0 + arrow->box.x1) / 2 - exit.x,
                                     (arrow->box.y0 + arrow->box.y1) / 2 - exit.y);

      if (distance < least)
        {
          least = distance;
          best = arrow;
        }
    }
  if (best == NULL)
    return;
  g_ptr_array_add (best->places, g_object_ref (end->place));
  both = g_strconcat (best->spoken, "; ", spoken, NULL);
  g_free (best->spoken);
  best->spoken = both;
}

static AtlasPoint
find_end_exit (const End *end, const AtlasEdgeArrowsRequest *request)
{
  const AtlasPoint middle = { request->width / 2, request->height / 2 };

  return find_exit (request,
                    is_visible (request, end->partner) ? project (request, end->partner) : middle,
                    project (request, end->place));
}

/* Shorten the text: the number of joined places must fit into the box that is already placed. */
static void
finish (GPtrArray *arrows, const AtlasEdgeArrowsRequest *request)
{
  for (guint i = 0; i < arrows->len; i++)
    {
      AtlasEdgeArrow *arrow = arrows->pdata[i];
      const double room = arrow->box.x1 - arrow->box.x0 - HEAD - HEAD_GAP - 2 * PADDING;

      if (arrow->places->len < 2)
        continue;
      set_text (arrow, request);
      pango_layout_set_ellipsize (arrow->layout, PANGO_ELLIPSIZE_MIDDLE);
      pango_layout_set_width (arrow->layout, (int) (room * PANGO_SCALE));
    }
}

/**
 * atlas_edge_arrows_place:
 * @ends: from [func@Atlas.edge_arrows_list_ends]
 * @request: the view
 *
 * Places arrows for the ends outside the view. An end whose partner is outside the view too gets no
 * arrow, unless no end at all is visible. The nearest ends get their own arrows while there is
 * room; the others join the nearest arrow.
 *
 * Returns: (transfer full) (element-type AtlasEdgeArrow): at most %ATLAS_MAX_EDGE_ARROWS arrows
 */
GPtrArray *
atlas_edge_arrows_place (GPtrArray *ends, const AtlasEdgeArrowsRequest *request)
{
  GPtrArray *arrows = g_ptr_array_new_with_free_func (free_arrow);
  g_autoptr (GPtrArray) chosen = choose_ends (ends, request);
  g_autoptr (GArray) occupied = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  guint n_tries = 0;

  g_array_append_vals (occupied, request->obstacles, request->n_obstacles);
  for (guint i = 0; i < chosen->len; i++)
    {
      const End *end = chosen->pdata[i];
      const AtlasPoint exit = find_end_exit (end, request);
      AtlasEdgeArrow *arrow;
      AtlasPoint at;

      if (arrows->len == ATLAS_MAX_EDGE_ARROWS || n_tries++ >= MAX_TRIES)
        {
          join_nearest (end, exit, arrows, request);
          continue;
        }
      arrow = create_arrow (end, request);
      if (!place_at_edge (arrow, exit, occupied, request))
        {
          free_arrow (arrow);
          join_nearest (end, exit, arrows, request);
          continue;
        }
      at = project (request, end->place);
      arrow->angle = atan2 (at.y - (arrow->box.y0 + arrow->box.y1) / 2,
                            at.x - (arrow->box.x0 + arrow->box.x1) / 2);
      g_ptr_array_add (arrows, arrow);
    }
  finish (arrows, request);
  return arrows;
}

/**
 * atlas_edge_arrow_paint:
 * @cr: a context with the origin of the view
 * @self: an arrow
 * @style: the map style
 * @is_lifted: whether it is under the pointer or has the focus
 *
 * Paints the arrow head, the name and the distance. In a box that points to the right the head
 * comes after the text.
 */
void
atlas_edge_arrow_paint (cairo_t *cr,
                        const AtlasEdgeArrow *self,
                        AtlasMapStyle style,
                        gboolean is_lifted)
{
  const AtlasMapPalette *palette = atlas_map_style_get_palette (style);
  const AtlasExtent *box = &self->box;
  const gboolean is_right = cos (self->angle) > 0.1;
  const double y = (box->y0 + box->y1) / 2;
  double width, height;

  atlas_map_text_get_size (self->layout, &width, &height);
  cairo_new_path (cr);
  atlas_rounded_rectangle (cr, box->x0, box->y0, box->x1 - box->x0, box->y1 - box->y0, 5);
  atlas_map_style_set_source (cr, palette->halo | 0xf0);
  cairo_fill_preserve (cr);
  atlas_map_style_set_source (cr, is_lifted ? palette->text : palette->quiet_text);
  cairo_set_line_width (cr, is_lifted ? 2 : 1);
  cairo_stroke (cr);
  cairo_save (cr);
  cairo_translate (cr, is_right ? box->x1 - PADDING - HEAD / 2 : box->x0 + PADDING + HEAD / 2, y);
  cairo_rotate (cr, self->angle);
  cairo_move_to (cr, HEAD / 2, 0);
  cairo_line_to (cr, -HEAD / 2, HEAD / 2);
  cairo_line_to (cr, -HEAD / 4, 0);
  cairo_line_to (cr, -HEAD / 2, -HEAD / 2);
  cairo_close_path (cr);
  atlas_map_style_set_source (cr, palette->text);
  cairo_fill (cr);
  cairo_restore (cr);
  cairo_move_to (cr, box->x0 + PADDING + (is_right ? 0 : HEAD + HEAD_GAP), y - height / 2);
  atlas_map_text_draw (cr, self->layout, palette->text, palette->halo);
}
