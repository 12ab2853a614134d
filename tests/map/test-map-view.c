/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <math.h>

#include "atlas-hover-card.h"
#include "atlas-map-view-private.h"
#include "atlas-place-marker.h"
#include "atlas-reader.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"
#include "atlas-test-links.h"
#include "atlas-viewport.h"

/* Tests the map in its own window. */

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  GtkWidget *window;
  AtlasMapView *view;
} Fixture;

static void
open_window (Fixture *fixture, AtlasDataset *dataset, int width, int height)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  fixture->dataset = dataset;
  fixture->navigation = atlas_navigation_new ();
  fixture->view = ATLAS_MAP_VIEW (atlas_map_view_new (fixture->navigation));
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->view), width, height);
  atlas_navigation_set_dataset (fixture->navigation, dataset);
  await (!atlas_map_view_is_loading (fixture->view));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, atlas_test_dataset_read_jilin (), 900, 740);
}

static void
set_up_narrow (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, atlas_test_dataset_read_jilin (), 500, 440);
}

static void
set_up_tiny (Fixture *fixture, gconstpointer data)
{
  atlas_test_load_style ();
  open_window (fixture, atlas_test_dataset_read_jilin (), 380, 348);
}

static void
set_up_many (Fixture *fixture, gconstpointer data)
{
  open_window (fixture, atlas_test_links_make (100, 10000), 900, 740);
}

/* The map is finalized after its window is closed. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  await (fixture->view == NULL);
  g_object_unref (fixture->navigation);
  g_object_unref (fixture->dataset);
}

static AtlasDataset *
read_dataset (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static double
get_zoom (Fixture *fixture)
{
  return shumate_viewport_get_zoom_level (fixture->view->viewport);
}

static AtlasPoint
locate (Fixture *fixture, const char *id)
{
  AtlasPlace *place = ATLAS_PLACE (atlas_test_links_get (fixture->dataset, id));
  double x = 0, y = 0;

  shumate_viewport_location_to_widget_coords (fixture->view->viewport,
                                              GTK_WIDGET (fixture->view->map),
                                              atlas_place_get_latitude (place),
                                              atlas_place_get_longitude (place), &x, &y);
  return (AtlasPoint) { x, y };
}

static AtlasPlaceMarker *
find_marker (Fixture *fixture, const char *id)
{
  AtlasRecord *place = atlas_test_links_get (fixture->dataset, id);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view->places));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (GPtrArray) places =
        atlas_place_layer_dup_places (fixture->view->places, ATLAS_PLACE_MARKER (child));

      if (places->pdata[0] == place)
        return ATLAS_PLACE_MARKER (child);
    }
  return NULL;
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

static const char *
get_subject (Fixture *fixture)
{
  AtlasRecord *subject = atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation));

  return subject != NULL ? atlas_record_get_id (subject) : NULL;
}

static void
click (Fixture *fixture, AtlasPoint at)
{
  emit (fixture, GTK_TYPE_GESTURE_CLICK, "pressed", at);
  emit (fixture, GTK_TYPE_GESTURE_CLICK, "released", at);
}

/* Initially the whole province is visible, at a useful size. */
static void
test_fit (Fixture *fixture, gconstpointer data)
{
  AtlasExtent province,
    visible = atlas_viewport_get_extent (fixture->view->viewport, GTK_WIDGET (fixture->view->map));

  g_assert_true (atlas_base_map_get_area_extent (atlas_base_map_get_default (), "22", &province));
  g_assert_cmpfloat (visible.x0, <, province.x0);
  g_assert_cmpfloat (visible.y0, <, province.y0);
  g_assert_cmpfloat (visible.x1, >, province.x1);
  g_assert_cmpfloat (visible.y1, >, province.y1);
  g_assert_cmpfloat ((province.x1 - province.x0) / (visible.x1 - visible.x0), >, 0.85);
  g_assert_true (fixture->view->is_fitted);
}

static AtlasExtent
get_visible (Fixture *fixture)
{
  return atlas_viewport_get_extent (fixture->view->viewport, GTK_WIDGET (fixture->view->map));
}

static void
assert_on_base_map (Fixture *fixture)
{
  AtlasExtent all = atlas_base_map_get_extent (atlas_base_map_get_default ());
  AtlasExtent visible = get_visible (fixture);

  g_assert_cmpfloat (visible.x0, >, all.x0 - 1e-6);
  g_assert_cmpfloat (visible.y0, >, all.y0 - 1e-6);
  g_assert_cmpfloat (visible.x1, <, all.x1 + 1e-6);
  g_assert_cmpfloat (visible.y1, <, all.y1 + 1e-6);
}

