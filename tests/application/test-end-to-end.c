/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-changes.h"
#include "atlas-citation.h"
#include "atlas-figure.h"
#include "atlas-installation.h"
#include "atlas-map-view-private.h"
#include "atlas-project.h"
#include "atlas-projects-page.h"
#include "atlas-reader.h"
#include "atlas-record-form.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"
#include "atlas-window-private.h"
#include "atlas-writer.h"

/* Edits a copy of the bundled dataset as a user does, from the copy to the saved file: a stage, a
 * figure with a citation, a link that is dragged and a place that is clicked on the map; undo and
 * redo of all; then the file is opened again and compared. */

#define PROJECT "prj-changyi-road"

typedef struct
{
  AtlasWindow *window;
  GFile *file;
  AtlasDataset *bundled;
} Fixture;

/* GTK allows one application per process. */
static AtlasApplication *application;

static void
open_file (Fixture *fixture, GFile *file)
{
  fixture->window = atlas_window_new (application);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  atlas_window_open (fixture->window, file);
  await (atlas_navigation_get_dataset (fixture->window->navigation) != NULL);
  await (!atlas_map_view_is_loading (fixture->window->map_view));
}

static void
close_window (Fixture *fixture)
{
  atlas_library_discard (fixture->window->library);
  fixture->window->is_closing = TRUE;
  gtk_window_close (GTK_WINDOW (fixture->window));
  await (fixture->window == NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = atlas_installation_dup_data_file ("jilin.json");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  fixture->file = g_file_new_tmp ("copy-XXXXXX.json", &stream, &error);
  g_assert_no_error (error);
  open_file (fixture, file);
  fixture->bundled = g_object_ref (atlas_navigation_get_dataset (fixture->window->navigation));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  g_file_delete (fixture->file, NULL, NULL);
  g_clear_object (&fixture->file);
  g_clear_object (&fixture->bundled);
}

static void
activate (Fixture *fixture, const char *action, const char *parameter)
{
  if (parameter != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "s",
                                               parameter));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
  atlas_test_wait_for_frames (GTK_WIDGET (fixture->window), 2);
}

static AtlasDataset *
get_dataset (Fixture *fixture)
{
  return atlas_navigation_get_dataset (fixture->window->navigation);
}

static AtlasDraft *
get_draft (Fixture *fixture)
{
  return atlas_record_form_get_draft (
    ATLAS_RECORD_FORM (atlas_test_find_type (fixture->window->form_panel, "AtlasRecordForm")));
}

/* Types a Chinese name into the form, which adds the record if it is complete. */
static void
set_name (Fixture *fixture, const char *name)
{
  GtkWidget *form = atlas_test_find_type (fixture->window->form_panel, "AtlasRecordForm");
  GtkWidget *view = atlas_test_find_type (form, "GtkTextView");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), name, -1);
}

static void
close_form (Fixture *fixture)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window->form_panel), "form.done",
                                             NULL));
  atlas_test_wait_for_frames (GTK_WIDGET (fixture->window), 2);
}

/* The bundled dataset cannot be edited; a copy can. */
static void
make_copy (Fixture *fixture)
{
  AtlasWindow *window = fixture->window;

  g_assert_false (atlas_library_is_editable (window->library));
  activate (fixture, "win.add-place", NULL);
  g_assert_cmpint (atlas_map_picking_get_mode (atlas_map_view_get_picking (window->map_view)), ==,
                   ATLAS_MAP_PICKING_NONE);
  _atlas_window_save (window, fixture->file, ATLAS_SAVE_OVERWRITE, NULL);
  await (atlas_library_is_editable (window->library));
  atlas_test_settle ();
  g_assert_true (g_file_equal (atlas_library_get_file (window->library), fixture->file));
  g_assert_false (atlas_library_is_modified (window->library));
}

static void
change_stage (Fixture *fixture)
{
  GtkWidget *page;

  g_action_change_state (G_ACTION (fixture->window->show_projects), g_variant_new_boolean (TRUE));
  page = atlas_test_find_type (fixture->window->projects_bin, "AtlasProjectsPage");
  g_signal_emit_by_name (page, "stage-chosen",
                         atlas_test_dataset_get (get_dataset (fixture), PROJECT),
                         ATLAS_PROJECT_STAGE_DONE);
  g_action_change_state (G_ACTION (fixture->window->show_projects), g_variant_new_boolean (FALSE));
}

