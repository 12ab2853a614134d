/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-window-private.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>

#include "atlas-enum-types.h"
#include "atlas-installation.h"
#include "atlas-labels.h"
#include "atlas-map-view-private.h"
#include "atlas-panel-view.h"
#include "atlas-place-marker.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"
#include "atlas-tooltips-private.h"
#include "atlas-viewport.h"

/* Tests the window of the program with the bundled dataset: that map, panels and search agree after
 * each change of scope, and what happens with faulty files. */

typedef struct
{
  AtlasApplication *application;
  AtlasWindow *window;
  AtlasNavigation *navigation; /* borrowed from the window */
} Fixture;

typedef char *(*DescribeFunc) (Fixture *fixture, const char *detail);

/* Runs the main loop until @describe returns the expected text; fails with the actual text. */
static void
await_words (Fixture *fixture, DescribeFunc describe, const char *detail, const char *expected)
{
  const gint64 deadline = g_get_monotonic_time () + ATLAS_TEST_PATIENCE;
  g_autofree char *words = describe (fixture, detail);

  while (!g_str_equal (words, expected) && g_get_monotonic_time () < deadline)
    {
      atlas_test_iterate ();
      g_free (words);
      words = describe (fixture, detail);
    }
  g_assert_cmpstr (words, ==, expected);
}

static AtlasApplication *
get_application (void)
{
  static AtlasApplication *application;

  if (application == NULL)
    {
      g_autoptr (GError) error = NULL;

      application = atlas_application_new ();
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
    }
  return application;
}

static GFile *
get_data_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

  return g_file_new_for_path (path);
}

/* A window that has not read a dataset yet. */
static void
set_up_empty (Fixture *fixture, gconstpointer data)
{
  fixture->application = get_application ();
  fixture->window = atlas_window_new (fixture->application);
  fixture->navigation = fixture->window->navigation;
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_data_file ("jilin.json");

  set_up_empty (fixture, data);
  atlas_window_open (fixture->window, file);
  g_assert_null (atlas_navigation_get_dataset (fixture->navigation));
  await (atlas_navigation_get_dataset (fixture->navigation) != NULL);
}

/* A window that appears by itself. */
static void
set_up_for_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_data_file (data);

  fixture->application = get_application ();
  fixture->window = atlas_window_new_for_file (fixture->application, file);
  fixture->navigation = fixture->window->navigation;
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
}

/* A closed window is finalized. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_close (GTK_WINDOW (fixture->window));
  await (fixture->window == NULL);
}

static gboolean
has_page (GtkWidget *widget, const char *name)
{
  return GTK_IS_STACK (widget) && gtk_stack_get_child_by_name (GTK_STACK (widget), name) != NULL;
}

static gboolean
is_list (GtkWidget *widget, const char *detail)
{
  return GTK_IS_LIST_VIEW (widget);
}

static gboolean
is_mapped_list (GtkWidget *widget, const char *detail)
{
  return GTK_IS_LIST_VIEW (widget) && gtk_widget_get_mapped (widget);
}

static gboolean
does_action (GtkWidget *widget, const char *action)
{
  return GTK_IS_ACTIONABLE (widget) &&
         g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), action) == 0;
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

static gboolean
is_choice (GtkWidget *widget, const char *label)
{
  return GTK_IS_TOGGLE_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

/* Switches the industries from the matrix to the list. */
static void
choose_list (Fixture *fixture)
{
  GtkWidget *choice = atlas_test_find (fixture->window->side_panel, is_choice, "List");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (choice), TRUE);
}

static GListModel *
get_list (gpointer root)
{
  GtkWidget *list = atlas_test_find (root, is_list, NULL);

  g_assert_nonnull (list);
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static void
visit (Fixture *fixture, const char *id)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (fixture->navigation);

  atlas_navigation_visit (fixture->navigation, atlas_test_dataset_get (dataset, id));
}

static const char *
get_subject (Fixture *fixture)
{
  AtlasScope *scope = atlas_navigation_get_scope (fixture->navigation);
  AtlasRecord *subject = scope != NULL ? atlas_scope_get_subject (scope) : NULL;

  return subject != NULL ? atlas_record_get_id (subject) : NULL;
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Takes ownership of @words. */
static char *
join_sorted (GPtrArray *words)
{
  char *joined;

  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  joined = g_strjoinv (" ", (char **) words->pdata);
  g_ptr_array_unref (words);
  return joined;
}

/* Lists the ids of the records on a page of the side panel, in their order and without duplicates.
 * Rows without a record, such as counts, are left out. */
static char *
list_rows (Fixture *fixture, const char *page)
{
  GtkWidget *pages = atlas_test_find (fixture->window->side_panel, has_page, page);
  GtkWidget *view = gtk_stack_get_child_by_name (GTK_STACK (pages), page);
  GListModel *rows = get_list (view);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AtlasRow) row = g_list_model_get_item (rows, i);
      AtlasRecord *record = atlas_row_get_record (row);

      if (record != NULL &&
          !g_ptr_array_find_with_equal_func (ids, atlas_record_get_id (record), g_str_equal, NULL))
        g_ptr_array_add (ids, (char *) atlas_record_get_id (record));
    }
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

static void
assert_rows (Fixture *fixture, const char *page, const char *expected)
{
  atlas_side_panel_show_page (fixture->window->side_panel, page);
  await_words (fixture, list_rows, page, expected);
}