/* At the lowest zoom, all of East Asia is visible and fills the view in one direction. */
static void
assert_shows_base_map (Fixture *fixture)
{
  AtlasExtent all = atlas_base_map_get_extent (atlas_base_map_get_default ());
  AtlasExtent visible = get_visible (fixture);

  g_assert_cmpfloat (visible.x0, <, all.x0 + 1e-6);
  g_assert_cmpfloat (visible.y0, <, all.y0 + 1e-6);
  g_assert_cmpfloat (visible.x1, >, all.x1 - 1e-6);
  g_assert_cmpfloat (visible.y1, >, all.y1 - 1e-6);
  g_assert_true ((visible.x1 - visible.x0) / (all.x1 - all.x0) < 1.001 ||
                 (visible.y1 - visible.y0) / (all.y1 - all.y0) < 1.001);
}

/* The viewport cannot leave the base map. */
static void
test_clamp (Fixture *fixture, gconstpointer data)
{
  ShumateLocation *location = SHUMATE_LOCATION (fixture->view->viewport);
  double fitted = get_zoom (fixture);

  shumate_location_set_location (location, -10, 10);
  g_assert_cmpfloat (shumate_location_get_latitude (location), >, 2);
  g_assert_cmpfloat (shumate_location_get_longitude (location), >, 68);
  assert_on_base_map (fixture);
  shumate_location_set_location (location, 30.27, 120.16);
  g_assert_cmpfloat_with_epsilon (shumate_location_get_latitude (location), 30.27, 1e-6);
  shumate_viewport_set_zoom_level (fixture->view->viewport, 1);
  g_assert_cmpfloat (get_zoom (fixture), >, 3);
  g_assert_cmpfloat (get_zoom (fixture), <, fitted - 2);
  assert_shows_base_map (fixture);
  shumate_viewport_set_zoom_level (fixture->view->viewport, 18);
  g_assert_cmpfloat (get_zoom (fixture), <=, 13);
  shumate_viewport_set_rotation (fixture->view->viewport, 1);
  g_assert_cmpfloat (shumate_viewport_get_rotation (fixture->view->viewport), ==, 0);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.fit", NULL);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), fitted, 1e-6);
}

static void
test_zoom (Fixture *fixture, gconstpointer data)
{
  double first = get_zoom (fixture);

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.zoom-in", NULL);
  g_assert_cmpfloat (get_zoom (fixture), >, first);
  g_assert_cmpfloat (get_zoom (fixture), ==, floor (get_zoom (fixture)));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.zoom-out", NULL);
  g_assert_cmpfloat (get_zoom (fixture), <, first + 1);
}

/* Cities are always visible, zones at higher zoom, and places in the scope always. */
static void
test_markers (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (find_marker (fixture, "changchun"));
  g_assert_nonnull (find_marker (fixture, "changbaishan"));
  g_assert_null (find_marker (fixture, "zone-auto"));
  g_assert_null (find_marker (fixture, "heilongjiang"));

  atlas_navigation_visit (fixture->navigation,
                          atlas_test_links_get (fixture->dataset, "zone-auto"));
  atlas_test_wait_for_frames (fixture->window, 3);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_marker (fixture, "zone-auto")),
                                           "subject"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_marker (fixture, "tonghua")),
                                           "dimmed"));

  atlas_navigation_visit (fixture->navigation, NULL);
  shumate_location_set_location (SHUMATE_LOCATION (fixture->view->viewport), 43.9, 125.3);
  shumate_viewport_set_zoom_level (fixture->view->viewport, 9.5);
  atlas_test_wait_for_frames (fixture->window, 3);
  g_assert_nonnull (find_marker (fixture, "zone-auto"));
  g_assert_null (find_marker (fixture, "yanbian")); /* out of view */
}

static void
assert_inside (Fixture *fixture, AtlasPlaceMarker *marker, AtlasPoint at)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (marker), GTK_WIDGET (fixture->view->map),
                                            &bounds));
  graphene_rect_inset (&bounds, -1, -1);
  g_assert_true (graphene_rect_contains_point (&bounds,
                                               &GRAPHENE_POINT_INIT ((float) at.x, (float) at.y)));
}

