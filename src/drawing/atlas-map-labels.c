/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-labels.h"

#include <math.h>
#include <string.h>

#include "atlas-base-map-private.h"
#include "atlas-label-placer.h"
#include "atlas-map-text.h"
#include "atlas-path-text.h"

/**
 * AtlasMapLabels:
 *
 * The names of the land for one view: where each goes, so that none covers another, a marker or
 * anything else that the caller keeps free. Names that matter more are placed first; those that
 * find no room are left out. The same request always gives the same labels.
 *
 * Belongs to the thread that made it.
 */

#define PADDING 3.0
#define DOT_RADIUS 2.2
#define LONGEST_RIVER_NAME 48
#define RIVER_NAME_DISTANCE 560.0

/* A run of letters that is drawn at once: a whole name, or one letter of a river's. */
typedef struct
{
  PangoLayout *layout;
  double x; /* the middle */
  double y;
  double angle;
  guint32 colour;
} Piece;

typedef struct
{
  cairo_rectangle_t box;
  const char *text; /* points into the base map */
  guint label;
} LabelBox;

typedef struct
{
  double x;
  double y;
} Dot;

struct _AtlasMapLabels
{
  AtlasBaseMap *map;
  AtlasMapLabelsRequest request; /* without the pointers of the caller */
  const AtlasMapPalette *palette;
  double scale; /* pixels for a step of the base map */
  double zoom;
  guint level;

  GArray *pieces; /* Piece */
  GArray *boxes; /* LabelBox */
  GArray *dots; /* Dot */
  guint n_labels;
};

/* What is needed only while placing. */
typedef struct
{
  AtlasMapLabels *labels;
  AtlasLabelPlacer *placer;
  PangoContext *context;
  const char *const *without;
} Placing;

static void
clear_piece (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->layout);
}

static double
to_x (const AtlasMapLabels *self,
      double                x)
{
  return (x / ATLAS_BASE_MAP_SCALE - self->request.extent.x0) * self->scale * ATLAS_BASE_MAP_SCALE;
}

static double
to_y (const AtlasMapLabels *self,
      double                y)
{
  return (y / ATLAS_BASE_MAP_SCALE - self->request.extent.y0) * self->scale * ATLAS_BASE_MAP_SCALE;
}

static const char *
get_name (const AtlasMapLabels *self,
          const guint32         names[3])
{
  return _atlas_base_map_get_string (self->map, names[self->request.language]);
}

static gboolean
is_in_view (const AtlasMapLabels *self,
            double                x,
            double                y)
{
  return x >= 0.0 && y >= 0.0 && x < self->request.width && y < self->request.height;
}

static gboolean
is_left_out (const Placing *placing,
             const char    *code)
{
  return placing->without != NULL && g_strv_contains (placing->without, code);
}

/* Single names -------------------------------------------------------------------------------- */

typedef struct
{
  const char *text;
  double size;
  AtlasMapTextFlags flags;
  guint32 colour;
} Name;

static void
add_piece (AtlasMapLabels *self,
           PangoLayout    *layout,
           double          x,
           double          y,
           double          angle,
           guint32         colour)
{
  Piece piece = { g_object_ref (layout), x, y, angle, colour };

  g_array_append_val (self->pieces, piece);
}

static void
add_box (AtlasMapLabels          *self,
         const cairo_rectangle_t *box,
         const char              *text)
{
  LabelBox label_box = { *box, text, self->n_labels };

  g_array_append_val (self->boxes, label_box);
}

/* Puts a name in the first place that is free; the places are for its middle. */
static gboolean
place_name (Placing    *placing,
            const Name *name,
            const Dot  *middles,
            guint       n_middles)
{
  AtlasMapLabels *self = placing->labels;
  g_autoptr (PangoLayout) layout = NULL;
  double width, height;

  layout = atlas_map_text_create_layout (placing->context, name->text, name->size, name->flags);
  atlas_map_text_get_size (layout, &width, &height);
  for (guint i = 0; i < n_middles; i++)
    {
      cairo_rectangle_t box = {
        middles[i].x - width / 2.0 - PADDING, middles[i].y - height / 2.0,
        width + 2.0 * PADDING, height,
      };

      if (!atlas_label_placer_take (placing->placer, &box, 1))
        continue;

      add_piece (self, layout, middles[i].x, middles[i].y, 0.0, name->colour);
      add_box (self, &box, name->text);
      self->n_labels++;
      return TRUE;
    }

  return FALSE;
}