static void
add_figure (Fixture *fixture)
{
  AtlasDraft *draft;

  atlas_navigation_visit (fixture->window->navigation,
                          atlas_test_dataset_get (get_dataset (fixture), PROJECT));
  activate (fixture, "win.new-record", "figure");
  draft = get_draft (fixture);
  g_assert_cmpstr (atlas_draft_get_list (draft, "about")[0], ==, PROJECT);
  atlas_draft_set_value (draft, "value", "12.5");
  atlas_draft_set_value (draft, "unit", "cny-100m");
  g_ptr_array_add (atlas_draft_get_citations (draft), atlas_citation_new ("jl-2021-17", "2", 5));
  /* The figure is added with the first word; further ones change it. */
  set_name (fixture, "长伊公路");
  set_name (fixture, "长伊公路已完成投资");
  close_form (fixture);
  activate (fixture, "win.province", NULL);
  atlas_test_wait_for_frames (GTK_WIDGET (fixture->window), 3);
}

/* Returns the middle of the marker of a place and its name, in pixels of the map. */
static AtlasPoint
locate (Fixture *fixture, const char *id)
{
  AtlasMapView *map = fixture->window->map_view;
  graphene_rect_t bounds;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (map->places)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autoptr (GPtrArray) places =
        atlas_place_layer_dup_places (map->places, ATLAS_PLACE_MARKER (child));

      if (g_str_equal (atlas_record_get_id (places->pdata[0]), id) &&
          gtk_widget_compute_bounds (child, GTK_WIDGET (map->map), &bounds))
        return (AtlasPoint) { bounds.origin.x + bounds.size.width / 2,
                              bounds.origin.y + bounds.size.height / 2 };
    }
  g_assert_not_reached ();
}

static void
drag (Fixture *fixture, AtlasPoint from, AtlasPoint to)
{
  GtkEventController *gesture = fixture->window->map_view->drag;

  g_signal_emit_by_name (gesture, "drag-begin", from.x, from.y);
  g_signal_emit_by_name (gesture, "drag-update", (to.x - from.x) / 2, (to.y - from.y) / 2);
  g_signal_emit_by_name (gesture, "drag-update", to.x - from.x, to.y - from.y);
  g_signal_emit_by_name (gesture, "drag-end", to.x - from.x, to.y - from.y);
  atlas_test_wait_for_frames (GTK_WIDGET (fixture->window), 2);
}

/* A partnership needs a kind, which the user chooses in the form. A bus route is complete as soon
 * as its ends are known. */
static void
add_links (Fixture *fixture)
{
  AtlasDraft *draft;

  activate (fixture, "win.add-link", "partnership");
  drag (fixture, locate (fixture, "baicheng"), locate (fixture, "tonghua"));
  draft = get_draft (fixture);
  g_assert_cmpint (atlas_draft_get_kind (draft), ==, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_assert_cmpstr (atlas_draft_get_list (draft, "members")[0], ==, "baicheng");
  g_assert_cmpstr (atlas_draft_get_list (draft, "members")[1], ==, "tonghua");
  atlas_draft_set_value (draft, "kind", "city-pair");
  set_name (fixture, "白城市—通化市结对");
  close_form (fixture);

  activate (fixture, "win.add-link", "route");
  drag (fixture, locate (fixture, "songyuan"), locate (fixture, "baishan"));
  draft = get_draft (fixture);
  g_assert_cmpint (atlas_draft_get_kind (draft), ==, ATLAS_RECORD_KIND_ROUTE);
  g_assert_cmpstr (atlas_draft_get_list (draft, "from")[0], ==, "songyuan");
  g_assert_cmpstr (atlas_draft_get_list (draft, "to")[0], ==, "baishan");
  close_form (fixture);
}

/* A place near the middle of a prefecture has it as parent. */
static void
add_place (Fixture *fixture)
{
  AtlasMapView *map = fixture->window->map_view;
  GtkEventController *keys = atlas_test_get_controller (map->map, GTK_TYPE_EVENT_CONTROLLER_KEY);
  gboolean is_handled = FALSE;
  AtlasDraft *draft;

  atlas_map_view_set_camera (
    map, &(AtlasMapCamera) { atlas_projection_x (124.5), atlas_projection_y (45.1), 9 }, FALSE);
  activate (fixture, "win.add-place", NULL);
  g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Return, 0, (GdkModifierType) 0, &is_handled);
  g_assert_true (is_handled);
  draft = get_draft (fixture);
  g_assert_cmpstr (atlas_draft_get_value (draft, "latitude"), ==, "45.1");
  g_assert_cmpstr (atlas_draft_get_value (draft, "longitude"), ==, "124.5");
  g_assert_cmpstr (atlas_draft_get_list (draft, "parent")[0], ==, "songyuan");
  atlas_draft_set_value (draft, "kind", "town");
  set_name (fixture, "新镇");
  close_form (fixture);
}

