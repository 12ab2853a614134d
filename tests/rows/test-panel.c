/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-panel.h"

#include "atlas-industries-panel.h"
#include "atlas-investment-panel.h"
#include "atlas-next-steps-panel.h"
#include "atlas-overview-panel.h"
#include "atlas-timeline-panel.h"
#include "atlas-transport-panel.h"
#include "panel-fixture.h"

typedef struct
{
  guint n_changes;
  guint position;
  guint removed;
  guint added;
} Changes;

static void
changed_cb (Changes *changes, guint position, guint removed, guint added)
{
  *changes = (Changes) { changes->n_changes + 1, position, removed, added };
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_new_destroy (void)
{
  g_autoptr (AtlasNavigation) navigation = atlas_navigation_new ();

  g_assert_finalize_object (g_object_new (ATLAS_TYPE_TIMELINE_PANEL, "navigation", navigation,
                                          NULL));
}

/* items-changed covers only the rows that differ, and the other rows stay the same objects. */
static void
test_changes (void)
{
  Changes changes = { 0 }; /* must outlive the fixture, which changes the list when it is freed */
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_TIMELINE_PANEL);
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  AtlasRow *first = panel_fixture_find (fixture, "approved");
  AtlasRow *last = panel_fixture_find (fixture, "plan");

  g_signal_connect_swapped (fixture->panel, "items-changed", G_CALLBACK (changed_cb), &changes);
  atlas_filter_set_shows (filter, ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_SIGNING, FALSE);
  g_assert_cmpuint (changes.n_changes, ==, 1);
  g_assert_cmpuint (changes.position, ==, 1);
  g_assert_cmpuint (changes.removed, ==, 1);
  g_assert_cmpuint (changes.added, ==, 0);
  g_assert_true (panel_fixture_find (fixture, "approved") == first);
  g_assert_true (panel_fixture_find (fixture, "plan") == last);

  /* A filter that hides no visible row changes nothing. */
  atlas_filter_set_shows (filter, ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_START, FALSE);
  g_assert_cmpuint (changes.n_changes, ==, 1);
}

/* An inactive panel does nothing, and an active one has all rows. */
static void
test_active (void)
{
  Changes changes = { 0 };
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_TIMELINE_PANEL);

  atlas_panel_set_active (fixture->panel, FALSE);
  g_signal_connect_swapped (fixture->panel, "items-changed", G_CALLBACK (changed_cb), &changes);
  panel_fixture_visit (fixture, "liaoyuan");
  g_assert_cmpuint (changes.n_changes, ==, 0);
  atlas_panel_set_active (fixture->panel, TRUE);
  g_assert_cmpuint (changes.n_changes, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->panel)), ==, 1);
}

static void
test_without_dataset (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasNavigation) navigation = atlas_navigation_new ();
  g_autoptr (AtlasPanel) panel =
    g_object_new (ATLAS_TYPE_TIMELINE_PANEL, "navigation", navigation, "active", TRUE, NULL);

  g_assert_cmpint (atlas_panel_get_state (panel), ==, ATLAS_PANEL_STATE_UNKNOWN);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (panel)), ==, 0);
  atlas_navigation_set_dataset (navigation, dataset);
  g_assert_cmpint (atlas_panel_get_state (panel), ==, ATLAS_PANEL_STATE_ROWS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (panel)), ==, 4);
}

/* A scope without rows differs from one whose rows are all hidden. */
static void
test_state (void)
{
  guint n_changes = 0;
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_TRANSPORT_PANEL);
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  AtlasDate until = { 2015, 0, 0 };

  g_assert_cmpint (atlas_panel_get_state (fixture->panel), ==, ATLAS_PANEL_STATE_ROWS);
  panel_fixture_visit (fixture, "bus");
  g_assert_cmpint (atlas_panel_get_state (fixture->panel), ==, ATLAS_PANEL_STATE_ROWS);
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  g_assert_cmpint (atlas_panel_get_state (fixture->panel), ==, ATLAS_PANEL_STATE_FILTERED);
  assert_rows (fixture, "");

  /* The description of the filter must be updated. */
  g_signal_connect_swapped (fixture->panel, "notify::state", G_CALLBACK (count_cb), &n_changes);
  atlas_filter_set_time (filter, NULL, &until);
  g_assert_cmpuint (n_changes, ==, 1);

  panel_fixture_visit (fixture, "parts");
  g_assert_cmpint (atlas_panel_get_state (fixture->panel), ==, ATLAS_PANEL_STATE_EMPTY);
  atlas_filter_reset (filter);
  g_assert_cmpint (atlas_panel_get_state (fixture->panel), ==, ATLAS_PANEL_STATE_EMPTY);
  panel_fixture_visit (fixture, "bus");
  g_assert_cmpint (atlas_panel_get_state (fixture->panel), ==, ATLAS_PANEL_STATE_ROWS);
}