/* Whether every record of @kind in the scope is in @rows. */
static gboolean
has_all (Fixture *fixture, const char *rows, AtlasRecordKind kind)
{
  g_auto (GStrv) ids = g_strsplit (rows, " ", -1);
  g_autoptr (GPtrArray) records =
    atlas_scope_dup_records (atlas_navigation_get_scope (fixture->navigation), kind);

  g_assert_cmpuint (records->len, >, 0);
  for (guint i = 0; i < records->len; i++)
    if (!g_strv_contains ((const char *const *) ids, atlas_record_get_id (records->pdata[i])))
      return FALSE;
  return TRUE;
}

static char *
describe_completeness (Fixture *fixture, const char *page)
{
  g_autofree char *rows = list_rows (fixture, page);
  AtlasRecordKind kind =
    g_str_equal (page, "timeline") ? ATLAS_RECORD_KIND_EVENT : ATLAS_RECORD_KIND_COMMITMENT;

  return g_strdup (has_all (fixture, rows, kind) ? "complete" : rows);
}

/* The page lists all records of the scope, and no others. */
static void
assert_complete (Fixture *fixture, const char *page)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (fixture->navigation);
  g_autofree char *rows = NULL;
  g_auto (GStrv) ids = NULL;

  atlas_side_panel_show_page (fixture->window->side_panel, page);
  await_words (fixture, describe_completeness, page, "complete");
  rows = list_rows (fixture, page);
  ids = g_strsplit (rows, " ", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    if (!atlas_scope_contains (atlas_navigation_get_scope (fixture->navigation),
                               atlas_test_dataset_get (dataset, ids[i])))
      g_error ("The page %s lists %s, which is not in the scope", page, ids[i]);
}

/* Lists the highlighted links. */
static char *
list_links (Fixture *fixture, const char *detail)
{
  AtlasScope *scope = atlas_navigation_get_scope (fixture->navigation);
  AtlasLinkGeometry *geometry = atlas_link_layer_get_geometry (fixture->window->map_view->links);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i);

      if (atlas_link_painter_get_state (curve, scope, NULL) == ATLAS_LINK_STATE_LIT)
        for (guint j = 0; j < curve->links->len; j++)
          g_ptr_array_add (ids, (char *) atlas_record_get_id (curve->links->pdata[j]));
    }
  return join_sorted (ids);
}

/* Lists the places with visible markers in the state @state. */
static char *
list_places (Fixture *fixture, const char *state)
{
  GtkWidget *layer = GTK_WIDGET (fixture->window->map_view->places);
  GPtrArray *ids = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (layer); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (ATLAS_IS_PLACE_MARKER (child) && gtk_widget_has_css_class (child, state))
      {
        g_autoptr (GPtrArray) places = atlas_place_layer_dup_places (
          fixture->window->map_view->places, ATLAS_PLACE_MARKER (child));

        g_ptr_array_add (ids, (char *) atlas_record_get_id (places->pdata[0]));
      }
  return join_sorted (ids);
}

/* Whether the visible page lists a record already. */
static gboolean
list_has (Fixture *fixture, const char *page, const char *id)
{
  g_autofree char *rows = list_rows (fixture, page);
  g_auto (GStrv) ids = g_strsplit (rows, " ", -1);

  return g_strv_contains ((const char *const *) ids, id);
}

static void
assert_says (Fixture *fixture, const char *words)
{
  await (atlas_test_find (fixture->window, says, words) != NULL);
}

static void
test_province (Fixture *fixture, gconstpointer data)
{
  GtkWidget *back = atlas_test_find (fixture->window, does_action, "win.back");

  g_assert_null (get_subject (fixture));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->stack), ==, "atlas");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "Jilin Atlas: Linked Cities");
  g_assert_false (gtk_widget_get_sensitive (back));
  /* Cities and places where links end; links of the zones of Changchun are gathered in their
   * city. */
  await_words (fixture, list_places, "plain",
               "baicheng baishan changbaishan changchun harbin jilin-city liaoyuan siping songyuan "
               "tonghua tongliao yanbian yingkou");
  await_words (fixture, list_places, "dimmed", "");
  await_words (fixture, list_links, NULL, "");
  assert_complete (fixture, "next-steps");
  assert_complete (fixture, "timeline");
}

