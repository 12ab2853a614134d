/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-province.h"

#include "atlas-translation.h"

/* Finds the province of a dataset, if there is one. */

/**
 * atlas_province_of:
 * @dataset: a dataset
 *
 * A file may contain several provinces, because partners are in others. The province of the dataset
 * is the first one in the file, if at least half of all places are in it.
 *
 * Returns: (transfer none) (nullable): the province; %NULL if the dataset is not about one province
 */
AtlasPlace *
atlas_province_of (AtlasDataset *dataset)
{
  GListModel *places = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);
  const guint n_places = g_list_model_get_n_items (places);
  AtlasPlace *province = NULL;
  guint n_within = 0;

  for (guint i = 0; i < n_places && province == NULL; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      if (atlas_place_get_kind (place) == ATLAS_PLACE_KIND_PROVINCE)
        province = place; /* the dataset has a reference */
    }
  for (guint i = 0; i < n_places && province != NULL; i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      n_within += atlas_place_is_within (place, dataset, province) ? 1 : 0;
    }
  return 2 * n_within >= n_places ? province : NULL;
}

/**
 * atlas_province_describe_whole:
 * @dataset: a dataset
 * @language: the language of the text
 *
 * Returns: the name of the scope of the whole dataset: "Whole province", or "Everything" if it is
 *   not about one province
 */
const char *
atlas_province_describe_whole (AtlasDataset *dataset, AtlasLanguage language)
{
  return atlas_province_of (dataset) != NULL ? atlas_translate (language, "Whole province")
                                             : atlas_translate (language, "Everything");
}
