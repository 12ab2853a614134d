/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-library.h"

#include "atlas-changes.h"
#include "atlas-project.h"
#include "atlas-test-editing.h"

#define RECORDS                                                                                    \
  "\"sources\": [], \"places\": [{\"id\": \"a\", \"name\": \"A\", \"kind\": \"town\","             \
  " \"latitude\": 1, \"longitude\": 2}],"                                                          \
  " \"projects\": [{\"id\": \"p\", \"name\": {\"zh\": \"项目\", \"en\": \"Mill\"},"                \
  " \"kind\": \"industry\", \"stage\": \"planning\", \"places\": [\"a\"]}]"

static AtlasLibrary *
create_library (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_editing_read (RECORDS);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/library.json");

  return atlas_library_new (dataset, file, NULL, TRUE);
}

static void
edit (AtlasLibrary *library, AtlasRecord *record, guint session)
{
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (put, record);
  atlas_library_edit (library, put, NULL, session, &error);
  g_assert_no_error (error);
}

static void
set_stage (AtlasLibrary *library, AtlasProjectStage stage, guint session)
{
  edit (library,
        atlas_test_editing_change (atlas_library_get_dataset (library), "p", "stage", "stage",
                                   stage, NULL),
        session);
}

static void
set_name (AtlasLibrary *library, const char *name, guint session)
{
  g_autoptr (AtlasText) text = atlas_text_new (name, NULL, NULL);

  edit (library,
        atlas_test_editing_change (atlas_library_get_dataset (library), "p", "name", "name", text,
                                   NULL),
        session);
}

static AtlasProjectStage
get_stage (AtlasLibrary *library)
{
  return atlas_project_get_stage (
    ATLAS_PROJECT (atlas_dataset_lookup (atlas_library_get_dataset (library), "p")));
}

static void
assert_state (AtlasLibrary *library,
              gboolean is_modified,
              const char *undo_label,
              const char *redo_label)
{
  g_autofree char *undo = atlas_library_describe_undo (library, ATLAS_LANGUAGE_EN);
  g_autofree char *redo = atlas_library_describe_redo (library, ATLAS_LANGUAGE_EN);

  g_assert_cmpint (atlas_library_is_modified (library), ==, is_modified);
  g_assert_cmpint (atlas_library_can_undo (library), ==, undo_label != NULL);
  g_assert_cmpint (atlas_library_can_redo (library), ==, redo_label != NULL);
  g_assert_cmpstr (undo, ==, undo_label);
  g_assert_cmpstr (redo, ==, redo_label);
}

static void
test_undo (void)
{
  g_autoptr (AtlasLibrary) library = create_library ();
  g_autoptr (AtlasDataset) first = g_object_ref (atlas_library_get_dataset (library));
  g_autoptr (AtlasDataset) last = NULL;

  assert_state (library, FALSE, NULL, NULL);
  atlas_library_undo (library);
  atlas_library_redo (library);
  g_assert_true (atlas_library_get_dataset (library) == first);

  set_stage (library, ATLAS_PROJECT_STAGE_STARTED, 0);
  assert_state (library, TRUE, "Stage of Mill", NULL);
  set_name (library, "新", 0);
  assert_state (library, TRUE, "Name of 新", NULL);
  last = g_object_ref (atlas_library_get_dataset (library));

  atlas_library_undo (library);
  assert_state (library, TRUE, "Stage of Mill", "Name of 新");
  atlas_library_undo (library);
  assert_state (library, FALSE, NULL, "Stage of Mill");
  g_assert_true (atlas_library_get_dataset (library) == first);

  atlas_library_redo (library);
  atlas_library_redo (library);
  assert_state (library, TRUE, "Name of 新", NULL);
  g_assert_true (atlas_library_get_dataset (library) == last);

  atlas_library_undo (library);
  set_stage (library, ATLAS_PROJECT_STAGE_DONE, 0);
  assert_state (library, TRUE, "Stage of Mill", NULL);
}

/* Edits of one member in one session of a form are undone together. */
static void
test_session (void)
{
  g_autoptr (AtlasLibrary) library = create_library ();

  set_stage (library, ATLAS_PROJECT_STAGE_STARTED, 1);
  set_stage (library, ATLAS_PROJECT_STAGE_DONE, 1);
  set_name (library, "一", 1);
  set_name (library, "二", 1);
  set_name (library, "三", 2);
  set_name (library, "四", 0);
  set_name (library, "五", 0);
  for (guint i = 0; i < 4; i++)
    atlas_library_undo (library);
  assert_state (library, TRUE, "Stage of Mill", "Name of 二");
  g_assert_cmpint (get_stage (library), ==, ATLAS_PROJECT_STAGE_DONE);
  atlas_library_undo (library);
  assert_state (library, FALSE, NULL, "Stage of Mill");
  g_assert_cmpint (get_stage (library), ==, ATLAS_PROJECT_STAGE_PLANNING);
}

