/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-organization.h"
#include "atlas-place.h"

static AtlasPlace *
get_place (AtlasDataset *dataset, const char *id)
{
  return ATLAS_PLACE (atlas_test_dataset_get (dataset, id));
}

static void
test_new_destroy (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  AtlasPlace *place = g_object_new (ATLAS_TYPE_PLACE, "id", "changchun", "kind",
                                    ATLAS_PLACE_KIND_PREFECTURE, "latitude", 43.88, "longitude",
                                    125.32, "approximate", TRUE, "code", "220100", NULL);

  g_assert_cmpint (atlas_place_get_kind (place), ==, ATLAS_PLACE_KIND_PREFECTURE);
  g_assert_cmpfloat (atlas_place_get_latitude (place), ==, 43.88);
  g_assert_cmpfloat (atlas_place_get_longitude (place), ==, 125.32);
  g_assert_true (atlas_place_is_approximate (place));
  g_assert_cmpstr (atlas_place_get_code (place), ==, "220100");
  g_assert_null (atlas_place_get_parent (place, dataset));
  g_assert_finalize_object (place);
}

static void
test_is_within (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasPlace *jilin = get_place (dataset, "jilin");
  AtlasPlace *changchun = get_place (dataset, "changchun");
  AtlasPlace *siping = get_place (dataset, "siping");
  AtlasPlace *zone = get_place (dataset, "zone-auto");

  g_assert_true (atlas_place_get_parent (zone, dataset) == changchun);
  g_assert_true (atlas_place_is_within (zone, dataset, zone));
  g_assert_true (atlas_place_is_within (zone, dataset, changchun));
  g_assert_true (atlas_place_is_within (zone, dataset, jilin));
  g_assert_false (atlas_place_is_within (zone, dataset, siping));
  g_assert_false (atlas_place_is_within (changchun, dataset, zone));
}

static void
test_get_city (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasPlace *changchun = get_place (dataset, "changchun");

  g_assert_true (atlas_place_get_city (changchun, dataset) == changchun);
  g_assert_true (atlas_place_get_city (get_place (dataset, "zone-auto"), dataset) == changchun);
  g_assert_null (atlas_place_get_city (get_place (dataset, "jilin"), dataset));
}

static void
test_is_own_city (void)
{
  static const struct
  {
    AtlasPlaceKind kind;
    const char *code;
    gboolean expected;
  } cases[] = {
    { ATLAS_PLACE_KIND_PREFECTURE, "220300", TRUE },
    { ATLAS_PLACE_KIND_PREFECTURE, "230100", FALSE },
    { ATLAS_PLACE_KIND_PREFECTURE, NULL, FALSE },
    { ATLAS_PLACE_KIND_COUNTY, "220323", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasPlace) place = g_object_new (ATLAS_TYPE_PLACE, "id", "x", "kind",
                                                   cases[i].kind, "code", cases[i].code, NULL);

      g_assert_cmpint (atlas_place_is_own_city (place), ==, cases[i].expected);
    }
}

/* A zone has its own location, even inside a city; an organization has that of its place. */
static void
test_of (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasRecord) homeless = g_object_new (ATLAS_TYPE_ORGANIZATION, "id", "x", NULL);

  g_assert_true (atlas_place_of (atlas_test_dataset_get (dataset, "zone-auto"), dataset) ==
                 get_place (dataset, "zone-auto"));
  g_assert_true (atlas_place_of (atlas_test_dataset_get (dataset, "carmaker"), dataset) ==
                 get_place (dataset, "changchun"));
  g_assert_null (atlas_place_of (homeless, dataset));
}

static void
test_refuses (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  g_autoptr (AtlasRecord) organization = g_object_new (ATLAS_TYPE_ORGANIZATION, "id", "x", NULL);

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*ATLAS_IS_PLACE*failed");
  g_assert_null (atlas_place_get_city ((AtlasPlace *) organization, dataset));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/place/new-destroy", test_new_destroy);
  g_test_add_func ("/records/place/is-within", test_is_within);
  g_test_add_func ("/records/place/get-city", test_get_city);
  g_test_add_func ("/records/place/is-own-city", test_is_own_city);
  g_test_add_func ("/records/place/of", test_of);
  g_test_add_func ("/records/place/refuses", test_refuses);

  return g_test_run ();
}
