/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-labels-private.h"

#include <math.h>
#include <string.h>

#include "atlas-path-text.h"

/* The names of lakes, and of rivers along their course. */

#define MAX_RIVER_NAME 48
#define RIVER_NAME_DISTANCE 560.0

void
_atlas_label_placing_place_lakes (AtlasLabelPlacing *placing)
{
  AtlasMapLabels *self = placing->labels;

  for (guint i = 0; i < self->map->n_lakes; i++)
    {
      const AtlasMapLake *lake = &self->map->lakes[i];
      AtlasLabelName name = { _atlas_map_labels_get_name (self, lake->names),
                              self->zoom < 9.0 ? 11.0 : 12.0, ATLAS_MAP_TEXT_SLANTED,
                              self->palette->water_text };
      double across = (lake->box.x1 - (double) lake->box.x0) * self->scale;
      double down = (lake->box.y1 - (double) lake->box.y0) * self->scale;
      double x = _atlas_map_labels_x (self, lake->label.x),
             y = _atlas_map_labels_y (self, lake->label.y);
      double beside = across / 2.0 + (double) g_utf8_strlen (name.text, -1) * name.size *
                                       (self->request.language == ATLAS_LANGUAGE_EN ? 0.3 : 0.55);
      double over = down / 2.0 + name.size;
      double middle_x = _atlas_map_labels_x (self, lake->box.x0) + across / 2.0;
      double middle_y = _atlas_map_labels_y (self, lake->box.y0) + down / 2.0;
      const AtlasPoint large[] = { { x, y } };
      const AtlasPoint small[] = {
        { middle_x, middle_y + over },
        { middle_x, middle_y - over },
        { middle_x + beside + 4.0, middle_y },
        { middle_x - beside - 4.0, middle_y },
      };

      if (*name.text == '\0' || MAX (across, down) < (self->zoom < 6.8 ? 22.0 : 13.0) ||
          !_atlas_map_labels_is_visible (self, &lake->box))
        continue;

      if (across < 5.0 * name.size || down < 2.0 * name.size ||
          !_atlas_label_placing_place_name (placing, &name, large, 1))
        _atlas_label_placing_place_name (placing, &name, small, G_N_ELEMENTS (small));
    }
}

