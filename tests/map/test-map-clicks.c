/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <math.h>

#include "atlas-map-view-private.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"
#include "atlas-test-links.h"
#include "atlas-viewport.h"

/* A click opens the record that the card describes, at any position and after any movement. */

/* Small, because each click redraws everything. */
#define WIDTH 560
#define HEIGHT 480

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  GtkWidget *window;
  AtlasMapView *view;
  GRand *random;
  AtlasPoint pointer;
} Fixture;

static void
open_window (Fixture *fixture, AtlasDataset *dataset)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->dataset = dataset;
  fixture->random = g_rand_new_with_seed (20210530);
  fixture->navigation = atlas_navigation_new ();
  fixture->view = ATLAS_MAP_VIEW (atlas_map_view_new (fixture->navigation));
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->view), WIDTH, HEIGHT);
  atlas_navigation_set_dataset (fixture->navigation, dataset);
  await (!atlas_map_view_is_loading (fixture->view));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, atlas_test_dataset_read_jilin ());
}

/* Two places on the same point, with a link between them. */
static void
set_up_one_point (Fixture *fixture, gconstpointer data)
{
  AtlasDataset *dataset = atlas_dataset_new ();
  g_autoptr (AtlasText) name = atlas_text_new ("某", "Some", NULL);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (AtlasRecord) place =
        g_object_new (ATLAS_TYPE_PLACE, "id", i == 0 ? "one" : "other", "name", name, "kind",
                      ATLAS_PLACE_KIND_PREFECTURE, "latitude", 43.9, "longitude", 125.3, NULL);

      g_assert_true (atlas_dataset_add (dataset, place));
    }
  atlas_dataset_complete (dataset);
  open_window (fixture, dataset);
}

/* Changchun has a partner in Hangzhou, far outside the view. */
static void
set_up_far (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, atlas_test_links_make_far (30.27, 120.16));
}

/* The same with a partner outside the base map. */
static void
set_up_beyond (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, atlas_test_links_make_far (-33.87, 151.2));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  await (fixture->view == NULL);
  g_rand_free (fixture->random);
  g_object_unref (fixture->navigation);
  g_object_unref (fixture->dataset);
}

/* Emits a signal on all controllers of one type, as GTK does for the pointer. */
static void
emit (Fixture *fixture, GType type, const char *signal, AtlasPoint at)
{
  g_autoptr (GListModel) controllers =
    gtk_widget_observe_controllers (GTK_WIDGET (fixture->view->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!g_type_is_a (G_OBJECT_TYPE (controller), type) ||
          (GTK_IS_GESTURE_SINGLE (controller) &&
           gtk_gesture_single_get_button (GTK_GESTURE_SINGLE (controller)) != GDK_BUTTON_PRIMARY))
        continue;
      if (type == GTK_TYPE_GESTURE_CLICK)
        g_signal_emit_by_name (controller, signal, 1, at.x, at.y);
      else
        g_signal_emit_by_name (controller, signal, at.x, at.y);
    }
}

static void
move (Fixture *fixture, AtlasPoint at)
{
  emit (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", at);
  fixture->pointer = at;
}

/* Moves the pointer across other records, with small movements at the end. */
static void
wander (Fixture *fixture, AtlasPoint to)
{
  AtlasPoint from = fixture->pointer;

  for (guint step = 1; step <= 4; step++)
    {
      double at = step / 5.0;

      move (fixture,
            (AtlasPoint) {
              from.x + (to.x - from.x) * at + g_rand_double_range (fixture->random, -20, 20),
              from.y + (to.y - from.y) * at + g_rand_double_range (fixture->random, -20, 20) });
    }
  move (fixture, to);
}

static AtlasPoint
project (Fixture *fixture, AtlasPoint point)
{
  AtlasExtent visible =
    atlas_viewport_get_extent (fixture->view->viewport, GTK_WIDGET (fixture->view->map));
  double scale = atlas_viewport_get_pixels_per_unit (fixture->view->viewport);

  return (AtlasPoint) { (point.x - visible.x0) * scale, (point.y - visible.y0) * scale };
}

static AtlasPoint
choose_line (Fixture *fixture)
{
  AtlasLinkGeometry *geometry = atlas_link_layer_get_geometry (fixture->view->links);
  guint n_curves = atlas_link_geometry_get_n_curves (geometry);
  const AtlasLinkCurve *curve = atlas_link_geometry_get_curve (
    geometry, (guint) g_rand_int_range (fixture->random, 0, (gint32) n_curves));

  return project (
    fixture, atlas_link_curve_get_point (curve, g_rand_double_range (fixture->random, 0.1, 0.9)));
}

/* Returns a point inside a marker or name, or on a line if no marker is visible. */
static AtlasPoint
choose_marker (Fixture *fixture)
{
  g_autoptr (GPtrArray) markers = g_ptr_array_new ();
  graphene_rect_t bounds;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->places));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      g_ptr_array_add (markers, child);
  if (markers->len == 0)
    return choose_line (fixture);
  g_assert_true (gtk_widget_compute_bounds (
    markers->pdata[g_rand_int_range (fixture->random, 0, (gint32) markers->len)],
    GTK_WIDGET (fixture->view->map), &bounds));
  return (AtlasPoint) {
    bounds.origin.x + bounds.size.width * g_rand_double_range (fixture->random, 0.1, 0.9),
    bounds.origin.y + bounds.size.height * g_rand_double_range (fixture->random, 0.4, 0.6),
  };
}

