/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <math.h>

#include "atlas-map-view-private.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"
#include "atlas-viewport.h"

/* Tests picking on the map: a position, and the two ends of a link, by pointer and keyboard. */

#define WIDTH 900
#define HEIGHT 700

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  GtkWidget *window;
  AtlasMapView *view;
  AtlasMapPicking *picking;
  guint n_places; /* how many positions were picked */
  double latitude;
  double longitude;
  guint n_links;
  char *from;
  char *to;
} Fixture;

static void
place_picked_cb (Fixture *fixture, double latitude, double longitude)
{
  g_assert_cmpint (atlas_map_picking_get_mode (fixture->picking), ==, ATLAS_MAP_PICKING_NONE);
  fixture->n_places++;
  fixture->latitude = latitude;
  fixture->longitude = longitude;
}

static void
link_picked_cb (Fixture *fixture, AtlasRecord *from, AtlasRecord *to)
{
  g_assert_cmpint (atlas_map_picking_get_mode (fixture->picking), ==, ATLAS_MAP_PICKING_NONE);
  fixture->n_links++;
  g_free (fixture->from);
  g_free (fixture->to);
  fixture->from = g_strdup (atlas_record_get_id (from));
  fixture->to = g_strdup (atlas_record_get_id (to));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->dataset = atlas_test_dataset_read_jilin ();
  fixture->navigation = atlas_navigation_new ();
  fixture->view = ATLAS_MAP_VIEW (atlas_map_view_new (fixture->navigation));
  fixture->picking = atlas_map_view_get_picking (fixture->view);
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->view), WIDTH, HEIGHT);
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  g_signal_connect_swapped (fixture->picking, "place-picked", G_CALLBACK (place_picked_cb),
                            fixture);
  g_signal_connect_swapped (fixture->picking, "link-picked", G_CALLBACK (link_picked_cb), fixture);
  await (!atlas_map_view_is_loading (fixture->view));
  atlas_test_wait_for_frames (fixture->window, 3);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  await (fixture->view == NULL);
  g_object_unref (fixture->navigation);
  g_object_unref (fixture->dataset);
  g_free (fixture->from);
  g_free (fixture->to);
}

static void
begin (Fixture *fixture, AtlasMapPickingMode mode)
{
  atlas_map_picking_set_mode (fixture->picking, mode);
  atlas_test_wait_for_frames (fixture->window, 2);
}

static AtlasPlaceMarker *
find_marker (Fixture *fixture, const char *id)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->places));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (GPtrArray) places =
        atlas_place_layer_dup_places (fixture->view->places, ATLAS_PLACE_MARKER (child));

      if (gtk_widget_get_child_visible (child) &&
          g_str_equal (atlas_record_get_id (places->pdata[0]), id))
        return ATLAS_PLACE_MARKER (child);
    }
  g_assert_not_reached ();
}

/* Returns the middle of a marker and its name. */
static AtlasPoint
locate (Fixture *fixture, const char *id)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_marker (fixture, id)),
                                            GTK_WIDGET (fixture->view->map), &bounds));
  return (AtlasPoint) { bounds.origin.x + bounds.size.width / 2,
                        bounds.origin.y + bounds.size.height / 2 };
}

/* A point of the map without a marker: in the corner of the province beside Songyuan. */
static AtlasPoint
find_empty (Fixture *fixture)
{
  for (int x = WIDTH / 3; x < WIDTH; x += 7)
    for (int y = HEIGHT / 3; y < HEIGHT; y += 7)
      {
        GtkWidget *picked =
          gtk_widget_pick (GTK_WIDGET (fixture->view->map), x, y, GTK_PICK_DEFAULT);

        if (picked != NULL && gtk_widget_get_ancestor (picked, ATLAS_TYPE_PLACE_MARKER) == NULL)
          return (AtlasPoint) { x, y };
      }
  g_assert_not_reached ();
}

/* Emits the signals of the pointer, as GTK does. */
static void
move (Fixture *fixture, AtlasPoint to)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->view->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        g_signal_emit_by_name (controller, "motion", to.x, to.y);
    }
}

