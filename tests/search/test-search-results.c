/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-search-results.h"

#include "panel-fixture.h"

/* Groups are sorted by their best result. */
static void
test_groups (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_SEARCH_RESULTS);

  assert_rows (fixture, "");
  atlas_search_results_set_text (ATLAS_SEARCH_RESULTS (fixture->panel), "siping");
  assert_rows (fixture,
               "Places:\n"
               "  Siping | City or prefecture · Jilin\n"
               "Partnerships:\n"
               "  Siping – Automobile Zone | Zone co-operation · Siping – Automobile Zone\n"
               "  Changchun–Siping Integration | Integration · Changchun – Siping\n"
               "  Car Works – Siping | Company or college co-operation · Changchun – Siping\n"
               "Plans and agreements:\n"
               "  Changchun–Siping plan | Plan · Drawn up\n"
               "Bus routes:\n"
               "  Liaoyuan–Siping coach | Bus route · Liaoyuan – Siping\n");
  atlas_search_results_set_text (ATLAS_SEARCH_RESULTS (fixture->panel), "cc");
  g_assert_cmpstr (atlas_row_get_title (panel_fixture_find (fixture, "changchun")), ==,
                   "Changchun");
  atlas_search_results_set_text (ATLAS_SEARCH_RESULTS (fixture->panel), "");
  assert_rows (fixture, "");
}

/* The scope does not limit a search; the filter does. */
static void
test_filter (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_SEARCH_RESULTS);
  const char *expected = "Bus routes:\n"
                         "  Liaoyuan–Siping coach | Bus route · Liaoyuan – Siping\n";

  atlas_search_results_set_text (ATLAS_SEARCH_RESULTS (fixture->panel), "coach");
  assert_rows (fixture, expected);
  panel_fixture_visit (fixture, "changchun");
  assert_rows (fixture, expected);
  atlas_filter_set_shows (atlas_navigation_get_filter (fixture->navigation), ATLAS_FACET_LINKS,
                          ATLAS_LINK_GROUP_BUS, FALSE);
  assert_rows (fixture, "");
}

/* Another dataset is searched as soon as it is set. */
static void
test_another_dataset (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_SEARCH_RESULTS);
  g_autoptr (AtlasDataset) empty = atlas_dataset_new ();

  atlas_search_results_set_text (ATLAS_SEARCH_RESULTS (fixture->panel), "coach");
  atlas_dataset_complete (empty);
  atlas_navigation_set_dataset (fixture->navigation, empty);
  assert_rows (fixture, "");
}

/* Distinguishes no results from results that the filter hides. */
static void
test_state (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_SEARCH_RESULTS);
  AtlasSearchResults *results = ATLAS_SEARCH_RESULTS (fixture->panel);
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  atlas_search_results_set_text (results, "coach");
  g_assert_cmpint (atlas_panel_get_state (fixture->panel), ==, ATLAS_PANEL_STATE_FILTERED);
  atlas_search_results_set_text (results, "no such thing");
  g_assert_cmpint (atlas_panel_get_state (fixture->panel), ==, ATLAS_PANEL_STATE_EMPTY);
  atlas_search_results_set_text (results, "coach");
  atlas_filter_reset (filter);
  g_assert_cmpint (atlas_panel_get_state (fixture->panel), ==, ATLAS_PANEL_STATE_ROWS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-results/groups", test_groups);
  g_test_add_func ("/search-results/filter", test_filter);
  g_test_add_func ("/search-results/another-dataset", test_another_dataset);
  g_test_add_func ("/search-results/state", test_state);
  return g_test_run ();
}
