/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-starter.h"

#include <math.h>

#include "atlas-base-map-private.h"
#include "atlas-place.h"

/*
 * The dataset with which people start: the province, its prefectures and counties, as the base map
 * has them, and nothing else. So the first record of their own can name its places at once.
 */

/* The first two digits of the codes of the province. */
#define PROVINCE "22"

static AtlasText *
create_name (AtlasBaseMap *map, const guint32 names[3])
{
  return atlas_text_new (_atlas_base_map_get_string (map, names[ATLAS_LANGUAGE_ZH]),
                         _atlas_base_map_get_string (map, names[ATLAS_LANGUAGE_EN]),
                         _atlas_base_map_get_string (map, names[ATLAS_LANGUAGE_KO]));
}

/* Returns the town that is the seat of the area with a code, or NULL if the map has none. */
static const AtlasMapSpot *
find_seat (AtlasBaseMap *map, const char *code)
{
  for (guint i = 0; i < map->n_spots; i++)
    if (g_str_equal (_atlas_base_map_get_string (map, map->spots[i].code), code))
      return &map->spots[i];
  return NULL;
}

/* Rounds to ten-thousandths, about 11 metres, which is finer than the map. */
static double
round_degrees (double degrees)
{
  return round (degrees * 1e4) / 1e4;
}

static AtlasRecord *
create_place (AtlasBaseMap *map, const AtlasMapArea *area, AtlasPlaceKind kind, const char *code)
{
  const AtlasMapSpot *seat = find_seat (map, code);
  const AtlasMapPoint at = seat != NULL ? seat->at : area->label;
  g_autoptr (AtlasText) name = create_name (map, area->names);
  g_autofree char *id = g_strdup_printf ("cn-%s", code);
  const double latitude = atlas_projection_latitude (at.y / ATLAS_BASE_MAP_SCALE);
  const double longitude = atlas_projection_longitude (at.x / ATLAS_BASE_MAP_SCALE);

  return g_object_new (ATLAS_TYPE_PLACE, "id", id, "name", name, "kind", kind, "code", code,
                       "latitude", round_degrees (latitude), "longitude", round_degrees (longitude),
                       "approximate", seat == NULL, NULL);
}

static void
add_place (AtlasDataset *dataset,
           AtlasBaseMap *map,
           const AtlasMapArea *area,
           AtlasPlaceKind kind,
           const char *code,
           const char *parent)
{
  g_autoptr (AtlasRecord) place = create_place (map, area, kind, code);
  g_autofree char *id = g_strdup_printf ("cn-%s", parent);
  AtlasRecord *other = atlas_dataset_lookup (dataset, id);

  if (other != NULL)
    atlas_record_add_reference (place, ATLAS_ROLE_PARENT, other);
  atlas_dataset_add (dataset, place);
}

/* Adds the areas of one kind. Those that contain others are added first. */
static void
add_areas (AtlasDataset *dataset, AtlasBaseMap *map, guint area_kind, AtlasPlaceKind kind)
{
  for (guint i = 0; i < map->n_areas; i++)
    {
      const AtlasMapArea *area = &map->areas[i];
      const char *code = _atlas_base_map_get_string (map, area->key);

      if (area->kind != area_kind)
        continue;
      if (kind == ATLAS_PLACE_KIND_PROVINCE && g_str_equal (code, PROVINCE))
        add_place (dataset, map, area, kind, PROVINCE "0000", "");
      else if (kind == ATLAS_PLACE_KIND_PREFECTURE && g_str_has_prefix (code, PROVINCE))
        add_place (dataset, map, area, kind, code, PROVINCE "0000");
      else if (kind == ATLAS_PLACE_KIND_COUNTY && g_str_has_prefix (code, PROVINCE))
        add_place (dataset, map, area, kind, code,
                   _atlas_base_map_get_string (map, area->prefecture));
    }
}

/**
 * atlas_starter_create_dataset:
 * @map: a base map
 * @title: the title of the dataset
 *
 * Creates a complete dataset with the province, its prefectures and its counties. A place whose
 * seat the map does not have stands where the map writes its name, and is approximate.
 *
 * Returns: (transfer full): the dataset
 */
AtlasDataset *
atlas_starter_create_dataset (AtlasBaseMap *map, AtlasText *title)
{
  AtlasDataset *dataset;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (map), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  dataset = atlas_dataset_new ();
  atlas_dataset_set_head (dataset, title, NULL, NULL);
  add_areas (dataset, map, ATLAS_AREA_PROVINCE, ATLAS_PLACE_KIND_PROVINCE);
  add_areas (dataset, map, ATLAS_AREA_PREFECTURE, ATLAS_PLACE_KIND_PREFECTURE);
  add_areas (dataset, map, ATLAS_AREA_COUNTY, ATLAS_PLACE_KIND_COUNTY);
  atlas_dataset_complete (dataset);
  return dataset;
}
