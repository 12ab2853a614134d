/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-enum-types.h"
#include "atlas-link.h"
#include "atlas-partnership.h"
#include "atlas-route.h"

static AtlasLink *
get_link (AtlasDataset *dataset, const char *id)
{
  return ATLAS_LINK (atlas_test_dataset_get (dataset, id));
}

static void
test_new_destroy (void)
{
  AtlasRoute *route = g_object_new (ATLAS_TYPE_ROUTE, "id", "bus", "trips-per-day", 24u, "vehicles",
                                    12u, "urban-style", ATLAS_URBAN_STYLE_CONVERTED, NULL);
  AtlasUrbanStyle urban_style;

  g_assert_cmpuint (atlas_route_get_trips_per_day (route), ==, 24);
  g_assert_cmpuint (atlas_route_get_vehicles (route), ==, 12);
  g_assert_cmpstr (atlas_route_get_vehicle_type (route, ATLAS_LANGUAGE_EN), ==, "");
  g_object_get (route, "urban-style", &urban_style, NULL);
  g_assert_cmpint (urban_style, ==, ATLAS_URBAN_STYLE_CONVERTED);
  g_assert_cmpint (atlas_link_get_group (ATLAS_LINK (route)), ==, ATLAS_LINK_GROUP_BUS);
  g_assert_finalize_object (route);
}

static void
test_group (void)
{
  const struct
  {
    AtlasPartnershipKind kind;
    AtlasLinkGroup expected;
  } cases[] = {
    { ATLAS_PARTNERSHIP_KIND_ZONE_COOPERATION, ATLAS_LINK_GROUP_ZONE },
    { ATLAS_PARTNERSHIP_KIND_FRAMEWORK, ATLAS_LINK_GROUP_FRAMEWORK },
    { ATLAS_PARTNERSHIP_KIND_CITY_PAIR, ATLAS_LINK_GROUP_PAIR },
    { ATLAS_PARTNERSHIP_KIND_INTEGRATION, ATLAS_LINK_GROUP_INTEGRATION },
    { ATLAS_PARTNERSHIP_KIND_DEMONSTRATION_AREA, ATLAS_LINK_GROUP_INTEGRATION },
    { ATLAS_PARTNERSHIP_KIND_REGIONAL_BRAND, ATLAS_LINK_GROUP_PAIR },
    { ATLAS_PARTNERSHIP_KIND_ENERGY, ATLAS_LINK_GROUP_PAIR },
    { ATLAS_PARTNERSHIP_KIND_ENTERPRISE, ATLAS_LINK_GROUP_ENTERPRISE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasLink) link =
        g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", "x", "kind", cases[i].kind, NULL);

      g_assert_cmpint (atlas_link_get_group (link), ==, cases[i].expected);
    }
}

static void
test_ends (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *id, *expected;
  } cases[] = {
    { "siping-auto", "siping zone-auto" },
    { "bus", "liaoyuan siping" },
    /* An organization is located at its place. */
    { "works-siping", "changchun siping" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) ends = atlas_link_dup_ends (get_link (dataset, cases[i].id), dataset);
      g_autofree char *ids = atlas_test_dataset_join (ends);

      g_assert_cmpstr (ids, ==, cases[i].expected);
    }
}

static void
test_ends_unknown (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasLink) link = g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", "x", NULL);
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, dataset);

  g_assert_cmpuint (ends->len, ==, 0);
}

static void
test_joins (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasLink *link = get_link (dataset, "siping-auto");

  g_assert_true (atlas_link_joins (link, dataset,
                                   (AtlasPlace *) atlas_test_dataset_get (dataset, "siping")));
  g_assert_true (atlas_link_joins (link, dataset,
                                   (AtlasPlace *) atlas_test_dataset_get (dataset, "zone-auto")));
  /* The zone is in Changchun. */
  g_assert_true (atlas_link_joins (link, dataset,
                                   (AtlasPlace *) atlas_test_dataset_get (dataset, "changchun")));
  g_assert_false (atlas_link_joins (link, dataset,
                                    (AtlasPlace *) atlas_test_dataset_get (dataset, "liaoyuan")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/link/new-destroy", test_new_destroy);
  g_test_add_func ("/records/link/group", test_group);
  g_test_add_func ("/records/link/ends", test_ends);
  g_test_add_func ("/records/link/ends-unknown", test_ends_unknown);
  g_test_add_func ("/records/link/joins", test_joins);

  return g_test_run ();
}