static void
click (Fixture *fixture, AtlasPoint at)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->view->map));

  move (fixture, at);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller) ||
          gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) != GDK_BUTTON_PRIMARY)
        continue;
      g_signal_emit_by_name (controller, "pressed", 1, at.x, at.y);
      g_signal_emit_by_name (controller, "released", 1, at.x, at.y);
    }
}

/* Drags from one point to another, and on the way over the map. */
static void
drag (Fixture *fixture, AtlasPoint from, AtlasPoint to)
{
  const double right = to.x - from.x, down = to.y - from.y;

  g_signal_emit_by_name (fixture->view->drag, "drag-begin", from.x, from.y);
  g_signal_emit_by_name (fixture->view->drag, "drag-update", right / 2, down / 2);
  atlas_test_wait_for_frames (fixture->window, 1);
  g_signal_emit_by_name (fixture->view->drag, "drag-update", right, down);
  g_signal_emit_by_name (fixture->view->drag, "drag-end", right, down);
}

static gboolean
press_key (Fixture *fixture, guint key)
{
  GtkEventController *keys =
    atlas_test_get_controller (fixture->view->map, GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean is_handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, (GdkModifierType) 0, &is_handled);
  return is_handled;
}

static AtlasScopeKind
get_scope_kind (Fixture *fixture)
{
  return atlas_scope_get_kind (atlas_navigation_get_scope (fixture->navigation));
}

/* A click picks its position, as exact as the map is, also on the name of a place, and does not
 * change the scope. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  const AtlasPoint points[] = { find_empty (fixture), locate (fixture, "siping") };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      const AtlasPoint at = _atlas_map_view_unproject (fixture->view, points[i].x, points[i].y);
      const double pixel = 360 / atlas_viewport_get_pixels_per_unit (fixture->view->viewport);

      begin (fixture, ATLAS_MAP_PICKING_PLACE);
      g_assert_true (gtk_widget_get_child_visible (GTK_WIDGET (fixture->picking)));
      click (fixture, points[i]);
      g_assert_cmpuint (fixture->n_places, ==, i + 1);
      g_assert_cmpfloat_with_epsilon (fixture->latitude, atlas_projection_latitude (at.y), pixel);
      g_assert_cmpfloat_with_epsilon (fixture->longitude, atlas_projection_longitude (at.x), pixel);
      g_assert_cmpfloat_with_epsilon (fixture->latitude * 1e4, round (fixture->latitude * 1e4),
                                      1e-6);
    }
  g_assert_cmpint (get_scope_kind (fixture), ==, ATLAS_SCOPE_KIND_PROVINCE);
  /* Afterwards a click opens a place again. */
  atlas_test_wait_for_frames (fixture->window, 2);
  click (fixture, locate (fixture, "siping"));
  g_assert_cmpuint (fixture->n_places, ==, 2);
  g_assert_cmpint (get_scope_kind (fixture), ==, ATLAS_SCOPE_KIND_PLACE);
}

/* Arrow keys move the map, and Enter picks its middle; Escape picks nothing. */
static void
test_place_by_key (Fixture *fixture, gconstpointer data)
{
  AtlasPoint before, after;

  begin (fixture, ATLAS_MAP_PICKING_PLACE);
  g_assert_nonnull (atlas_map_picking_get_hint (fixture->picking));
  g_assert_true (press_key (fixture, GDK_KEY_Escape));
  g_assert_null (atlas_map_picking_get_hint (fixture->picking));
  g_assert_false (press_key (fixture, GDK_KEY_Escape));
  shumate_viewport_set_zoom_level (fixture->view->viewport, 9);
  begin (fixture, ATLAS_MAP_PICKING_PLACE);
  g_assert_true (atlas_map_picking_get_by_key (fixture->picking));
  move (fixture, (AtlasPoint) { 30, 200 });
  g_assert_false (atlas_map_picking_get_by_key (fixture->picking));
  before = atlas_viewport_get_centre (fixture->view->viewport);
  g_assert_true (press_key (fixture, GDK_KEY_Right));
  g_assert_true (atlas_map_picking_get_by_key (fixture->picking));
  g_assert_true (press_key (fixture, GDK_KEY_Return));
  after = atlas_viewport_get_centre (fixture->view->viewport);
  g_assert_cmpuint (fixture->n_places, ==, 1);
  g_assert_cmpfloat (after.x, >, before.x);
  g_assert_cmpfloat_with_epsilon (fixture->longitude, atlas_projection_longitude (after.x), 0.01);
  g_assert_cmpfloat_with_epsilon (fixture->latitude, atlas_projection_latitude (after.y), 0.01);
}