/* The dot of a marker is on its place, also after panning. */
static void
test_marker_position (Fixture *fixture, gconstpointer data)
{
  ShumateLocation *location = SHUMATE_LOCATION (fixture->view->viewport);

  assert_inside (fixture, find_marker (fixture, "changchun"), locate (fixture, "changchun"));
  assert_inside (fixture, find_marker (fixture, "yanbian"), locate (fixture, "yanbian"));
  shumate_location_set_location (location, 43, 127);
  atlas_test_wait_for_frames (fixture->window, 3);
  assert_inside (fixture, find_marker (fixture, "yanbian"), locate (fixture, "yanbian"));
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkWidget *marker = GTK_WIDGET (find_marker (fixture, "siping"));

  g_assert_true (gtk_widget_get_focusable (marker));
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (fixture->view->map)));
  gtk_test_accessible_assert_role (marker, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (marker, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Siping, City or prefecture");
  gtk_test_accessible_assert_property (fixture->view->map, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map of Jilin province");
  g_assert_true (gtk_widget_activate (marker));
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
}

/* Clicks on a marker, on a gathered line, on a prefecture, and on the sea. */
static void
test_click (Fixture *fixture, gconstpointer data)
{
  const AtlasLinkCurve *curve = NULL;
  AtlasLinkGeometry *geometry = atlas_link_layer_get_geometry (fixture->view->links);
  AtlasRecord *link = atlas_test_links_get (fixture->dataset, "jl-yanbian-new-area");
  AtlasExtent visible =
    atlas_viewport_get_extent (fixture->view->viewport, GTK_WIDGET (fixture->view->map));
  double scale = atlas_viewport_get_pixels_per_unit (fixture->view->viewport);
  AtlasPoint middle;

  for (guint i = 0; curve == NULL; i++)
    if (g_ptr_array_find (atlas_link_geometry_get_curve (geometry, i)->links, link, NULL))
      curve = atlas_link_geometry_get_curve (geometry, i);
  middle = atlas_link_curve_get_point (curve, 0.7);
  middle = (AtlasPoint) { (middle.x - visible.x0) * scale, (middle.y - visible.y0) * scale };

  click (fixture, (AtlasPoint) { 890, 700 }); /* the Sea of Japan */
  g_assert_null (get_subject (fixture));
  click (fixture, locate (fixture, "tonghua"));
  g_assert_cmpstr (get_subject (fixture), ==, "tonghua");
  atlas_navigation_visit (fixture->navigation, NULL);
  /* Two links share a line: the click opens a list. */
  click (fixture, middle);
  g_assert_null (get_subject (fixture));
  g_assert_true (GTK_IS_POPOVER (fixture->view->popover));
  gtk_popover_popdown (GTK_POPOVER (fixture->view->popover));
  await (fixture->view->popover == NULL);
  atlas_navigation_visit (fixture->navigation, NULL);
  /* North of the lines, inside the prefecture. */
  click (fixture,
         (AtlasPoint) { locate (fixture, "yanbian").x, locate (fixture, "yanbian").y - 40 });
  g_assert_cmpstr (get_subject (fixture), ==, "yanbian");
}

/* Ctrl+Enter on a marker compares its place with the scope, and both are highlighted. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  AtlasPlaceMarker *liaoyuan = find_marker (fixture, "liaoyuan");
  AtlasScope *scope;

  atlas_navigation_visit (fixture->navigation, atlas_test_links_get (fixture->dataset, "siping"));
  g_signal_emit_by_name (liaoyuan, "compare");
  scope = atlas_navigation_get_scope (fixture->navigation);
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  g_assert_true (atlas_scope_get_other (scope) ==
                 atlas_test_links_get (fixture->dataset, "liaoyuan"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (liaoyuan), "subject"));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (find_marker (fixture, "siping")),
                                           "subject"));
  g_assert_cmpuint (g_strv_length (fixture->view->highlights), ==, 2);
}

/* A press with movement is a drag. */
static void
test_drag (Fixture *fixture, gconstpointer data)
{
  AtlasPoint from = locate (fixture, "tonghua");

  emit (fixture, GTK_TYPE_GESTURE_CLICK, "pressed", (AtlasPoint) { from.x - 30, from.y });
  emit (fixture, GTK_TYPE_GESTURE_CLICK, "released", from);
  g_assert_null (get_subject (fixture));
}

static gboolean
has_item (GMenuModel *menu, const char *label)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *text = NULL;

      if (section != NULL && has_item (section, label))
        return TRUE;
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &text) &&
          g_str_equal (text, label))
        return TRUE;
    }
  return FALSE;
}

