/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-next-steps-panel.h"

#include <string.h>

#include "panel-fixture.h"

static void
test_province (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_NEXT_STEPS_PANEL);

  assert_rows (fixture, "Siping:\n"
                        "  Write the programme & Linked to: [Changchun–Siping plan]\n");
  panel_fixture_visit (fixture, "liaoyuan");
  assert_rows (fixture, "");
}

static const char promises[] =
  "'places': [{'id': 'x', 'name': 'X', 'kind': 'prefecture', 'latitude': 43, 'longitude': 125},"
  "           {'id': 'y', 'name': 'Y', 'kind': 'prefecture', 'latitude': 44, 'longitude': 125}],"
  "'organizations': [{'id': 'a', 'name': 'Board', 'kind': 'government'},"
  "                  {'id': 'b', 'name': 'Office', 'kind': 'government'}],"
  "'plans': [{'id': 'plan', 'name': 'Plan'}],"
  "'partnerships': [{'id': 'pair', 'name': 'Pair', 'kind': 'city-pair', 'members': ['x', 'y']}],"
  "'routes': [{'id': 'bus', 'name': 'Bus', 'from': 'x', 'to': 'y'}],"
  "'projects': [{'id': 'park', 'name': 'Park', 'kind': 'park'}],"
  "'commitments': ["
  "{'id': '1', 'name': 'One', 'responsible': ['a', 'b'], 'places': ['x'], 'summary': 'In short.',"
  " 'about': ['park', 'plan', 'b', 'bus', 'pair']},"
  "{'id': '2', 'name': 'Two', 'responsible': ['a'], 'places': ['x', 'y'], 'about': ['1'],"
  " 'summary': 'In short.'},"
  "{'id': '3', 'name': 'Three', 'responsible': ['a', 'b'], 'places': ['x', 'y'],"
  " 'about': ['pair']},"
  "{'id': '4', 'name': 'Four', 'responsible': ['b']}]";

#define CHECK ":\n  2 of 4 are not linked to a plan, project or pair\n"
#define ONE(with) "  One | In short.\n" with "About: Office & Linked to: [Pair][Bus][Plan][Park]\n"
#define TWO(with) "  Two | In short.\n" with "About: One & Not linked to a plan, project or pair\n"
#define THREE(with) "  Three | " with " & Linked to: [Pair]\n"
#define FOUR "  Four & Not linked to a plan, project or pair\n"

#define BY_BODY                                                                                    \
  "Board:\n" ONE ("With: Office\n") TWO ("")                                                       \
    THREE ("With: Office") "Office:\n" ONE ("With: Board\n") THREE ("With: Board") FOUR
#define BY_PLACE                                                                                   \
  "X:\n" ONE ("") TWO ("Also in: Y\n") THREE ("Also in: Y") "Y:\n" TWO ("Also in: X\n")            \
    THREE ("Also in: X") "No place stated:\n" FOUR

