/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-overview-panel.h"

#include <string.h>

#include "atlas-project.h"
#include "atlas-shared-rows.h"
#include "panel-fixture.h"

static void
test_province (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  assert_rows (fixture, "Key figures:\n"
                        "  Investment planned = CNY 65.333 billion | as of February 2021\n"
                        "  Cost of the road = CNY 2.34 billion | undated\n"
                        "More about this:\n"
                        "  Industries = 2 > industries\n"
                        "  Events = 3 > timeline\n"
                        "  Plans and agreements = 1 > timeline\n"
                        "  Figures = 3 > investment\n"
                        "  Buses, roads and railways = 2 > transport\n"
                        "  Next steps = 1 > next-steps\n"
                        "Zone co-operation:\n"
                        "  Siping – Automobile Zone | Car parts\n"
                        "  Liaoyuan – Changchun New Area | Medicine\n"
                        "Integrated areas:\n"
                        "  Changchun–Siping Integration\n"
                        "Bus routes:\n"
                        "  Liaoyuan–Siping coach = 37 trips a day\n"
                        "Companies and colleges:\n"
                        "  Car Works – Siping | Car parts\n");
}

/* If time is filtered, undated records are separate, and figures and next steps of later documents
 * are hidden. */
static void
test_moment (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  atlas_filter_set_time (atlas_navigation_get_filter (fixture->navigation), NULL,
                         &(AtlasDate) { 2017, 0, 0 });
  /* The source of this dataset has no date, so figures without a date stay. */
  assert_rows (fixture,
               "Key figures:\n"
               "  Cost of the road = CNY 2.34 billion | undated\n"
               "More about this:\n"
               "  Events = 1 > timeline\n"
               "  Figures = 1 > investment\n"
               "  Next steps = 1 > next-steps\n"
               "Date not stated:\n"
               "  What follows is told as of 30 May 2021. The source does not say since when.\n"
               "More about this, undated:\n"
               "  Industries = 2 > industries\n"
               "  Plans and agreements = 1 > timeline\n"
               "  Buses, roads and railways = 2 > transport\n"
               "Zone co-operation, undated:\n"
               "  Siping – Automobile Zone | Car parts\n"
               "  Liaoyuan – Changchun New Area | Medicine\n"
               "Bus routes, undated:\n"
               "  Liaoyuan–Siping coach = 37 trips a day\n"
               "Companies and colleges, undated:\n"
               "  Car Works – Siping | Car parts\n");
}

/* A city begins with its partners, and each part opens its page. */
static void
test_place (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  panel_fixture_visit (fixture, "siping");
  assert_rows (fixture, "Together with Changchun:\n"
                        "  Investment planned = CNY 65.333 billion | as of February 2021\n"
                        "  Cost of the road = CNY 2.34 billion | undated\n"
                        "Partners:\n"
                        "  AtlasPartnerDiagram\n"
                        "Industries:\n"
                        "  Car parts\n"
                        "  Show all = 1 > industries\n"
                        "Bus routes:\n"
                        "  Liaoyuan–Siping coach = 37 trips a day\n"
                        "Latest events:\n"
                        "  Agreement signed | August 2020 · Signing\n"
                        "  Show all = 1 > timeline\n"
                        "Next steps:\n"
                        "  Write the programme | Siping\n"
                        "  Show all = 1 > next-steps\n"
                        "Zone co-operation:\n"
                        "  Siping – Automobile Zone | Car parts\n"
                        "Integrated areas:\n"
                        "  Changchun–Siping Integration\n"
                        "Companies and colleges:\n"
                        "  Car Works – Siping | Car parts\n"
                        "More about this:\n"
                        "  Plans and agreements = 1 > timeline\n"
                        "  Figures = 3 > investment\n"
                        "  Buses, roads and railways = 2 > transport\n"
                        "Organizations:\n"
                        "  Changchun Car Works | Company\n");
}

/* A city has its zones and the organizations in it. */
static void
test_inhabitants (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);
  g_autofree char *dumped = NULL;

  panel_fixture_visit (fixture, "changchun");
  dumped = panel_fixture_dump (fixture);
  g_assert_nonnull (strstr (dumped, "Places:\n"
                                    "  Automobile Zone | Development zone\n"
                                    "  Changchun New Area | Development zone\n"
                                    "Organizations:\n"
                                    "  Changchun Car Works | Company\n"));
  g_assert_null (strstr (dumped, "Liaoyuan–Siping coach"));
}