/* Puts a name beside a dot: right, left, above or below. A dot that gets no name is not drawn. */
static void
place_town (Placing    *placing,
            const Name *name,
            double      x,
            double      y)
{
  AtlasMapLabels *self = placing->labels;
  g_autoptr (PangoLayout) layout = NULL;
  double width, height, beside, over;

  layout = atlas_map_text_create_layout (placing->context, name->text, name->size, name->flags);
  atlas_map_text_get_size (layout, &width, &height);
  beside = width / 2.0 + PADDING + DOT_RADIUS + 2.0;
  over = height / 2.0 + DOT_RADIUS + 1.0;

  {
    const Dot offsets[] = {
      { beside, 0.0 }, { -beside, 0.0 }, { 0.0, -over }, { 0.0, over },
    };
    const double reach = DOT_RADIUS + 1.0;

    for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
      {
        double middle_x = x + offsets[i].x;
        double middle_y = y + offsets[i].y;
        const cairo_rectangle_t boxes[] = {
          { middle_x - width / 2.0 - PADDING, middle_y - height / 2.0, width + 2.0 * PADDING, height },
          { x - reach, y - reach, 2.0 * reach, 2.0 * reach },
        };
        Dot dot = { x, y };

        if (!atlas_label_placer_take (placing->placer, boxes, G_N_ELEMENTS (boxes)))
          continue;

        add_piece (self, layout, middle_x, middle_y, 0.0, name->colour);
        add_box (self, &boxes[0], name->text);
        add_box (self, &boxes[1], name->text);
        g_array_append_val (self->dots, dot);
        self->n_labels++;
        return;
      }
  }
}

/* Areas --------------------------------------------------------------------------------------- */

/* Places within the part of an area that is in view, those nearest to the middle of the view
 * first. */
#define GRID_COLUMNS 9
#define GRID_ROWS 7

static int
compare_dots (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const AtlasMapLabelsRequest *request = data;
  const Dot *first = a, *second = b;
  double x = request->width / 2.0, y = request->height / 2.0;
  double difference = hypot (first->x - x, first->y - y) - hypot (second->x - x, second->y - y);

  return difference < 0.0 ? -1 : difference > 0.0 ? 1 : 0;
}

static guint
find_room_in_area (const AtlasMapLabels *self,
                   const AtlasMapArea   *area,
                   double                width,
                   double                height,
                   Dot                  *dots)
{
  guint n_dots = 0;

  for (guint i = 0; i < GRID_COLUMNS * GRID_ROWS; i++)
    {
      double x = (i % GRID_COLUMNS + 1) * self->request.width / (GRID_COLUMNS + 1);
      double y = (i / GRID_COLUMNS + 1) * self->request.height / (GRID_ROWS + 1);
      gboolean inside = TRUE;

      for (guint corner = 0; corner < 4 && inside; corner++)
        {
          double corner_x = x + (corner % 2 == 0 ? -0.5 : 0.5) * width;
          double corner_y = y + (corner / 2 == 0 ? -0.5 : 0.5) * height;

          inside = _atlas_base_map_area_contains (
            self->map, area, self->level,
            self->request.extent.x0 * ATLAS_BASE_MAP_SCALE + corner_x / self->scale,
            self->request.extent.y0 * ATLAS_BASE_MAP_SCALE + corner_y / self->scale);
        }
      if (inside)
        dots[n_dots++] = (Dot) { x, y };
    }

  g_qsort_with_data (dots, (int) n_dots, sizeof *dots, compare_dots, (gpointer) &self->request);

  return n_dots;
}

