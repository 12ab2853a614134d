/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-transport-panel.h"

#include <string.h>

#include "atlas-chart-private.h"
#include "panel-fixture.h"

static void
test_province (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_TRANSPORT_PANEL);

  assert_rows (fixture,
               "Bus routes:\n"
               "  Liaoyuan–Siping coach = 37 trips a day | 71 km in a straight line (computed)\n"
               "Road:\n"
               "  Changchun–Yitong road = CNY 2.34 billion (no source yet) | Under construction\n");
}

static void
test_link (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_TRANSPORT_PANEL);

  panel_fixture_visit (fixture, "changping");
  assert_rows (fixture,
               "Road:\n"
               "  Changchun–Yitong road = CNY 2.34 billion (no source yet) | Under construction\n");
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
  "{'id': 'seldom', 'name': 'Seldom', 'from': 'y', 'to': 'z', 'trips_per_day': 10,"
  " 'urban_style': 'planned'},"
  "{'id': 'often', 'name': 'Often', 'from': 'x', 'to': 'y', 'trips_per_day': 40, 'vehicles': 12,"
  " 'vehicle_type': 'electric', 'urban_style': 'converted', 'stations': ['stop']},"
  "{'id': 'unknown', 'name': 'Unknown', 'from': 'x', 'to': 'z'}]";

static void
assert_bar (PanelFixture *fixture, const char *id, double expected)
{
  AtlasChart *chart = atlas_row_get_chart (panel_fixture_find (fixture, id));
  double x, length;

  _atlas_chart_bar_locate (ATLAS_CHART_BAR (chart), 100, &x, &length);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat_with_epsilon (length, expected, 1e-9);
}

/* Routes with most trips come first, and are compared with all routes, even if only one is in the
 * scope. */
static void
test_routes (void)
{
  g_autoptr (PanelFixture) fixture =
    panel_fixture_new_for_json (ATLAS_TYPE_TRANSPORT_PANEL, routes);

  assert_rows (fixture, "Bus routes:\n"
                        "  Often = 40 trips a day | Urban-style service · 12 vehicles (electric)\n"
                        "111 km in a straight line (computed) & Stations: [S]\n"
                        "  Seldom = 10 trips a day | Conversion plan to be drawn up\n"
                        "111 km in a straight line (computed)\n"
                        "  Unknown | 222 km in a straight line (computed)\n");
  assert_bar (fixture, "often", 100);
  assert_bar (fixture, "seldom", 25);
  g_assert_null (atlas_row_get_chart (panel_fixture_find (fixture, "unknown")));

  panel_fixture_visit (fixture, "seldom");
  assert_bar (fixture, "seldom", 25);
}

static gboolean
shows_labels (PanelFixture *fixture, const char *id)
{
  AtlasChart *chart = atlas_row_get_chart (panel_fixture_find (fixture, id));
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8");
  const AtlasChartStyle style = { font, ATLAS_LANGUAGE_EN, FALSE };
  const double height = atlas_chart_get_height (chart, &style);

  pango_font_description_free (font);
  return height > 24;
}

/* The bars of a group form one chart, with the axis below the last one. */
static void
test_axis (void)
{
  g_autoptr (PanelFixture) fixture =
    panel_fixture_new_for_json (ATLAS_TYPE_TRANSPORT_PANEL, routes);

  g_assert_false (shows_labels (fixture, "often"));
  g_assert_true (shows_labels (fixture, "seldom"));
  panel_fixture_visit (fixture, "often");
  g_assert_true (shows_labels (fixture, "often"));
}

/* In the bundled dataset, the accessible description of a road includes its stage. */
static void
test_jilin (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_jilin (ATLAS_TYPE_TRANSPORT_PANEL);
  g_autofree char *road = atlas_row_describe (panel_fixture_find (fixture, "prj-changyi-road"));

  g_assert_nonnull (strstr (road, "CNY 2.34 billion"));
  g_assert_nonnull (strstr (road, "Step 5 of 6: Under construction"));
  assert_bar (fixture, "bus-liaoyuan-siping", 100);
  panel_fixture_visit (fixture, "baishan");
  assert_bar (fixture, "bus-baishan-tonghua", 2400.0 / 37);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transport-panel/province", test_province);
  g_test_add_func ("/transport-panel/link", test_link);
  g_test_add_func ("/transport-panel/routes", test_routes);
  g_test_add_func ("/transport-panel/axis", test_axis);
  g_test_add_func ("/transport-panel/jilin", test_jilin);
  return g_test_run ();
}
