/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-window-private.h"

#include <glib/gstdio.h>
#include <math.h>

#include "atlas-installation.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"
#include "atlas-tours-window.h"

/* Tests presentations and tours: what the keys do, what leaving restores, and where tours are
 * kept. */

typedef struct
{
  AtlasWindow *window;
  AtlasNavigation *navigation;
} Fixture;

/* GTK allows one application per process. */
static AtlasApplication *application;

static void
open_file (Fixture *fixture, GFile *file)
{
  fixture->window = atlas_window_new (application);
  fixture->navigation = fixture->window->navigation;
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  atlas_window_open (fixture->window, file);
  await (atlas_navigation_get_dataset (fixture->navigation) != NULL);
  atlas_test_settle ();
}

static char *
get_kept_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "jilin-atlas", "tours.json", NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *kept = get_kept_path ();
  g_autofree char *path = atlas_installation_dup_data_file ("jilin.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_remove (kept);
  open_file (fixture, file);
}

static void
close_window (Fixture *fixture)
{
  fixture->window->is_closing = TRUE; /* whether to save is not asked here */
  gtk_window_close (GTK_WINDOW (fixture->window));
  await (fixture->window == NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static gboolean
press (Fixture *fixture, guint key)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (fixture->window->keys, "key-pressed", key, 0, 0, &handled);
  return handled;
}

static char *
describe_view (Fixture *fixture)
{
  g_autoptr (AtlasView) view = _atlas_window_take_view (fixture->window);

  return atlas_view_to_uri (view);
}

static void
assert_scope (Fixture *fixture, const char *ids)
{
  g_autofree char *found = atlas_scope_dup_ids (atlas_navigation_get_scope (fixture->navigation));

  g_assert_cmpstr (found, ==, ids);
}

/* Leaving restores scope, filter, page, camera and history, whatever was shown meanwhile. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (fixture->navigation);
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  g_autofree char *before = NULL;
  int width, height;

  atlas_navigation_visit (fixture->navigation, atlas_test_dataset_get (dataset, "siping"));
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  atlas_side_panel_show_page (fixture->window->side_panel, "transport");
  atlas_test_settle ();
  before = describe_view (fixture);
  width = gtk_widget_get_width (GTK_WIDGET (fixture->window->map_view));
  height = gtk_widget_get_height (GTK_WIDGET (fixture->window->map_view));

  activate (fixture, "win.present");
  atlas_test_settle ();
  g_assert_false (gtk_widget_get_mapped (fixture->window->header_bar));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->side_panel)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->presenter)));
  assert_scope (fixture, "siping");
  g_assert_false (atlas_navigation_get_can_go_back (fixture->navigation));
  g_assert_true (press (fixture, GDK_KEY_Page_Down));
  g_assert_true (press (fixture, GDK_KEY_Right));
  atlas_navigation_visit (fixture->navigation, atlas_test_dataset_get (dataset, "tonghua"));
  atlas_test_settle ();
  g_assert_true (press (fixture, GDK_KEY_Escape));
  await (gtk_widget_get_width (GTK_WIDGET (fixture->window->map_view)) == width &&
         gtk_widget_get_height (GTK_WIDGET (fixture->window->map_view)) == height);
  atlas_test_settle ();

  {
    g_autofree char *after = describe_view (fixture);

    g_assert_cmpstr (after, ==, before);
  }
  g_assert_true (gtk_widget_get_mapped (fixture->window->header_bar));
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->window->presenter)));
  /* The history is that of before: back to the province. */
  atlas_navigation_go_back (fixture->navigation);
  assert_scope (fixture, "");
  g_assert_false (atlas_navigation_get_can_go_back (fixture->navigation));
}

