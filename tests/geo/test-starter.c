/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-place.h"
#include "atlas-reader.h"
#include "atlas-starter.h"
#include "atlas-writer.h"

static guint
count (AtlasDataset *dataset, AtlasPlaceKind kind)
{
  GListModel *places = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);

      n_found += atlas_place_get_kind (place) == kind;
    }
  return n_found;
}

static AtlasDataset *
create_dataset (void)
{
  g_autoptr (AtlasText) title = atlas_text_new ("新库", "New", "새 자료");

  return atlas_starter_create_dataset (atlas_base_map_get_default (), title);
}

/* The province has nine prefectures and sixty counties and districts. */
static void
test_places (void)
{
  g_autoptr (AtlasDataset) dataset = create_dataset ();
  AtlasRecord *county = atlas_dataset_lookup (dataset, "cn-220112");
  AtlasRecord *city = atlas_dataset_lookup (dataset, "cn-220300");

  g_assert_cmpuint (count (dataset, ATLAS_PLACE_KIND_PROVINCE), ==, 1);
  g_assert_cmpuint (count (dataset, ATLAS_PLACE_KIND_PREFECTURE), ==, 9);
  g_assert_cmpuint (count (dataset, ATLAS_PLACE_KIND_COUNTY), ==, 60);
  g_assert_nonnull (county);
  g_assert_cmpstr (atlas_record_get_name (county, ATLAS_LANGUAGE_ZH), ==, "双阳区");
  g_assert_true (atlas_dataset_get_reference (dataset, county, ATLAS_ROLE_PARENT) ==
                 atlas_dataset_lookup (dataset, "cn-220100"));
  g_assert_nonnull (city);
  g_assert_cmpstr (atlas_record_get_name (city, ATLAS_LANGUAGE_ZH), ==, "四平市");
  g_assert_cmpfloat_with_epsilon (atlas_place_get_latitude (ATLAS_PLACE (city)), 43.166, 0.05);
  g_assert_cmpfloat_with_epsilon (atlas_place_get_longitude (ATLAS_PLACE (city)), 124.35, 0.05);
  g_assert_false (atlas_place_is_approximate (ATLAS_PLACE (city)));
}

/* The file that is saved has no fault. */
static void
test_file (void)
{
  g_autoptr (AtlasDataset) dataset = create_dataset ();
  g_autoptr (GBytes) bytes = atlas_writer_write (dataset);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) again =
    atlas_reader_read_bytes ("file", bytes, ATLAS_READER_STRICT, NULL, &faults, &error);

  g_assert_no_error (error);
  g_assert_nonnull (again);
  g_assert_cmpuint (faults->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/geo/starter/places", test_places);
  g_test_add_func ("/geo/starter/file", test_file);

  return g_test_run ();
}