static void
test_city (Fixture *fixture, gconstpointer data)
{
  visit (fixture, "siping");
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==,
                   "Siping — Jilin Atlas: Linked Cities");
  await_words (fixture, list_links, NULL,
               "bus-liaoyuan-siping jl-changping jl-college-siping jl-framework-siping "
               "jl-jiefang-siping jl-siping-auto jl-siping-china-korea jl-siping-liaoyuan");
  await_words (fixture, list_places, "subject", "siping");
  await_words (fixture, list_places, "lit",
               "changchun liaoyuan shuangliao station-liaoyuan station-siping yitong yitong-town "
               "zone-auto zone-china-korea");
  assert_says (fixture, "Special-purpose Vehicles");

  assert_complete (fixture, "timeline");
  assert_complete (fixture, "next-steps");
  g_assert_true (list_has (fixture, "timeline", "ev-jiefang-siping"));
  g_assert_true (list_has (fixture, "next-steps", "next-siping-bonded"));
  choose_list (fixture);
  assert_rows (fixture, "industries",
               "jl-siping-auto jl-siping-china-korea jl-jiefang-siping ind-auto-supporting-parts "
               "ind-auto-parts ind-special-vehicles ind-equipment ind-farm-machinery "
               "ind-modern-agriculture ind-chemicals ind-vehicle-logistics");
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  visit (fixture, "jl-changping");
  await_words (fixture, list_links, NULL,
               "jl-changping jl-college-siping jl-framework-siping jl-jiefang-siping "
               "jl-siping-auto jl-siping-china-korea");
  await_words (fixture, list_places, "subject", "");
  await_words (fixture, list_places, "lit", "changchun siping zone-auto zone-china-korea");

  assert_complete (fixture, "next-steps");
  assert_complete (fixture, "timeline");
  /* The bus route from Siping to Liaoyuan is not about Changchun; the railway between Changchun and
   * Siping is. */
  atlas_side_panel_show_page (fixture->window->side_panel, "transport");
  await (list_has (fixture, "transport", "prj-changsi-railway"));
  g_assert_false (list_has (fixture, "transport", "bus-liaoyuan-siping"));
  atlas_side_panel_show_page (fixture->window->side_panel, "investment");
  await (list_has (fixture, "investment", "fig-investment-total"));
  await (list_has (fixture, "investment", "prj-echuangtong"));
  g_assert_false (list_has (fixture, "investment", "prj-bonded-centre"));
}

static void
test_industry (Fixture *fixture, gconstpointer data)
{
  visit (fixture, "ind-hydrogen");
  await_words (fixture, list_links, NULL, "jl-baicheng-auto jl-baicheng-china-korea");
  await_words (fixture, list_places, "lit", "baicheng zone-auto zone-china-korea");
  await_words (fixture, list_places, "subject", "");
  assert_rows (fixture, "overview", "jl-baicheng-china-korea jl-baicheng-auto");
  choose_list (fixture);
  assert_rows (fixture, "industries",
               "jl-baicheng-china-korea jl-baicheng-auto ind-energy-equipment ind-hydrogen "
               "ind-hydrogen-stations ind-fuel-cells");
  assert_rows (fixture, "timeline", "");
  assert_says (fixture, "No Events");
}

/* The visible page is updated at once, the others when they are shown. */
static void
test_back (Fixture *fixture, gconstpointer data)
{
  GtkWidget *back = atlas_test_find (fixture->window, does_action, "win.back");

  visit (fixture, "siping");
  g_assert_true (gtk_widget_get_sensitive (back));
  visit (fixture, "ind-hydrogen");
  assert_rows (fixture, "overview", "jl-baicheng-china-korea jl-baicheng-auto");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  await_words (fixture, list_places, "subject", "siping");
  await (list_has (fixture, "overview", "jl-siping-liaoyuan"));
  g_signal_emit_by_name (back, "clicked");
  g_assert_null (get_subject (fixture));
  g_assert_false (gtk_widget_get_sensitive (back));
  await_words (fixture, list_places, "dimmed", "");
}

static void
click (Fixture *fixture, AtlasPoint at)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->window->map_view->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller))
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, at.x, at.y);
      g_signal_emit_by_name (controller, "released", 1, at.x, at.y);
    }
}

static const AtlasLinkCurve *
find_curve (Fixture *fixture, const char *id)
{
  AtlasLinkGeometry *geometry = atlas_link_layer_get_geometry (fixture->window->map_view->links);
  AtlasRecord *link =
    atlas_test_dataset_get (atlas_navigation_get_dataset (fixture->navigation), id);

  for (guint i = 0; i < atlas_link_geometry_get_n_curves (geometry); i++)
    {
      const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (geometry, i);

      if (g_ptr_array_find (curve->links, link, NULL))
        return curve;
    }
  g_error ("The map has no line for %s", id);
}

/* A point at a distance in pixels from the line of a link, away from all other lines. */
static AtlasPoint
find_point (Fixture *fixture, const char *id, double beside)
{
  AtlasMapView *map_view = fixture->window->map_view;
  const AtlasLinkCurve *curve = find_curve (fixture, id);
  AtlasPoint at = atlas_link_curve_get_point (curve, 0.7);
  AtlasPoint next = atlas_link_curve_get_point (curve, 0.71);
  double length = hypot (next.x - at.x, next.y - at.y);
  AtlasExtent visible = atlas_viewport_get_extent (map_view->viewport, GTK_WIDGET (map_view->map));
  double scale = atlas_viewport_get_pixels_per_unit (map_view->viewport);

  return (AtlasPoint) { (at.x - visible.x0) * scale - (next.y - at.y) / length * beside,
                        (at.y - visible.y0) * scale + (next.x - at.x) / length * beside };
}