/* The keys of a keyboard and of a presenter's remote step through the tour of the dataset. */
static void
test_steps (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.present");
  g_assert_cmpuint (fixture->window->position, ==, 0);
  press (fixture, GDK_KEY_Left);
  g_assert_cmpuint (fixture->window->position, ==, 0);
  press (fixture, GDK_KEY_space);
  press (fixture, GDK_KEY_Return);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Page_Down);
  g_assert_cmpuint (fixture->window->position, ==, 4);
  assert_scope (fixture, "jl-hachang");
  press (fixture, GDK_KEY_BackSpace);
  press (fixture, GDK_KEY_Page_Up);
  g_assert_cmpuint (fixture->window->position, ==, 2);
  assert_scope (fixture, "");
  g_assert_false (atlas_filter_get_shows (atlas_navigation_get_filter (fixture->navigation),
                                          ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE));
  press (fixture, GDK_KEY_End);
  g_assert_cmpuint (fixture->window->position, ==, 12);
  press (fixture, GDK_KEY_Right);
  g_assert_cmpuint (fixture->window->position, ==, 12);
  press (fixture, GDK_KEY_Home);
  g_assert_cmpuint (fixture->window->position, ==, 0);
  g_assert_false (press (fixture, GDK_KEY_plus));
}

static void
test_black (Fixture *fixture, gconstpointer data)
{
  activate (fixture, "win.present");
  press (fixture, GDK_KEY_period);
  g_assert_true (atlas_presenter_get_black (fixture->window->presenter));
  press (fixture, GDK_KEY_b);
  g_assert_false (atlas_presenter_get_black (fixture->window->presenter));
  press (fixture, GDK_KEY_b);
  press (fixture, GDK_KEY_Page_Down);
  g_assert_false (atlas_presenter_get_black (fixture->window->presenter));
  g_assert_cmpuint (fixture->window->position, ==, 1);
}

/* The caption is that of the tour, until something else is clicked. */
static void
test_caption (Fixture *fixture, gconstpointer data)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (fixture->navigation);
  AtlasTour *tour = atlas_dataset_get_tours (dataset)->pdata[0];
  const char *sentence =
    atlas_text_get (atlas_tour_step_get_caption (atlas_tour_get_step (tour, 9)), ATLAS_LANGUAGE_EN);
  AtlasRecord *siping = atlas_test_dataset_get (dataset, "siping");

  _atlas_window_present_tour (fixture->window, tour, 10);
  g_assert_nonnull (atlas_test_find (fixture->window->presenter, atlas_test_is_label, sentence));
  g_assert_nonnull (atlas_test_find (fixture->window->presenter, atlas_test_is_label, "10 / 12"));
  atlas_navigation_visit (fixture->navigation, siping);
  g_assert_null (atlas_test_find (fixture->window->presenter, atlas_test_is_label, sentence));
  g_assert_nonnull (atlas_test_find (fixture->window->presenter, atlas_test_is_label,
                                     atlas_record_get_summary (siping, ATLAS_LANGUAGE_EN)));
}

/* On a high screen everything is magnified, and the card does not cover the notes of the map. */
static void
test_magnified (Fixture *fixture, gconstpointer data)
{
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1600, 1080);
  activate (fixture, "win.present");
  await (gtk_widget_get_height (GTK_WIDGET (fixture->window->presenter)) > 900);
  atlas_test_settle ();
  g_assert_cmpfloat (
    atlas_magnifier_get_factor (fixture->window->magnifier), ==,
    round (gtk_widget_get_height (GTK_WIDGET (fixture->window->presenter)) / 540.0 * 4) / 4);
  g_assert_cmpfloat (atlas_magnifier_get_factor (fixture->window->magnifier), >, 1.5);
  atlas_map_view_get_size (fixture->window->map_view, &width, &height);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->window->map_view)) - height, ==,
                   atlas_presenter_get_foot (fixture->window->presenter));
  g_assert_cmpint (atlas_presenter_get_foot (fixture->window->presenter), >, 40);
}

static AtlasTour *
get_own_tour (Fixture *fixture)
{
  return atlas_tour_list_lookup (fixture->window->tours, "tour-1");
}

static void
await_saved (Fixture *fixture)
{
  await (fixture->window->saving == NULL);
}