/* Lists everything between two cities, without the link itself among the links. */
static void
test_pair (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  panel_fixture_visit (fixture, "changping");
  assert_rows (fixture, "Key figures:\n"
                        "  Investment planned = CNY 65.333 billion | as of February 2021\n"
                        "  Cost of the road = CNY 2.34 billion | undated\n"
                        "Parties:\n"
                        "  Changchun | City or prefecture\n"
                        "  Siping | City or prefecture\n"
                        "Industries:\n"
                        "  Car parts\n"
                        "  Show all = 1 > industries\n"
                        "Zone co-operation:\n"
                        "  Siping – Automobile Zone | Car parts\n"
                        "Companies and colleges:\n"
                        "  Car Works – Siping | Car parts\n"
                        "Latest events:\n"
                        "  Agreement signed | August 2020 · Signing\n"
                        "  Show all = 1 > timeline\n"
                        "Plans and agreements:\n"
                        "  Changchun–Siping plan | Plan\n"
                        "More about this:\n"
                        "  Plans and agreements = 1 > timeline\n"
                        "  Figures = 3 > investment\n"
                        "  Buses, roads and railways = 1 > transport\n"
                        "Organizations:\n"
                        "  Changchun Car Works | Company\n");
}

static void
test_bus (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  panel_fixture_visit (fixture, "bus");
  assert_rows (fixture, "From and to:\n"
                        "  Liaoyuan | City or prefecture\n"
                        "  Siping | City or prefecture\n"
                        "More about this:\n"
                        "  Buses, roads and railways = 1 > transport\n");
}

static void
compare (PanelFixture *fixture, const char *first, const char *second)
{
  panel_fixture_visit (fixture, first);
  atlas_navigation_compare (fixture->navigation, atlas_test_dataset_get (fixture->dataset, second));
}

static void
test_comparison (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  compare (fixture, "siping", "liaoyuan");
  assert_rows (fixture, "Together:\n"
                        "  Liaoyuan–Siping coach = 37 trips a day\n"
                        "In common and apart:\n"
                        "  AtlasComparison\n");
}

/* If the filter hides what joins the two, the panel does not say that nothing does. */
static void
test_comparison_under_filter (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  compare (fixture, "siping", "liaoyuan");
  atlas_filter_set_shows (atlas_navigation_get_filter (fixture->navigation), ATLAS_FACET_LINKS,
                          ATLAS_LINK_GROUP_BUS, FALSE);
  assert_rows (fixture, "Together:\n"
                        "  The filter shows nothing that joins the two.\n"
                        "In common and apart:\n"
                        "  AtlasComparison\n");
}

/* The two links have a city in common, but share no link. */
static void
test_comparison_of_links (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  compare (fixture, "siping-auto", "bus");
  assert_rows (fixture, "In common:\n"
                        "  Siping | City or prefecture\n"
                        "In common and apart:\n"
                        "  AtlasComparison\n"
                        "Buses of Liaoyuan–Siping coach:\n"
                        "  Liaoyuan–Siping coach = 37 trips a day\n");
  compare (fixture, "bus", "changchun");
  assert_rows (fixture, "In common:\n"
                        "  Liaoyuan | City or prefecture\n"
                        "  Siping | City or prefecture\n"
                        "In common and apart:\n"
                        "  AtlasComparison\n"
                        "Buses of Liaoyuan–Siping coach:\n"
                        "  Liaoyuan–Siping coach = 37 trips a day\n");
  compare (fixture, "liaoyuan-new", "changping");
  assert_rows (fixture, "In common:\n"
                        "  The source states nothing that both have.\n"
                        "In common and apart:\n"
                        "  AtlasComparison\n"
                        "Figures of Changchun–Siping Integration alone:\n"
                        "  Investment planned = CNY 65.333 billion | as of February 2021\n"
                        "  Invested in 2020 = CNY 6.788 billion | 2020\n"
                        "  Cost of the road = CNY 2.34 billion | undated\n");
}

/* The bus route is not between these two; it is one of Siping's, to a partner that both have. */
static void
test_comparison_with_shared_partner (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  compare (fixture, "siping", "changchun");
  assert_rows (fixture, "Together:\n"
                        "  Siping – Automobile Zone | Car parts\n"
                        "  Changchun–Siping Integration\n"
                        "  Car Works – Siping | Car parts\n"
                        "In common and apart:\n"
                        "  AtlasComparison\n"
                        "Buses of Siping:\n"
                        "  Liaoyuan–Siping coach = 37 trips a day\n");
}

/* Lists the first of many, the latest first; undated events are not among the latest. */
static void
test_parts (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_OVERVIEW_PANEL,
    "'places': [{'id': 'p', 'name': 'P', 'kind': 'prefecture', 'latitude': 43, 'longitude': 126}],"
    "'events': ["
    "{" CITED "'id': 'a', 'name': 'Undated', 'kind': 'meeting', 'places': ['p']},"
    "{" CITED "'id': 'b', 'name': 'First', 'kind': 'meeting', 'date': '2016', 'places': ['p']},"
    "{" CITED "'id': 'c', 'name': 'Third', 'kind': 'meeting', 'date': '2018', 'places': ['p']},"
    "{" CITED "'id': 'd', 'name': 'Second', 'kind': 'meeting', 'date': '2017', 'places': ['p']},"
    "{" CITED "'id': 'e', 'name': 'Fourth', 'kind': 'meeting', 'date': '2019', 'places': ['p']}]");

  panel_fixture_visit (fixture, "p");
  assert_rows (fixture, "Latest events:\n"
                        "  Fourth | 2019 · Meeting or visit\n"
                        "  Third | 2018 · Meeting or visit\n"
                        "  Second | 2017 · Meeting or visit\n"
                        "  Show all = 5 > timeline\n");
}