/* A large area keeps its name when the usual place of the name is out of view. */
static void
place_area (Placing            *placing,
            const AtlasMapArea *area,
            const Name         *name,
            gboolean            anywhere)
{
  AtlasMapLabels *self = placing->labels;
  Dot usual = { to_x (self, area->label.x), to_y (self, area->label.y) };
  Dot dots[GRID_COLUMNS * GRID_ROWS];
  guint n_dots;

  if (is_in_view (self, usual.x, usual.y) && place_name (placing, name, &usual, 1))
    return;

  if (anywhere)
    {
      double across = (double) g_utf8_strlen (name->text, -1) * name->size * 1.3;

      n_dots = find_room_in_area (self, area, across, 2.0 * name->size, dots);
      place_name (placing, name, dots, n_dots);
    }
}

static gboolean
is_visible (const AtlasMapLabels *self,
            const AtlasMapBox    *box)
{
  return to_x (self, box->x1) > 0.0 && to_x (self, box->x0) < self->request.width &&
         to_y (self, box->y1) > 0.0 && to_y (self, box->y0) < self->request.height;
}

static const AtlasMapMark *
find_nearest_sea (const AtlasMapLabels *self,
                  const Dot            *place)
{
  const AtlasMapMark *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < self->map->n_marks; i++)
    {
      const AtlasMapMark *mark = &self->map->marks[i];
      double distance = hypot (to_x (self, mark->at.x) - place->x, to_y (self, mark->at.y) - place->y);

      if (mark->is_sea && distance < least)
        {
          least = distance;
          nearest = mark;
        }
    }

  return nearest;
}

/* A sea whose usual place for the name is out of view gets its name where some of it is seen. */
static void
place_seas (Placing *placing)
{
  AtlasMapLabels *self = placing->labels;
  Name name = { NULL, self->zoom < 6.5 ? 15.0 : 17.0,
                ATLAS_MAP_TEXT_SPACED | ATLAS_MAP_TEXT_SLANTED, self->palette->water_text };
  g_autoptr (GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);
  Dot dots[GRID_COLUMNS * GRID_ROWS];
  guint n_dots = 0;

  for (guint i = 0; i < self->map->n_marks; i++)
    {
      const AtlasMapMark *mark = &self->map->marks[i];
      Dot dot = { to_x (self, mark->at.x), to_y (self, mark->at.y) };

      name.text = get_name (self, mark->names);
      if (mark->is_sea && mark->rank == 0 && is_in_view (self, dot.x, dot.y) &&
          place_name (placing, &name, &dot, 1))
        g_hash_table_add (placed, (gpointer) name.text);
    }

  for (guint i = 0; i < self->map->n_areas; i++)
    if (self->map->areas[i].kind == ATLAS_AREA_SEA)
      n_dots = find_room_in_area (self, &self->map->areas[i], 6.0 * name.size, 3.0 * name.size,
                                  dots);

  for (guint i = 0; i < n_dots; i++)
    {
      const AtlasMapMark *sea = find_nearest_sea (self, &dots[i]);

      if (sea == NULL)
        return;
      name.text = get_name (self, sea->names);
      if (!g_hash_table_contains (placed, name.text) && place_name (placing, &name, &dots[i], 1))
        g_hash_table_add (placed, (gpointer) name.text);
    }
}

static void
place_neighbours (Placing *placing)
{
  AtlasMapLabels *self = placing->labels;

  for (guint i = 0; i < self->map->n_areas; i++)
    {
      const AtlasMapArea *area = &self->map->areas[i];
      gboolean chinese = strcmp (_atlas_base_map_get_string (self->map, area->country), "CN") == 0;
      Name name = { get_name (self, area->names), 14.0, ATLAS_MAP_TEXT_SPACED,
                    self->palette->quiet_text };

      if (*name.text == '\0' || !is_visible (self, &area->box))
        continue;

      if (area->kind == ATLAS_AREA_COUNTRY && !chinese && self->zoom < 7.6)
        {
          name.size = 16.0;
          place_area (placing, area, &name, TRUE);
        }
      else if (area->kind == ATLAS_AREA_PROVINCE && chinese &&
               strcmp (_atlas_base_map_get_string (self->map, area->key), "22") != 0)
        {
          name.size = self->zoom < 6.5 ? 14.0 : 16.0;
          place_area (placing, area, &name, TRUE);
        }
      else if (area->kind == ATLAS_AREA_PROVINCE && !chinese && self->zoom >= 6.8)
        {
          name.size = 12.5;
          place_area (placing, area, &name, self->zoom >= 7.6);
        }
    }
}

