/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-timeline-panel.h"

#include "atlas-vocabulary.h"
#include "panel-fixture.h"

static void
test_province (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_TIMELINE_PANEL);
  guint kind;

  assert_rows (fixture, "2016:\n"
                        "  Plan approved | February 2016 · Approval\n"
                        "2020:\n"
                        "  Agreement signed | August 2020 · Signing\n"
                        "2021:\n"
                        "  Field survey | 9 March 2021 · Field survey\n"
                        "Plans and agreements:\n"
                        "  Changchun–Siping plan | Drawn up\n");
  g_assert_cmpint (atlas_row_get_sign (panel_fixture_find (fixture, "signed"), &kind), ==,
                   ATLAS_ROW_SIGN_EVENT);
  g_assert_cmpuint (kind, ==, ATLAS_EVENT_KIND_SIGNING);
}

static void
test_place (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_TIMELINE_PANEL);

  panel_fixture_visit (fixture, "liaoyuan");
  assert_rows (fixture, "2021:\n"
                        "  Field survey | 9 March 2021 · Field survey\n");
}

/* Dates have their known precision, and inferred ones are marked. */
static void
test_dates (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_TIMELINE_PANEL,
    "'places': [],"
    "'organizations': [{'id': 'a', 'name': 'Board', 'kind': 'government'},"
    "                  {'id': 'b', 'name': 'Works', 'kind': 'company'}],"
    "'events': ["
    "{'id': 'undated', 'name': 'Undated', 'kind': 'survey'},"
    "{'id': 'day', 'name': 'Day', 'kind': 'signing', 'date': '2020-08-10', 'inferred': ['date'],"
    " 'actors': ['a', 'b']},"
    "{'id': 'month', 'name': 'Month', 'kind': 'meeting', 'date': '2020-08'},"
    "{'id': 'year', 'name': 'Year', 'kind': 'plan', 'date': '2020'}],"
    "'plans': ["
    "{'id': 'late', 'name': 'Late', 'period': '2021/2025', 'inferred': ['period']},"
    "{'id': 'plain', 'name': 'Plain'},"
    "{'id': 'dated', 'name': 'Dated', 'date': '2019-12', 'issuer': ['a']},"
    "{'id': 'layout', 'name': 'Layout', 'status': 'policy', 'period': '2021/2030'},"
    "{'id': 'early', 'name': 'Early', 'status': 'issued', 'period': '2019/2025'}],"
    "'projects': ["
    "{'id': 'late-road', 'name': 'Late road', 'kind': 'road', 'stage': 'planning',"
    " 'expected': '2021-10'},"
    "{'id': 'some-road', 'name': 'Some road', 'kind': 'road', 'stage': 'planning'},"
    "{'id': 'road', 'name': 'Road', 'kind': 'road', 'expected': '2021-07-01'}]");

  assert_rows (fixture, "2020:\n"
                        "  Day | 10 August 2020 (inferred) · Signing\nBoard, Works\n"
                        "  Month | August 2020 · Meeting or visit\n"
                        "  Year | 2020 · Document issued\n"
                        "Date not stated:\n"
                        "  Undated | Field survey\n"
                        "Expected:\n"
                        "  Road | expected 1 July 2021\n"
                        "  Late road | Planning · expected October 2021\n"
                        "Plans and agreements:\n"
                        "  Early | Issued · 2019–2025\n"
                        "  Late | 2021–2025 (inferred)\n"
                        "  Layout | Policy, no document · 2021–2030\n"
                        "  Dated | December 2019 · Board\n"
                        "  Plain\n");
}

/* The filter of time is applied, and can be reset. */
static void
test_filter (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_TIMELINE_PANEL);
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  const AtlasDate until = { 2019, 0, 0 };

  atlas_filter_set_time (filter, NULL, &until);
  assert_rows (fixture, "2016:\n"
                        "  Plan approved | February 2016 · Approval\n"
                        "Date not stated:\n"
                        "  What follows is told as of 30 May 2021. The source does not say since "
                        "when.\n"
                        "Plans and agreements, undated:\n"
                        "  Changchun–Siping plan | Drawn up\n");
  atlas_filter_reset (filter);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->panel)), ==, 4);
}

/* The progress of projects is listed and drawn among the events, each entry with its own citations.
 * It is dated, even if its project is not. */
