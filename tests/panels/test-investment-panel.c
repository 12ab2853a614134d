/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-investment-panel.h"

#include <string.h>

#include "atlas-chart-private.h"
#include "panel-fixture.h"

static void
test_province (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_INVESTMENT_PANEL);

  assert_rows (fixture,
               "Investment:\n"
               "  Investment planned = CNY 65.333 billion | as of February 2021\n"
               "  Invested in 2020 = CNY 6.788 billion | 2020\n"
               "Cost and length of projects:\n"
               "  Changchun–Yitong road = CNY 2.34 billion (no source yet) | Under construction\n");
  g_assert_true (ATLAS_IS_CHART_BAR (atlas_row_get_chart (panel_fixture_find (fixture, "total"))));
  g_assert_true (ATLAS_IS_CHART_STEPS (atlas_row_get_chart (panel_fixture_find (fixture, "road"))));
  g_assert_true (ATLAS_IS_CHART_BAR (atlas_row_get_chart (panel_fixture_find (fixture, "done"))));
}

static const char account[] =
  "'places': [],"
  "'figures': ["
  "{" CITED "'id': 'projects', 'name': 'Projects', 'value': 340, 'unit': 'project'},"
  "{" CITED
  "'id': 'total', 'name': 'Total', 'value': 653.33, 'unit': 'cny-100m', 'status': 'planned',"
  " 'about': ['projects'], 'note': 'Less by 0.01.'},"
  "{" CITED
  "'id': 'plan', 'name': 'Plan', 'value': 585.44, 'unit': 'cny-100m', 'status': 'planned',"
  " 'period': '2021/2025', 'part_of': 'total'},"
  "{" CITED "'id': 'done', 'name': 'Done', 'value': %s, 'unit': 'cny-100m', 'status': 'completed',"
  " 'period': '2020', 'part_of': 'total'},"
  "{" CITED "'id': 'year', 'name': 'Year', 'value': 97.2, 'unit': 'cny-100m', 'status': 'planned',"
  " 'period': '2021', 'part_of': 'plan'}]";

static PanelFixture *
make_account (const char *done)
{
  g_auto (GStrv) parts = g_strsplit (account, "%s", 2);
  g_autofree char *arrays = g_strconcat (parts[0], done, parts[1], NULL);

  return panel_fixture_new_for_json (ATLAS_TYPE_INVESTMENT_PANEL, arrays);
}

static void
assert_bar (PanelFixture *fixture, const char *id, double from, double to)
{
  AtlasChart *bar = atlas_row_get_chart (panel_fixture_find (fixture, id));
  double x, length;

  _atlas_chart_bar_locate (ATLAS_CHART_BAR (bar), 653.33, &x, &length);
  g_assert_cmpfloat_with_epsilon (x, from, 1e-9);
  g_assert_cmpfloat_with_epsilon (x + length, to, 1e-9);
}

/* The rows are the records counted, the whole, its parts inside it, and a remark on the
 * difference. */
static void
test_sum_that_differs (void)
{
  g_autoptr (PanelFixture) fixture = make_account ("67.88");

  assert_rows (fixture,
               "Investment:\n"
               "  Projects = 340 projects | undated\n"
               "  Total = CNY 65.333 billion | Planned · undated\n"
               "  Done = CNY 6.788 billion | Completed · 2020\n"
               "  Plan = CNY 58.544 billion | Planned · 2021–2025\n"
               "  Year = CNY 9.72 billion | Planned · 2021 · part of Plan\n"
               "  The parts add up to CNY 65.332 billion, CNY 1 million less than the whole.\n");
  g_assert_null (atlas_row_get_chart (panel_fixture_find (fixture, "projects")));
  assert_bar (fixture, "total", 0, 653.33);
  assert_bar (fixture, "done", 0, 67.88);
  assert_bar (fixture, "plan", 67.88, 653.32);
  assert_bar (fixture, "year", 67.88, 165.08);
}

static void
test_sum_that_exceeds (void)
{
  g_autoptr (PanelFixture) fixture = make_account ("67.9");
  g_autofree char *dumped = panel_fixture_dump (fixture);

  g_assert_nonnull (
    strstr (dumped, "The parts add up to CNY 65.334 billion, CNY 1 million more than the whole."));
}

static void
test_sum_that_agrees (void)
{
  g_autoptr (PanelFixture) fixture = make_account ("67.89");
  g_autofree char *dumped = panel_fixture_dump (fixture);

  g_assert_null (strstr (dumped, "add up"));
}

/* For an undated project, an amount counted after the time shown is left out; its length is
 * kept. */
static void
test_amount_at_moment (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_INVESTMENT_PANEL,
    "'places': [{'id': 'x', 'name': 'X', 'kind': 'prefecture', 'latitude': 43, 'longitude': 125}],"
    "'projects': [{'id': 'road', 'name': 'Road', 'kind': 'road', 'stage': 'under-construction',"
    " 'length_km': 7.6, 'investment': 'cost'}],"
    "'figures': [{" CITED "'id': 'cost', 'name': 'Cost', 'value': 2.5, 'unit': 'cny-100m',"
    " 'as_of': '2021-02'}]");
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  g_autofree char *whole = panel_fixture_dump (fixture);
  g_autofree char *former = NULL;

  g_assert_nonnull (strstr (whole, "Road = CNY 250 million"));
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2017, 0, 0 });
  former = panel_fixture_dump (fixture);
  g_test_message ("%s", former);
  g_assert_nonnull (strstr (former, "Road = 7.6 km"));
  g_assert_null (strstr (former, "CNY"));
}