/* The menu offers the records under the pointer, and measures distances from there. */
static void
test_menu (Fixture *fixture, gconstpointer data)
{
  AtlasPoint changchun = locate (fixture, "changchun"), siping = locate (fixture, "siping");
  GMenuModel *menu;

  atlas_navigation_visit (fixture->navigation, atlas_test_links_get (fixture->dataset, "siping"));
  atlas_test_wait_for_frames (fixture->window, 2);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.fit", NULL);
  atlas_test_wait_for_frames (fixture->window, 2);
  changchun = locate (fixture, "changchun");
  siping = locate (fixture, "siping");
  _atlas_map_view_open_menu (fixture->view, changchun.x, changchun.y);
  g_assert_true (GTK_IS_POPOVER_MENU (fixture->view->popover));
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (fixture->view->popover));
  g_assert_true (has_item (menu, "Show Changchun"));
  g_assert_true (has_item (menu, "Compare with Changchun"));
  g_assert_true (has_item (menu, "Copy the Map"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.measure", NULL);
  emit (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", siping);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (fixture->view->distance_label), "11"));
  g_assert_nonnull (strstr (gtk_label_get_text (fixture->view->distance_label), "km"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.compare", "s", "changchun");
  g_assert_nonnull (atlas_scope_get_other (atlas_navigation_get_scope (fixture->navigation)));
  gtk_popover_popdown (GTK_POPOVER (fixture->view->popover));
  await (fixture->view->popover == NULL);
}

/* A closed menu is freed with the items of its sections, also when another menu replaced it. */
static void
test_free_menu (Fixture *fixture, gconstpointer data)
{
  const AtlasPoint changchun = locate (fixture, "changchun");
  GtkWidget *menus[6];
  GMenuModel *sections[G_N_ELEMENTS (menus)];

  for (guint i = 0; i < G_N_ELEMENTS (menus); i++)
    {
      GMenuModel *model;

      _atlas_map_view_open_menu (fixture->view, changchun.x, changchun.y);
      menus[i] = fixture->view->popover;
      g_object_add_weak_pointer (G_OBJECT (menus[i]), (gpointer *) &menus[i]);
      model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menus[i]));
      sections[i] = g_menu_model_get_item_link (model, 0, G_MENU_LINK_SECTION);
      g_assert_cmpint (g_menu_model_get_n_items (sections[i]), >, 0);
      atlas_test_wait_for_frames (fixture->window, 1);
      if (i % 2 == 0)
        gtk_popover_popdown (GTK_POPOVER (menus[i]));
      /* The focus may still be in a menu that is closed. */
      if (i == 2)
        gtk_window_set_focus (GTK_WINDOW (fixture->window), menus[i]);
    }
  gtk_popover_popdown (GTK_POPOVER (fixture->view->popover));
  for (guint i = 0; i < G_N_ELEMENTS (menus); i++)
    {
      await (menus[i] == NULL);
      g_assert_cmpint (g_menu_model_get_n_items (sections[i]), ==, 0);
      g_object_unref (sections[i]);
    }
}

/* A link in scope can be compared with a place or a link, but not with its end. */
static void
test_compare_link (Fixture *fixture, gconstpointer data)
{
  AtlasRecord *other = atlas_test_links_get (fixture->dataset, "jl-siping-auto");
  AtlasPoint changchun;
  GMenuModel *menu;

  atlas_navigation_visit (fixture->navigation,
                          atlas_test_links_get (fixture->dataset, "bus-liaoyuan-siping"));
  atlas_test_wait_for_frames (fixture->window, 2);
  changchun = locate (fixture, "changchun");
  _atlas_map_view_open_menu (fixture->view, changchun.x, changchun.y);
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (fixture->view->popover));
  g_assert_true (has_item (menu, "Show Changchun"));
  g_assert_true (has_item (menu, "Compare with Changchun"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.compare", "s", "jl-siping-auto");
  g_assert_true (atlas_scope_get_other (atlas_navigation_get_scope (fixture->navigation)) == other);
  g_assert_cmpuint (g_strv_length (fixture->view->highlights), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.compare", "s", "siping");
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  gtk_popover_popdown (GTK_POPOVER (fixture->view->popover));
  await (fixture->view->popover == NULL);
}

/* The copied picture has the size of the map. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) texture = NULL;

  atlas_test_wait_for_frames (fixture->window, 2);
  texture = _atlas_map_view_take_picture (fixture->view);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 900);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 740);
}

static void
test_focus (Fixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (fixture->view)));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (fixture->view->map)));
}

/* The card stays small even with a name that cannot be wrapped at a space. */
static void
test_long_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strnfill (300, 'A');
  g_autoptr (AtlasText) text = atlas_text_new (name, name, name);
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_PLACE, "id", "long", "name", text, NULL);
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  GtkWidget *card = g_object_ref_sink (g_object_new (ATLAS_TYPE_HOVER_CARD, NULL));
  int width, height;

  atlas_dataset_add (dataset, place);
  atlas_dataset_complete (dataset);
  g_ptr_array_add (records, place);
  atlas_hover_card_set_records (ATLAS_HOVER_CARD (card), dataset, records);
  gtk_widget_measure (card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  g_assert_cmpint (width, <, 400);
  g_assert_cmpint (height, <, 150);
  g_object_unref (card);
}

static void
test_hover (Fixture *fixture, gconstpointer data)
{
  GtkWidget *marker = GTK_WIDGET (find_marker (fixture, "baicheng"));

  emit (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", locate (fixture, "baicheng"));
  g_assert_true (atlas_navigation_get_hovered (fixture->navigation) ==
                 atlas_test_links_get (fixture->dataset, "baicheng"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->view->card)));
  g_assert_true (gtk_widget_has_css_class (marker, "hovered"));
  emit (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", (AtlasPoint) { 890, 700 });
  g_assert_null (atlas_navigation_get_hovered (fixture->navigation));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view->card)));
  g_assert_false (gtk_widget_has_css_class (marker, "hovered"));
}

/* A new scope moves the map under a resting pointer: no card appears until the pointer moves, not
 * even after a popover above it was closed. */
static void
test_resting (Fixture *fixture, gconstpointer data)
{
  AtlasPoint at = locate (fixture, "baicheng");

  emit (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", at);
  atlas_navigation_visit (fixture->navigation, atlas_test_links_get (fixture->dataset, "songyuan"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view->card)));
  emit (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", (AtlasPoint) { -1, -1 });
  emit (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", at);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view->card)));
  emit (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", locate (fixture, "baicheng"));
  emit (fixture, GTK_TYPE_EVENT_CONTROLLER_MOTION, "motion", locate (fixture, "songyuan"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->view->card)));
}

/* The map moves to a scope only if it is not visible. */
static void
test_show_scope (Fixture *fixture, gconstpointer data)
{
  double fitted = get_zoom (fixture);

  atlas_navigation_visit (fixture->navigation,
                          atlas_test_links_get (fixture->dataset, "jl-changping"));
  g_assert_cmpfloat (get_zoom (fixture), ==, fitted);
  shumate_viewport_set_zoom_level (fixture->view->viewport, 10);
  shumate_location_set_location (SHUMATE_LOCATION (fixture->view->viewport), 45.6, 122.8);
  atlas_navigation_visit (fixture->navigation,
                          atlas_test_links_get (fixture->dataset, "bus-baishan-tonghua"));
  atlas_test_wait_for_frames (fixture->window, 3);
  assert_inside (fixture, find_marker (fixture, "baishan"), locate (fixture, "baishan"));
  g_assert_cmpfloat (locate (fixture, "tonghua").x, >, 0);
  g_assert_cmpfloat (locate (fixture, "tonghua").x, <, 900);
}

/* A chip of the filter blocks only the area that it covers. */
static void
test_show_scope_with_chip (Fixture *fixture, gconstpointer data)
{
  const AtlasDate until = { 2017, 0, 0 };
  GtkWidget *bar = GTK_WIDGET (fixture->view->filter_bar);

  atlas_filter_set_time (atlas_navigation_get_filter (fixture->navigation), NULL, &until);
  await (gtk_widget_get_mapped (bar) && gtk_widget_get_width (bar) > 0);
  g_assert_cmpint (gtk_widget_get_height (bar), <, 60);
  g_assert_cmpint (gtk_widget_get_width (bar), <, 300);
  atlas_navigation_visit (fixture->navigation, atlas_test_links_get (fixture->dataset, "siping"));
  atlas_test_wait_for_frames (fixture->window, 3);
  g_assert_cmpfloat (get_zoom (fixture), >, 7);
  assert_inside (fixture, find_marker (fixture, "siping"), locate (fixture, "siping"));
}

/* The scope and the ends of its links are not covered by widgets. */
static void
test_free_area (Fixture *fixture, gconstpointer data)
{
  static const char *const cases[][2] = {
    { "harbin", "changchun" },
    { "heilongjiang", "harbin" },
    { "baicheng", "songyuan" },
    { "tonghua", "baishan" },
  };
  GtkWidget *const obstacles[] = { GTK_WIDGET (fixture->view->legend), fixture->view->buttons,
                                   fixture->view->notes };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      atlas_navigation_visit (fixture->navigation,
                              atlas_test_links_get (fixture->dataset, cases[i][0]));
      atlas_test_wait_for_frames (fixture->window, 2);
      for (gsize j = 0; j < G_N_ELEMENTS (cases[i]); j++)
        for (gsize k = 0; k < G_N_ELEMENTS (obstacles); k++)
          {
            AtlasPoint at = locate (fixture, cases[i][j]);
            graphene_rect_t bounds;

            if (i == 1 && j == 0)
              continue; /* for Heilongjiang only its links with Jilin are shown */
            g_assert_true (gtk_widget_compute_bounds (obstacles[k], GTK_WIDGET (fixture->view),
                                                      &bounds));
            g_assert_false (graphene_rect_contains_point (
              &bounds, &GRAPHENE_POINT_INIT ((float) at.x, (float) at.y)));
            g_assert_cmpfloat (at.x, >, 0);
            g_assert_cmpfloat (at.y, >, 0);
            g_assert_cmpfloat (at.x, <, 900);
            g_assert_cmpfloat (at.y, <, 740);
          }
    }
}

static void
test_unfold (Fixture *fixture, gconstpointer data)
{
  guint n_gathered =
    atlas_link_geometry_get_n_curves (atlas_link_layer_get_geometry (fixture->view->links));
  AtlasDataset *dataset = fixture->dataset;

  shumate_viewport_set_zoom_level (fixture->view->viewport, 9.2);
  g_assert_cmpuint (
    atlas_link_geometry_get_n_curves (atlas_link_layer_get_geometry (fixture->view->links)), >,
    n_gathered);
  shumate_viewport_set_zoom_level (fixture->view->viewport, 8.8);
  g_assert_cmpuint (
    atlas_link_geometry_get_n_curves (atlas_link_layer_get_geometry (fixture->view->links)), ==,
    n_gathered);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.fit", NULL);
  atlas_navigation_visit (fixture->navigation, atlas_test_links_get (dataset, "jl-siping-auto"));
  g_assert_cmpuint (
    atlas_link_geometry_get_n_curves (atlas_link_layer_get_geometry (fixture->view->links)), ==,
    n_gathered + 2); /* two zones and two enterprises */
}

static gboolean
is_legend_folded (Fixture *fixture)
{
  gboolean is_folded = FALSE;

  g_object_get (fixture->view->legend, "folded", &is_folded, NULL);
  return is_folded;
}

static void
assert_apart (Fixture *fixture, GtkWidget *one, GtkWidget *other)
{
  graphene_rect_t a, b;

  g_assert_true (gtk_widget_compute_bounds (one, GTK_WIDGET (fixture->view), &a));
  g_assert_true (gtk_widget_compute_bounds (other, GTK_WIDGET (fixture->view), &b));
  g_assert_false (graphene_rect_intersection (&a, &b, NULL));
}

static void
test_legend (Fixture *fixture, gconstpointer data)
{
  g_assert_false (is_legend_folded (fixture));
}

static void
test_legend_when_narrow (Fixture *fixture, gconstpointer data)
{
  await (is_legend_folded (fixture));
  /* The attribution is behind a button, and nothing overlaps. */
  await (gtk_widget_get_visible (fixture->view->attribution_button));
  atlas_test_wait_for_frames (fixture->window, 2);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->view->attribution_label)));
  assert_apart (fixture, GTK_WIDGET (fixture->view->legend), fixture->view->notes);
  assert_apart (fixture, fixture->view->buttons, fixture->view->notes);
  assert_apart (fixture, fixture->view->buttons, GTK_WIDGET (fixture->view->legend));
  /* The setting of the user does not change. */
  g_assert_true (g_settings_get_boolean (fixture->view->settings, "show-legend"));
}