static void
test_progress (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_TIMELINE_PANEL,
    "'sources': [{'id': 's', 'name': 'S', 'title': 'S',"
    "  'sections': [{'id': '1', 'paragraphs': 9}]}],"
    "'places': [{'id': 'city', 'name': 'City', 'kind': 'prefecture', 'latitude': 43,"
    "  'longitude': 125},"
    "  {'id': 'other', 'name': 'Other', 'kind': 'prefecture', 'latitude': 44, 'longitude': 126}],"
    "'events': [{'id': 'met', 'name': 'Met', 'kind': 'meeting', 'date': '2020-10',"
    "  'places': ['other']}],"
    "'figures': [{'id': 'spent', 'name': 'Spent on the road', 'value': 3, 'unit': 'cny-100m',"
    "  'status': 'completed', 'cites': [{'source': 's', 'section': '1', 'paragraph': 1}]}],"
    "'projects': [{'id': 'road', 'name': 'Road', 'kind': 'road', 'places': ['city'],"
    "  'cites': [{'source': 's', 'section': '1', 'paragraph': 1}], 'progress': ["
    "  {'date': '2020-09', 'stage': 'started', 'note': 'Land cleared',"
    "   'cites': [{'source': 's', 'section': '1', 'paragraph': 7}]},"
    "  {'date': '2021-03-15', 'figure': 'spent'}, {'date': '2021-04', 'stage': 'done'}]}]");
  AtlasTimelinePanel *panel = ATLAS_TIMELINE_PANEL (fixture->panel);
  g_autoptr (AtlasRow) first = g_list_model_get_item (G_LIST_MODEL (panel), 0);
  const char *all = "2020:\n"
                    "  Road: Started, Land cleared | September 2020\n"
                    "  Met | October 2020 · Meeting or visit\n"
                    "2021:\n"
                    "  Road: Spent on the road | 15 March 2021\n"
                    "  Road: Done | April 2021\n";

  assert_rows (fixture, all);
  g_assert_cmpstr (atlas_record_get_id (atlas_row_get_record (first)), ==, "road");
  g_assert_cmpuint (atlas_record_get_citation (atlas_row_get_cited (first), 0)->paragraph, ==, 7);
  g_assert_cmpuint (atlas_time_series_get_length (atlas_timeline_panel_get_series (panel)), ==, 4);
  /* The row stays the same object while the filter changes. */
  atlas_filter_set_time (atlas_navigation_get_filter (fixture->navigation), NULL,
                         &(AtlasDate) { 2020, 0, 0 });
  assert_rows (fixture, "2020:\n"
                        "  Road: Started, Land cleared | September 2020\n"
                        "  Met | October 2020 · Meeting or visit\n");
  g_assert_true (panel_fixture_find (fixture, "road") == first);
  g_assert_cmpuint (atlas_time_series_get_length (atlas_timeline_panel_get_series (panel)), ==, 2);
  atlas_filter_reset (atlas_navigation_get_filter (fixture->navigation));
  panel_fixture_visit (fixture, "other");
  assert_rows (fixture, "2020:\n"
                        "  Met | October 2020 · Meeting or visit\n");
  panel_fixture_visit (fixture, "road");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (panel)), ==, 3);
}

/* There is a row for each item, and the axis does not change while time is played. */
static void
test_series (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_jilin (ATLAS_TYPE_TIMELINE_PANEL);
  AtlasTimelinePanel *panel = ATLAS_TIMELINE_PANEL (fixture->panel);
  AtlasTimeSeries *series = atlas_timeline_panel_get_series (panel);
  AtlasTimeAxis axis, later;

  g_assert_cmpuint (atlas_time_series_count (series, ATLAS_TIME_ITEM_HAPPENED), ==, 21);
  g_assert_cmpuint (atlas_time_series_count (series, ATLAS_TIME_ITEM_EXPECTED), ==, 3);
  /* Without the energy strategy and the two plans that are still to be written. */
  g_assert_cmpuint (atlas_time_series_count (series, ATLAS_TIME_ITEM_PERIOD), ==, 4);
  g_assert_cmpuint (atlas_time_series_get_n_undated (series), ==, 17);
  for (guint i = 0; i < atlas_time_series_get_length (series); i++)
    g_assert_nonnull (atlas_panel_find_row (fixture->panel,
                                            atlas_time_series_get_item (series, i)->record, NULL));
  g_assert_true (atlas_time_series_get_axis (series, &axis));

  atlas_filter_set_time (atlas_navigation_get_filter (fixture->navigation), NULL,
                         &(AtlasDate) { 2019, 6, 0 });
  series = atlas_timeline_panel_get_series (panel);
  g_assert_cmpuint (atlas_time_series_count (series, ATLAS_TIME_ITEM_HAPPENED), ==, 4);
  g_assert_cmpuint (atlas_time_series_count (series, ATLAS_TIME_ITEM_PERIOD), ==, 2);
  g_assert_true (atlas_time_series_get_axis (series, &later));
  g_assert_cmpmem (&axis, sizeof axis, &later, sizeof later);

  panel_fixture_visit (fixture, "ind-hydrogen");
  g_assert_cmpuint (atlas_time_series_get_length (atlas_timeline_panel_get_series (panel)), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline-panel/province", test_province);
  g_test_add_func ("/timeline-panel/place", test_place);
  g_test_add_func ("/timeline-panel/dates", test_dates);
  g_test_add_func ("/timeline-panel/filter", test_filter);
  g_test_add_func ("/timeline-panel/progress", test_progress);
  g_test_add_func ("/timeline-panel/series", test_series);
  return g_test_run ();
}
