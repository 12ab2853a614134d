/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-window-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "atlas-commitment.h"
#include "atlas-installation.h"
#include "atlas-project-column.h"
#include "atlas-record-form.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

/* Tests editing in a window: from the bundled dataset to an own copy with saved edits. */

typedef struct
{
  AtlasWindow *window;
  GFile *file;
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
  atlas_test_settle ();
}

static GFile *
get_bundled (void)
{
  g_autofree char *path = atlas_installation_dup_data_file ("jilin.json");

  return g_file_new_for_path (path);
}

/* Opens a copy of the bundled dataset. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) bundled = get_bundled ();
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  fixture->file = g_file_new_tmp ("library-XXXXXX.json", &stream, &error);
  g_assert_no_error (error);
  g_file_copy (bundled, fixture->file, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  open_file (fixture, fixture->file);
}

static void
close_window (Fixture *fixture)
{
  if (fixture->window->library != NULL)
    atlas_library_discard (fixture->window->library);
  fixture->window->is_closing = TRUE;
  gtk_window_close (GTK_WINDOW (fixture->window));
  await (fixture->window == NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_window (fixture);
  g_file_delete (fixture->file, NULL, NULL);
  g_clear_object (&fixture->file);
}

static void
activate (Fixture *fixture, const char *action, const char *parameter)
{
  if (parameter != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, "s",
                                               parameter));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static AtlasDataset *
get_dataset (Fixture *fixture)
{
  return atlas_navigation_get_dataset (fixture->window->navigation);
}

static AtlasRecordForm *
get_form (Fixture *fixture)
{
  return ATLAS_RECORD_FORM (atlas_test_find_type (fixture->window->form_panel, "AtlasRecordForm"));
}

static const char *
get_name (Fixture *fixture, const char *id)
{
  AtlasRecord *record = atlas_dataset_lookup (get_dataset (fixture), id);

  return record != NULL ? atlas_record_get_name (record, ATLAS_LANGUAGE_ZH) : NULL;
}

/* Types a Chinese name into the form. */
static void
set_name (Fixture *fixture, const char *name)
{
  /* The Chinese name is the first text of the form. */
  GtkWidget *view = atlas_test_find_type (get_form (fixture), "GtkTextView");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), name, -1);
}

/* A valid change is an edit at once; undo and redo follow in dataset, form and title; saving and
 * opening again keeps it. */
static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup (get_name (fixture, "prj-changyi-road"));
  AtlasWindow *window = fixture->window;

  activate (fixture, "win.edit-record", "prj-changyi-road");
  g_assert_true (gtk_stack_get_visible_child (window->side_stack) ==
                 GTK_WIDGET (window->form_panel));
  set_name (fixture, "新名");
  g_assert_cmpstr (get_name (fixture, "prj-changyi-road"), ==, "新名");
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "● "));
  g_assert_true (gtk_widget_get_visible (window->save_button));
  activate (fixture, "win.undo", NULL);
  g_assert_cmpstr (get_name (fixture, "prj-changyi-road"), ==, name);
  g_assert_false (gtk_widget_get_visible (window->save_button));
  g_assert_cmpstr (atlas_draft_get_text (atlas_record_form_get_draft (get_form (fixture)), "name",
                                         ATLAS_LANGUAGE_ZH),
                   ==, name);
  activate (fixture, "win.redo", NULL);
  g_assert_cmpstr (get_name (fixture, "prj-changyi-road"), ==, "新名");
  activate (fixture, "win.save", NULL);
  await (!atlas_library_is_modified (window->library));
  g_assert_false (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "● "));
  close_window (fixture);
  open_file (fixture, fixture->file);
  g_assert_cmpstr (get_name (fixture, "prj-changyi-road"), ==, "新名");
}

/* Widgets of what was not edited stay: markers of the map, and rows of the panel. */
static void
test_kept_widgets (Fixture *fixture, gconstpointer data)
{
  AtlasWindow *window = fixture->window;
  GtkWidget *marker = atlas_test_find_type (window->map_view, "AtlasPlaceMarker");
  GtkWidget *row = atlas_test_await (window->side_panel, atlas_test_is_type, "AtlasRowView");

  g_assert_nonnull (marker);
  activate (fixture, "win.edit-record", "prj-changyi-road");
  set_name (fixture, "新名");
  atlas_test_settle ();
  g_assert_cmpstr (get_name (fixture, "prj-changyi-road"), ==, "新名");
  g_assert_true (atlas_test_find_type (window->map_view, "AtlasPlaceMarker") == marker);
  g_assert_true (atlas_test_find_type (window->side_panel, "AtlasRowView") == row);
}