/* A row below another heading, or at another end of its card, is not equal. */
static void
test_equal_rows (void)
{
  g_autoptr (AtlasRow) one = atlas_row_new (NULL, "Title");
  g_autoptr (AtlasRow) other = atlas_row_new (NULL, "Title");

  g_assert_true (atlas_row_equal (one, other));
  atlas_row_begin_group (one, "Heading");
  g_assert_false (atlas_row_equal (one, other));
  atlas_row_begin_group (other, "Heading");
  g_assert_true (atlas_row_equal (one, other));
  atlas_row_end_group (one);
  g_assert_false (atlas_row_equal (one, other));
  atlas_row_end_group (other);
  atlas_row_take_value (one, g_strdup ("1"));
  g_assert_false (atlas_row_equal (one, other));
  atlas_row_take_value (one, g_strdup (""));
  g_assert_true (atlas_row_equal (one, other));
  /* An empty list of links differs from no links. */
  atlas_row_take_links (one, g_strdup ("Lead"), g_ptr_array_new ());
  g_assert_false (atlas_row_equal (one, other));
  atlas_row_take_links (other, g_strdup ("Lead"), g_ptr_array_new ());
  g_assert_true (atlas_row_equal (one, other));
}

static void
test_describe (void)
{
  g_autoptr (AtlasRow) row = atlas_row_new (NULL, "Road");
  g_autofree char *words = NULL;

  atlas_row_begin_group (row, "Roads");
  atlas_row_take_subtitle (row, g_strdup ("Under construction\nof two"));
  atlas_row_take_value (row, g_strdup ("7.6 km"));
  words = atlas_row_describe (row);
  g_assert_cmpstr (words, ==, "Roads; Road; 7.6 km; Under construction of two");
}

static void
count_rows (GHashTable *counts, GType panel_type)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_jilin (panel_type);
  GListModel *rows = G_LIST_MODEL (fixture->panel);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AtlasRow) row = g_list_model_get_item (rows, i);
      AtlasRecord *record = atlas_row_get_record (row);

      if (record == NULL || atlas_row_get_style (row) == ATLAS_ROW_STYLE_PROSE ||
          atlas_row_get_style (row) == ATLAS_ROW_STYLE_REMARK)
        continue;
      g_hash_table_insert (
        counts, g_strdup (atlas_record_get_id (record)),
        GINT_TO_POINTER (
          GPOINTER_TO_INT (g_hash_table_lookup (counts, atlas_record_get_id (record))) + 1));
    }
}

/* Every record of the bundled dataset is in a panel of the province, except figures that a route or
 * project states too. */
static void
test_nothing_is_lost (void)
{
  static const AtlasRecordKind kinds[] = {
    ATLAS_RECORD_KIND_INDUSTRY, ATLAS_RECORD_KIND_PLAN,       ATLAS_RECORD_KIND_PARTNERSHIP,
    ATLAS_RECORD_KIND_ROUTE,    ATLAS_RECORD_KIND_EVENT,      ATLAS_RECORD_KIND_FIGURE,
    ATLAS_RECORD_KIND_PROJECT,  ATLAS_RECORD_KIND_COMMITMENT,
  };
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_jilin (ATLAS_TYPE_OVERVIEW_PANEL);
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_left_out = 0;

  count_rows (counts, ATLAS_TYPE_OVERVIEW_PANEL);
  count_rows (counts, ATLAS_TYPE_INDUSTRIES_PANEL);
  count_rows (counts, ATLAS_TYPE_TIMELINE_PANEL);
  count_rows (counts, ATLAS_TYPE_INVESTMENT_PANEL);
  count_rows (counts, ATLAS_TYPE_TRANSPORT_PANEL);
  count_rows (counts, ATLAS_TYPE_NEXT_STEPS_PANEL);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GListModel *records = atlas_dataset_get_records (fixture->dataset, kinds[i]);

      for (guint j = 0; j < g_list_model_get_n_items (records); j++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, j);

          if (g_hash_table_contains (counts, atlas_record_get_id (record)))
            continue;
          g_test_message ("%s is left out", atlas_record_get_id (record));
          g_assert_cmpint (kinds[i], ==, ATLAS_RECORD_KIND_FIGURE);
          n_left_out++;
        }
    }
  g_assert_cmpuint (n_left_out, ==, 6);
}

/* The panel of figures has no duplicates. */
static void
test_no_figure_twice (void)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id, count;

  count_rows (counts, ATLAS_TYPE_INVESTMENT_PANEL);
  g_assert_cmpuint (g_hash_table_size (counts), >, 20);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &id, &count))
    {
      g_test_message ("%s", (char *) id);
      g_assert_cmpint (GPOINTER_TO_INT (count), ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/panel/new-destroy", test_new_destroy);
  g_test_add_func ("/panel/changes", test_changes);
  g_test_add_func ("/panel/active", test_active);
  g_test_add_func ("/panel/without-dataset", test_without_dataset);
  g_test_add_func ("/panel/state", test_state);
  g_test_add_func ("/panel/equal-rows", test_equal_rows);
  g_test_add_func ("/panel/describe", test_describe);
  g_test_add_func ("/panel/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/panel/no-figure-twice", test_no_figure_twice);
  return g_test_run ();
}