/* A click on a line, or at most six pixels beside it, selects the link; further away it selects the
 * area. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  await (fixture->window->map_view->width > 0);
  await_words (fixture, list_places, "subject", "");
  click (fixture, find_point (fixture, "jl-framework-changbaishan", 5));
  g_assert_cmpstr (get_subject (fixture), ==, "jl-framework-changbaishan");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.province", NULL);
  click (fixture, find_point (fixture, "jl-framework-changbaishan", -5));
  g_assert_cmpstr (get_subject (fixture), ==, "jl-framework-changbaishan");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.province", NULL);
  click (fixture, find_point (fixture, "jl-framework-changbaishan", 8));
  g_assert_cmpstr (get_subject (fixture), !=, "jl-framework-changbaishan");
  g_assert_nonnull (get_subject (fixture));
}

/* Activates the binding of the window for a key without modifiers, if there is one. */
static void
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GtkShortcutTrigger) trigger = gtk_keyval_trigger_new (keyval, 0);
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        j < g_list_model_get_n_items (G_LIST_MODEL (controller));
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), trigger))
            gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0,
                                          GTK_WIDGET (fixture->window), NULL);
        }
    }
}

/* A Han character is as wide as two letters. */
static void
test_tooltips (void)
{
  g_assert_cmpint (_atlas_tooltips_count_columns (""), ==, 0);
  g_assert_cmpint (_atlas_tooltips_count_columns ("Print"), ==, 5);
  g_assert_cmpint (_atlas_tooltips_count_columns ("显示或隐藏侧栏"), ==, 14);
  g_assert_cmpint (_atlas_tooltips_count_columns ("A4 纸"), ==, 5);
}

/* GTK hides the children of a widget with the role "presentation" from assistive technology. */
static void
test_markers_are_accessible (Fixture *fixture, gconstpointer data)
{
  AtlasMapView *map_view = fixture->window->map_view;
  GtkWidget *layer = GTK_WIDGET (map_view->places);
  GtkWidget *widget;

  await (gtk_widget_get_first_child (layer) != NULL);
  widget = gtk_widget_get_first_child (layer);
  g_assert_true (ATLAS_IS_PLACE_MARKER (widget));
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      GtkAccessibleRole role = gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget));

      g_assert_cmpint (role, !=, GTK_ACCESSIBLE_ROLE_PRESENTATION);
      g_assert_cmpint (role, !=, GTK_ACCESSIBLE_ROLE_NONE);
    }
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  visit (fixture, "siping");
  visit (fixture, "jl-changping");
  press (fixture, GDK_KEY_F20);
  g_assert_cmpstr (get_subject (fixture), ==, "jl-changping");
  press (fixture, GDK_KEY_Escape);
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  press (fixture, GDK_KEY_Escape);
  g_assert_null (get_subject (fixture));
  press (fixture, GDK_KEY_Escape);
  g_assert_null (get_subject (fixture));
}

static void
assert_accelerator (Fixture *fixture, const char *action, const char *accelerator)
{
  g_auto (GStrv) accelerators =
    gtk_application_get_accels_for_action (GTK_APPLICATION (fixture->application), action);

  g_assert_true (g_strv_contains ((const char *const *) accelerators, accelerator));
}

static void
test_whole_province (Fixture *fixture, gconstpointer data)
{
  AtlasMapView *map_view = fixture->window->map_view;
  double home, zoom;

  await (map_view->width > 0);
  home = shumate_viewport_get_zoom_level (map_view->viewport);
  g_assert_true (map_view->is_fitted);
  visit (fixture, "zone-auto");
  await (g_get_monotonic_time () > map_view->arrival);
  zoom = shumate_viewport_get_zoom_level (map_view->viewport);
  gtk_widget_activate_action (GTK_WIDGET (map_view), "map.zoom-in", NULL);
  gtk_widget_activate_action (GTK_WIDGET (map_view), "map.zoom-in", NULL);
  /* The second step comes while the first is being animated, and is not lost. */
  await (ABS (shumate_viewport_get_zoom_level (map_view->viewport) - (round (zoom) + 2)) < 1e-6);
  g_assert_false (map_view->is_fitted);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.province", NULL);
  g_assert_null (get_subject (fixture));
  await (ABS (shumate_viewport_get_zoom_level (map_view->viewport) - home) < 1e-6);
  g_assert_true (map_view->is_fitted);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  g_assert_cmpstr (get_subject (fixture), ==, "zone-auto");
}

static gboolean
is_near_camera (Fixture *fixture, const AtlasMapCamera *camera, double distance, double zoom)
{
  AtlasMapCamera now;

  atlas_map_view_get_camera (fixture->window->map_view, &now);
  return ABS (now.x - camera->x) < distance && ABS (now.y - camera->y) < distance &&
         ABS (now.zoom - camera->zoom) < zoom;
}

static gboolean
is_at_camera (Fixture *fixture, const AtlasMapCamera *camera)
{
  return is_near_camera (fixture, camera, 1e-9, 1e-6);
}

/* The first crumb of the panel and the button of the map do the same as the menu. */
static void
test_reset_everywhere (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  GtkWidget *ways[] = { GTK_WIDGET (fixture->window->side_panel),
                        GTK_WIDGET (fixture->window->map_view) };

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      visit (fixture, "siping");
      atlas_test_settle ();
      atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS);
      g_signal_emit_by_name (atlas_test_find (ways[i], does_action, "win.province"), "clicked");
      g_assert_null (get_subject (fixture));
      g_assert_true (atlas_filter_is_open (filter));
      assert_says (fixture, "Filter and time were reset");
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-reset", NULL);
      g_assert_cmpstr (get_subject (fixture), ==, "siping");
      g_assert_false (atlas_filter_is_open (filter));
      atlas_filter_reset (filter);
    }
}

/* Whole Province resets scope, filter and time; the toast restores them and the camera of the
 * map. */