/* A value that is not valid stays in the form. */
static void
test_invalid (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strdup (get_name (fixture, "prj-changyi-road"));

  activate (fixture, "win.edit-record", "prj-changyi-road");
  for (guint language = ATLAS_LANGUAGE_EN; language < ATLAS_N_LANGUAGES; language++)
    atlas_draft_set_text (atlas_record_form_get_draft (get_form (fixture)), "name",
                          (AtlasLanguage) language, NULL);
  set_name (fixture, "");
  g_assert_cmpstr (get_name (fixture, "prj-changyi-road"), ==, name);
  g_assert_false (atlas_library_is_modified (fixture->window->library));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window->form_panel), "form.restore", NULL);
  g_assert_cmpstr (atlas_draft_get_text (atlas_record_form_get_draft (get_form (fixture)), "name",
                                         ATLAS_LANGUAGE_ZH),
                   ==, name);
}

/* A new record has the place in view, is added when it is valid, and leaves with undo. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  AtlasDataset *dataset = get_dataset (fixture);
  AtlasDraft *draft;

  atlas_navigation_visit (fixture->window->navigation, atlas_test_dataset_get (dataset, "siping"));
  activate (fixture, "win.new-record", "project");
  draft = atlas_record_form_get_draft (get_form (fixture));
  /* The user types the name. */
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
  g_assert_cmpstr (atlas_draft_get_list (draft, "places")[0], ==, "siping");
  g_assert_true (get_dataset (fixture) == dataset);
  atlas_draft_set_value (draft, "kind", "road");
  set_name (fixture, "新路");
  g_assert_cmpstr (get_name (fixture, atlas_draft_get_id (draft)), ==, "新路");
  activate (fixture, "win.undo", NULL);
  g_assert_true (get_dataset (fixture) == dataset);
  g_assert_true (gtk_stack_get_visible_child (fixture->window->side_stack) ==
                 GTK_WIDGET (fixture->window->side_panel));
}

/* The bundled dataset is read-only; a new library has the places of the map and can be edited. */
static void
test_whose (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) bundled = get_bundled ();

  atlas_window_open (fixture->window, bundled);
  await (fixture->window->cancellable == NULL);
  g_assert_false (atlas_library_is_editable (fixture->window->library));
  g_assert_cmpuint (g_menu_model_get_n_items (G_MENU_MODEL (fixture->window->edit_menu)), ==, 0);
  activate (fixture, "win.new-library", NULL);
  g_assert_true (atlas_library_is_editable (fixture->window->library));
  g_assert_cmpstr (get_name (fixture, "cn-220300"), ==, "四平市");
  g_assert_cmpuint (g_menu_model_get_n_items (G_MENU_MODEL (fixture->window->edit_menu)), >, 0);
}

/* The list of what needs attention leads to the form. */
static void
test_checks (Fixture *fixture, gconstpointer data)
{
  AtlasWindow *window = fixture->window;

  activate (fixture, "win.show-checks", NULL);
  g_assert_true (gtk_stack_get_visible_child (window->side_stack) == window->checks);
  g_assert_nonnull (atlas_test_find_type (window->checks, "AtlasRowView"));
  atlas_navigation_visit (window->navigation,
                          atlas_test_dataset_get (get_dataset (fixture), "prj-changyi-road"));
  g_assert_true (gtk_stack_get_visible_child (window->side_stack) ==
                 GTK_WIDGET (window->form_panel));
  g_assert_cmpstr (atlas_form_panel_get_id (window->form_panel), ==, "prj-changyi-road");
}