/* Views are added to a tour beside the bundled dataset, and are there in the next window. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (fixture->navigation);
  g_autofree char *link = NULL;

  activate (fixture, "win.add-view");
  atlas_navigation_visit (fixture->navigation, atlas_test_dataset_get (dataset, "siping"));
  atlas_test_settle ();
  link = describe_view (fixture);
  activate (fixture, "win.add-view");
  await_saved (fixture);
  g_assert_cmpuint (atlas_tour_get_n_steps (get_own_tour (fixture)), ==, 2);

  close_window (fixture);
  {
    g_autofree char *path = atlas_installation_dup_data_file ("jilin.json");
    g_autoptr (GFile) file = g_file_new_for_path (path);

    open_file (fixture, file);
  }
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->window->tours)), ==, 2);
  g_assert_cmpuint (atlas_tour_get_n_steps (get_own_tour (fixture)), ==, 2);
  g_assert_cmpstr (atlas_tour_step_get_view (atlas_tour_get_step (get_own_tour (fixture), 1)), ==,
                   link);
}

/* A change that is made while the former one is being written is kept when the window is closed. */
static void
test_close_while_saving (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = atlas_installation_dup_data_file ("jilin.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  activate (fixture, "win.add-view");
  activate (fixture, "win.add-view");
  g_assert_nonnull (fixture->window->saving);
  close_window (fixture);
  open_file (fixture, file);
  g_assert_nonnull (get_own_tour (fixture));
  g_assert_cmpuint (atlas_tour_get_n_steps (get_own_tour (fixture)), ==, 2);
}

/* Whether a dialog stands above the window. */
static gboolean
has_question (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        return TRUE;
    }
  return FALSE;
}

/* A dataset of the user keeps its tours in its own file. */
static void
test_own_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "own.json", NULL);
  g_autofree char *bundled = atlas_installation_dup_data_file ("jilin.json");
  g_autofree char *kept = get_kept_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) source = g_file_new_for_path (bundled);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *link = NULL;
  g_autofree char *view = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_file_copy (source, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  close_window (fixture);
  open_file (fixture, file);
  link = describe_view (fixture);
  activate (fixture, "win.add-view");
  activate (fixture, "win.save");
  await (!atlas_library_is_modified (fixture->window->library));
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  view = g_strdup_printf ("\"view\": \"%s\"", link);
  g_assert_nonnull (g_strstr_len (text, -1, view));
  g_assert_false (g_file_test (kept, G_FILE_TEST_EXISTS));

  /* A file that another program has changed is not overwritten. */
  g_file_set_contents (path, "{}", -1, &error);
  g_assert_no_error (error);
  activate (fixture, "win.add-view");
  activate (fixture, "win.save");
  await (has_question (fixture));
  g_clear_pointer (&text, g_free);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "{}");
  g_remove (path);
}

static gboolean
has_tooltip (GtkWidget *widget, const char *words)
{
  return gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_widget_get_tooltip_text (widget), words) == 0;
}

static void
click (gpointer root, const char *tooltip)
{
  GtkWidget *button = atlas_test_await (root, has_tooltip, tooltip);

  g_signal_emit_by_name (button, "clicked");
  atlas_test_settle ();
}

/* The list of tours moves, removes and presents views. */
static void
test_tours_window (Fixture *fixture, gconstpointer data)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (fixture->navigation);
  AtlasTour *original = atlas_dataset_get_tours (dataset)->pdata[0];
  GtkWidget *list = atlas_tours_window_new (GTK_WINDOW (fixture->window), fixture->navigation,
                                            fixture->window->tours, NULL);
  AtlasTour *tour;

  gtk_window_present (GTK_WINDOW (list));
  atlas_test_settle ();
  click (list, "Remove this view");
  tour = atlas_tour_list_lookup (fixture->window->tours, "reply");
  g_assert_cmpuint (atlas_tour_get_n_steps (tour), ==, 11);
  g_assert_true (atlas_tour_get_step (tour, 0) == atlas_tour_get_step (original, 1));
  click (list, "Move down");
  tour = atlas_tour_list_lookup (fixture->window->tours, "reply");
  g_assert_true (atlas_tour_get_step (tour, 0) == atlas_tour_get_step (original, 2));
  g_assert_true (atlas_tour_get_step (tour, 1) == atlas_tour_get_step (original, 1));
  await_saved (fixture);
  atlas_tour_list_restore (fixture->window->tours, "reply");
  await_saved (fixture);
  click (list, "Present from this view on");
  g_assert_true (fixture->window->is_presenting);
  g_assert_cmpuint (fixture->window->position, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  atlas_installation_find ();
  atlas_test_display_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = atlas_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
#define ADD(name) g_test_add ("/presentation/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (restore);
  ADD (steps);
  ADD (black);
  ADD (caption);
  ADD (magnified);
  ADD (add);
  ADD (close_while_saving);
  ADD (own_file);
  ADD (tours_window);
#undef ADD
  return atlas_test_run ();
}