static void
place_prefectures (Placing *placing)
{
  AtlasMapLabels *self = placing->labels;

  if (self->zoom < 6.2)
    return;

  for (guint i = 0; i < self->map->n_areas; i++)
    {
      const AtlasMapArea *area = &self->map->areas[i];
      const char *code = _atlas_base_map_get_string (self->map, area->key);
      Name name = { get_name (self, area->names), 13.0,
                    ATLAS_MAP_TEXT_SPACED | ATLAS_MAP_TEXT_BOLD, self->palette->text };

      if (area->kind == ATLAS_AREA_PREFECTURE && g_str_has_prefix (code, "22") &&
          !is_left_out (placing, code) && is_visible (self, &area->box))
        place_area (placing, area, &name, self->zoom >= 8.0);
    }
}

/* Towns and counties -------------------------------------------------------------------------- */

/* The rank of a mark decides from which zoom on it is named, and how large. */
static const struct
{
  double from_zoom;
  double size;
  AtlasMapTextFlags flags;
} town_ranks[] = {
  { 99.0, 0.0, 0 },
  { 5.0, 14.0, ATLAS_MAP_TEXT_BOLD },
  { 5.6, 12.5, 0 },
  { 6.2, 12.0, 0 },
  { 6.9, 11.5, 0 },
};

static void
place_towns (Placing *placing)
{
  AtlasMapLabels *self = placing->labels;

  for (guint rank = 1; rank < G_N_ELEMENTS (town_ranks); rank++)
    {
      if (self->zoom < town_ranks[rank].from_zoom)
        break;

      for (guint i = 0; i < self->map->n_marks; i++)
        {
          const AtlasMapMark *mark = &self->map->marks[i];
          const char *code = _atlas_base_map_get_string (self->map, mark->code);
          gboolean home = g_str_has_prefix (code, "22");
          double x = to_x (self, mark->at.x), y = to_y (self, mark->at.y);
          Name name = { get_name (self, mark->names), town_ranks[rank].size,
                        town_ranks[rank].flags,
                        home ? self->palette->text : self->palette->quiet_text };

          if (!mark->is_sea && mark->rank == rank && is_in_view (self, x, y) &&
              !is_left_out (placing, code))
            place_town (placing, &name, x, y);
        }
    }
}

/* Whether a county is named by a town: by its seat, or by the city of the same name in it. */
static gboolean
has_seat (const AtlasMapLabels *self,
          const AtlasMapArea   *county)
{
  for (guint i = 0; i < self->map->n_marks; i++)
    {
      const AtlasMapMark *mark = &self->map->marks[i];

      if (strcmp (_atlas_base_map_get_string (self->map, mark->code),
                  _atlas_base_map_get_string (self->map, county->key)) == 0)
        return TRUE;
      if (g_str_has_prefix (get_name (self, county->names), get_name (self, mark->names)) &&
          _atlas_base_map_area_contains (self->map, county, self->level, mark->at.x, mark->at.y))
        return TRUE;
    }

  return FALSE;
}

static void
place_counties (Placing *placing)
{
  AtlasMapLabels *self = placing->labels;
  double size = self->zoom < 9.0 ? 11.0 : 12.5;

  if (self->zoom < 7.6)
    return;

  for (guint i = 0; i < self->map->n_marks; i++)
    {
      const AtlasMapMark *mark = &self->map->marks[i];
      const char *code = _atlas_base_map_get_string (self->map, mark->code);
      double x = to_x (self, mark->at.x), y = to_y (self, mark->at.y);
      Name name = { get_name (self, mark->names), size, 0, self->palette->text };

      if (!mark->is_sea && mark->rank >= G_N_ELEMENTS (town_ranks) && is_in_view (self, x, y) &&
          !is_left_out (placing, code))
        place_town (placing, &name, x, y);
    }

  /* Districts have no seat of their own: their names lie across them. */
  for (guint i = 0; i < self->map->n_areas; i++)
    {
      const AtlasMapArea *area = &self->map->areas[i];
      const char *code = _atlas_base_map_get_string (self->map, area->key);
      Name name = { get_name (self, area->names), size - 0.5, ATLAS_MAP_TEXT_SPACED,
                    self->palette->quiet_text };
      double across = (area->box.x1 - (double) area->box.x0) * self->scale;

      if (area->kind == ATLAS_AREA_COUNTY && across > 70.0 && is_visible (self, &area->box) &&
          !is_left_out (placing, code) && !has_seat (self, area))
        place_area (placing, area, &name, self->zoom >= 10.0);
    }
}