static void
undo_all (Fixture *fixture)
{
  while (atlas_library_can_undo (fixture->window->library))
    activate (fixture, "win.undo", NULL);
  g_assert_false (atlas_library_is_modified (fixture->window->library));
}

static void
redo_all (Fixture *fixture)
{
  while (atlas_library_can_redo (fixture->window->library))
    activate (fixture, "win.redo", NULL);
}

/* Finds the change of one kind, and asserts that there is one. */
static AtlasRecord *
find_change (GPtrArray *changes, AtlasRecordKind kind, AtlasChangeAction action)
{
  AtlasChange *found = NULL;

  for (guint i = 0; i < changes->len; i++)
    if (atlas_change_get_record_kind (changes->pdata[i]) == kind)
      {
        g_assert_null (found);
        found = changes->pdata[i];
      }
  g_assert_nonnull (found);
  g_assert_cmpint (atlas_change_get_action (found), ==, action);
  return atlas_change_get_to (found);
}

static void
check_reference (AtlasRecord *record, AtlasRole role, const char *first, const char *second)
{
  const char *const *ids = atlas_record_get_reference_ids (record, role);

  g_assert_cmpstr (ids[0], ==, first);
  g_assert_cmpstr (ids[1], ==, second);
}

/* The dataset differs from the bundled one exactly in what was edited. */
static void
check (Fixture *fixture)
{
  g_autoptr (GPtrArray) changes = atlas_changes_compute (fixture->bundled, get_dataset (fixture));
  AtlasRecord *record;

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *words = atlas_change_describe (changes->pdata[i], ATLAS_LANGUAGE_EN);

      g_test_message ("%s", words);
    }
  g_assert_cmpuint (changes->len, ==, 5);
  record = find_change (changes, ATLAS_RECORD_KIND_PROJECT, ATLAS_CHANGE_ACTION_EDITED);
  g_assert_cmpstr (atlas_record_get_id (record), ==, PROJECT);
  g_assert_cmpint (atlas_project_get_stage (ATLAS_PROJECT (record)), ==, ATLAS_PROJECT_STAGE_DONE);
  record = find_change (changes, ATLAS_RECORD_KIND_FIGURE, ATLAS_CHANGE_ACTION_ADDED);
  g_assert_cmpstr (atlas_record_get_name (record, ATLAS_LANGUAGE_ZH), ==, "长伊公路已完成投资");
  g_assert_true (atlas_record_cites (record, "jl-2021-17"));
  check_reference (record, ATLAS_ROLE_ABOUT, PROJECT, NULL);
  record = find_change (changes, ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_CHANGE_ACTION_ADDED);
  g_assert_cmpstr (atlas_record_get_name (record, ATLAS_LANGUAGE_ZH), ==, "白城市—通化市结对");
  check_reference (record, ATLAS_ROLE_MEMBERS, "baicheng", "tonghua");
  record = find_change (changes, ATLAS_RECORD_KIND_ROUTE, ATLAS_CHANGE_ACTION_ADDED);
  g_assert_cmpstr (atlas_record_get_name (record, ATLAS_LANGUAGE_ZH), ==, "松原市—白山市");
  check_reference (record, ATLAS_ROLE_FROM, "songyuan", NULL);
  check_reference (record, ATLAS_ROLE_TO, "baishan", NULL);
  record = find_change (changes, ATLAS_RECORD_KIND_PLACE, ATLAS_CHANGE_ACTION_ADDED);
  g_assert_cmpfloat (atlas_place_get_latitude (ATLAS_PLACE (record)), ==, 45.1);
  g_assert_cmpfloat (atlas_place_get_longitude (ATLAS_PLACE (record)), ==, 124.5);
  g_assert_true (atlas_place_is_approximate (ATLAS_PLACE (record)));
  check_reference (record, ATLAS_ROLE_PARENT, "songyuan", NULL);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) edited = NULL;
  g_autoptr (GBytes) again = NULL;
  AtlasDataset *copy;

  make_copy (fixture);
  copy = get_dataset (fixture);
  change_stage (fixture);
  add_figure (fixture);
  add_links (fixture);
  add_place (fixture);
  check (fixture);
  edited = atlas_writer_write (get_dataset (fixture));

  undo_all (fixture);
  g_assert_true (get_dataset (fixture) == copy);
  redo_all (fixture);
  check (fixture);
  activate (fixture, "win.save", NULL);
  await (!atlas_library_is_modified (fixture->window->library));

  close_window (fixture);
  open_file (fixture, fixture->file);
  check (fixture);
  again = atlas_writer_write (get_dataset (fixture));
  g_assert_true (g_bytes_equal (edited, again));
}