/* The state of a next step is one edit; a project moved to another stage is, too. */
static void
test_state (Fixture *fixture, gconstpointer data)
{
  GListModel *steps =
    atlas_dataset_get_records (get_dataset (fixture), ATLAS_RECORD_KIND_COMMITMENT);
  g_autoptr (AtlasRecord) step = g_list_model_get_item (steps, 0);
  const char *id = atlas_record_get_id (step);
  AtlasRecord *changed;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.set-step-state",
                                             "(ss)", id, "done"));
  changed = atlas_dataset_lookup (get_dataset (fixture), id);
  g_assert_cmpint (atlas_commitment_get_state (ATLAS_COMMITMENT (changed)), ==,
                   ATLAS_COMMITMENT_STATE_DONE);
  activate (fixture, "win.undo", NULL);
  g_assert_true (atlas_dataset_lookup (get_dataset (fixture), id) == step);
  g_action_change_state (G_ACTION (fixture->window->show_projects), g_variant_new_boolean (TRUE));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->window->main_stack), ==, "projects");
}

static gboolean
is_column_of (GtkWidget *widget, const char *words)
{
  return ATLAS_IS_PROJECT_COLUMN (widget) &&
         (int) atlas_project_column_get_stage (ATLAS_PROJECT_COLUMN (widget)) ==
           (int) g_ascii_strtoll (words, NULL, 10);
}

static gboolean
has_focus_in (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static guint
count_cards (AtlasWindow *window)
{
  GtkColumnView *view =
    GTK_COLUMN_VIEW (atlas_test_find_type (window->projects_bin, "GtkColumnView"));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

/* A project that is moved to another stage is one edit, and keeps the focus. */
static void
test_board (Fixture *fixture, gconstpointer data)
{
  AtlasWindow *window = fixture->window;
  AtlasRecord *road = atlas_test_dataset_get (get_dataset (fixture), "prj-changyi-road");
  GtkWidget *former, *column;
  guint n_cards;

  g_settings_set_boolean (window->settings, "projects-by-stage", TRUE);
  g_action_change_state (G_ACTION (window->show_projects), g_variant_new_boolean (TRUE));
  former = atlas_test_await (window, is_column_of, "5");
  column = atlas_test_await (window, is_column_of, "6");
  n_cards = count_cards (window);
  atlas_navigation_visit (window->navigation, road);
  g_assert_true (atlas_project_column_select (ATLAS_PROJECT_COLUMN (former), road));
  gtk_widget_activate_action (former, "column.move", "i", ATLAS_PROJECT_STAGE_DONE);
  road = atlas_test_dataset_get (get_dataset (fixture), "prj-changyi-road");
  g_assert_cmpint (atlas_project_get_stage (ATLAS_PROJECT (road)), ==, ATLAS_PROJECT_STAGE_DONE);
  await (has_focus_in (column));
  /* A project that is the scope leaves the list as it is. */
  g_assert_cmpuint (count_cards (window), ==, n_cards);
  activate (fixture, "win.undo", NULL);
  g_assert_false (atlas_library_is_modified (window->library));
  g_settings_reset (window->settings, "projects-by-stage");
}

/* Another program changes the file: without edits, the window follows and keeps its scope. */
static void
test_changed_on_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *ids = NULL;
  g_autoptr (GError) error = NULL;
  const char *path = g_file_peek_path (fixture->file);

  atlas_navigation_visit (fixture->window->navigation,
                          atlas_test_dataset_get (get_dataset (fixture), "siping"));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  parts = g_strsplit (contents, "饶盖公路长春至依家屯段", -1);
  g_assert_cmpuint (g_strv_length (parts), >, 1);
  changed = g_strjoinv ("由他人改名", parts);
  g_assert_true (g_file_set_contents (path, changed, -1, &error));
  atlas_library_check_file (fixture->window->library);
  await (g_strcmp0 (get_name (fixture, "prj-changyi-road"), "由他人改名") == 0);
  g_assert_false (atlas_library_is_modified (fixture->window->library));
  ids = atlas_scope_dup_ids (atlas_navigation_get_scope (fixture->window->navigation));
  g_assert_cmpstr (ids, ==, "siping");
}

#define STEP "next-project-pool"

static GtkWidget *
find_merge_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "AtlasMergeWindow"))
        return window;
    }
  return NULL;
}