static int
measure_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* In the map of the smallest window, the folded legend is narrower and does not overlap the notes.
 * The measure that decides on folding does not change, so it does not unfold again. */
static void
test_legend_when_tiny (Fixture *fixture, gconstpointer data)
{
  AtlasLegendView *legend = fixture->view->legend;
  int unfolded;
  guint n_changes = 0;

  await (is_legend_folded (fixture));
  await (measure_width (GTK_WIDGET (legend)) < atlas_legend_view_measure_unfolded (legend));
  g_signal_connect_swapped (legend, "notify::folded", G_CALLBACK (count_cb), &n_changes);
  atlas_test_wait_for_frames (fixture->window, 10);
  assert_apart (fixture, GTK_WIDGET (legend), fixture->view->notes);
  g_assert_cmpuint (n_changes, ==, 0);

  unfolded = atlas_legend_view_measure_unfolded (legend);
  g_object_set (legend, "folded", FALSE, NULL);
  atlas_test_wait_for_frames (fixture->window, 10);
  g_assert_false (is_legend_folded (fixture));
  g_assert_cmpint (measure_width (GTK_WIDGET (legend)), ==, unfolded);
  /* It is too wide to be beside the notes, so it is above them. */
  assert_apart (fixture, GTK_WIDGET (legend), fixture->view->notes);
  assert_apart (fixture, GTK_WIDGET (legend), fixture->view->buttons);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (legend)), >, 120);
  g_assert_cmpint (atlas_legend_view_measure_unfolded (legend), ==, unfolded);
  g_assert_cmpuint (n_changes, ==, 1);
  g_signal_handlers_disconnect_by_data (legend, &n_changes);
}