/* The letters of a river's name, each as a layout. */
typedef struct
{
  PangoLayout *layouts[MAX_RIVER_NAME];
  double advances[MAX_RIVER_NAME];
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
river_name_init (RiverName *self, PangoContext *context, const char *text, double size)
{
  memset (self, 0, sizeof *self);
  self->text = text;
  self->size = size;
  for (const char *c = text; *c != '\0' && self->n_letters < MAX_RIVER_NAME;
       c = g_utf8_next_char (c))
    {
      g_autofree char *letter = g_strndup (c, (gsize) (g_utf8_next_char (c) - c));
      gboolean wide = g_unichar_iswide (g_utf8_get_char (c));
      double width, height;
      guint i = self->n_letters++;

      self->layouts[i] =
        atlas_map_text_create_layout (context, letter, size, ATLAS_MAP_TEXT_SLANTED);
      atlas_map_text_get_size (self->layouts[i], &width, &height);
      self->advances[i] = *letter == ' ' ? 0.5 * size : width + (wide ? 0.45 : 0.12) * size;
      self->length += self->advances[i];
    }
}

/* The box of a letter, including its rotation and halo. */
static AtlasExtent
get_letter_box (const AtlasPathLetter *letter, double advance, double size)
{
  double sine = fabs (sin (letter->angle)), cosine = fabs (cos (letter->angle));
  double width = advance * cosine + 1.3 * size * sine;
  double height = advance * sine + 1.3 * size * cosine;

  return (AtlasExtent) { letter->x - width / 2.0, letter->y - height / 2.0, letter->x + width / 2.0,
                         letter->y + height / 2.0 };
}

static GArray *
create_course (const AtlasMapLabels *self, const AtlasMapLine *line)
{
  /* Letters follow a smoother line than the drawn one, because small bends would make them jump. */
  guint level = self->level > 2 ? self->level - 2 : 0;
  const AtlasMapPoint *points = self->map->points + line->levels[level].first;
  guint n_points = line->levels[level].n_points;
  GArray *course = g_array_sized_new (FALSE, FALSE, sizeof (AtlasPathPoint), n_points);
  double length = 0.0;

  for (guint i = 0; i < n_points; i++)
    {
      AtlasPathPoint point = { _atlas_map_labels_x (self, points[i].x),
                               _atlas_map_labels_y (self, points[i].y), 0.0 };

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
compare_candidates (gconstpointer a, gconstpointer b)
{
  const Candidate *first = a, *second = b;

  if (first->bend != second->bend)
    return first->bend < second->bend ? -1 : 1;

  return first->start < second->start ? -1 : first->start > second->start ? 1 : 0;
}

static gboolean
lay_out_river (const AtlasMapLabels *self,
               GArray *course,
               const RiverName *name,
               double start,
               AtlasPathLetter *letters,
               double *bend)
{
  return atlas_path_text_lay_out ((const AtlasPathPoint *) (gpointer) course->data, course->len,
                                  start, 0.72 * name->size + 1.0, 1.4 * name->size,
                                  self->request.language == ATLAS_LANGUAGE_ZH, name->advances,
                                  name->n_letters, letters, bend);
}

/* Lists the positions on the course that are visible and straight enough, the straightest first. */
static GArray *
find_candidates (const AtlasMapLabels *self, GArray *course, const RiverName *name)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  double end = g_array_index (course, AtlasPathPoint, course->len - 1).length - name->length;
  AtlasPathLetter letters[MAX_RIVER_NAME];
  double step = MAX (8.0, name->length / 6.0);
  guint i = 0;

  for (double start = 0.0; start < end; start += step)
    {
      const AtlasPathPoint *point;
      Candidate candidate = { start, 0.0 };

      while (i + 1 < course->len && g_array_index (course, AtlasPathPoint, i + 1).length < start)
        i++;
      point = &g_array_index (course, AtlasPathPoint, i);
      /* Skip positions far outside the view. */
      if (point->x < -200.0 - step || point->x > self->request.width + 200.0 ||
          point->y < -200.0 - step || point->y > self->request.height + 200.0)
        {
          double gap = i + 1 < course->len ? point[1].length - start : 0.0;

          if (gap < 200.0)
            continue;
        }
      if (lay_out_river (self, course, name, start, letters, &candidate.bend) &&
          _atlas_map_labels_is_in_view (self, letters[0].x, letters[0].y) &&
          _atlas_map_labels_is_in_view (self, letters[name->n_letters - 1].x,
                                        letters[name->n_letters - 1].y))
        g_array_append_val (candidates, candidate);
    }

  g_array_sort (candidates, compare_candidates);

  return candidates;
}

/* A name that lies on a lake would look like the name of the lake. */
static gboolean
touch_lake (const AtlasMapLabels *self, const AtlasPathLetter *letters, guint n_letters)
{
  for (guint i = 0; i < self->map->n_lakes; i++)
    {
      if (!_atlas_map_labels_is_visible (self, &self->map->lakes[i].box))
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
take_letters (AtlasLabelPlacing *placing, const RiverName *name, const AtlasPathLetter *letters)
{
  AtlasMapLabels *self = placing->labels;
  AtlasExtent boxes[MAX_RIVER_NAME];

  for (guint i = 0; i < name->n_letters; i++)
    boxes[i] = get_letter_box (&letters[i], name->advances[i], name->size);
  if (!atlas_label_placer_take (placing->placer, boxes, name->n_letters))
    return FALSE;

  for (guint i = 0; i < name->n_letters; i++)
    {
      _atlas_map_labels_add_piece (self, name->layouts[i], letters[i].x, letters[i].y,
                                   letters[i].angle, self->palette->water_text);
      _atlas_map_labels_add_box (self, &boxes[i], name->text);
    }
  self->n_labels++;

  return TRUE;
}

static void
place_river (AtlasLabelPlacing *placing, const AtlasMapRiver *river, double size)
{
  AtlasMapLabels *self = placing->labels;
  g_autoptr (GArray) course = create_course (self, &self->map->lines[river->line]);
  g_autoptr (GArray) candidates = NULL;
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (RiverName) name = { 0 };

  river_name_init (&name, placing->context, _atlas_map_labels_get_name (self, river->names), size);
  candidates = find_candidates (self, course, &name);
  for (guint i = 0; i < candidates->len; i++)
    {
      double start = g_array_index (candidates, Candidate, i).start, bend;
      AtlasPathLetter letters[MAX_RIVER_NAME];
      gboolean near = FALSE;

      for (guint j = 0; j < placed->len && !near; j++)
        near = fabs (g_array_index (placed, double, j) - start) < RIVER_NAME_DISTANCE;
      if (!near && lay_out_river (self, course, &name, start, letters, &bend) &&
          !touch_lake (self, letters, name.n_letters) && take_letters (placing, &name, letters))
        g_array_append_val (placed, start);
    }
}

void
_atlas_label_placing_place_rivers (AtlasLabelPlacing *placing)
{
  static const double from_zoom[] = { 99.0, 5.8, 6.7, 7.4, 99.0 };
  static const double sizes[] = { 0.0, 12.0, 11.0, 10.5, 10.0 };
  AtlasMapLabels *self = placing->labels;

  for (guint rank = 1; rank <= 4; rank++)
    for (guint i = 0; i < self->map->n_rivers; i++)
      {
        const AtlasMapRiver *river = &self->map->rivers[i];

        if (river->rank == rank && self->zoom >= from_zoom[rank] &&
            *_atlas_map_labels_get_name (self, river->names) != '\0' &&
            _atlas_map_labels_is_visible (self, &self->map->lines[river->line].box))
          place_river (placing, river, sizes[rank] + (self->zoom >= 9.0 ? 1.0 : 0.0));
      }
}