/* What both sides have changed is asked, in words. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  AtlasWindow *window = fixture->window;
  const char *path = g_file_peek_path (fixture->file);
  g_autofree char *contents = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *changed = NULL;
  GtkWidget *merge, *row;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.set-step-state", "(ss)",
                                             STEP, "done"));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  parts = g_strsplit (contents, "\"id\": \"" STEP "\",", 2);
  changed = g_strjoinv ("\"id\": \"" STEP "\", \"state\": \"under-way\",", parts);
  g_assert_true (g_file_set_contents (path, changed, -1, NULL));
  atlas_library_check_file (window->library);
  await (find_merge_window () != NULL);
  merge = find_merge_window ();
  g_assert_nonnull (atlas_test_find (merge, atlas_test_is_label, "Done"));
  row = gtk_widget_get_ancestor (atlas_test_find (merge, atlas_test_is_label, "Under way"),
                                 GTK_TYPE_LIST_BOX_ROW);
  g_assert_true (gtk_widget_activate (row));
  gtk_widget_activate_action (merge, "merge.merge", NULL);
  g_assert_cmpint (atlas_commitment_get_state (
                     ATLAS_COMMITMENT (atlas_test_dataset_get (get_dataset (fixture), STEP))),
                   ==, ATLAS_COMMITMENT_STATE_UNDER_WAY);
  await (find_merge_window () == NULL);
}

static gboolean
has_bar (Fixture *fixture)
{
  return gtk_revealer_get_reveal_child (
    GTK_REVEALER (atlas_test_find_type (fixture->window->faults_bar, "GtkRevealer")));
}

/* A broken file leaves the last good dataset. A bar names the line until the file is good again. */
static void
test_broken_on_disk (Fixture *fixture, gconstpointer data)
{
  AtlasWindow *window = fixture->window;
  AtlasDataset *dataset = get_dataset (fixture);
  GtkLabel *label = GTK_LABEL (atlas_test_find_type (window->faults_bar, "GtkLabel"));
  const char *path = g_file_peek_path (fixture->file);
  g_autofree char *good = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *broken = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &good, &length, NULL));
  parts = g_strsplit (good, "\"under-construction\"", 2);
  broken = g_strjoinv ("\"above-construction\"", parts);
  g_assert_true (g_file_set_contents (path, broken, -1, NULL));
  atlas_library_check_file (window->library);
  await (has_bar (fixture));
  g_assert_nonnull (strstr (gtk_label_get_text (label), "\nLine "));
  g_assert_nonnull (strstr (gtk_label_get_text (label), "above-construction"));
  g_assert_true (get_dataset (fixture) == dataset);
  activate (fixture, "win.show-refused", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "error");
  activate (fixture, "win.hide-faults", NULL);
  g_assert_true (has_bar (fixture));
  activate (fixture, "win.show-refused", NULL);
  g_assert_true (g_file_set_contents (path, good, (gssize) length, NULL));
  atlas_library_check_file (window->library);
  await (!has_bar (fixture));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "atlas");
  g_assert_false (atlas_library_is_modified (window->library));
}

static guint n_saved;

static void
count_cb (AtlasWindow *window)
{
  n_saved++;
}

/* Closes the question above the window, which cancels. */
static void
close_question (Fixture *fixture)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        gtk_window_close (window);
    }
  await (fixture->window->after_question == NULL);
}

/* Another file replaces the library only if nothing was edited while it was read. */
static void
test_edit_while_reading (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) bundled = get_bundled ();
  g_autoptr (GFile) missing = g_file_get_child (bundled, "nothing.json");
  AtlasWindow *window = fixture->window;

  activate (fixture, "win.edit-record", "prj-changyi-road");
  set_name (fixture, "新名");
  /* Discarded edits stay unless the other file is shown. */
  g_set_object (&window->given_up, get_dataset (fixture));
  g_assert_false (_atlas_window_has_unsaved (window));
  atlas_window_open (window, missing);
  await (window->cancellable == NULL);
  g_assert_cmpstr (get_name (fixture, "prj-changyi-road"), ==, "新名");
  g_assert_true (_atlas_window_has_unsaved (window));
  g_set_object (&window->given_up, get_dataset (fixture));
  atlas_window_open (window, bundled);
  set_name (fixture, "另名");
  await (window->cancellable == NULL);
  g_assert_cmpstr (get_name (fixture, "prj-changyi-road"), ==, "另名");
  g_assert_true (atlas_window_is_for (window, fixture->file));
  /* Nothing was edited since: it is shown. */
  g_set_object (&window->given_up, get_dataset (fixture));
  atlas_window_open (window, bundled);
  await (window->cancellable == NULL);
  g_assert_false (atlas_library_is_editable (window->library));
  g_assert_null (window->given_up);
}