static AtlasPoint
choose_badge (Fixture *fixture)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  double scale = atlas_viewport_get_pixels_per_unit (fixture->view->viewport);
  const AtlasExtent *box;

  atlas_link_layer_add_occupied (fixture->view->links, boxes);
  if (boxes->len == 0)
    return choose_line (fixture);
  box = &g_array_index (boxes, AtlasExtent,
                        (guint) g_rand_int_range (fixture->random, 0, (gint32) boxes->len));
  return project (fixture,
                  (AtlasPoint) { g_rand_double_range (fixture->random, box->x0, box->x1) / scale,
                                 g_rand_double_range (fixture->random, box->y0, box->y1) / scale });
}

/* Returns a point of a marker, line or number; FALSE if it is outside the view or at the edge. */
static gboolean
choose_point (Fixture *fixture, AtlasPoint *point)
{
  AtlasPoint (*const kinds[]) (Fixture *) = { choose_marker, choose_line, choose_badge };

  *point = kinds[g_rand_int_range (fixture->random, 0, G_N_ELEMENTS (kinds))](fixture);
  return point->x > 10 && point->y > 10 && point->x < WIDTH - 10 && point->y < HEIGHT - 10;
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static AtlasRecord *
get_subject (Fixture *fixture)
{
  return atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation));
}

/* Asserts that the click has opened the record, or a list of exactly the records that the card
 * named. */
static void
check_opened (Fixture *fixture, GPtrArray *named)
{
  gint32 index = g_rand_int_range (fixture->random, 0, (gint32) named->len);

  if (named->len > 1)
    {
      GtkListBox *list = GTK_LIST_BOX (find_list (fixture->view->popover));

      g_assert_null (gtk_list_box_get_row_at_index (list, (int) named->len));
      g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, index));
      await (gtk_widget_get_last_child (GTK_WIDGET (fixture->view)) ==
             GTK_WIDGET (fixture->view->overlay));
    }
  g_assert_true (get_subject (fixture) == named->pdata[index]);
}

/* Sometimes moves the map, and keeps what is open. */
static void
change_map (Fixture *fixture, guint number)
{
  if (number % 3 == 0)
    atlas_navigation_visit (fixture->navigation, NULL);
  if (number % 10 == 0)
    gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.fit", NULL);
  if (number % 10 == 4)
    shumate_viewport_set_zoom_level (fixture->view->viewport,
                                     g_rand_double_range (fixture->random, 7, 9.5));
  if (number % 3 == 0)
    atlas_test_wait_for_frames (fixture->window, 1);
}

static void
click_once (Fixture *fixture, AtlasPoint point)
{
  g_autoptr (GPtrArray) named = NULL;
  double dx = g_rand_double_range (fixture->random, -4, 4);
  double dy = g_rand_double_range (fixture->random, -4, 4);

  wander (fixture, point);
  g_assert_nonnull (fixture->view->described);
  g_assert_cmpuint (fixture->view->described->len, >, 0);
  named = g_ptr_array_ref (fixture->view->described);
  emit (fixture, GTK_TYPE_GESTURE_CLICK, "pressed", point);
  /* The pointer moves slightly, and markers are arranged again while the button is pressed. */
  move (fixture, (AtlasPoint) { point.x + dx, point.y + dy });
  if (g_rand_int_range (fixture->random, 0, 5) == 0)
    g_signal_emit_by_name (fixture->view->places, "arranged");
  if (g_rand_int_range (fixture->random, 0, 5) == 0)
    atlas_test_wait_for_frames (fixture->window, 1);
  emit (fixture, GTK_TYPE_GESTURE_CLICK, "released", fixture->pointer);
  check_opened (fixture, named);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  const guint n_wanted = g_getenv ("ATLAS_TEST_BRIEFLY") != NULL ? 150 : 500;
  guint n_clicks = 0;

  for (guint i = 0; n_clicks < n_wanted; i++)
    {
      AtlasPoint point;

      g_assert_cmpuint (i, <, 10 * n_wanted);
      change_map (fixture, i);
      if (!choose_point (fixture, &point))
        continue;
      click_once (fixture, point);
      n_clicks++;
    }
}