/* An edit that changes nothing is none. */
static void
test_nothing (void)
{
  g_autoptr (AtlasLibrary) library = create_library ();

  set_stage (library, ATLAS_PROJECT_STAGE_PLANNING, 0);
  assert_state (library, FALSE, NULL, NULL);
}

static void
test_refused (void)
{
  static const char *const place[] = { "a", NULL };
  g_autoptr (AtlasLibrary) library = create_library ();
  AtlasDataset *dataset = atlas_library_get_dataset (library);
  g_autoptr (AtlasLibrary) bundled = atlas_library_new (dataset, NULL, NULL, FALSE);
  g_autoptr (AtlasText) title = atlas_text_new ("T", NULL, NULL);
  g_autoptr (GPtrArray) tours = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_library_edit (library, NULL, place, 0, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_STILL_NEEDED);
  g_clear_error (&error);
  assert_state (library, FALSE, NULL, NULL);

  g_assert_false (atlas_library_edit (bundled, NULL, NULL, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (atlas_library_set_head (bundled, title, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (atlas_library_set_tours (bundled, tours, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
}

/* An edit of several records is named after the one that is removed or added. */
static void
test_remove (void)
{
  static const char *const place[] = { "a", NULL };
  g_autoptr (AtlasLibrary) library = create_library ();
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (put, atlas_test_editing_change (atlas_library_get_dataset (library), "p",
                                                   "places", "id", "p", NULL));
  g_assert_true (atlas_library_edit (library, put, place, 0, NULL));
  assert_state (library, TRUE, "Removed: A", NULL);
  atlas_library_undo (library);
  assert_state (library, FALSE, NULL, "Removed: A");
}

static void
test_head (void)
{
  g_autoptr (AtlasLibrary) library = create_library ();
  g_autoptr (AtlasText) title = atlas_text_new ("新", NULL, NULL);
  g_autoptr (GPtrArray) tours = g_ptr_array_new_with_free_func (g_object_unref);
  const AtlasDate date = { .year = 2026, .month = 11 };

  g_assert_true (atlas_library_set_head (library, title, NULL, NULL));
  g_assert_true (atlas_library_set_head (library, title, NULL, NULL));
  assert_state (library, TRUE, "Title of the dataset", NULL);
  g_assert_true (atlas_library_set_head (library, title, &date, NULL));
  assert_state (library, TRUE, "Date of the dataset", NULL);
  g_ptr_array_add (tours, atlas_tour_new ("t", title));
  g_assert_true (atlas_library_set_tours (library, tours, NULL));
  assert_state (library, TRUE, "Tours", NULL);
  g_assert_cmpstr (atlas_dataset_get_title (atlas_library_get_dataset (library), ATLAS_LANGUAGE_ZH),
                   ==, "新");
  for (guint i = 0; i < 3; i++)
    atlas_library_undo (library);
  assert_state (library, FALSE, NULL, "Title of the dataset");
}

static void
changed_cb (AtlasLibrary *library, guint *n_changes)
{
  assert_state (library, TRUE, "Stage of Mill", NULL);
  (*n_changes)++;
}

/* An edit is announced once, when everything is up to date. */
static void
test_changed (void)
{
  g_autoptr (AtlasLibrary) library = create_library ();
  guint n_changes = 0;

  g_signal_connect (library, "changed", G_CALLBACK (changed_cb), &n_changes);
  set_stage (library, ATLAS_PROJECT_STAGE_STARTED, 0);
  g_assert_cmpuint (n_changes, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  atlas_language_set_default (ATLAS_LANGUAGE_EN);

  g_test_add_func ("/library/undo", test_undo);
  g_test_add_func ("/library/session", test_session);
  g_test_add_func ("/library/nothing", test_nothing);
  g_test_add_func ("/library/refused", test_refused);
  g_test_add_func ("/library/remove", test_remove);
  g_test_add_func ("/library/head", test_head);
  g_test_add_func ("/library/changed", test_changed);

  return g_test_run ();
}