/* Each body has one heading, which includes its joint steps with the names of the other bodies. */
static void
test_by_responsible (void)
{
  g_autoptr (PanelFixture) fixture =
    panel_fixture_new_for_json (ATLAS_TYPE_NEXT_STEPS_PANEL, promises);

  assert_rows (fixture, CHECK BY_BODY);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* The grouping is kept for all scopes until it is changed. */
static void
test_by_place (void)
{
  guint n_notified = 0;
  g_autoptr (PanelFixture) fixture =
    panel_fixture_new_for_json (ATLAS_TYPE_NEXT_STEPS_PANEL, promises);
  AtlasNextStepsPanel *panel = ATLAS_NEXT_STEPS_PANEL (fixture->panel);

  g_signal_connect_swapped (panel, "notify::by-place", G_CALLBACK (count_cb), &n_notified);
  atlas_next_steps_panel_set_by_place (panel, TRUE);
  assert_rows (fixture, CHECK BY_PLACE);
  panel_fixture_visit (fixture, "4");
  assert_rows (fixture, ":\n  1 of 1 is not linked to a plan, project or pair\n"
                        "No place stated:\n" FOUR);
  panel_fixture_visit (fixture, NULL);
  g_assert_true (atlas_next_steps_panel_get_by_place (panel));
  g_object_set (panel, "by-place", FALSE, NULL);
  assert_rows (fixture, CHECK BY_BODY);
  g_assert_cmpuint (n_notified, ==, 2);
}

/* By state, each step is listed once, with who acts. What is overdue says so. */
static void
test_by_state (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_NEXT_STEPS_PANEL,
    "'places': [{'id': 'x', 'name': 'X', 'kind': 'prefecture', 'latitude': 43, 'longitude': 125}],"
    "'organizations': [{'id': 'a', 'name': 'Board', 'kind': 'government'}],"
    "'commitments': ["
    "{'id': '1', 'name': 'One', 'responsible': ['a', 'x'], 'about': ['x'], 'state': 'done',"
    " 'due': '2020-05'},"
    "{'id': '2', 'name': 'Two', 'responsible': ['a'], 'about': ['x'], 'state': 'open',"
    " 'due': '2020-06'}]");

  atlas_next_steps_panel_set_by_state (ATLAS_NEXT_STEPS_PANEL (fixture->panel), TRUE);
  assert_rows (fixture, ":\n  2 next steps · Open: 1 · Done: 1 · overdue: 1\n"
                        ":\n  2 of 2 are not linked to a plan, project or pair\n"
                        "Open:\n  Two = overdue | due June 2020\nBy: Board\nAbout: X"
                        " & Not linked to a plan, project or pair\n"
                        "Done:\n  One | due May 2020\nBy: Board, X\nAbout: X"
                        " & Not linked to a plan, project or pair\n");
}

/* Asserts the text of a row of the bundled dataset about its links. */
static void
assert_linked (AtlasRow *row, GHashTable *linked, GHashTable *missing)
{
  GPtrArray *links = atlas_row_get_links (row);

  g_assert_nonnull (links);
  g_assert_cmpstr (atlas_row_get_lead (row), ==,
                   links->len > 0 ? "Linked to: " : "Not linked to a plan, project or pair");
  g_hash_table_add (links->len > 0 ? linked : missing, atlas_row_get_record (row));
}

/* In the bundled dataset, few steps have no links, and they say so; the commission has all of its
 * steps under one heading, and so has each city. */
static void
test_jilin (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_jilin (ATLAS_TYPE_NEXT_STEPS_PANEL);
  GListModel *rows = G_LIST_MODEL (fixture->panel);
  g_autoptr (GHashTable) linked = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) missing = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char group[80] = "";
  guint n_siping = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AtlasRow) row = g_list_model_get_item (rows, i);

      if (atlas_row_get_heading (row) != NULL)
        g_strlcpy (group, atlas_row_get_heading (row), sizeof group);
      if (atlas_row_get_record (row) == NULL)
        {
          g_assert_cmpstr (atlas_row_get_title (row), ==,
                           "2 of 61 are not linked to a plan, project or pair");
          continue;
        }
      assert_linked (row, linked, missing);
      n_siping += g_str_equal (group, "Siping (inferred in part)");
      g_hash_table_add (headings, g_strdup (group));
      g_assert_null (strstr (group, ", "));
    }
  g_assert_cmpuint (g_hash_table_size (linked), ==, 59);
  g_assert_cmpuint (g_hash_table_size (missing), ==, 2);
  g_assert_cmpuint (g_hash_table_size (headings), ==, 19);
  g_assert_cmpuint (n_siping, ==, 11);
}

/* The accessible description contains the links. */
static void
test_described (void)
{
  g_autoptr (PanelFixture) fixture =
    panel_fixture_new_for_json (ATLAS_TYPE_NEXT_STEPS_PANEL, promises);
  g_autofree char *three = atlas_row_describe (panel_fixture_find (fixture, "3"));

  g_assert_cmpstr (three, ==, "Three; With: Office; Linked to: Pair");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/next-steps-panel/province", test_province);
  g_test_add_func ("/next-steps-panel/by-responsible", test_by_responsible);
  g_test_add_func ("/next-steps-panel/by-place", test_by_place);
  g_test_add_func ("/next-steps-panel/by-state", test_by_state);
  g_test_add_func ("/next-steps-panel/jilin", test_jilin);
  g_test_add_func ("/next-steps-panel/described", test_described);
  return g_test_run ();
}
