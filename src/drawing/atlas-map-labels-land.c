/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-map-labels-private.h"

#include <math.h>
#include <string.h>

#include "atlas-translation.h"

/* The names of areas and towns: seas, neighbours, prefectures, counties and their seats. */

/* A grid of positions within the visible part of an area, those nearest to the middle of the view
 * first. */
#define GRID_COLUMNS 9
#define GRID_ROWS 7

static int
compare_dots (gconstpointer a, gconstpointer b, gpointer data)
{
  const AtlasMapLabelsRequest *request = data;
  const AtlasPoint *first = a, *second = b;
  double x = request->width / 2.0, y = request->height / 2.0;
  double difference = hypot (first->x - x, first->y - y) - hypot (second->x - x, second->y - y);

  return difference < 0.0 ? -1 : difference > 0.0 ? 1 : 0;
}

static guint
find_room_in_area (const AtlasMapLabels *self,
                   const AtlasMapArea *area,
                   double width,
                   double height,
                   AtlasPoint *dots)
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
        dots[n_dots++] = (AtlasPoint) { x, y };
    }

  g_qsort_with_data (dots, (int) n_dots, sizeof *dots, compare_dots, (gpointer) &self->request);

  return n_dots;
}

/* A large area still gets its name when the usual position of the name is not visible. */
static void
place_area (AtlasLabelPlacing *placing,
            const AtlasMapArea *area,
            const AtlasLabelName *name,
            gboolean anywhere)
{
  AtlasMapLabels *self = placing->labels;
  AtlasPoint usual = { _atlas_map_labels_x (self, area->label.x),
                       _atlas_map_labels_y (self, area->label.y) };
  AtlasPoint dots[GRID_COLUMNS * GRID_ROWS];
  guint n_dots;

  if (_atlas_map_labels_is_in_view (self, usual.x, usual.y) &&
      _atlas_label_placing_place_name (placing, name, &usual, 1))
    return;

  if (anywhere)
    {
      double across = (double) g_utf8_strlen (name->text, -1) * name->size * 1.3;

      n_dots = find_room_in_area (self, area, across, 2.0 * name->size, dots);
      _atlas_label_placing_place_name (placing, name, dots, n_dots);
    }
}

static const AtlasMapSpot *
find_nearest_sea (const AtlasMapLabels *self, const AtlasPoint *place)
{
  const AtlasMapSpot *nearest = NULL;
  double least = INFINITY;

  for (guint i = 0; i < self->map->n_spots; i++)
    {
      const AtlasMapSpot *spot = &self->map->spots[i];
      double distance = hypot (_atlas_map_labels_x (self, spot->at.x) - place->x,
                               _atlas_map_labels_y (self, spot->at.y) - place->y);

      if (spot->is_sea && distance < least)
        {
          least = distance;
          nearest = spot;
        }
    }

  return nearest;
}

/* When the usual position of a sea's name is not visible, place the name in the visible part. */
void
_atlas_label_placing_place_seas (AtlasLabelPlacing *placing)
{
  AtlasMapLabels *self = placing->labels;
  AtlasLabelName name = { NULL, self->zoom < 6.5 ? 15.0 : 17.0,
                          ATLAS_MAP_TEXT_SPACED | ATLAS_MAP_TEXT_SLANTED,
                          self->palette->water_text };
  g_autoptr (GHashTable) placed = g_hash_table_new (g_str_hash, g_str_equal);
  AtlasPoint dots[GRID_COLUMNS * GRID_ROWS];
  guint n_dots = 0;

  for (guint i = 0; i < self->map->n_spots; i++)
    {
      const AtlasMapSpot *spot = &self->map->spots[i];
      AtlasPoint dot = { _atlas_map_labels_x (self, spot->at.x),
                         _atlas_map_labels_y (self, spot->at.y) };

      name.text = _atlas_map_labels_get_name (self, spot->names);
      if (spot->is_sea && spot->rank == 0 && _atlas_map_labels_is_in_view (self, dot.x, dot.y) &&
          _atlas_label_placing_place_name (placing, &name, &dot, 1))
        g_hash_table_add (placed, (gpointer) name.text);
    }

  for (guint i = 0; i < self->map->n_areas; i++)
    if (self->map->areas[i].kind == ATLAS_AREA_SEA)
      n_dots =
        find_room_in_area (self, &self->map->areas[i], 6.0 * name.size, 3.0 * name.size, dots);

  for (guint i = 0; i < n_dots; i++)
    {
      const AtlasMapSpot *sea = find_nearest_sea (self, &dots[i]);

      if (sea == NULL)
        return;
      name.text = _atlas_map_labels_get_name (self, sea->names);
      if (!g_hash_table_contains (placed, name.text) &&
          _atlas_label_placing_place_name (placing, &name, &dots[i], 1))
        g_hash_table_add (placed, (gpointer) name.text);
    }
}

