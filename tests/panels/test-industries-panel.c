/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-industries-panel.h"

#include "panel-fixture.h"

static void
test_province (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_INDUSTRIES_PANEL);

  assert_rows (fixture, "Automotive:\n"
                        "  Car parts = 2 links | Siping – Automobile Zone, Car Works – Siping\n"
                        "Pharmaceuticals:\n"
                        "  Medicine = 1 link | Liaoyuan – Changchun New Area\n");
}

/* The partners of a place are those outside of it; companies have their own names. */
static void
test_place (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_INDUSTRIES_PANEL);

  panel_fixture_visit (fixture, "siping");
  assert_rows (fixture, "Partners and their industries:\n"
                        "  Automobile Zone | Car parts\n"
                        "  Changchun Car Works | Car parts\n"
                        "Automotive:\n"
                        "  Car parts = 2 links | Siping – Automobile Zone, Car Works – Siping\n");
}

static void
test_industry (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_INDUSTRIES_PANEL);

  panel_fixture_visit (fixture, "medicine");
  assert_rows (fixture, "Partners and their industries:\n"
                        "  Liaoyuan – Changchun New Area | Medicine\n"
                        "Pharmaceuticals:\n"
                        "  Medicine = 1 link | Liaoyuan – Changchun New Area\n");
}

/* Links hidden by the filter do not count. */
static void
test_filter (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_INDUSTRIES_PANEL);

  atlas_filter_set_shows (atlas_navigation_get_filter (fixture->navigation), ATLAS_FACET_LINKS,
                          ATLAS_LINK_GROUP_ZONE, FALSE);
  assert_rows (fixture, "Automotive:\n"
                        "  Car parts = 1 link | Car Works – Siping\n"
                        "Pharmaceuticals:\n"
                        "  Medicine\n");
}

/* If time is filtered, industries of undated links are separate; an industry that also has a dated
 * link is in both parts. */
static void
test_moment (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_INDUSTRIES_PANEL,
    "'places': [{'id': 'a', 'name': 'A', 'kind': 'prefecture', 'latitude': 43, 'longitude': 125},"
    "{'id': 'b', 'name': 'B', 'kind': 'prefecture', 'latitude': 44, 'longitude': 126}],"
    "'industries': [{'id': 'parts', 'name': 'Parts', 'group': 'automotive'},"
    "{'id': 'medicine', 'name': 'Medicine', 'group': 'medicine'}],"
    "'partnerships': ["
    "{'id': 'p', 'name': 'P', 'kind': 'city-pair', 'date': '2016', 'members': ['a', 'b'],"
    "'industries': ['parts']},"
    "{'id': 'q', 'name': 'Q', 'kind': 'city-pair', 'members': ['a', 'b'],"
    "'industries': ['parts', 'medicine']}]");

  atlas_filter_set_time (atlas_navigation_get_filter (fixture->navigation), NULL,
                         &(AtlasDate) { 2017, 0, 0 });
  assert_rows (fixture, "Automotive:\n"
                        "  Parts = 1 link | P\n"
                        "Date not stated:\n"
                        "  What follows is told as of 2021. The source does not say since when.\n"
                        "Automotive, undated:\n"
                        "  Parts = 1 link | Q\n"
                        "Pharmaceuticals, undated:\n"
                        "  Medicine = 1 link | Q\n");
}

static void
test_empty (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_INDUSTRIES_PANEL);

  panel_fixture_visit (fixture, "bus");
  assert_rows (fixture, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/industries-panel/province", test_province);
  g_test_add_func ("/industries-panel/place", test_place);
  g_test_add_func ("/industries-panel/industry", test_industry);
  g_test_add_func ("/industries-panel/filter", test_filter);
  g_test_add_func ("/industries-panel/moment", test_moment);
  g_test_add_func ("/industries-panel/empty", test_empty);
  return g_test_run ();
}
