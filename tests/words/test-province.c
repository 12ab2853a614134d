/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-province.h"
#include "atlas-test-dataset.h"

static void
add_place (AtlasDataset *dataset, const char *id, AtlasPlaceKind kind)
{
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_PLACE, "id", id, "kind", kind,
                                                "latitude", 23.0, "longitude", 113.0, NULL);

  g_assert_true (atlas_dataset_add (dataset, place));
}

/* The first province counts, and only if at least half of the places are in it. */
static void
test_of (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasDataset) elsewhere = atlas_dataset_new ();

  g_assert_true (ATLAS_RECORD (atlas_province_of (dataset)) ==
                 atlas_test_dataset_get (dataset, "jilin"));
  g_assert_cmpstr (atlas_province_describe_whole (dataset, ATLAS_LANGUAGE_EN), ==,
                   "Whole province");
  g_assert_null (atlas_province_of (elsewhere));
  add_place (elsewhere, "province", ATLAS_PLACE_KIND_PROVINCE);
  g_assert_nonnull (atlas_province_of (elsewhere));
  add_place (elsewhere, "guangzhou", ATLAS_PLACE_KIND_PREFECTURE);
  add_place (elsewhere, "shenzhen", ATLAS_PLACE_KIND_PREFECTURE);
  g_assert_null (atlas_province_of (elsewhere));
  g_assert_cmpstr (atlas_province_describe_whole (elsewhere, ATLAS_LANGUAGE_EN), ==, "Everything");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/province/of", test_of);
  return g_test_run ();
}