static void
assert_all_apart (Fixture *fixture)
{
  GtkWidget *legend = GTK_WIDGET (fixture->view->legend);

  assert_apart (fixture, legend, fixture->view->notes);
  assert_apart (fixture, legend, fixture->view->buttons);
  assert_apart (fixture, fixture->view->notes, fixture->view->buttons);
}

/* With text of double size, widgets on the map do not overlap either: a folded legend is at the
 * bottom, an unfolded one above the notes. */
static void
test_large_text (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  AtlasLegendView *legend = fixture->view->legend;
  graphene_rect_t bounds;
  int dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  await (is_legend_folded (fixture));
  atlas_test_wait_for_frames (fixture->window, 10);
  assert_all_apart (fixture);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (legend), GTK_WIDGET (fixture->view),
                                            &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, >, 348 - 20);
  g_object_set (legend, "folded", FALSE, NULL);
  atlas_test_wait_for_frames (fixture->window, 10);
  assert_all_apart (fixture);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
}

/* The box of the name of a city in the view; FALSE if it has none. */
static gboolean
find_name (Fixture *fixture, const char *id, graphene_rect_t *bounds)
{
  AtlasPlaceMarker *marker = find_marker (fixture, id);
  GtkWidget *label = marker != NULL ? gtk_widget_get_first_child (GTK_WIDGET (marker)) : NULL;

  return label != NULL && GTK_IS_LABEL (label) && gtk_widget_get_mapped (label) &&
         gtk_widget_compute_bounds (label, GTK_WIDGET (fixture->view), bounds);
}