/* A link is dragged from one place to another. Dropped on no place, it is not picked. A drag that
 * begins on no place is left to the map. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  const AtlasPoint siping = locate (fixture, "siping"), liaoyuan = locate (fixture, "liaoyuan");
  const AtlasPoint empty = find_empty (fixture);

  drag (fixture, siping, liaoyuan); /* without a mode */
  begin (fixture, ATLAS_MAP_PICKING_LINK);
  drag (fixture, empty, liaoyuan);
  drag (fixture, siping, empty);
  g_assert_cmpuint (fixture->n_links, ==, 0);
  g_assert_cmpint (atlas_map_picking_get_mode (fixture->picking), ==, ATLAS_MAP_PICKING_LINK);
  drag (fixture, siping, liaoyuan);
  g_assert_cmpuint (fixture->n_links, ==, 1);
  g_assert_cmpstr (fixture->from, ==, "siping");
  g_assert_cmpstr (fixture->to, ==, "liaoyuan");
  g_assert_cmpint (get_scope_kind (fixture), ==, ATLAS_SCOPE_KIND_PROVINCE);
}

/* While a link is dragged, a line leads to the pointer, and the place there is highlighted. */
static void
test_line (Fixture *fixture, gconstpointer data)
{
  const AtlasPoint siping = locate (fixture, "siping"), liaoyuan = locate (fixture, "liaoyuan");
  const double right = liaoyuan.x - siping.x, down = liaoyuan.y - siping.y;

  begin (fixture, ATLAS_MAP_PICKING_LINK);
  g_signal_emit_by_name (fixture->view->drag, "drag-begin", siping.x, siping.y);
  g_assert_true (atlas_navigation_get_hovered (fixture->navigation) ==
                 atlas_test_dataset_get (fixture->dataset, "siping"));
  g_signal_emit_by_name (fixture->view->drag, "drag-update", right, down);
  g_assert_true (atlas_navigation_get_hovered (fixture->navigation) ==
                 atlas_test_dataset_get (fixture->dataset, "liaoyuan"));
  atlas_test_wait_for_frames (fixture->window, 2);
  /* No card covers the map. */
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->view->card)));
  g_assert_true (press_key (fixture, GDK_KEY_Escape));
  g_assert_null (atlas_navigation_get_hovered (fixture->navigation));
  g_signal_emit_by_name (fixture->view->drag, "drag-end", right, down);
  g_assert_cmpuint (fixture->n_links, ==, 0);
}

/* Two clicks choose the ends. A second click on the same place takes it back. */
static void
test_clicks (Fixture *fixture, gconstpointer data)
{
  const AtlasPoint siping = locate (fixture, "siping"), liaoyuan = locate (fixture, "liaoyuan");
  g_autofree char *hint = NULL;

  begin (fixture, ATLAS_MAP_PICKING_LINK);
  hint = g_strdup (atlas_map_picking_get_hint (fixture->picking));
  drag (fixture, siping, siping);
  g_assert_cmpstr (atlas_map_picking_get_hint (fixture->picking), !=, hint);
  drag (fixture, siping, siping);
  g_assert_cmpstr (atlas_map_picking_get_hint (fixture->picking), ==, hint);
  click (fixture, find_empty (fixture));
  g_assert_cmpint (get_scope_kind (fixture), ==, ATLAS_SCOPE_KIND_PROVINCE);
  drag (fixture, liaoyuan, liaoyuan);
  drag (fixture, siping, siping);
  g_assert_cmpuint (fixture->n_links, ==, 1);
  g_assert_cmpstr (fixture->from, ==, "liaoyuan");
  g_assert_cmpstr (fixture->to, ==, "siping");
}