/* The target is searched once, and again after each change of the map. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  AtlasPoint point = choose_marker (fixture);
  GPtrArray *found;

  wander (fixture, point);
  found = fixture->view->target;
  g_assert_nonnull (found);
  move (fixture, point);
  g_assert_true (fixture->view->target == found);
  shumate_viewport_set_zoom_level (fixture->view->viewport, 8.5);
  g_assert_null (fixture->view->target);
  wander (fixture, point);
  atlas_filter_set_shows (atlas_navigation_get_filter (fixture->navigation), ATLAS_FACET_LINKS,
                          ATLAS_LINK_GROUP_BUS, FALSE);
  g_assert_null (fixture->view->target);
}

/* The map has moved since the last frame. A press opens the record that this frame shows under the
 * pointer. */
static void
test_between_frames (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GPtrArray) named = NULL;
      AtlasPoint point;

      atlas_navigation_visit (fixture->navigation, NULL);
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.fit", NULL);
      atlas_test_wait_for_frames (fixture->window, 3);
      point = choose_line (fixture);
      wander (fixture, point);
      atlas_test_wait_for_frames (fixture->window, 2);
      named = g_ptr_array_ref (fixture->view->described);
      shumate_viewport_set_zoom_level (fixture->view->viewport, 9.5);
      g_assert_null (fixture->view->target);
      emit (fixture, GTK_TYPE_GESTURE_CLICK, "pressed", point);
      atlas_test_wait_for_frames (fixture->window, 1);
      emit (fixture, GTK_TYPE_GESTURE_CLICK, "released", point);
      check_opened (fixture, named);
    }
}

/* A number belongs to its line up to its edge. */
static void
test_badges (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (AtlasExtent));
  double scale = atlas_viewport_get_pixels_per_unit (fixture->view->viewport);

  atlas_link_layer_add_occupied (fixture->view->links, boxes);
  g_assert_cmpuint (boxes->len, >=, 8);
  for (guint i = 0; i < boxes->len; i++)
    {
      const AtlasExtent *box = &g_array_index (boxes, AtlasExtent, i);
      AtlasPoint centre = project (fixture, (AtlasPoint) { (box->x0 + box->x1) / 2 / scale,
                                                           (box->y0 + box->y1) / 2 / scale });
      AtlasPoint corner =
        project (fixture, (AtlasPoint) { (box->x0 + 1) / scale, (box->y0 + 1) / scale });
      g_autoptr (GPtrArray) in_middle = NULL;
      g_autoptr (GPtrArray) in_corner = NULL;

      in_middle = atlas_link_layer_find (fixture->view->links, centre.x, centre.y);
      in_corner = atlas_link_layer_find (fixture->view->links, corner.x, corner.y);
      g_assert_cmpuint (in_middle->len, >, 0);
      g_assert_true (in_middle->pdata[0] == in_corner->pdata[0]);
      g_assert_cmpuint (in_middle->len, ==, in_corner->len);
    }
}

/* Both places on one point are described and can be opened, with the keyboard too. */
static void
test_one_point (Fixture *fixture, gconstpointer data)
{
  AtlasPoint point =
    project (fixture, (AtlasPoint) { atlas_projection_x (125.3), atlas_projection_y (43.9) });
  GtkWidget *marker = NULL;

  for (guint index = 0; index < 2; index++)
    {
      GtkListBox *list;

      atlas_navigation_visit (fixture->navigation, NULL);
      atlas_test_wait_for_frames (fixture->window, 2);
      wander (fixture, point);
      g_assert_cmpuint (fixture->view->described->len, ==, 2);
      for (marker = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->places));
           !gtk_widget_get_child_visible (marker); marker = gtk_widget_get_next_sibling (marker))
        ;
      g_assert_true (gtk_widget_activate (marker));
      list = GTK_LIST_BOX (find_list (fixture->view->popover));
      g_signal_emit_by_name (list, "row-activated",
                             gtk_list_box_get_row_at_index (list, (int) index));
      await (fixture->view->popover == NULL);
      g_assert_cmpstr (atlas_record_get_id (get_subject (fixture)), ==,
                       index == 0 ? "one" : "other");
    }
}

