/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-transport-panel.h"

#include "atlas-chart-bar.h"
#include "panel-fixture.h"

static void
test_province (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_TRANSPORT_PANEL);

  assert_rows (fixture,
               "Bus routes:\n"
               "  Liaoyuan–Siping coach = 37 trips a day | 71 km in a straight line\n"
               "Road:\n"
               "  Changchun–Yitong road = CNY 2.34 billion | Under construction\n");
}

static void
test_link (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_TRANSPORT_PANEL);

  panel_fixture_visit (fixture, "changping");
  assert_rows (fixture,
               "Road:\n"
               "  Changchun–Yitong road = CNY 2.34 billion | Under construction\n");
  panel_fixture_visit (fixture, "parts");
  assert_rows (fixture, "");
}

static const char routes[] =
  "'places': [{'id': 'x', 'name': 'X', 'kind': 'prefecture', 'latitude': 43, 'longitude': 125},"
  "           {'id': 'y', 'name': 'Y', 'kind': 'prefecture', 'latitude': 44, 'longitude': 125},"
  "           {'id': 'z', 'name': 'Z', 'kind': 'prefecture', 'latitude': 45, 'longitude': 125},"
  "           {'id': 'stop', 'name': 'S', 'kind': 'station', 'latitude': 43, 'longitude': 125,"
  "            'parent': 'x'}],"
  "'routes': ["
  "{'id': 'often', 'name': 'Often', 'from': 'x', 'to': 'y', 'trips_per_day': 40, 'vehicles': 12,"
  " 'vehicle_type': 'electric', 'urban_style': 'converted', 'stations': ['stop']},"
  "{'id': 'seldom', 'name': 'Seldom', 'from': 'y', 'to': 'z', 'trips_per_day': 10,"
  " 'urban_style': 'planned'},"
  "{'id': 'unknown', 'name': 'Unknown', 'from': 'x', 'to': 'z'}]";

static void
assert_bar (PanelFixture *fixture,
            const char   *id,
            double        expected)
{
  AtlasChart *chart = atlas_row_get_chart (panel_fixture_find (fixture, id));
  double x, length;

  g_assert_true (atlas_chart_bar_locate_span (ATLAS_CHART_BAR (chart), 0, 100, &x, &length));
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (length, ==, expected);
}

/* Trips compare with those of all routes, though only one of them be in scope. */
static void
test_routes (void)
{
  g_autoptr (PanelFixture) fixture =
    panel_fixture_new_for_json (ATLAS_TYPE_TRANSPORT_PANEL, routes);

  assert_rows (fixture,
               "Bus routes:\n"
               "  Often = 40 trips a day | Urban-style service · 12 vehicles (electric) · "
               "111 km in a straight line\nS\n"
               "  Seldom = 10 trips a day | Urban-style service planned · 111 km in a straight line\n"
               "  Unknown | 222 km in a straight line\n");
  assert_bar (fixture, "often", 100);
  assert_bar (fixture, "seldom", 25);
  g_assert_null (atlas_row_get_chart (panel_fixture_find (fixture, "unknown")));

  panel_fixture_visit (fixture, "seldom");
  assert_bar (fixture, "seldom", 25);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transport-panel/province", test_province);
  g_test_add_func ("/transport-panel/link", test_link);
  g_test_add_func ("/transport-panel/routes", test_routes);
  return g_test_run ();
}