static void
test_event (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  panel_fixture_visit (fixture, "surveyed");
  assert_rows (fixture, ":\n"
                        "  A look at hydrogen\n"
                        "More about this:\n"
                        "  Events = 1 > timeline\n");
  g_assert_cmpint (atlas_row_get_style (panel_fixture_find (fixture, "surveyed")), ==,
                   ATLAS_ROW_STYLE_PROSE);
}

/* Wholes with most references come first; parts and changes are not key figures. */
static void
test_key_figures (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_OVERVIEW_PANEL,
    "'places': [{'id': 'p', 'name': 'P', 'kind': 'province', 'latitude': 43, 'longitude': 126}],"
    "'figures': ["
    "{" CITED "'id': 'sites', 'name': 'Sites', 'value': 53, 'unit': 'site'},"
    "{" CITED "'id': 'done', 'name': 'Done', 'value': 1, 'unit': 'cny-100m', 'part_of': 'sum'},"
    "{" CITED
    "'id': 'growth', 'name': 'Growth', 'value': 32, 'unit': 'percent', 'about': ['firms']},"
    "{" CITED "'id': 'firms', 'name': 'Firms', 'value': 11000, 'unit': 'enterprise'},"
    "{" CITED "'id': 'sum', 'name': 'Sum', 'value': 3, 'unit': 'cny-100m'},"
    "{" CITED "'id': 'rest', 'name': 'Rest', 'value': 2, 'unit': 'cny-100m', 'part_of': 'sum'},"
    "{" CITED "'id': 'items', 'name': 'Items', 'value': 40, 'unit': 'item'}]");

  assert_rows (fixture, "Key figures:\n"
                        "  Sum = CNY 300 million | undated\n"
                        "  Firms = 11,000 enterprises +32% | undated\n"
                        "  Sites = 53 sites | undated\n"
                        "More about this:\n"
                        "  Figures = 7 > investment\n");
}

static char *
begin_group (PanelFixture *fixture, const char *heading, const char *id)
{
  return g_strdup_printf ("%s:\n  %s = ", heading,
                          atlas_record_get_name (atlas_dataset_lookup (fixture->dataset, id),
                                                 ATLAS_LANGUAGE_EN));
}

/* Of two co-operating cities, each has its own figures; joint figures are below the name of the
 * other city, and are key figures only of the pair. */
static void
test_figures_of_one_city (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_jilin (ATLAS_TYPE_OVERVIEW_PANEL);
  g_autofree char *own = begin_group (fixture, "Key figures", "fig-investment-total");
  g_autofree char *shared =
    begin_group (fixture, "Together with Changchun", "fig-investment-total");
  g_autofree char *siping = NULL;
  g_autofree char *pair = NULL;

  panel_fixture_visit (fixture, "siping");
  siping = panel_fixture_dump (fixture);
  g_assert_nonnull (strstr (siping, shared));
  g_assert_null (strstr (siping, own));
  g_assert_null (strstr (siping, "Companies newly registered online, Changchun"));
  g_assert_nonnull (strstr (siping, "Companies newly registered online, Siping"));
  panel_fixture_visit (fixture, "jl-changping");
  pair = panel_fixture_dump (fixture);
  g_assert_nonnull (strstr (pair, own));
  g_assert_null (strstr (pair, "Together with"));
  g_assert_nonnull (strstr (pair, "Companies newly registered online, Changchun"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview-panel/province", test_province);
  g_test_add_func ("/overview-panel/moment", test_moment);
  g_test_add_func ("/overview-panel/place", test_place);
  g_test_add_func ("/overview-panel/inhabitants", test_inhabitants);
  g_test_add_func ("/overview-panel/pair", test_pair);
  g_test_add_func ("/overview-panel/bus", test_bus);
  g_test_add_func ("/overview-panel/comparison", test_comparison);
  g_test_add_func ("/overview-panel/comparison-under-filter", test_comparison_under_filter);
  g_test_add_func ("/overview-panel/comparison-of-links", test_comparison_of_links);
  g_test_add_func ("/overview-panel/comparison-with-shared-partner",
                   test_comparison_with_shared_partner);
  g_test_add_func ("/overview-panel/parts", test_parts);
  g_test_add_func ("/overview-panel/event", test_event);
  g_test_add_func ("/overview-panel/key-figures", test_key_figures);
  g_test_add_func ("/overview-panel/figures-of-one-city", test_figures_of_one_city);
  return g_test_run ();
}
