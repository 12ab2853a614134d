/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-form-panel.h"

#include "atlas-record-form.h"
#include "atlas-saving.h"
#include "atlas-test-display.h"
#include "atlas-test-reading.h"
#include "forms-fixture.h"

/* Tests that the form and the library follow each other. */

#define PROJECT "prj-changyi-road"
#define OTHER "prj-wine-products"

typedef struct
{
  AtlasLibrary *library;
  AtlasFormPanel *panel;
  GtkWidget *window;
  guint n_done;
} Fixture;

static void
done_cb (Fixture *fixture)
{
  fixture->n_done++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDataset) dataset = forms_fixture_read_jilin ();

  fixture->library = atlas_library_new (dataset, NULL, NULL, TRUE);
  fixture->panel = g_object_new (ATLAS_TYPE_FORM_PANEL, NULL);
  atlas_form_panel_set_library (fixture->panel, fixture->library);
  g_signal_connect_swapped (fixture->panel, "done", G_CALLBACK (done_cb), fixture);
  fixture->window = atlas_test_open_window (GTK_WIDGET (fixture->panel), 400, 700);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  atlas_test_close_window (fixture->window);
  atlas_library_discard (fixture->library);
  g_object_unref (fixture->library);
}

static AtlasRecord *
get_record (Fixture *fixture, const char *id)
{
  return atlas_dataset_lookup (atlas_library_get_dataset (fixture->library), id);
}

static const char *
get_name (Fixture *fixture, const char *id)
{
  AtlasRecord *record = get_record (fixture, id);

  return record != NULL ? atlas_record_get_name (record, ATLAS_LANGUAGE_ZH) : NULL;
}

static AtlasRecordForm *
get_form (Fixture *fixture)
{
  return ATLAS_RECORD_FORM (atlas_test_find_type (fixture->panel, "AtlasRecordForm"));
}

static const char *
get_date (Fixture *fixture)
{
  return atlas_draft_get_value (atlas_record_form_get_draft (get_form (fixture)), "expected");
}

/* Makes an edit without the form. */
static void
rename_record (Fixture *fixture, const char *id, const char *name)
{
  g_autoptr (AtlasDraft) draft = atlas_draft_new_from_record (get_record (fixture, id));
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);

  atlas_draft_set_text (draft, "name", ATLAS_LANGUAGE_ZH, name);
  g_ptr_array_add (put,
                   atlas_draft_check (draft, atlas_library_get_dataset (fixture->library), NULL));
  g_assert_true (atlas_library_edit (fixture->library, put, NULL, 0, NULL));
}

/* Each letter that is typed is a change. A new record is added once and then changed. */
static void
test_new (Fixture *fixture, gconstpointer data)
{
  GListModel *projects = atlas_dataset_get_records (atlas_library_get_dataset (fixture->library),
                                                    ATLAS_RECORD_KIND_PROJECT);
  const guint n_projects = g_list_model_get_n_items (projects);
  g_autoptr (AtlasDraft) draft = atlas_draft_new (ATLAS_RECORD_KIND_PROJECT, "project");

  atlas_draft_set_value (draft, "kind", "road");
  atlas_form_panel_create (fixture->panel, draft);
  forms_fixture_write (fixture->panel, "name", "新");
  g_assert_cmpstr (get_name (fixture, "project"), ==, "新");
  forms_fixture_write (fixture->panel, "name", "新路");
  g_assert_cmpstr (get_name (fixture, "project"), ==, "新路");
  forms_fixture_type (fixture->panel, "pinyin", "xin lu");
  forms_fixture_type (fixture->panel, "expected", "2027");
  g_assert_nonnull (atlas_record_form_get_record (get_form (fixture)));
  projects = atlas_dataset_get_records (atlas_library_get_dataset (fixture->library),
                                        ATLAS_RECORD_KIND_PROJECT);
  g_assert_cmpuint (g_list_model_get_n_items (projects), ==, n_projects + 1);
  g_assert_cmpstr (atlas_form_panel_get_id (fixture->panel), ==, "project");
  while (atlas_library_can_undo (fixture->library))
    atlas_library_undo (fixture->library);
  g_assert_null (get_record (fixture, "project"));
  g_assert_cmpuint (fixture->n_done, ==, 1);
}

/* What the user is typing stays when something else changes. */
static void
test_invalid_stays (Fixture *fixture, gconstpointer data)
{
  atlas_form_panel_edit (fixture->panel, get_record (fixture, PROJECT));
  forms_fixture_type (fixture->panel, "expected", "2027-13");
  g_assert_null (atlas_record_form_get_record (get_form (fixture)));
  rename_record (fixture, OTHER, "由他人改名");
  g_assert_cmpstr (get_date (fixture), ==, "2027-13");
  forms_fixture_type (fixture->panel, "expected", "2027-12");
  g_assert_cmpstr (get_date (fixture), ==, "2027-12");
  g_assert_nonnull (atlas_record_form_get_record (get_form (fixture)));
  g_assert_cmpstr (get_name (fixture, OTHER), ==, "由他人改名");
}