/* Waters -------------------------------------------------------------------------------------- */

static void
place_lakes (Placing *placing)
{
  AtlasMapLabels *self = placing->labels;

  for (guint i = 0; i < self->map->n_lakes; i++)
    {
      const AtlasMapLake *lake = &self->map->lakes[i];
      Name name = { get_name (self, lake->names), self->zoom < 9.0 ? 11.0 : 12.0,
                    ATLAS_MAP_TEXT_SLANTED, self->palette->water_text };
      double across = (lake->box.x1 - (double) lake->box.x0) * self->scale;
      double down = (lake->box.y1 - (double) lake->box.y0) * self->scale;
      double x = to_x (self, lake->label.x), y = to_y (self, lake->label.y);
      double beside = across / 2.0 +
                      (double) g_utf8_strlen (name.text, -1) * name.size *
                      (self->request.language == ATLAS_LANGUAGE_EN ? 0.3 : 0.55);
      double over = down / 2.0 + name.size;
      double middle_x = to_x (self, lake->box.x0) + across / 2.0;
      double middle_y = to_y (self, lake->box.y0) + down / 2.0;
      const Dot large[] = { { x, y } };
      const Dot small[] = {
        { middle_x, middle_y + over }, { middle_x, middle_y - over },
        { middle_x + beside + 4.0, middle_y }, { middle_x - beside - 4.0, middle_y },
      };

      if (*name.text == '\0' || MAX (across, down) < (self->zoom < 6.8 ? 22.0 : 13.0) || !is_visible (self, &lake->box))
        continue;

      if (across < 5.0 * name.size || down < 2.0 * name.size ||
          !place_name (placing, &name, large, 1))
        place_name (placing, &name, small, G_N_ELEMENTS (small));
    }
}

/* The letters of a river's name, each a layout of its own. */
typedef struct
{
  PangoLayout *layouts[LONGEST_RIVER_NAME];
  double advances[LONGEST_RIVER_NAME];
  guint n_letters;
  double length;
  double size;
  const char *text;
} RiverName;

