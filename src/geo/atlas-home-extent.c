/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-home-extent.h"

#include "atlas-place.h"

/* Finds the initial extent of the map, on screen and on paper: Jilin, or the places of the
 * dataset. */

#define PROVINCE "22"

/* The smallest width of a view outside Jilin, in degrees of longitude as a share of the Web
 * Mercator square. The land is coarse there, and a closer view would show it. */
#define MIN_SIDE (5.0 / 360.0)

/* The margin around the places outside Jilin, as a share of their extent on each side. */
#define MARGIN 0.08

static gboolean
find_area (AtlasBaseMap *base_map, AtlasPlace *place, AtlasPoint at, AtlasExtent *area)
{
  const char *code = atlas_place_get_code (place);

  if (code != NULL && atlas_base_map_get_area_extent (base_map, code, area))
    return TRUE;
  return atlas_place_get_kind (place) == ATLAS_PLACE_KIND_PROVINCE &&
         atlas_base_map_get_province_extent_at (base_map, at.x, at.y, area);
}

/**
 * atlas_home_extent_find:
 * @base_map: the base map
 * @dataset: (nullable): the dataset that the map shows, or %NULL when there is none
 * @extent: (out): return location for the initial extent of the map, in the Web Mercator square
 *
 * A dataset with at least half of its places in Jilin is shown with all of Jilin, wherever the
 * other places lie. Any other dataset is shown with all of its places: a province that the base map
 * has as an area with its whole extent, any other place as a point.
 *
 * Returns: whether the extent is that of Jilin
 */
gboolean
atlas_home_extent_find (AtlasBaseMap *base_map, AtlasDataset *dataset, AtlasExtent *extent)
{
  GListModel *places =
    dataset != NULL ? atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE) : NULL;
  guint n_places = places != NULL ? g_list_model_get_n_items (places) : 0, n_home = 0;
  AtlasExtent found = ATLAS_EXTENT_EMPTY;

  g_return_val_if_fail (ATLAS_IS_BASE_MAP (base_map), FALSE);
  g_return_val_if_fail (dataset == NULL || ATLAS_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (extent != NULL, FALSE);

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      const AtlasPoint at = atlas_projection_of_place (place);
      AtlasExtent area = { at.x, at.y, at.x, at.y };

      find_area (base_map, place, at, &area);
      atlas_extent_include (&found, &area);
      n_home += atlas_base_map_prefecture_at (base_map, at.x, at.y) != NULL;
    }

  if (2 * n_home >= n_places)
    {
      *extent = atlas_base_map_get_extent (base_map);
      atlas_base_map_get_area_extent (base_map, PROVINCE, extent);
      return TRUE;
    }
  atlas_extent_pad (&found, MARGIN, MIN_SIDE);
  *extent = found;
  return FALSE;
}