static void
test_reset (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  const AtlasDate until = { 2018, 4, 12 };
  AtlasMapCamera camera;

  await (fixture->window->map_view->width > 0);
  visit (fixture, "siping");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->map_view), "map.zoom-in", NULL);
  await (g_get_monotonic_time () > fixture->window->map_view->arrival);
  atlas_test_settle ();
  atlas_filter_set_time (filter, NULL, &until);
  atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS);
  atlas_map_view_get_camera (fixture->window->map_view, &camera);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.province", NULL);
  g_assert_null (get_subject (fixture));
  g_assert_true (atlas_filter_is_open (filter));
  assert_says (fixture, "Filter and time were reset");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-reset", NULL);
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  g_assert_cmpint (atlas_date_compare (atlas_filter_get_until (filter), &until), ==, 0);
  g_assert_true (atlas_filter_get_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS));
  g_assert_false (atlas_filter_get_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE));
  await (is_at_camera (fixture, &camera));
  /* The history is unchanged. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.back", NULL);
  g_assert_null (get_subject (fixture));
  g_assert_false (atlas_navigation_get_can_go_back (fixture->navigation));
}

static void
link_read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  char **uri = user_data;
  g_autoptr (GError) error = NULL;

  *uri = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, &error);
  g_assert_no_error (error);
}

/* A copied link leads back to scope, filter, time, page and camera; Back leads to what was shown
 * before. A link that cannot be followed changes nothing. */
static void
test_link_to_view (Fixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  const AtlasDate until = { 2018, 0, 0 };
  g_autofree char *uri = NULL;
  AtlasMapCamera camera;

  await (fixture->window->map_view->width > 0);
  visit (fixture, "siping");
  atlas_filter_set_time (filter, NULL, &until);
  atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS);
  atlas_side_panel_show_page (fixture->window->side_panel, "transport");
  await (g_get_monotonic_time () > fixture->window->map_view->arrival);
  atlas_test_settle ();
  atlas_map_view_get_camera (fixture->window->map_view, &camera);
  gtk_widget_activate_action (window, "win.copy-link", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (window), NULL, link_read_cb, &uri);
  await (uri != NULL);

  atlas_filter_reset (filter);
  visit (fixture, "baicheng");
  atlas_side_panel_show_page (fixture->window->side_panel, "overview");
  atlas_window_show_link (fixture->window, uri);
  await (g_strcmp0 (get_subject (fixture), "siping") == 0);
  g_assert_cmpint (atlas_date_compare (atlas_filter_get_until (filter), &until), ==, 0);
  g_assert_true (atlas_filter_get_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS));
  g_assert_false (atlas_filter_get_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE));
  g_assert_cmpstr (atlas_side_panel_get_page (fixture->window->side_panel), ==, "transport");
  /* A link has four decimals of a degree, and two of the zoom level. */
  await (is_near_camera (fixture, &camera, 0.00006 / 180, 0.006));

  atlas_window_show_link (fixture->window, "jilin-atlas:?scope=nowhere&page=nowhere");
  await (atlas_filter_is_open (filter));
  atlas_window_show_link (fixture->window, "jilin-atlas:?until=soon");
  atlas_window_show_link (fixture->window, "https://example.org/?scope=baicheng");
  atlas_test_settle ();
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  g_assert_cmpstr (atlas_side_panel_get_page (fixture->window->side_panel), ==, "transport");
  gtk_widget_activate_action (window, "win.back", NULL);
  g_assert_cmpstr (get_subject (fixture), ==, "baicheng");
}

/* Escape in the scope of the province resets filter and time; in another scope it only leaves the
 * scope. */
static void
test_escape_resets (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);

  visit (fixture, "siping");
  atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS);
  press (fixture, GDK_KEY_Escape);
  g_assert_null (get_subject (fixture));
  g_assert_false (atlas_filter_is_open (filter));
  press (fixture, GDK_KEY_Escape);
  g_assert_true (atlas_filter_is_open (filter));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-reset", NULL);
  g_assert_false (atlas_filter_is_open (filter));
  g_assert_false (atlas_navigation_get_can_go_back (fixture->navigation));
}

static void
test_accelerators (Fixture *fixture, gconstpointer data)
{
  assert_accelerator (fixture, "win.back", "<Alt>Left");
  assert_accelerator (fixture, "win.province", "<Control>0");
  assert_accelerator (fixture, "win.search", "<Control>f");
  assert_accelerator (fixture, "win.open", "<Control>o");
  assert_accelerator (fixture, "win.show-page::overview", "<Control>1");
  assert_accelerator (fixture, "win.show-page::next-steps", "<Control>6");
}

/* Opening a page shows a hidden side panel. */
static void
test_show_page (Fixture *fixture, gconstpointer data)
{
  GtkWidget *panel = GTK_WIDGET (fixture->window->side_stack);
  GtkWidget *pages = atlas_test_find (panel, has_page, "investment");

  g_assert_nonnull (pages);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-panel", NULL);
  await (!gtk_widget_get_visible (panel));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "investment");
  await (gtk_widget_get_visible (panel));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (pages)), ==, "investment");
}

/* Returns the id of the first search result, or NULL. */
static const char *
get_first_hit (Fixture *fixture)
{
  g_autoptr (AtlasRow) row = g_list_model_get_item (get_list (fixture->window->search_entry), 0);

  return row != NULL ? atlas_record_get_id (atlas_row_get_record (row)) : NULL;
}