static AtlasArrowButton *
find_arrow (Fixture *fixture)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->arrows));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_child_visible (child))
      return ATLAS_ARROW_BUTTON (child);
  return NULL;
}

static gboolean
is_far_in_view (Fixture *fixture)
{
  AtlasPlace *far = ATLAS_PLACE (atlas_test_links_get (fixture->dataset, "Far"));
  const AtlasPoint at =
    project (fixture, (AtlasPoint) { atlas_projection_x (atlas_place_get_longitude (far)),
                                     atlas_projection_y (atlas_place_get_latitude (far)) });

  return at.x > 0 && at.y > 0 && at.x < fixture->view->width && at.y < fixture->view->height;
}

/* The card names the place outside the view, and a click or key moves the map there. */
static void
test_arrow (Fixture *fixture, gconstpointer data)
{
  for (guint by_key = 0; by_key < 2; by_key++)
    {
      AtlasRecord *far = atlas_test_links_get (fixture->dataset, "Far");
      graphene_rect_t bounds;
      AtlasPoint middle;

      atlas_navigation_visit (fixture->navigation, NULL);
      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.fit", NULL);
      await (find_arrow (fixture) != NULL);
      atlas_test_wait_for_frames (fixture->window, 3);
      g_assert_false (is_far_in_view (fixture));
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_arrow (fixture)),
                                                GTK_WIDGET (fixture->view->map), &bounds));
      middle = (AtlasPoint) { bounds.origin.x + bounds.size.width / 2,
                              bounds.origin.y + bounds.size.height / 2 };
      if (by_key == 0)
        {
          wander (fixture, middle);
          g_assert_cmpuint (fixture->view->described->len, ==, 1);
          g_assert_true (fixture->view->described->pdata[0] == far);
          emit (fixture, GTK_TYPE_GESTURE_CLICK, "pressed", middle);
          emit (fixture, GTK_TYPE_GESTURE_CLICK, "released", middle);
        }
      else
        {
          g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (find_arrow (fixture))));
          g_assert_true (gtk_widget_activate (GTK_WIDGET (find_arrow (fixture))));
        }
      g_assert_true (get_subject (fixture) == far);
      await (is_far_in_view (fixture));
      await (find_arrow (fixture) == NULL);
    }
}

/* If the user has moved the map away from the place in scope, its arrow leads back. */
static void
test_arrow_back (Fixture *fixture, gconstpointer data)
{
  AtlasRecord *far = atlas_test_links_get (fixture->dataset, "Far");

  atlas_navigation_visit (fixture->navigation, far);
  await (is_far_in_view (fixture));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.fit", NULL);
  await (find_arrow (fixture) != NULL);
  g_assert_false (is_far_in_view (fixture));
  g_assert_true (gtk_widget_activate (GTK_WIDGET (find_arrow (fixture))));
  g_assert_true (get_subject (fixture) == far);
  await (is_far_in_view (fixture));
}

/* Arrows are not below the legend, the buttons or the notes. */
static void
test_arrow_is_free (Fixture *fixture, gconstpointer data)
{
  GtkWidget *const widgets[] = { GTK_WIDGET (fixture->view->legend), fixture->view->buttons,
                                 fixture->view->notes };
  graphene_rect_t arrow, other;

  await (find_arrow (fixture) != NULL);
  atlas_test_wait_for_frames (fixture->window, 3);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (find_arrow (fixture)),
                                            GTK_WIDGET (fixture->view), &arrow));
  for (gsize i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      g_assert_true (gtk_widget_compute_bounds (widgets[i], GTK_WIDGET (fixture->view), &other));
      g_assert_false (graphene_rect_intersection (&arrow, &other, NULL));
    }
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);
  atlas_test_load_style ();

#define ADD(name, up) g_test_add ("/map/clicks/" #name, Fixture, NULL, up, test_##name, tear_down)
  ADD (kept, set_up);
  g_test_add ("/map/clicks/between-frames", Fixture, NULL, set_up, test_between_frames, tear_down);
  ADD (badges, set_up);
  ADD (one_point, set_up_one_point);
  ADD (arrow, set_up_far);
  ADD (arrow_back, set_up_far);
  ADD (arrow_is_free, set_up_far);
  g_test_add ("/map/clicks/arrow-beyond", Fixture, NULL, set_up_beyond, test_arrow, tear_down);
  ADD (many, set_up);
#undef ADD

  return atlas_test_run ();
}