/* Two places that are compared are the ends of a new partnership. */
static void
test_compared (Fixture *fixture, gconstpointer data)
{
  AtlasNavigation *navigation = fixture->window->navigation;
  AtlasDraft *draft;

  make_copy (fixture);
  atlas_navigation_visit (navigation, atlas_test_dataset_get (get_dataset (fixture), "siping"));
  atlas_navigation_compare (navigation, atlas_test_dataset_get (get_dataset (fixture), "tonghua"));
  activate (fixture, "win.new-record", "partnership");
  draft = get_draft (fixture);
  g_assert_cmpstr (atlas_draft_get_list (draft, "members")[0], ==, "siping");
  g_assert_cmpstr (atlas_draft_get_list (draft, "members")[1], ==, "tonghua");
  g_assert_cmpstr (atlas_draft_get_text (draft, "name", ATLAS_LANGUAGE_ZH), ==, "四平市—通化市");
  g_assert_false (atlas_library_is_modified (fixture->window->library));
  /* One place is one end; a project is no end. */
  atlas_navigation_visit (navigation, atlas_test_dataset_get (get_dataset (fixture), "siping"));
  activate (fixture, "win.new-record", "route");
  g_assert_cmpstr (atlas_draft_get_list (get_draft (fixture), "from")[0], ==, "siping");
  g_assert_null (atlas_draft_get_list (get_draft (fixture), "to")[0]);
  atlas_navigation_visit (navigation, atlas_test_dataset_get (get_dataset (fixture), PROJECT));
  activate (fixture, "win.new-record", "route");
  g_assert_null (atlas_draft_get_list (get_draft (fixture), "from")[0]);
  g_assert_cmpstr (atlas_draft_get_list (get_draft (fixture), "about")[0], ==, PROJECT);
}

/* Escape, the projects, a presentation and another file end the mode. */
static void
test_leaving (Fixture *fixture, gconstpointer data)
{
  AtlasWindow *window = fixture->window;
  AtlasMapPicking *picking = atlas_map_view_get_picking (window->map_view);

  make_copy (fixture);
  g_action_change_state (G_ACTION (window->show_projects), g_variant_new_boolean (TRUE));
  activate (fixture, "win.add-place", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->main_stack), ==, "map");
  g_assert_cmpint (atlas_map_picking_get_mode (picking), ==, ATLAS_MAP_PICKING_PLACE);
  activate (fixture, "win.leave", NULL);
  g_assert_cmpint (atlas_map_picking_get_mode (picking), ==, ATLAS_MAP_PICKING_NONE);
  activate (fixture, "win.add-link", "route");
  g_action_change_state (G_ACTION (window->show_projects), g_variant_new_boolean (TRUE));
  g_assert_cmpint (atlas_map_picking_get_mode (picking), ==, ATLAS_MAP_PICKING_NONE);
  activate (fixture, "win.add-link", "route");
  activate (fixture, "win.present", NULL);
  g_assert_cmpint (atlas_map_picking_get_mode (picking), ==, ATLAS_MAP_PICKING_NONE);
  activate (fixture, "win.add-link", "route");
  g_assert_cmpint (atlas_map_picking_get_mode (picking), ==, ATLAS_MAP_PICKING_NONE);
  activate (fixture, "win.present", NULL);
  activate (fixture, "win.add-link", "route");
  activate (fixture, "win.new-library", NULL);
  g_assert_cmpint (atlas_map_picking_get_mode (picking), ==, ATLAS_MAP_PICKING_NONE);
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
#define ADD(name) g_test_add ("/end-to-end/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (all);
  ADD (compared);
  ADD (leaving);
#undef ADD
  return atlas_test_run ();
}