static GtkEditable *
get_search_text (Fixture *fixture)
{
  return GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (fixture->window->search_entry),
                                                      ATLAS_TYPE_SEARCH_ENTRY, "entry"));
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  GtkEditable *editable = get_search_text (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  gtk_editable_set_text (editable, "cc");
  await (g_strcmp0 (get_first_hit (fixture), "changchun") == 0);
  gtk_editable_set_text (editable, "四平");
  await (g_strcmp0 (get_first_hit (fixture), "siping") == 0);
  g_assert_null (get_subject (fixture));
  g_signal_emit_by_name (editable, "activate");
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  await_words (fixture, list_places, "subject", "siping");
}

/* The first suggestion is the group of the matching industries. It filters the province, and the
 * toast restores the former state. */
static void
test_search_family (Fixture *fixture, gconstpointer data)
{
  GtkEditable *editable = get_search_text (fixture);
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);

  visit (fixture, "siping");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  gtk_editable_set_text (editable, "hydrogen");
  await (get_first_hit (fixture) != NULL);
  g_assert_true (g_str_has_prefix (get_first_hit (fixture), "ind-hydrogen"));
  assert_says (fixture, "Filter by this group: ");
  g_signal_emit_by_name (editable, "activate");
  g_assert_null (get_subject (fixture));
  for (guint group = 0; group < ATLAS_N_INDUSTRY_GROUPS; group++)
    g_assert_cmpint (atlas_filter_get_shows (filter, ATLAS_FACET_INDUSTRIES, group), ==,
                     group == ATLAS_INDUSTRY_GROUP_ENERGY);
  assert_says (fixture, "The filter was changed");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-reset", NULL);
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  g_assert_true (atlas_filter_is_open (filter));
}

/* Not a valid dataset: it has three faults, one of them in a name that looks like markup. */
static const char broken[] =
  "{\n"
  "  \"format\": \"jilin-atlas\",\n"
  "  \"version\": 1,\n"
  "  \"sources\": [],\n"
  "  \"places\": [\n"
  "    {\"id\": \"a\", \"name\": \"A\", \"kind\": \"county\", \"latitude\": 143, "
  "\"longitude\": 125},\n"
  "    {\"id\": \"a\", \"name\": \"B\", \"kind\": \"<b>castle\", \"latitude\": 44, "
  "\"longitude\": 126}\n"
  "  ]\n"
  "}\n";

/* Two places and a link are valid; a third place has a fault, and a link ends there. */
static const char faulty[] =
  "{\n"
  "  \"format\": \"jilin-atlas\",\n"
  "  \"version\": 1,\n"
  "  \"title\": \"Counties\",\n"
  "  \"sources\": [],\n"
  "  \"places\": [\n"
  "    {\"id\": \"a\", \"name\": \"A\", \"kind\": \"county\", \"latitude\": 43, \"longitude\": "
  "125},\n"
  "    {\"id\": \"b\", \"name\": \"B\", \"kind\": \"county\", \"latitude\": 44, \"longitude\": "
  "126},\n"
  "    {\"id\": \"c\", \"name\": \"C\", \"kind\": \"county\", \"latitude\": 44}\n"
  "  ],\n"
  "  \"partnerships\": [\n"
  "    {\"id\": \"ab\", \"name\": \"A B\", \"kind\": \"city-pair\", \"members\": [\"a\", \"b\"]},\n"
  "    {\"id\": \"ac\", \"name\": \"A C\", \"kind\": \"city-pair\", \"members\": [\"a\", \"c\"]}\n"
  "  ]\n"
  "}\n";

static GFile *
write_file (const char *contents)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int handle = g_file_open_tmp ("atlas-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  g_close (handle, NULL);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static gboolean
shows (Fixture *fixture, const char *page)
{
  return g_str_equal (gtk_stack_get_visible_child_name (fixture->window->stack), page);
}

static void
assert_fault (Fixture *fixture, guint position, const char *record, const char *place)
{
  GListModel *lines = get_list (fixture->window->faults_page);
  g_autoptr (GtkStringObject) line = g_list_model_get_item (lines, position);

  g_assert_nonnull (line);
  g_test_message ("%s", gtk_string_object_get_string (line));
  g_assert_true (g_str_has_prefix (gtk_string_object_get_string (line), record));
  g_assert_true (g_str_has_suffix (gtk_string_object_get_string (line), place));
}

/* All faults of a file are shown together; another file can be opened instead. */
static void
test_faults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (broken);
  g_autoptr (GFile) good = get_data_file ("jilin.json");
  GtkEditable *editable = get_search_text (fixture);

  atlas_window_open (fixture->window, file);
  await (shows (fixture, "error"));
  g_assert_null (atlas_navigation_get_dataset (fixture->navigation));
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture->window->faults_page)), ==, 4);
  assert_fault (fixture, 0, "\n", "Line 1, column 1");
  assert_fault (fixture, 1, "Place “A”\n", "\nLine 6, column 60 · places[0].latitude");
  assert_fault (fixture, 2, "Place\n", "\nLine 7, column 12 · places[1].id");
  assert_fault (fixture, 3, "Place\n", "\nLine 7, column 38 · places[1].kind");
  assert_says (fixture, "<b>castle");

  /* Back, province and search do nothing, and nothing crashes. */
  gtk_editable_set_text (editable, "cc");
  g_signal_emit_by_name (editable, "activate");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.province", NULL);
  press (fixture, GDK_KEY_Escape);
  g_assert_true (shows (fixture, "error"));

  atlas_window_open (fixture->window, good);
  await (atlas_navigation_get_dataset (fixture->navigation) != NULL);
  g_assert_true (shows (fixture, "atlas"));
  g_unlink (g_file_peek_path (file));
}