static void
river_name_clear (RiverName *self)
{
  for (guint i = 0; i < self->n_letters; i++)
    g_clear_object (&self->layouts[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RiverName, river_name_clear)

static void
river_name_init (RiverName    *self,
                 PangoContext *context,
                 const char   *text,
                 double        size)
{
  memset (self, 0, sizeof *self);
  self->text = text;
  self->size = size;
  for (const char *c = text; *c != '\0' && self->n_letters < LONGEST_RIVER_NAME;
       c = g_utf8_next_char (c))
    {
      g_autofree char *letter = g_strndup (c, (gsize) (g_utf8_next_char (c) - c));
      gboolean wide = g_unichar_iswide (g_utf8_get_char (c));
      double width, height;
      guint i = self->n_letters++;

      self->layouts[i] = atlas_map_text_create_layout (context, letter, size,
                                                       ATLAS_MAP_TEXT_SLANTED);
      atlas_map_text_get_size (self->layouts[i], &width, &height);
      self->advances[i] = *letter == ' ' ? 0.5 * size : width + (wide ? 0.45 : 0.12) * size;
      self->length += self->advances[i];
    }
}

/* A letter's room, with what its slant and the halo need. */
static cairo_rectangle_t
get_letter_box (const AtlasPathLetter *letter,
                double                 advance,
                double                 size)
{
  double sine = fabs (sin (letter->angle)), cosine = fabs (cos (letter->angle));
  double width = advance * cosine + 1.3 * size * sine;
  double height = advance * sine + 1.3 * size * cosine;

  return (cairo_rectangle_t) { letter->x - width / 2.0, letter->y - height / 2.0, width, height };
}

static GArray *
create_course (const AtlasMapLabels *self,
               const AtlasMapLine   *line)
{
  /* Small bends would make the letters stumble: they follow a smoother course than is drawn. */
  guint level = self->level > 2 ? self->level - 2 : 0;
  const AtlasMapPoint *points = self->map->points + line->levels[level].first;
  guint n_points = line->levels[level].n_points;
  GArray *course = g_array_sized_new (FALSE, FALSE, sizeof (AtlasPathPoint), n_points);
  double length = 0.0;

  for (guint i = 0; i < n_points; i++)
    {
      AtlasPathPoint point = { to_x (self, points[i].x), to_y (self, points[i].y), 0.0 };

      if (i > 0)
        {
          const AtlasPathPoint *before = &g_array_index (course, AtlasPathPoint, i - 1);

          length += hypot (point.x - before->x, point.y - before->y);
        }
      point.length = length;
      g_array_append_val (course, point);
    }

  return course;
}

typedef struct
{
  double start;
  double bend;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->bend != second->bend)
    return first->bend < second->bend ? -1 : 1;

  return first->start < second->start ? -1 : first->start > second->start ? 1 : 0;
}

static gboolean
lay_out_river (const AtlasMapLabels *self,
               GArray               *course,
               const RiverName      *name,
               double                start,
               AtlasPathLetter      *letters,
               double               *bend)
{
  return atlas_path_text_lay_out ((const AtlasPathPoint *) (gpointer) course->data, course->len,
                                  start, 0.72 * name->size + 1.0, 1.4 * name->size,
                                  self->request.language == ATLAS_LANGUAGE_ZH, name->advances,
                                  name->n_letters, letters, bend);
}

/* All places on the course that are in view and straight enough, the straightest first. */
static GArray *
find_candidates (const AtlasMapLabels *self,
                 GArray               *course,
                 const RiverName      *name)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  double end = g_array_index (course, AtlasPathPoint, course->len - 1).length - name->length;
  AtlasPathLetter letters[LONGEST_RIVER_NAME];
  double step = MAX (8.0, name->length / 6.0);
  guint i = 0;

  for (double start = 0.0; start < end; start += step)
    {
      const AtlasPathPoint *point;
      Candidate candidate = { start, 0.0 };

      while (i + 1 < course->len && g_array_index (course, AtlasPathPoint, i + 1).length < start)
        i++;
      point = &g_array_index (course, AtlasPathPoint, i);
      /* Far from the view it is not worth trying. */
      if (point->x < -200.0 - step || point->x > self->request.width + 200.0 ||
          point->y < -200.0 - step || point->y > self->request.height + 200.0)
        {
          double gap = i + 1 < course->len ? point[1].length - start : 0.0;

          if (gap < 200.0)
            continue;
        }
      if (lay_out_river (self, course, name, start, letters, &candidate.bend) &&
          is_in_view (self, letters[0].x, letters[0].y) &&
          is_in_view (self, letters[name->n_letters - 1].x, letters[name->n_letters - 1].y))
        g_array_append_val (candidates, candidate);
    }

  g_array_sort (candidates, compare_candidates);

  return candidates;
}

/* Letters on a lake would seem to name it. */
static gboolean
touch_lake (const AtlasMapLabels  *self,
            const AtlasPathLetter *letters,
            guint                  n_letters)
{
  for (guint i = 0; i < self->map->n_lakes; i++)
    {
      if (!is_visible (self, &self->map->lakes[i].box))
        continue;

      for (guint j = 0; j < n_letters; j++)
        if (_atlas_base_map_lake_contains (
              self->map, &self->map->lakes[i], self->level,
              self->request.extent.x0 * ATLAS_BASE_MAP_SCALE + letters[j].x / self->scale,
              self->request.extent.y0 * ATLAS_BASE_MAP_SCALE + letters[j].y / self->scale))
          return TRUE;
    }

  return FALSE;
}