/* The zoom from which on the provinces of China are named. */
#define PROVINCE_ZOOM 3.6

/* A country for which the base map has no provinces is also stored as a province of that name. */
static gboolean
is_whole_country (const AtlasBaseMap *map, const AtlasMapArea *area)
{
  return area->key == area->country;
}

/* Writes a note where the base map has no data, so that the area is not taken for empty land. */
void
_atlas_label_placing_place_beyond (AtlasLabelPlacing *placing)
{
  AtlasMapLabels *self = placing->labels;
  const AtlasExtent *extent = &self->request.extent;
  const AtlasLabelName name = {
    /* Translators: on the map, where no land is drawn since the base map ends. */
    atlas_translate (self->request.language, "The base map does not reach here"),
    12.5,
    0,
    self->palette->text,
  };
  const double half =
    (double) g_utf8_strlen (name.text, -1) * name.size / 2.0 / self->scale / ATLAS_BASE_MAP_SCALE;
  AtlasPoint dots[GRID_COLUMNS * GRID_ROWS];
  guint n_dots = 0;

  for (guint i = 0; i < GRID_COLUMNS * GRID_ROWS; i++)
    {
      const double x = (i % GRID_COLUMNS + 1) * self->request.width / (GRID_COLUMNS + 1);
      const double y = (i / GRID_COLUMNS + 1) * self->request.height / (GRID_ROWS + 1);
      const double unit_x = extent->x0 + x / self->request.width * (extent->x1 - extent->x0);
      const double unit_y = extent->y0 + y / self->request.height * (extent->y1 - extent->y0);

      if (!atlas_base_map_covers (self->map, unit_x, unit_y) &&
          !atlas_base_map_covers (self->map, unit_x - half, unit_y) &&
          !atlas_base_map_covers (self->map, unit_x + half, unit_y))
        dots[n_dots++] = (AtlasPoint) { x, y };
    }
  g_qsort_with_data (dots, (int) n_dots, sizeof *dots, compare_dots, (gpointer) &self->request);
  _atlas_label_placing_place_name (placing, &name, dots, n_dots);
}

void
_atlas_label_placing_place_neighbours (AtlasLabelPlacing *placing)
{
  AtlasMapLabels *self = placing->labels;

  for (guint i = 0; i < self->map->n_areas; i++)
    {
      const AtlasMapArea *area = &self->map->areas[i];
      gboolean chinese = strcmp (_atlas_base_map_get_string (self->map, area->country), "CN") == 0;
      AtlasLabelName name = { _atlas_map_labels_get_name (self, area->names), 14.0,
                              ATLAS_MAP_TEXT_SPACED, self->palette->quiet_text };

      if (*name.text == '\0' || !_atlas_map_labels_is_visible (self, &area->box))
        continue;

      /* Where the provinces of China are too small for their names, write the name of the
       * country. */
      if (area->kind == ATLAS_AREA_COUNTRY && self->zoom < (chinese ? PROVINCE_ZOOM : 7.6))
        {
          name.size = 16.0;
          place_area (placing, area, &name, TRUE);
        }
      else if (area->kind == ATLAS_AREA_PROVINCE && chinese &&
               strcmp (_atlas_base_map_get_string (self->map, area->key), "22") != 0 &&
               self->zoom >= PROVINCE_ZOOM)
        {
          name.size = self->zoom < 6.5 ? 14.0 : 16.0;
          place_area (placing, area, &name, TRUE);
        }
      else if (area->kind == ATLAS_AREA_PROVINCE && !chinese &&
               self->zoom >= (is_whole_country (self->map, area) ? 7.6 : 6.8))
        {
          name.size = 12.5;
          place_area (placing, area, &name, self->zoom >= 7.6);
        }
    }
}

void
_atlas_label_placing_place_prefectures (AtlasLabelPlacing *placing)
{
  AtlasMapLabels *self = placing->labels;

  if (self->zoom < 6.2)
    return;

  for (guint i = 0; i < self->map->n_areas; i++)
    {
      const AtlasMapArea *area = &self->map->areas[i];
      const char *code = _atlas_base_map_get_string (self->map, area->key);
      AtlasLabelName name = { _atlas_map_labels_get_name (self, area->names), 13.0,
                              ATLAS_MAP_TEXT_SPACED | ATLAS_MAP_TEXT_BOLD, self->palette->text };

      if (area->kind == ATLAS_AREA_PREFECTURE && g_str_has_prefix (code, "22") &&
          !_atlas_label_placing_leaves_out (placing, code) &&
          _atlas_map_labels_is_visible (self, &area->box))
        place_area (placing, area, &name, self->zoom >= 8.0);
    }
}