static guint
count_free_names (Fixture *fixture)
{
  static const char *const cities[] = { "changchun", "jilin",   "siping",  "liaoyuan", "songyuan",
                                        "baicheng",  "tonghua", "baishan", "yanbian" };
  GtkWidget *const obstacles[] = { GTK_WIDGET (fixture->view->legend), fixture->view->buttons,
                                   fixture->view->notes };
  guint n_names = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cities); i++)
    {
      graphene_rect_t name, box, view = GRAPHENE_RECT_INIT (-1, -1, 382, 350);

      if (!find_name (fixture, cities[i], &name))
        continue;
      n_names++;
      g_test_message ("%s", cities[i]);
      g_assert_true (graphene_rect_contains_rect (&view, &name));
      for (gsize j = 0; j < G_N_ELEMENTS (obstacles); j++)
        {
          g_assert_true (gtk_widget_compute_bounds (obstacles[j], GTK_WIDGET (fixture->view),
                                                    &box));
          g_assert_false (graphene_rect_intersection (&name, &box, NULL));
        }
    }
  return n_names;
}

/* In a small map, names avoid widgets and edges if a side is free, also if the legend is folded
 * after they were arranged. */
static void
test_free_names (Fixture *fixture, gconstpointer data)
{
  await (is_legend_folded (fixture));
  await (gtk_widget_get_visible (fixture->view->attribution_button));
  atlas_test_wait_for_frames (fixture->window, 10);
  g_assert_cmpuint (count_free_names (fixture), >=, 6);
}

