/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-position.h"

#include <math.h>

/* The position of a new place, as the user shows it on a map: how exact it is, and in which other
 * place it lies. */

/* The base map does not draw borders more exactly than this, about two kilometres. */
#define BORDER_DEGREES 0.02

/* The least and the largest number of decimals of degrees: about 1 km and 11 m. */
#define MIN_DECIMALS 2
#define MAX_DECIMALS 4

/**
 * atlas_position_round:
 * @degrees: a latitude or longitude
 * @pixels_per_unit: the side of the Web Mercator square in pixels
 *
 * Rounds to as many decimals as a pixel of the map can tell apart, at least two and at most four.
 * More of them would pretend that the position is known exactly.
 *
 * Returns: the rounded degrees
 */
double
atlas_position_round (double degrees, double pixels_per_unit)
{
  double factor;

  g_return_val_if_fail (pixels_per_unit > 0, degrees);

  factor = pow (10, CLAMP (ceil (log10 (pixels_per_unit / 360)), MIN_DECIMALS, MAX_DECIMALS));
  return round (degrees * factor) / factor;
}

typedef const char *(*AreaFunc) (AtlasBaseMap *map, double x, double y);

/* Returns the code of the area that contains the point and everything within the error of the
 * borders around it, or NULL. */
static const char *
find_area (AtlasBaseMap *map, AreaFunc area_at, double latitude, double longitude)
{
  const char *code = area_at (map, atlas_projection_x (longitude), atlas_projection_y (latitude));

  for (int north = -1; north <= 1 && code != NULL; north++)
    for (int east = -1; east <= 1 && code != NULL; east++)
      {
        const char *other = area_at (map, atlas_projection_x (longitude + east * BORDER_DEGREES),
                                     atlas_projection_y (latitude + north * BORDER_DEGREES));

        if (g_strcmp0 (other, code) != 0)
          code = NULL;
      }
  return code;
}

static AtlasPlace *
find_place (AtlasDataset *dataset, const char *code)
{
  GListModel *places = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);

  for (guint i = 0; code != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (g_strcmp0 (atlas_place_get_code (place), code) == 0)
        return place; /* the dataset has a reference */
    }
  return NULL;
}

/**
 * atlas_position_find_parent:
 * @map: a base map
 * @dataset: a complete dataset
 * @latitude: degrees north, WGS 84
 * @longitude: degrees east, WGS 84
 *
 * Finds the county in which a position lies, or its prefecture if @dataset does not have the county
 * or the position is close to its border. Close to the border of a prefecture, nothing is certain.
 *
 * Returns: (transfer none) (nullable): the place of @dataset, or %NULL if it is not certain or not
 *   known
 */
AtlasPlace *
atlas_position_find_parent (AtlasBaseMap *map,
                            AtlasDataset *dataset,
                            double latitude,
                            double longitude)
{
  AtlasPlace *place;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (map), NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  place = find_place (dataset, find_area (map, atlas_base_map_county_at, latitude, longitude));
  if (place == NULL)
    place =
      find_place (dataset, find_area (map, atlas_base_map_prefecture_at, latitude, longitude));
  return place;
}