static void
test_others (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_INVESTMENT_PANEL,
    "'places': [{'id': 'x', 'name': 'X', 'kind': 'prefecture', 'latitude': 43, 'longitude': 125},"
    "           {'id': 'y', 'name': 'Y', 'kind': 'prefecture', 'latitude': 44, 'longitude': 125}],"
    "'routes': [{'id': 'bus', 'name': 'Bus', 'from': 'x', 'to': 'y'}],"
    "'projects': ["
    "{'id': 'road', 'name': 'Road', 'kind': 'road', 'stage': 'under-construction',"
    " 'length_km': 7.6, 'expected': '2021-10'},"
    "{'id': 'rail', 'name': 'Rail', 'kind': 'rail', 'stage': 'idea'},"
    "{'id': 'park', 'name': 'Park', 'kind': 'park'}],"
    "'figures': ["
    "{" CITED "'id': 'length', 'name': 'Length', 'value': 7.6, 'unit': 'km', 'about': ['road']},"
    "{" CITED
    "'id': 'trips', 'name': 'Trips', 'value': 8, 'unit': 'trip-per-day', 'about': ['bus']},"
    "{" CITED
    "'id': 'growth', 'name': 'Growth', 'value': 72.7, 'unit': 'percent', 'about': ['firms']},"
    "{" CITED "'id': 'fall', 'name': 'Fall', 'value': -3, 'unit': 'percent', 'about': ['sites']},"
    "{" CITED
    "'id': 'firms', 'name': 'Firms', 'value': 1000, 'unit': 'enterprise', 'status': 'completed'},"
    "{" CITED "'id': 'sites', 'name': 'Sites', 'value': 53, 'unit': 'site'},"
    "{" CITED "'id': 'share', 'name': 'Share', 'value': 10, 'unit': 'percent'},"
    "{" CITED "'id': 'items', 'name': 'Items', 'value': 40, 'unit': 'item', 'status': 'planned'}]");

  assert_rows (fixture, "Cost and length of projects:\n"
                        "  Road = 7.6 km | Under construction · expected October 2021\n"
                        "Growth:\n"
                        "  Firms = 1,000 enterprises | Completed · undated\n"
                        "  Sites = 53 sites | undated\n"
                        "  Growth +72.7% | undated\n"
                        "  Fall −3% | undated\n"
                        "As counted:\n"
                        "  Share = 10% | undated\n"
                        "Planned:\n"
                        "  Items = 40 items | Planned · undated\n"
                        "Industrial park:\n"
                        "  Park\n");
}

static void
assert_told (PanelFixture *fixture, const char *id, const char *expected)
{
  AtlasChart *bar = atlas_row_get_chart (panel_fixture_find (fixture, id));
  g_autofree char *told = atlas_chart_tell (bar, 1, 1, 300, ATLAS_LANGUAGE_ZH);

  g_assert_cmpstr (told, ==, expected);
}

/* In the bundled dataset, each bar has its exact value and citation in its tooltip, in any
 * scope. */
static void
test_jilin (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_jilin (ATLAS_TYPE_INVESTMENT_PANEL);
  static const char *const scopes[] = { NULL, "siping", "jl-changping" };

  for (gsize i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      panel_fixture_visit (fixture, scopes[i]);
      assert_told (fixture, "fig-investment-total",
                   "长平入库项目计划总投资\n653.33亿元\n= 65,333,000,000元\n〔3.2 ¶2〕");
      assert_told (fixture, "fig-investment-2020",
                   "长平入库项目2020年完成投资\n67.88亿元\n= 6,788,000,000元\n〔3.2 ¶2〕");
      assert_told (fixture, "fig-growth-siping", "四平市新登记企业同比增长\n72.7%\n〔3.2 ¶2〕");
    }
  panel_fixture_visit (fixture, "ind-hydrogen");
  assert_rows (fixture, "");
}

/* The amount of a project is described. */
static void
test_invested_so_far (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_jilin (ATLAS_TYPE_INVESTMENT_PANEL);
  const char *words = NULL;

  panel_fixture_visit (fixture, "changchun");
  words = atlas_row_get_subtitle (panel_fixture_find (fixture, "prj-changyi-road"));
  g_assert_true (g_str_has_suffix (words, " · invested so far"));
}

/* A sum that does not belong only to the scope names the other owners. */
static void
test_shared (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_jilin (ATLAS_TYPE_INVESTMENT_PANEL);
  static const struct
  {
    const char *scope;
    const char *total;
    const char *growth;
  } cases[] = {
    { NULL, "Planned · as of February 2021", "Completed · undated" },
    { "siping", "Planned · as of February 2021 · Together with Changchun",
      "Completed · undated · Changchun" },
    { "changchun", "Planned · as of February 2021 · Together with Siping", "Completed · undated" },
    { "jl-changping", "Planned · as of February 2021", "Completed · undated" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      panel_fixture_visit (fixture, cases[i].scope);
      g_assert_cmpstr (
        atlas_row_get_subtitle (panel_fixture_find (fixture, "fig-investment-total")), ==,
        cases[i].total);
      g_assert_cmpstr (
        atlas_row_get_subtitle (panel_fixture_find (fixture, "fig-growth-changchun")), ==,
        cases[i].growth);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/investment-panel/province", test_province);
  g_test_add_func ("/investment-panel/sum-that-differs", test_sum_that_differs);
  g_test_add_func ("/investment-panel/sum-that-exceeds", test_sum_that_exceeds);
  g_test_add_func ("/investment-panel/sum-that-agrees", test_sum_that_agrees);
  g_test_add_func ("/investment-panel/amount-at-moment", test_amount_at_moment);
  g_test_add_func ("/investment-panel/others", test_others);
  g_test_add_func ("/investment-panel/jilin", test_jilin);
  g_test_add_func ("/investment-panel/invested-so-far", test_invested_so_far);
  g_test_add_func ("/investment-panel/shared", test_shared);
  return g_test_run ();
}
