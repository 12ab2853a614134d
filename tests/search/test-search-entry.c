/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-search-entry.h"

#include "atlas-search-row.h"

#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  GtkWidget *window;
  GtkWidget *entry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = atlas_test_dataset_new ();
  fixture->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  fixture->entry = atlas_search_entry_new (fixture->navigation);
  fixture->window = atlas_test_open_window (fixture->entry, -1, -1);
  gtk_widget_grab_focus (fixture->entry);
  atlas_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_test_close_window (fixture->window);
  g_assert_finalize_object (fixture->navigation);
  g_object_unref (fixture->dataset);
}

static GtkEditable *
get_editable (Fixture *fixture)
{
  return GTK_EDITABLE (gtk_widget_get_template_child (fixture->entry, ATLAS_TYPE_SEARCH_ENTRY,
                                                      "entry"));
}

static void
press (Fixture *fixture, guint keyval)
{
  GtkWidget *editable = GTK_WIDGET (get_editable (fixture));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (editable);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, 0, &handled);
      if (handled)
        return;
    }
  g_assert_not_reached ();
}

static const char *
get_subject (Fixture *fixture)
{
  AtlasRecord *subject = atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation));

  return subject != NULL ? atlas_record_get_id (subject) : NULL;
}

/* Enter does not wait for the search delay. */
static void
test_enter (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (get_editable (fixture), "cc");
  g_signal_emit_by_name (get_editable (fixture), "activate");
  g_assert_cmpstr (get_subject (fixture), ==, "changchun");
  g_assert_cmpstr (gtk_editable_get_text (get_editable (fixture)), ==, "");
}

/* Two names open their comparison. */
static void
test_pair (Fixture *fixture, gconstpointer data)
{
  AtlasRecord *other;

  gtk_editable_set_text (get_editable (fixture), "siping changchun");
  g_signal_emit_by_name (get_editable (fixture), "activate");
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  other = atlas_scope_get_other (atlas_navigation_get_scope (fixture->navigation));
  g_assert_nonnull (other);
  g_assert_cmpstr (atlas_record_get_id (other), ==, "changchun");
  /* Back returns to the former scope, not to the first of the two. */
  atlas_navigation_go_back (fixture->navigation);
  g_assert_null (get_subject (fixture));
}

/* A click opens the clicked row, even if another one is selected. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label;
  GtkEventController *click;

  gtk_editable_set_text (get_editable (fixture), "siping");
  g_signal_emit_by_name (get_editable (fixture), "search-changed");
  label = atlas_test_await (fixture->entry, atlas_test_is_label, "Changchun–Siping plan");
  click = atlas_test_get_controller (gtk_widget_get_ancestor (label, ATLAS_TYPE_SEARCH_ROW),
                                     GTK_TYPE_GESTURE_CLICK);
  g_signal_emit_by_name (click, "released", 1, 1.0, 1.0);
  atlas_test_settle ();
  g_assert_cmpstr (get_subject (fixture), ==, "plan");
  g_assert_cmpstr (gtk_editable_get_text (get_editable (fixture)), ==, "");
}

/* GtkListView with single-click-activate would select the row that appears under a resting
 * pointer. */
static void
test_pointer_at_rest (Fixture *fixture, gconstpointer data)
{
  GtkWidget *list = atlas_test_find_type (fixture->entry, "GtkListView");

  g_assert_nonnull (list);
  g_assert_false (gtk_list_view_get_single_click_activate (GTK_LIST_VIEW (list)));
  gtk_editable_set_text (get_editable (fixture), "zzzz");
  g_signal_emit_by_name (get_editable (fixture), "search-changed");
  atlas_test_settle ();
  gtk_editable_set_text (get_editable (fixture), "chang");
  g_signal_emit_by_name (get_editable (fixture), "search-changed");
  atlas_test_settle ();
  g_signal_emit_by_name (get_editable (fixture), "activate");
  g_assert_cmpstr (get_subject (fixture), ==, "changchun");
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (get_editable (fixture), "siping");
  g_signal_emit_by_name (get_editable (fixture), "search-changed");
  atlas_test_settle ();
  press (fixture, GDK_KEY_Up);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Page_Down);
  press (fixture, GDK_KEY_Page_Up);
  press (fixture, GDK_KEY_Down);
  g_signal_emit_by_name (get_editable (fixture), "activate");
  g_assert_cmpstr (get_subject (fixture), ==, "siping-auto");
}

static void
test_nothing_found (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (get_editable (fixture), "zzzz");
  g_signal_emit_by_name (get_editable (fixture), "search-changed");
  atlas_test_settle ();
  press (fixture, GDK_KEY_Down);
  g_signal_emit_by_name (get_editable (fixture), "activate");
  g_assert_null (get_subject (fixture));
  g_assert_cmpstr (gtk_editable_get_text (get_editable (fixture)), ==, "zzzz");
}

/* Escape ends the search and keeps the scope. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  gtk_editable_set_text (get_editable (fixture), "siping");
  g_signal_emit_by_name (get_editable (fixture), "search-changed");
  g_signal_emit_by_name (get_editable (fixture), "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (get_editable (fixture)), ==, "");
  g_assert_null (get_subject (fixture));
}

int
main (int argc, char *argv[])
{
#define ADD(name) g_test_add ("/search-entry/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  atlas_test_display_init (&argc, &argv);
  ADD (enter);
  ADD (pair);
  ADD (click);
  ADD (pointer_at_rest);
  ADD (arrows);
  ADD (nothing_found);
  ADD (escape);
#undef ADD
  return g_test_run ();
}