/* Towns and counties -------------------------------------------------------------------------- */

/* The rank of a town decides its font size and from which zoom on it is named. */
static const struct
{
  double from_zoom;
  double size;
  AtlasMapTextFlags flags;
} town_ranks[] = {
  { 99.0, 0.0, 0 }, { 5.0, 14.0, ATLAS_MAP_TEXT_BOLD }, { 5.6, 12.5, 0 }, { 6.2, 12.0, 0 },
  { 6.9, 11.5, 0 },
};

void
_atlas_label_placing_place_towns (AtlasLabelPlacing *placing)
{
  AtlasMapLabels *self = placing->labels;

  for (guint rank = 1; rank < G_N_ELEMENTS (town_ranks); rank++)
    {
      if (self->zoom < town_ranks[rank].from_zoom)
        break;

      for (guint i = 0; i < self->map->n_spots; i++)
        {
          const AtlasMapSpot *spot = &self->map->spots[i];
          const char *code = _atlas_base_map_get_string (self->map, spot->code);
          gboolean home = g_str_has_prefix (code, "22");
          double x = _atlas_map_labels_x (self, spot->at.x),
                 y = _atlas_map_labels_y (self, spot->at.y);
          AtlasLabelName name = { _atlas_map_labels_get_name (self, spot->names),
                                  town_ranks[rank].size, town_ranks[rank].flags,
                                  home ? self->palette->text : self->palette->quiet_text };

          if (!spot->is_sea && spot->rank == rank && _atlas_map_labels_is_in_view (self, x, y) &&
              !_atlas_label_placing_leaves_out (placing, code))
            _atlas_label_placing_place_town (placing, &name, x, y);
        }
    }
}

/* Whether the name of a county is already written at a town: its seat, or the city of that name in
 * it. */
static gboolean
has_seat (const AtlasMapLabels *self, const AtlasMapArea *county)
{
  for (guint i = 0; i < self->map->n_spots; i++)
    {
      const AtlasMapSpot *spot = &self->map->spots[i];

      if (strcmp (_atlas_base_map_get_string (self->map, spot->code),
                  _atlas_base_map_get_string (self->map, county->key)) == 0)
        return TRUE;
      if (g_str_has_prefix (_atlas_map_labels_get_name (self, county->names),
                            _atlas_map_labels_get_name (self, spot->names)) &&
          _atlas_base_map_area_contains (self->map, county, self->level, spot->at.x, spot->at.y))
        return TRUE;
    }

  return FALSE;
}

void
_atlas_label_placing_place_counties (AtlasLabelPlacing *placing)
{
  AtlasMapLabels *self = placing->labels;
  double size = self->zoom < 9.0 ? 11.0 : 12.5;

  if (self->zoom < 7.6)
    return;

  for (guint i = 0; i < self->map->n_spots; i++)
    {
      const AtlasMapSpot *spot = &self->map->spots[i];
      const char *code = _atlas_base_map_get_string (self->map, spot->code);
      double x = _atlas_map_labels_x (self, spot->at.x), y = _atlas_map_labels_y (self, spot->at.y);
      AtlasLabelName name = { _atlas_map_labels_get_name (self, spot->names), size, 0,
                              self->palette->text };

      if (!spot->is_sea && spot->rank >= G_N_ELEMENTS (town_ranks) &&
          _atlas_map_labels_is_in_view (self, x, y) &&
          !_atlas_label_placing_leaves_out (placing, code))
        _atlas_label_placing_place_town (placing, &name, x, y);
    }

  /* Districts have no seat, so their names are written across their areas. */
  for (guint i = 0; i < self->map->n_areas; i++)
    {
      const AtlasMapArea *area = &self->map->areas[i];
      const char *code = _atlas_base_map_get_string (self->map, area->key);
      AtlasLabelName name = { _atlas_map_labels_get_name (self, area->names), size - 0.5,
                              ATLAS_MAP_TEXT_SPACED, self->palette->quiet_text };
      double across = (area->box.x1 - (double) area->box.x0) * self->scale;

      if (area->kind == ATLAS_AREA_COUNTY && across > 70.0 &&
          _atlas_map_labels_is_visible (self, &area->box) &&
          !_atlas_label_placing_leaves_out (placing, code) && !has_seat (self, area))
        place_area (placing, area, &name, self->zoom >= 10.0);
    }
}
