/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-overview-panel.h"

#include <string.h>

#include "panel-fixture.h"

static void
test_province (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  assert_rows (fixture,
               "Key figures:\n"
               "  Investment planned = CNY 65.333 billion | as of February 2021\n"
               "  Cost of the road = CNY 2.34 billion\n"
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
               "Integration:\n"
               "  Changchun–Siping Integration\n"
               "Intercity buses:\n"
               "  Liaoyuan–Siping coach\n"
               "Enterprise co-operation:\n"
               "  Car Works – Siping | Car parts\n");
}

/* A city has its zones and those at home in it, and its partners before the counts. */
static void
test_place (void)
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
  g_assert_true (strstr (dumped, "Zone co-operation:") < strstr (dumped, "More about this:"));
  g_assert_null (strstr (dumped, "Liaoyuan–Siping coach"));
}

/* A link has its members, and not itself among its links. */
static void
test_link (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  panel_fixture_visit (fixture, "bus");
  assert_rows (fixture,
               "From and to:\n"
               "  Liaoyuan | City or prefecture\n"
               "  Siping | City or prefecture\n"
               "More about this:\n"
               "  Buses, roads and railways = 1 > transport\n");
}

static void
test_event (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_OVERVIEW_PANEL);

  panel_fixture_visit (fixture, "surveyed");
  assert_rows (fixture,
               ":\n"
               "  A look at hydrogen\n"
               "More about this:\n"
               "  Events = 1 > timeline\n");
  g_assert_cmpint (atlas_row_get_style (panel_fixture_find (fixture, "surveyed")), ==,
                   ATLAS_ROW_STYLE_PROSE);
}

/* Wholes on which others build come first; parts and changes are no key figures. */
static void
test_key_figures (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_OVERVIEW_PANEL,
    "'places': [{'id': 'p', 'name': 'P', 'kind': 'province', 'latitude': 43, 'longitude': 126}],"
    "'figures': ["
    "{" CITED "'id': 'sites', 'name': 'Sites', 'value': 53, 'unit': 'site'},"
    "{" CITED "'id': 'done', 'name': 'Done', 'value': 1, 'unit': 'cny-100m', 'part_of': 'sum'},"
    "{" CITED "'id': 'growth', 'name': 'Growth', 'value': 32, 'unit': 'percent', 'about': ['firms']},"
    "{" CITED "'id': 'firms', 'name': 'Firms', 'value': 11000, 'unit': 'enterprise'},"
    "{" CITED "'id': 'sum', 'name': 'Sum', 'value': 3, 'unit': 'cny-100m'},"
    "{" CITED "'id': 'rest', 'name': 'Rest', 'value': 2, 'unit': 'cny-100m', 'part_of': 'sum'},"
    "{" CITED "'id': 'items', 'name': 'Items', 'value': 40, 'unit': 'item'}]");

  assert_rows (fixture,
               "Key figures:\n"
               "  Sum = CNY 300 million\n"
               "  Firms = 11,000 enterprises +32%\n"
               "  Sites = 53 sites\n"
               "More about this:\n"
               "  Figures = 7 > investment\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview-panel/province", test_province);
  g_test_add_func ("/overview-panel/place", test_place);
  g_test_add_func ("/overview-panel/link", test_link);
  g_test_add_func ("/overview-panel/event", test_event);
  g_test_add_func ("/overview-panel/key-figures", test_key_figures);
  return g_test_run ();
}