static gboolean
take_letters (Placing               *placing,
              const RiverName       *name,
              const AtlasPathLetter *letters)
{
  AtlasMapLabels *self = placing->labels;
  cairo_rectangle_t boxes[LONGEST_RIVER_NAME];

  for (guint i = 0; i < name->n_letters; i++)
    boxes[i] = get_letter_box (&letters[i], name->advances[i], name->size);
  if (!atlas_label_placer_take (placing->placer, boxes, name->n_letters))
    return FALSE;

  for (guint i = 0; i < name->n_letters; i++)
    {
      add_piece (self, name->layouts[i], letters[i].x, letters[i].y, letters[i].angle,
                 self->palette->water_text);
      add_box (self, &boxes[i], name->text);
    }
  self->n_labels++;

  return TRUE;
}

static void
place_river (Placing             *placing,
             const AtlasMapRiver *river,
             double               size)
{
  AtlasMapLabels *self = placing->labels;
  g_autoptr (GArray) course = create_course (self, &self->map->lines[river->line]);
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (RiverName) name = { 0 };

  river_name_init (&name, placing->context, get_name (self, river->names), size);
  candidates = find_candidates (self, course, &name);
  for (guint i = 0; i < candidates->len; i++)
    {
      double start = g_array_index (candidates, Candidate, i).start, bend;
      AtlasPathLetter letters[LONGEST_RIVER_NAME];
      gboolean near = FALSE;

      for (guint j = 0; j < placed->len && !near; j++)
        near = fabs (g_array_index (placed, double, j) - start) < RIVER_NAME_DISTANCE;
      if (!near && lay_out_river (self, course, &name, start, letters, &bend) &&
          !touch_lake (self, letters, name.n_letters) &&
          take_letters (placing, &name, letters))
        g_array_append_val (placed, start);
    }
}

static void
place_rivers (Placing *placing)
{
  static const double from_zoom[] = { 99.0, 5.8, 6.7, 7.4, 99.0 };
  static const double sizes[] = { 0.0, 12.0, 11.0, 10.5, 10.0 };
  AtlasMapLabels *self = placing->labels;

  for (guint rank = 1; rank <= 4; rank++)
    for (guint i = 0; i < self->map->n_rivers; i++)
      {
        const AtlasMapRiver *river = &self->map->rivers[i];

        if (river->rank == rank && self->zoom >= from_zoom[rank] &&
            *get_name (self, river->names) != '\0' &&
            is_visible (self, &self->map->lines[river->line].box))
          place_river (placing, river, sizes[rank] + (self->zoom >= 9.0 ? 1.0 : 0.0));
      }
}

/* The whole ----------------------------------------------------------------------------------- */

static void
place_all (Placing *placing)
{
  static const struct
  {
    AtlasMapLabelKinds kind;
    void (*place) (Placing *placing);
  } steps[] = {
    { ATLAS_LABEL_TOWN, place_towns },
    { ATLAS_LABEL_PREFECTURE, place_prefectures },
    { ATLAS_LABEL_SEA, place_seas },
    { ATLAS_LABEL_NEIGHBOUR, place_neighbours },
    { ATLAS_LABEL_COUNTY, place_counties },
    { ATLAS_LABEL_LAKE, place_lakes },
    { ATLAS_LABEL_RIVER, place_rivers },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if ((placing->labels->request.kinds & steps[i].kind) != 0)
      steps[i].place (placing);
}

/**
 * atlas_map_labels_new:
 * @base_map: the land
 * @request: what to name in which view
 *
 * Places the names of the land in a view. To let them move with the map while it is dragged, ask
 * for a view that is larger than the window, and draw them shifted.
 *
 * Returns: (transfer full): the labels, freed with atlas_map_labels_free()
 */
AtlasMapLabels *
atlas_map_labels_new (AtlasBaseMap                *base_map,
                      const AtlasMapLabelsRequest *request)
{
  AtlasMapLabels *self;
  g_autoptr (AtlasLabelPlacer) placer = NULL;
  PangoContext *context; /* Pango 1.50 cannot free it by itself */
  Placing placing;
  double pixels_per_unit;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (base_map), NULL);
  g_return_val_if_fail (request != NULL, NULL);
  g_return_val_if_fail (request->extent.x1 > request->extent.x0, NULL);
  g_return_val_if_fail (request->width > 0.0 && request->height > 0.0, NULL);
  g_return_val_if_fail (request->language < ATLAS_N_LANGUAGES, NULL);

  pixels_per_unit = request->width / (request->extent.x1 - request->extent.x0);
  placer = atlas_label_placer_new (request->width, request->height);
  for (guint i = 0; i < request->n_obstacles; i++)
    atlas_label_placer_block (placer, &request->obstacles[i]);
  context = atlas_map_text_create_context (request->language);

  self = g_new0 (AtlasMapLabels, 1);
  self->map = g_object_ref (base_map);
  self->request = *request;
  self->request.obstacles = NULL;
  self->request.without = NULL;
  self->palette = atlas_map_style_get_palette (request->style);
  self->scale = pixels_per_unit / ATLAS_BASE_MAP_SCALE;
  self->zoom = log2 (pixels_per_unit / 256.0);
  self->level = _atlas_base_map_get_level (pixels_per_unit);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  self->boxes = g_array_new (FALSE, FALSE, sizeof (LabelBox));
  self->dots = g_array_new (FALSE, FALSE, sizeof (Dot));

  placing = (Placing) { self, placer, context, request->without };
  place_all (&placing);
  g_object_unref (context);

  return self;
}