/* The record itself changes: the form shows it as it is now. */
static void
test_filled_again (Fixture *fixture, gconstpointer data)
{
  atlas_form_panel_edit (fixture->panel, get_record (fixture, PROJECT));
  forms_fixture_type (fixture->panel, "expected", "2027-13");
  rename_record (fixture, PROJECT, "由他人改名");
  g_assert_cmpstr (atlas_draft_get_text (atlas_record_form_get_draft (get_form (fixture)), "name",
                                         ATLAS_LANGUAGE_ZH),
                   ==, "由他人改名");
  g_assert_cmpstr (get_date (fixture), !=, "2027-13");
}

static GtkWindow *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (ADW_IS_MESSAGE_DIALOG (at->data))
      return at->data;
  return NULL;
}

/* A new record that is not complete is not given up without a question. */
static void
test_incomplete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDraft) draft = atlas_draft_new (ATLAS_RECORD_KIND_PROJECT, "new-one");
  GtkWidget *view;

  atlas_form_panel_create (fixture->panel, draft);
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "form.done", NULL);
  g_assert_cmpuint (fixture->n_done, ==, 1);
  view = atlas_test_find_type (get_form (fixture), "GtkTextView");
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "新", -1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "form.done", NULL);
  g_assert_cmpuint (fixture->n_done, ==, 1);
  await (find_dialog () != NULL);
  g_signal_emit_by_name (find_dialog (), "response", "cancel");
  gtk_window_destroy (find_dialog ());
  g_assert_cmpuint (fixture->n_done, ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "form.done", NULL);
  await (find_dialog () != NULL);
  g_signal_emit_by_name (find_dialog (), "response", "discard");
  gtk_window_destroy (find_dialog ());
  g_assert_cmpuint (fixture->n_done, ==, 2);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer is_done)
{
  g_assert_true (atlas_library_save_finish (ATLAS_LIBRARY (object), result, NULL));
  *(gboolean *) is_done = TRUE;
}

static void
reloaded_cb (GObject *object, GAsyncResult *result, gpointer is_done)
{
  g_assert_cmpint (atlas_library_reload_finish (ATLAS_LIBRARY (object), result, NULL, NULL, NULL),
                   ==, ATLAS_RELOAD_DONE);
  *(gboolean *) is_done = TRUE;
}

/* Another program gives PROJECT the name @name in @file, and the library reads it again. */
static void
rename_in_file (Fixture *fixture, GFile *file, const char *name)
{
  AtlasDataset *dataset = atlas_library_get_dataset (fixture->library);
  g_autoptr (AtlasDraft) draft = atlas_draft_new_from_record (get_record (fixture, PROJECT));
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasDataset) changed = NULL;
  gboolean is_done = FALSE;

  atlas_draft_set_text (draft, "name", ATLAS_LANGUAGE_ZH, name);
  g_ptr_array_add (put, atlas_draft_check (draft, dataset, NULL));
  changed = atlas_dataset_derive (dataset, put, NULL, NULL);
  g_assert_true (atlas_saving_write (changed, file, NULL, NULL, NULL, NULL));
  atlas_library_reload_async (fixture->library, NULL, reloaded_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
}

/* Restoring takes back what was done in the form, but not what another program has written. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("atlas-form-XXXXXX.json", &stream, NULL);
  g_autofree char *name = g_strdup (get_name (fixture, PROJECT));
  gboolean is_done = FALSE;

  atlas_library_save_async (fixture->library, file, ATLAS_SAVE_OVERWRITE, NULL, saved_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);

  atlas_form_panel_edit (fixture->panel, get_record (fixture, PROJECT));
  forms_fixture_write (fixture->panel, "name", "新");
  g_assert_cmpstr (get_name (fixture, PROJECT), ==, "新");
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "form.restore", NULL);
  g_assert_cmpstr (get_name (fixture, PROJECT), ==, name);

  rename_in_file (fixture, file, "别人的");
  forms_fixture_write (fixture->panel, "name", "新");
  g_assert_cmpstr (get_name (fixture, PROJECT), ==, "新");
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "form.restore", NULL);
  g_assert_cmpstr (get_name (fixture, PROJECT), ==, "别人的");
  g_file_delete (file, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  atlas_test_display_init (&argc, &argv);

  g_test_add ("/form-panel/new", Fixture, NULL, set_up, test_new, tear_down);
  g_test_add ("/form-panel/invalid-stays", Fixture, NULL, set_up, test_invalid_stays, tear_down);
  g_test_add ("/form-panel/filled-again", Fixture, NULL, set_up, test_filled_again, tear_down);
  g_test_add ("/form-panel/restore", Fixture, NULL, set_up, test_restore, tear_down);
  g_test_add ("/form-panel/incomplete", Fixture, NULL, set_up, test_incomplete, tear_down);

  return atlas_test_run ();
}