/* For a missing file no list of faults is shown. */
static void
test_no_such_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_data_file ("no-such-file.json");

  atlas_window_open (fixture->window, file);
  await (shows (fixture, "error"));
  assert_says (fixture, "no-such-file.json");
  g_assert_null (atlas_test_find (fixture->window->faults_page, is_mapped_list, NULL));
}

static void
test_keep_dataset (Fixture *fixture, gconstpointer data)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (fixture->navigation);
  g_autoptr (GFile) file = write_file (broken);

  visit (fixture, "siping");
  atlas_window_open (fixture->window, file);
  await (atlas_test_find (fixture->window, says, "cannot be shown") != NULL);
  g_assert_true (shows (fixture, "atlas"));
  g_assert_true (atlas_navigation_get_dataset (fixture->navigation) == dataset);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-refused", NULL);
  g_assert_true (shows (fixture, "error"));
  assert_fault (fixture, 1, "Place “A”\n", "\nLine 6, column 60 · places[0].latitude");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.hide-faults", NULL);
  g_assert_true (shows (fixture, "atlas"));
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  g_unlink (g_file_peek_path (file));
}

static char *
get_title (Fixture *fixture, const char *detail)
{
  return g_strdup (gtk_window_get_title (GTK_WINDOW (fixture->window)));
}

/* The valid part of a file is shown; the bar links to the faults and to the bundled dataset. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = write_file (faulty);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *title = g_strdup_printf ("Counties (%s)", name);
  AtlasDataset *dataset;

  atlas_window_open (fixture->window, file);
  await (atlas_navigation_get_dataset (fixture->navigation) != NULL);
  g_assert_true (shows (fixture, "atlas"));
  dataset = atlas_navigation_get_dataset (fixture->navigation);
  g_assert_nonnull (atlas_dataset_lookup (dataset, "ab"));
  g_assert_null (atlas_dataset_lookup (dataset, "ac"));
  await_words (fixture, get_title, NULL, title);
  assert_says (fixture,
               "1 record of the data file has a fault and is left out. 1 other depends on");

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-faults", NULL);
  g_assert_true (shows (fixture, "error"));
  g_assert_cmpuint (g_list_model_get_n_items (get_list (fixture->window->faults_page)), ==, 2);
  assert_fault (fixture, 0, "Place “C”\nThe member “longitude” is missing\n",
                "Line 9, column 5 · places[2]");
  assert_fault (fixture, 1,
                atlas_label_for (ATLAS_TYPE_RECORD_KIND, ATLAS_RECORD_KIND_PARTNERSHIP,
                                 ATLAS_LANGUAGE_EN),
                "Line 13, column 71 · partnerships[1].members[1]");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.hide-faults", NULL);
  g_assert_true (shows (fixture, "atlas"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-bundled", NULL);
  await (atlas_navigation_get_dataset (fixture->navigation) != dataset);
  await (atlas_test_find (fixture->window, says, "1 record of the data file") == NULL);
  g_unlink (g_file_peek_path (file));
}

/* The title has the dataset, the scope, and the name of a file that the user has opened. */
static void
test_title (Fixture *fixture, gconstpointer data)
{
  AtlasDataset *dataset = atlas_navigation_get_dataset (fixture->navigation);
  const char *name = atlas_dataset_get_title (dataset, ATLAS_LANGUAGE_EN);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "jilin.json", NULL);
  g_autofree char *copy = g_build_filename (g_get_tmp_dir (), "atlas-copy.json", NULL);
  g_autofree char *siping = g_strdup_printf ("Siping — %s", name);
  g_autofree char *other = g_strdup_printf ("Siping — %s (atlas-copy.json)", name);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (GFile) file = g_file_new_for_path (copy);

  await_words (fixture, get_title, NULL, name);
  visit (fixture, "siping");
  await_words (fixture, get_title, NULL, siping);
  g_assert_true (g_file_copy (source, file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
  atlas_window_open (fixture->window, file);
  await_words (fixture, get_title, NULL, other);
  g_file_delete (file, NULL, NULL);
}

/* Reads a pipe that gets no data. */
static void
test_stop_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "silent.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_no_error (error);
  g_assert_no_errno (mkfifo (path, 0600));
  atlas_window_open (fixture->window, file);
  await (atlas_test_find (fixture->window, does_action, "win.stop-reading") != NULL);
  await (
    gtk_widget_get_visible (atlas_test_find (fixture->window, does_action, "win.stop-reading")));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.stop-reading", NULL);
  g_assert_true (shows (fixture, "error"));
  assert_says (fixture, "The reading was stopped.");
  g_assert_false (
    gtk_widget_get_visible (atlas_test_find (fixture->window, does_action, "win.stop-reading")));
  g_unlink (path);
  g_rmdir (folder);
}