/**
 * atlas_map_labels_free:
 * @self: labels
 *
 * Frees labels.
 */
void
atlas_map_labels_free (AtlasMapLabels *self)
{
  g_array_unref (self->pieces);
  g_array_unref (self->boxes);
  g_array_unref (self->dots);
  g_object_unref (self->map);
  g_free (self);
}

static void
draw_dots (const AtlasMapLabels *self,
           cairo_t              *cr)
{
  for (guint i = 0; i < self->dots->len; i++)
    {
      const Dot *dot = &g_array_index (self->dots, Dot, i);

      cairo_new_sub_path (cr);
      cairo_arc (cr, dot->x, dot->y, DOT_RADIUS, 0.0, 2.0 * G_PI);
    }
  atlas_map_style_set_source (cr, self->palette->halo);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke_preserve (cr);
  atlas_map_style_set_source (cr, self->palette->town);
  cairo_set_line_width (cr, 1.1);
  cairo_stroke (cr);
}

/**
 * atlas_map_labels_draw:
 * @self: labels
 * @cr: a context on any kind of surface, its origin at the top left corner of the view
 *
 * Draws the labels over the land.
 */
void
atlas_map_labels_draw (const AtlasMapLabels *self,
                       cairo_t              *cr)
{
  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  cairo_new_path (cr);
  draw_dots (self, cr);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (self->pieces, Piece, i);
      double width, height;

      atlas_map_text_get_size (piece->layout, &width, &height);
      cairo_save (cr);
      cairo_translate (cr, piece->x, piece->y);
      cairo_rotate (cr, piece->angle);
      cairo_move_to (cr, -width / 2.0, -height / 2.0);
      atlas_map_text_draw (cr, piece->layout, piece->colour, self->palette->halo);
      cairo_restore (cr);
    }
  cairo_restore (cr);
}

/**
 * atlas_map_labels_get_n_boxes:
 * @self: labels
 *
 * Returns: how many boxes all labels together take; a river's name takes one for each letter
 */
guint
atlas_map_labels_get_n_boxes (const AtlasMapLabels *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->boxes->len;
}

/**
 * atlas_map_labels_get_box:
 * @self: labels
 * @position: which box, below atlas_map_labels_get_n_boxes()
 * @box: (out): return location for the box, in the unit of the view
 * @text: (out) (transfer none) (optional): return location for the name in it, which lives as long
 *   as the base map
 * @label: (out) (optional): return location for the number of the label; boxes of one label share it
 *
 * Where a label is, for instance to keep something else away from it.
 */
void
atlas_map_labels_get_box (const AtlasMapLabels  *self,
                          guint                  position,
                          cairo_rectangle_t     *box,
                          const char           **text,
                          guint                 *label)
{
  const LabelBox *label_box;

  g_return_if_fail (self != NULL && box != NULL);
  g_return_if_fail (position < self->boxes->len);

  label_box = &g_array_index (self->boxes, LabelBox, position);
  *box = label_box->box;
  if (text != NULL)
    *text = label_box->text;
  if (label != NULL)
    *label = label_box->label;
}
