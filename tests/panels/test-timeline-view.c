/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-timeline-view.h"

#include "atlas-panel-view.h"
#include "atlas-reader.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

/* The items of the test dataset, by time: "approved", "signed" and "surveyed". */
typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  AtlasTimelinePanel *panel;
  GtkWidget *window;
  AtlasTimelineView *view;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = atlas_test_dataset_new ();
  fixture->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  fixture->panel = g_object_new (ATLAS_TYPE_TIMELINE_PANEL, "navigation", fixture->navigation,
                                 "active", TRUE, NULL);
  fixture->view = ATLAS_TIMELINE_VIEW (atlas_timeline_view_new (fixture->panel));
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->view), 384, 700);
  atlas_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_test_close_window (fixture->window);
  g_assert_finalize_object (fixture->panel);
  g_assert_finalize_object (fixture->navigation);
  g_object_unref (fixture->dataset);
}

static void
assert_current (Fixture *fixture, const char *id)
{
  AtlasRecord *current = atlas_timeline_view_get_current (fixture->view);

  g_assert_cmpstr (current != NULL ? atlas_record_get_id (current) : NULL, ==, id);
}

static void
assert_hovered (Fixture *fixture, const char *id)
{
  AtlasRecord *hovered = atlas_navigation_get_hovered (fixture->navigation);

  g_assert_cmpstr (hovered != NULL ? atlas_record_get_id (hovered) : NULL, ==, id);
}

static const AtlasTimelinePlacement *
locate (Fixture *fixture, guint index)
{
  return atlas_timeline_get_placement (atlas_timeline_view_get_timeline (fixture->view), index);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *view = GTK_ACCESSIBLE (fixture->view);

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timeline");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "3 dated events");
  gtk_widget_activate_action (GTK_WIDGET (view), "timeline.move", "i", 1);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Plan approved February 2016 · Approval");
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (view)));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  assert_current (fixture, NULL);
  gtk_widget_activate_action (view, "timeline.activate", NULL);
  g_assert_null (atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation)));
  gtk_widget_activate_action (view, "timeline.move", "i", 1);
  assert_current (fixture, "approved");
  assert_hovered (fixture, "approved");
  gtk_widget_activate_action (view, "timeline.move", "i", -1);
  assert_current (fixture, "approved");
  gtk_widget_activate_action (view, "timeline.move", "i", 1000000);
  assert_current (fixture, "surveyed");
  gtk_widget_activate_action (view, "timeline.move", "i", -1);
  assert_hovered (fixture, "signed");
  gtk_widget_activate_action (view, "timeline.activate", NULL);
  atlas_test_settle ();
  g_assert_true (atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation)) ==
                 atlas_test_dataset_get (fixture->dataset, "signed"));
}

static void
test_pointer (Fixture *fixture, gconstpointer data)
{
  GtkEventController *motion =
    atlas_test_get_controller (fixture->view, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  GtkEventController *click = atlas_test_get_controller (fixture->view, GTK_TYPE_GESTURE_CLICK);
  const AtlasTimelinePlacement place = *locate (fixture, 1);

  g_signal_emit_by_name (motion, "motion", place.x, place.y);
  assert_hovered (fixture, "signed");
  g_signal_emit_by_name (motion, "motion", -10.0, place.y);
  assert_hovered (fixture, NULL);
  g_signal_emit_by_name (motion, "motion", place.x, place.y);
  g_signal_emit_by_name (motion, "leave");
  assert_hovered (fixture, NULL);
  g_signal_emit_by_name (click, "released", 1, -10.0, place.y);
  g_assert_null (atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation)));
  g_signal_emit_by_name (click, "released", 1, place.x, place.y);
  g_assert_cmpstr (atlas_record_get_id (
                     atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation))),
                   ==, "signed");
}

/* A record hovered elsewhere is described here, until it is not hovered any more. */
static void
test_hovered (Fixture *fixture, gconstpointer data)
{
  atlas_navigation_set_hovered (fixture->navigation,
                                atlas_test_dataset_get (fixture->dataset, "surveyed"));
  assert_current (fixture, "surveyed");
  atlas_navigation_set_hovered (fixture->navigation,
                                atlas_test_dataset_get (fixture->dataset, "bus"));
  assert_current (fixture, NULL);
  assert_hovered (fixture, "bus");
}

/* The view follows scope and time, and is hidden if there is nothing to draw. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "timeline.move", "i", 1);
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2020, 8, 0 });
  atlas_test_settle ();
  assert_current (fixture, "approved");
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Plan approved February 2016 · Approval");
  g_assert_null (locate (fixture, 2));
  atlas_filter_reset (filter);
  atlas_navigation_visit (fixture->navigation, atlas_test_dataset_get (fixture->dataset, "parts"));
  atlas_test_settle ();
  g_assert_null (atlas_timeline_view_get_timeline (fixture->view));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view)));
  assert_current (fixture, NULL);
  atlas_navigation_visit (fixture->navigation, NULL);
  atlas_test_settle ();
  g_assert_nonnull (atlas_timeline_view_get_timeline (fixture->view));
}

/* The row of the item is scrolled into view. */
static void
test_reveal (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = atlas_timeline_view_new (fixture->panel);
  GtkWidget *page = g_object_new (ATLAS_TYPE_PANEL_VIEW, "header", view, NULL);

  atlas_panel_view_set_panel (ATLAS_PANEL_VIEW (page), ATLAS_PANEL (fixture->panel));
  gtk_window_set_child (GTK_WINDOW (window), page);
  g_assert_true (gtk_widget_activate_action (view, "rows.reveal", "s", "surveyed"));
  g_assert_true (gtk_widget_activate_action (view, "rows.reveal", "s", "nothing"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static AtlasDataset *
read_progress (void)
{
  static const char json[] =
    "{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\", \"sources\": [],"
    "\"places\": [], \"projects\": [{\"id\": \"road\", \"name\": \"Road\", \"kind\": \"road\","
    "\"expected\": \"2022\", \"progress\": [{\"date\": \"2020\", \"stage\": \"planning\"},"
    "{\"date\": \"2021\", \"stage\": \"started\"}]}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* The arrow keys reach each entry in the progress of a project, which is what they make the scope.
 */
static void
test_progress (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDataset) dataset = read_progress ();
  GtkWidget *view = GTK_WIDGET (fixture->view);
  static const char *const words[] = { "Road: Planning 2020", "Road: Started 2021",
                                       "Road expected 2022" };

  atlas_navigation_set_dataset (fixture->navigation, dataset);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 reports of progress · 1 expected");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gtk_widget_activate_action (view, "timeline.move", "i", 1);
      gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words[i]);
      assert_hovered (fixture, "road");
    }
  gtk_widget_activate_action (view, "timeline.move", "i", -1);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words[1]);
  gtk_widget_activate_action (view, "timeline.activate", NULL);
  g_assert_true (atlas_navigation_is_at (fixture->navigation,
                                         atlas_test_dataset_get (dataset, "road")));
}

int
main (int argc, char *argv[])
{
#define ADD(name)                                                                                  \
  g_test_add ("/timeline-view/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  atlas_test_display_init (&argc, &argv);
  ADD (accessible);
  ADD (keys);
  ADD (pointer);
  ADD (hovered);
  ADD (rows);
  ADD (reveal);
  ADD (progress);
#undef ADD
  return g_test_run ();
}