/* Enter on a marker with the focus chooses it, and the focus moves the line. */
static void
test_link_by_key (Fixture *fixture, gconstpointer data)
{
  GtkWidget *siping = GTK_WIDGET (find_marker (fixture, "siping"));
  GtkWidget *liaoyuan = GTK_WIDGET (find_marker (fixture, "liaoyuan"));

  begin (fixture, ATLAS_MAP_PICKING_LINK);
  g_assert_true (gtk_widget_grab_focus (siping));
  g_assert_false (press_key (fixture, GDK_KEY_Return));
  g_assert_true (gtk_widget_activate (siping));
  g_assert_true (gtk_widget_grab_focus (liaoyuan));
  g_assert_true (atlas_navigation_get_hovered (fixture->navigation) ==
                 atlas_test_dataset_get (fixture->dataset, "liaoyuan"));
  g_assert_true (gtk_widget_activate (liaoyuan));
  g_assert_cmpuint (fixture->n_links, ==, 1);
  g_assert_cmpstr (fixture->from, ==, "siping");
  g_assert_cmpstr (fixture->to, ==, "liaoyuan");
  /* Afterwards Enter opens the place again. */
  g_assert_true (gtk_widget_activate (liaoyuan));
  g_assert_cmpint (get_scope_kind (fixture), ==, ATLAS_SCOPE_KIND_PLACE);
}

/* The dataset is replaced meanwhile. An end that it still has stays chosen, another does not. */
static void
test_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDataset) same = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasDataset) other = atlas_dataset_new ();
  g_autofree char *hint = NULL;

  begin (fixture, ATLAS_MAP_PICKING_LINK);
  hint = g_strdup (atlas_map_picking_get_hint (fixture->picking));
  drag (fixture, locate (fixture, "siping"), locate (fixture, "siping"));
  atlas_navigation_set_dataset (fixture->navigation, same);
  atlas_test_wait_for_frames (fixture->window, 3);
  g_assert_cmpstr (atlas_map_picking_get_hint (fixture->picking), !=, hint);
  drag (fixture, locate (fixture, "liaoyuan"), locate (fixture, "liaoyuan"));
  g_assert_cmpstr (fixture->from, ==, "siping");
  g_assert_cmpuint (fixture->n_links, ==, 1);

  begin (fixture, ATLAS_MAP_PICKING_LINK);
  drag (fixture, locate (fixture, "siping"), locate (fixture, "siping"));
  g_signal_emit_by_name (fixture->view->drag, "drag-begin", locate (fixture, "liaoyuan").x,
                         locate (fixture, "liaoyuan").y);
  atlas_dataset_complete (other);
  atlas_navigation_set_dataset (fixture->navigation, other);
  atlas_test_wait_for_frames (fixture->window, 3);
  g_signal_emit_by_name (fixture->view->drag, "drag-end", 0.0, 0.0);
  g_assert_cmpstr (atlas_map_picking_get_hint (fixture->picking), ==, hint);
  g_assert_cmpuint (fixture->n_links, ==, 1);
}

/* The filter is hidden and the time is played meanwhile; the hint has a button that cancels. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);
  GtkWidget *button;

  begin (fixture, ATLAS_MAP_PICKING_LINK);
  drag (fixture, locate (fixture, "siping"), locate (fixture, "siping"));
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  atlas_test_wait_for_frames (fixture->window, 3);
  g_assert_false (gtk_widget_get_child_visible (fixture->view->filter_bar));
  button = atlas_test_find_type (fixture->picking, "GtkButton");
  g_assert_true (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpint (atlas_map_picking_get_mode (fixture->picking), ==, ATLAS_MAP_PICKING_NONE);
  g_assert_true (gtk_widget_get_child_visible (fixture->view->filter_bar));
  g_assert_false (gtk_widget_get_mapped (button));
  g_assert_cmpuint (fixture->n_links, ==, 0);
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);
  atlas_test_load_style ();

#define ADD(name) g_test_add ("/map/picking/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (place);
  ADD (place_by_key);
  ADD (drag);
  ADD (line);
  ADD (clicks);
  ADD (link_by_key);
  ADD (replaced);
  ADD (cancel);
#undef ADD

  return atlas_test_run ();
}