/* What is to follow saving, such as closing the window, asks about edits made in the meantime. */
static void
test_edit_while_saving (Fixture *fixture, gconstpointer data)
{
  AtlasWindow *window = fixture->window;

  n_saved = 0;
  activate (fixture, "win.edit-record", "prj-changyi-road");
  set_name (fixture, "新名");
  _atlas_window_save (window, NULL, ATLAS_SAVE_NONE, count_cb);
  set_name (fixture, "另名");
  await (window->after_question != NULL);
  g_assert_cmpuint (n_saved, ==, 0);
  g_assert_cmpstr (get_name (fixture, "prj-changyi-road"), ==, "另名");
  close_question (fixture);
  g_assert_cmpuint (n_saved, ==, 0);
  _atlas_window_save (window, NULL, ATLAS_SAVE_NONE, count_cb);
  await (n_saved == 1);
}

/* A new library is still there after one has looked at why another file cannot be shown. */
static void
test_refused_file (Fixture *fixture, gconstpointer data)
{
  AtlasWindow *window = fixture->window;

  activate (fixture, "win.new-library", NULL);
  g_assert_true (g_file_set_contents (g_file_peek_path (fixture->file), "{", -1, NULL));
  atlas_window_open (window, fixture->file);
  await (window->cancellable == NULL);
  activate (fixture, "win.show-refused", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "error");
  activate (fixture, "win.hide-faults", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "atlas");
}

/* The title has the new name of a file that another program renames. */
static void
test_renamed_on_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_strconcat (g_file_peek_path (fixture->file), "-renamed", NULL);

  g_assert_cmpint (g_rename (g_file_peek_path (fixture->file), path), ==, 0);
  await (g_str_has_suffix (gtk_window_get_title (GTK_WINDOW (fixture->window)), "-renamed)"));
  g_object_unref (fixture->file);
  fixture->file = g_file_new_for_path (path);
}

/* The process is told to end right after an edit. */
static void
test_end_child (void)
{
  Fixture fixture = { NULL, NULL };

  set_up (&fixture, NULL);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.edit-record", "s",
                                             "prj-changyi-road"));
  set_name (&fixture, "新名");
  kill (getpid (), SIGTERM);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  /* Without finalizing the library, which would write its edits too. */
  _exit (0);
}

/* The edits that a process has made right before it ends are offered by the next one. */
static void
test_end (void)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GError) error = NULL;

  g_test_trap_subprocess ("/editing/end/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  entries = atlas_recovery_list ();
  g_assert_cmpuint (entries->len, ==, 1);
  dataset = atlas_recovery_entry_read (entries->pdata[0], NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (atlas_record_get_name (atlas_test_dataset_get (dataset, "prj-changyi-road"),
                                          ATLAS_LANGUAGE_ZH),
                   ==, "新名");
  atlas_recovery_entry_discard (entries->pdata[0]);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;

  atlas_installation_find ();
  atlas_test_display_init (&argc, &argv);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  application = atlas_application_new ();
  /* A test starts a process of its own, which must not hand over to this one. */
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) |
                             G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
#define ADD(name) g_test_add ("/editing/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  ADD (edit);
  ADD (kept_widgets);
  ADD (invalid);
  ADD (new);
  ADD (whose);
  ADD (checks);
  ADD (state);
  ADD (board);
  ADD (changed_on_disk);
  ADD (conflict);
  ADD (broken_on_disk);
  ADD (renamed_on_disk);
  ADD (edit_while_reading);
  ADD (edit_while_saving);
  ADD (refused_file);
#undef ADD
  g_test_add_func ("/editing/end", test_end);
  g_test_add_func ("/editing/end/subprocess", test_end_child);
  return atlas_test_run ();
}