/* GTK prints warnings for invalid shortcuts, and warnings are fatal here. */
static void
test_shortcuts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *shortcuts =
    GTK_WIDGET (gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (fixture->window)));

  g_assert_nonnull (shortcuts);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-help-overlay", NULL);
  await (gtk_widget_get_mapped (shortcuts));
  atlas_test_settle ();
  gtk_window_close (GTK_WINDOW (shortcuts));
}

/* If two files are opened one after the other, only the second one is shown. */
static void
test_overtake (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = get_data_file ("no-such-file.json");
  g_autoptr (GFile) second = get_data_file ("jilin.json");

  atlas_window_open (fixture->window, first);
  atlas_window_open (fixture->window, second);
  await (atlas_navigation_get_dataset (fixture->navigation) != NULL);
  g_assert_true (shows (fixture, "atlas"));
  await_words (fixture, list_places, "dimmed", "");
}

/* While a file is being read, the spinner appears after a delay. */
static void
test_loading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) source = get_data_file ("jilin.json");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("atlas-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "slow.json", NULL);
  g_autoptr (GFile) slow = g_file_new_for_path (path);
  g_autofree char *contents = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  gsize size;

  g_assert_no_error (error);
  g_assert_no_errno (mkfifo (path, 0600));
  g_assert_true (g_file_load_contents (source, NULL, &contents, &size, NULL, &error));
  atlas_window_open (fixture->window, slow);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window->spinner)));
  await (gtk_widget_get_visible (GTK_WIDGET (fixture->window->spinner)));
  assert_says (fixture, "Reading slow.json…");

  stream = g_file_append_to (slow, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (G_OUTPUT_STREAM (stream), contents, size, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &error);
  await (atlas_navigation_get_dataset (fixture->navigation) != NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window->spinner)));
  g_assert_null (atlas_test_find (fixture->window, says, "Reading slow.json…"));
  g_unlink (path);
  g_rmdir (folder);
}

/* Closing cancels the reading, which does not keep the window alive. */
static void
test_close_while_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = get_data_file ("jilin.json");
  g_autoptr (GCancellable) cancellable = NULL;

  atlas_window_open (fixture->window, file);
  cancellable = g_object_ref (fixture->window->cancellable);
  gtk_window_close (GTK_WINDOW (fixture->window));
  await (g_cancellable_is_cancelled (cancellable));
  await (fixture->window == NULL);
}

static void
note_map_size_cb (AtlasWindow *window, int *size)
{
  size[0] = gtk_widget_get_width (GTK_WIDGET (window->map_view));
  size[1] = gtk_widget_get_height (GTK_WIDGET (window->map_view));
}

/* The map has its markers and its size before the first frame, so the tiles drawn until then are
 * not drawn again. */
static void
test_first_frame (Fixture *fixture, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (fixture->window->map_view);
  int size[2] = { 0, 0 };

  g_signal_connect (fixture->window, "map", G_CALLBACK (note_map_size_cb), size);
  await (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  g_assert_nonnull (atlas_navigation_get_dataset (fixture->navigation));
  g_assert_cmpint (size[0], >, 0);
  await_words (fixture, list_places, "dimmed", "");
  await (!atlas_map_view_is_loading (fixture->window->map_view));
  g_assert_cmpint (gtk_widget_get_width (map), ==, size[0]);
  g_assert_cmpint (gtk_widget_get_height (map), ==, size[1]);
}

/* The window also appears for a file that cannot be read. */
static void
test_first_faults (Fixture *fixture, gconstpointer data)
{
  await (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  await (shows (fixture, "error"));
}

int
main (int argc, char *argv[])
{
#define ADD(name, data, up) g_test_add ("/window/" #name, Fixture, data, up, test_##name, tear_down)
#define ADD_LOADED(name) ADD (name, NULL, set_up)
#define ADD_EMPTY(name) ADD (name, NULL, set_up_empty)
  atlas_installation_find ();
  atlas_test_display_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/window/tooltips", test_tooltips);
  ADD_LOADED (province);
  ADD_LOADED (city);
  ADD_LOADED (link);
  ADD_LOADED (industry);
  ADD_LOADED (back);
  ADD_LOADED (click);
  ADD_LOADED (markers_are_accessible);
  ADD_LOADED (escape);
  ADD_LOADED (whole_province);
  ADD_LOADED (reset_everywhere);
  ADD_LOADED (reset);
  ADD_LOADED (link_to_view);
  ADD_LOADED (escape_resets);
  ADD_LOADED (search);
  ADD_LOADED (search_family);
  ADD_LOADED (keep_dataset);
  ADD_LOADED (title);
  ADD_LOADED (show_page);
  ADD_EMPTY (accelerators);
  ADD_EMPTY (faults);
  ADD_EMPTY (no_such_file);
  ADD_EMPTY (left_out);
  ADD_EMPTY (shortcuts);
  ADD_EMPTY (stop_reading);
  ADD_EMPTY (overtake);
  ADD_EMPTY (loading);
  ADD_EMPTY (close_while_reading);
  ADD (first_frame, "jilin.json", set_up_for_file);
  ADD (first_faults, "no-such-file.json", set_up_for_file);
#undef ADD_EMPTY
#undef ADD_LOADED
#undef ADD
  return atlas_test_run ();
}