/* Ten thousand links are drawn as tiles, and the scope is highlighted on top. */
static void
test_many (Fixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();
  gint64 elapsed;

  atlas_navigation_visit (fixture->navigation, atlas_test_links_get (fixture->dataset, "link-77"));
  atlas_test_wait_for_frames (fixture->window, 2);
  elapsed = g_get_monotonic_time () - start;
  g_test_minimized_result ((double) elapsed, "two frames with another scope: %d µs", (int) elapsed);
  g_assert_cmpuint (
    atlas_link_geometry_get_n_curves (atlas_link_layer_get_geometry (fixture->view->links)), ==,
    10000);
  await (!atlas_map_view_is_loading (fixture->view));
}

/* A dataset outside Jilin is shown at its location, and the button leads back to all of it. */
static void
test_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDataset) dataset = read_dataset (
    "{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": \"T\", \"sources\": [], \"places\": ["
    "{\"id\": \"gz\", \"name\": \"Guangzhou\", \"pinyin\": \"a\", \"kind\": \"prefecture\", "
    "\"latitude\": 23.13, \"longitude\": 113.26},"
    "{\"id\": \"sz\", \"name\": \"Shenzhen\", \"pinyin\": \"b\", \"kind\": \"prefecture\", "
    "\"latitude\": 22.54, \"longitude\": 114.06}]}");
  AtlasExtent visible;
  double fitted;

  gtk_test_accessible_assert_property (fixture->view->fit_button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Whole province");
  atlas_navigation_set_dataset (fixture->navigation, dataset);
  visible = get_visible (fixture);
  fitted = get_zoom (fixture);
  g_assert_cmpfloat (visible.x0, <, atlas_projection_x (113.26));
  g_assert_cmpfloat (visible.x1, >, atlas_projection_x (114.06));
  g_assert_cmpfloat (visible.y0, <, atlas_projection_y (23.13));
  g_assert_cmpfloat (visible.y1, >, atlas_projection_y (22.54));
  g_assert_cmpfloat (visible.x1 - visible.x0, <, 12.0 / 360);
  gtk_test_accessible_assert_property (fixture->view->fit_button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Everything");
  gtk_test_accessible_assert_property (fixture->view->map, GTK_ACCESSIBLE_PROPERTY_LABEL, "Map");

  shumate_viewport_set_zoom_level (fixture->view->viewport, 5);
  g_assert_false (fixture->view->is_fitted);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "map.fit", NULL);
  g_assert_cmpfloat_with_epsilon (get_zoom (fixture), fitted, 1e-6);
  g_assert_true (fixture->view->is_fitted);

  /* And back. */
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  test_fit (fixture, NULL);
}

/* The approval number is shown if the dataset has one. */
static void
test_approval_number (Fixture *fixture, gconstpointer data)
{
  GtkLabel *label = fixture->view->approval_label;
  g_autoptr (AtlasDataset) approved = atlas_test_dataset_read_jilin ();

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (label)));
  atlas_dataset_set_head (approved, NULL, NULL, "吉S(2021)001号");
  atlas_navigation_set_dataset (fixture->navigation, approved);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (label)));
  g_assert_nonnull (strstr (gtk_label_get_text (label), "吉S(2021)001号"));
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);
  atlas_test_load_style ();

#define ADD(name, up) g_test_add ("/map/map-view/" #name, Fixture, NULL, up, test_##name, tear_down)
  ADD (fit, set_up);
  ADD (clamp, set_up);
  ADD (zoom, set_up);
  ADD (markers, set_up);
  ADD (marker_position, set_up);
  ADD (compare, set_up);
  ADD (compare_link, set_up);
  ADD (accessible, set_up);
  ADD (click, set_up);
  ADD (drag, set_up);
  ADD (menu, set_up);
  ADD (free_menu, set_up);
  ADD (copy, set_up);
  ADD (focus, set_up);
  ADD (hover, set_up);
  ADD (long_name, set_up);
  ADD (resting, set_up);
  ADD (show_scope, set_up);
  ADD (show_scope_with_chip, set_up);
  ADD (free_area, set_up);
  ADD (unfold, set_up);
  ADD (legend, set_up);
  ADD (legend_when_narrow, set_up_narrow);
  ADD (legend_when_tiny, set_up_tiny);
  ADD (large_text, set_up_tiny);
  ADD (free_names, set_up_tiny);
  ADD (elsewhere, set_up);
  ADD (approval_number, set_up);
  ADD (many, set_up_many);
#undef ADD

  return atlas_test_run ();
}
