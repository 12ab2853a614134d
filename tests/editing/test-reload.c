/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atlas-changes.h"
#include "atlas-fault.h"
#include "atlas-file-watch.h"
#include "atlas-library-private.h"
#include "atlas-project.h"
#include "atlas-saving.h"
#include "atlas-test-editing.h"
#include "atlas-test-reading.h"
#include "atlas-test-saving.h"
#include "atlas-writer.h"

#define PROJECT "prj-yitong-huada"
#define OTHER "prj-wine-products"

typedef struct
{
  GFile *file;
  AtlasLibrary *library;
  guint n_reports;
  AtlasFileState state; /* that was reported last */
} Fixture;

static void
changed_cb (AtlasLibrary *library, int state, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->n_reports++;
  fixture->state = (AtlasFileState) state;
}

static void
set_up (Fixture *fixture, gconstpointer user_data)
{
  fixture->file = atlas_test_saving_new_file ("a.json");
  fixture->library = atlas_test_saving_open (fixture->file);
  g_signal_connect (fixture->library, "changed-on-disk", G_CALLBACK (changed_cb), fixture);
  /* An etag is a time in microseconds. */
  g_usleep (10000);
}

static void
tear_down (Fixture *fixture, gconstpointer user_data)
{
  atlas_library_discard (fixture->library);
  g_object_unref (fixture->library);
  g_object_unref (fixture->file);
}

static gboolean
is_reported (gpointer data)
{
  return ((Fixture *) data)->n_reports > 0;
}

static void
wait_for_report (Fixture *fixture, AtlasFileState state)
{
  atlas_test_saving_wait_until (is_reported, fixture);
  g_assert_cmpuint (fixture->n_reports, ==, 1);
  g_assert_cmpint (fixture->state, ==, state);
  fixture->n_reports = 0;
}

static gboolean
pass_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
has_passed (gpointer data)
{
  return *(gboolean *) data;
}

/* Runs the main loop longer than a watch waits for further events. */
static void
wait_for_no_report (Fixture *fixture)
{
  gboolean passed = FALSE;

  g_timeout_add (1000, pass_cb, &passed);
  atlas_test_saving_wait_until (has_passed, &passed);
  g_assert_cmpuint (fixture->n_reports, ==, 0);
}

/* Writes the file as another program with another stage of a project. */
static void
change_on_disk (GFile *file, const char *id, AtlasProjectStage stage)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_saving_read (file);
  g_autoptr (AtlasDataset) changed = atlas_test_editing_put (
    dataset, atlas_test_editing_change (dataset, id, "stage", "stage", stage, NULL));

  g_assert_true (atlas_saving_write (changed, file, NULL, NULL, NULL, NULL));
}

static void
write_in_place (GFile *file, const char *text)
{
  FILE *stream = g_fopen (g_file_peek_path (file), "w");

  g_assert_nonnull (stream);
  fputs (text, stream);
  fclose (stream);
}

static void
finish_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static AtlasReload
reload (Fixture *fixture, AtlasMerge **merge, GPtrArray **faults, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  atlas_library_reload_async (fixture->library, NULL, finish_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return atlas_library_reload_finish (fixture->library, result, merge, faults, error);
}

static AtlasProjectStage
get_stage (Fixture *fixture, const char *id)
{
  return atlas_project_get_stage (
    ATLAS_PROJECT (atlas_dataset_lookup (atlas_library_get_dataset (fixture->library), id)));
}

/* Atomic replacement is reported once; the library then has the new content and is not modified. */
static void
test_replaced (Fixture *fixture, gconstpointer user_data)
{
  change_on_disk (fixture->file, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  wait_for_report (fixture, ATLAS_FILE_STATE_CHANGED);
  g_assert_cmpint (reload (fixture, NULL, NULL, NULL), ==, ATLAS_RELOAD_DONE);
  g_assert_cmpint (get_stage (fixture, PROJECT), ==, ATLAS_PROJECT_STAGE_DONE);
  g_assert_false (atlas_library_is_modified (fixture->library));
  g_assert_false (atlas_library_can_undo (fixture->library));
  g_assert_cmpint (reload (fixture, NULL, NULL, NULL), ==, ATLAS_RELOAD_SAME);
  atlas_test_saving_set_stage (fixture->library, PROJECT, ATLAS_PROJECT_STAGE_IDEA);
  g_assert_true (atlas_test_saving_save (fixture->library, NULL, NULL));
}

/* Some programs rename the old file and then write a new one. */
static void
test_moved_and_written (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *backup = g_strconcat (g_file_peek_path (fixture->file), "~", NULL);
  g_autofree char *content = NULL;

  g_assert_cmpint (g_rename (g_file_peek_path (fixture->file), backup), ==, 0);
  g_assert_true (g_file_get_contents (backup, &content, NULL, NULL));
  write_in_place (fixture->file, content);
  wait_for_report (fixture, ATLAS_FILE_STATE_CHANGED);
  g_assert_true (g_file_equal (atlas_library_get_file (fixture->library), fixture->file));
  g_assert_cmpint (reload (fixture, NULL, NULL, NULL), ==, ATLAS_RELOAD_SAME);
  g_assert_false (atlas_library_is_modified (fixture->library));
}

static gboolean
has_other_file (gpointer data)
{
  Fixture *fixture = data;

  return !g_file_equal (atlas_library_get_file (fixture->library), fixture->file);
}

/* The library follows its file to a new name, and saves there. */
static void
test_renamed (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *path = g_strconcat (g_file_peek_path (fixture->file), ".new", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AtlasDataset) saved = NULL;

  g_assert_cmpint (g_rename (g_file_peek_path (fixture->file), path), ==, 0);
  atlas_test_saving_wait_until (has_other_file, fixture);
  g_assert_true (g_file_equal (atlas_library_get_file (fixture->library), file));
  g_assert_cmpuint (fixture->n_reports, ==, 0);
  g_assert_false (atlas_library_is_modified (fixture->library));
  atlas_test_saving_set_stage (fixture->library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (atlas_test_saving_save (fixture->library, NULL, NULL));
  g_assert_false (g_file_query_exists (fixture->file, NULL));
  saved = atlas_test_saving_read (file);
  atlas_test_assert_equal (saved, atlas_library_get_dataset (fixture->library));
}

/* Without its file, the library is modified until it is saved again. */
static void
test_deleted (Fixture *fixture, gconstpointer user_data)
{
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  wait_for_report (fixture, ATLAS_FILE_STATE_MISSING);
  g_assert_true (atlas_library_is_modified (fixture->library));
  g_assert_true (atlas_test_saving_save (fixture->library, NULL, NULL));
  g_assert_false (atlas_library_is_modified (fixture->library));
  wait_for_no_report (fixture);
  g_assert_true (g_file_query_exists (fixture->file, NULL));
}

/* What the library itself writes is not reported. */
static void
test_own_saving (Fixture *fixture, gconstpointer user_data)
{
  atlas_test_saving_set_stage (fixture->library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (atlas_test_saving_save (fixture->library, NULL, NULL));
  wait_for_no_report (fixture);
  atlas_library_check_file (fixture->library);
  wait_for_no_report (fixture);
}

/* A broken file leaves the last good dataset; repaired, it is loaded. */
static void
test_broken (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AtlasDataset) good = g_object_ref (atlas_library_get_dataset (fixture->library));
  g_autoptr (GBytes) bytes = atlas_writer_write (good);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  write_in_place (fixture->file, "{\"format\": \"jilin-atlas\", \"version\": 1, \"title\": 5}");
  wait_for_report (fixture, ATLAS_FILE_STATE_CHANGED);
  g_assert_cmpint (reload (fixture, NULL, &faults, &error), ==, ATLAS_RELOAD_FAILED);
  g_assert_true (error->domain == ATLAS_READ_ERROR);
  g_assert_cmpuint (faults->len, >, 1);
  g_assert_true (atlas_library_get_dataset (fixture->library) == good);

  write_in_place (fixture->file, g_bytes_get_data (bytes, NULL));
  wait_for_report (fixture, ATLAS_FILE_STATE_CHANGED);
  g_assert_cmpint (reload (fixture, NULL, NULL, NULL), ==, ATLAS_RELOAD_SAME);
  g_assert_false (atlas_library_is_modified (fixture->library));
}

/* Unsaved edits are merged. Undoing them leaves the changes of the file, before and after. */
static void
test_merged (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AtlasDataset) theirs = NULL;

  atlas_test_saving_set_stage (fixture->library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  change_on_disk (fixture->file, OTHER, ATLAS_PROJECT_STAGE_DONE);
  theirs = atlas_test_saving_read (fixture->file);
  g_assert_cmpint (reload (fixture, NULL, NULL, NULL), ==, ATLAS_RELOAD_DONE);
  g_assert_cmpint (get_stage (fixture, PROJECT), ==, ATLAS_PROJECT_STAGE_DONE);
  g_assert_cmpint (get_stage (fixture, OTHER), ==, ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (atlas_library_is_modified (fixture->library));

  atlas_library_undo (fixture->library);
  g_assert_false (atlas_library_can_undo (fixture->library));
  g_assert_false (atlas_library_is_modified (fixture->library));
  atlas_test_assert_equal (atlas_library_get_dataset (fixture->library), theirs);
  atlas_library_redo (fixture->library);
  g_assert_cmpint (get_stage (fixture, PROJECT), ==, ATLAS_PROJECT_STAGE_DONE);
  g_assert_cmpint (get_stage (fixture, OTHER), ==, ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (atlas_test_saving_save (fixture->library, NULL, NULL));
  atlas_library_undo (fixture->library);
  g_assert_cmpint (get_stage (fixture, OTHER), ==, ATLAS_PROJECT_STAGE_DONE);
}

/* Both sides have made the same edit: nothing is left to save. */
static void
test_same_edit (Fixture *fixture, gconstpointer user_data)
{
  atlas_test_saving_set_stage (fixture->library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  change_on_disk (fixture->file, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_assert_cmpint (reload (fixture, NULL, NULL, NULL), ==, ATLAS_RELOAD_DONE);
  g_assert_cmpint (get_stage (fixture, PROJECT), ==, ATLAS_PROJECT_STAGE_DONE);
  g_assert_false (atlas_library_is_modified (fixture->library));
}

/* A conflict leaves the library as it is until the merge is resolved; an edit made meanwhile is
 * kept. */
static void
test_conflict (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AtlasMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  atlas_test_saving_set_stage (fixture->library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  change_on_disk (fixture->file, PROJECT, ATLAS_PROJECT_STAGE_IDEA);
  g_assert_cmpint (reload (fixture, &merge, NULL, NULL), ==, ATLAS_RELOAD_CONFLICTS);
  g_assert_cmpuint (atlas_merge_get_conflicts (merge)->len, ==, 1);
  g_assert_cmpint (get_stage (fixture, PROJECT), ==, ATLAS_PROJECT_STAGE_DONE);
  g_assert_false (atlas_test_saving_save (fixture->library, NULL, &error));
  g_assert_error (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_CHANGED_ON_DISK);

  atlas_test_saving_set_stage (fixture->library, OTHER, ATLAS_PROJECT_STAGE_DONE);
  atlas_merge_resolve (merge, 0, ATLAS_SIDE_THEIRS);
  g_assert_true (atlas_library_merge (fixture->library, merge, NULL));
  g_assert_cmpint (get_stage (fixture, PROJECT), ==, ATLAS_PROJECT_STAGE_IDEA);
  g_assert_cmpint (get_stage (fixture, OTHER), ==, ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (atlas_test_saving_save (fixture->library, NULL, NULL));
}

/* A symbolic link and its target are watched both. */
static void
test_link (Fixture *fixture, gconstpointer user_data)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-link-XXXXXX", NULL);
  g_autoptr (GFile) link = g_file_new_build_filename (folder, "link.json", NULL);

  g_assert_cmpint (symlink (g_file_peek_path (fixture->file), g_file_peek_path (link)), ==, 0);
  g_object_unref (fixture->library);
  fixture->library = atlas_test_saving_open (link);
  g_signal_connect (fixture->library, "changed-on-disk", G_CALLBACK (changed_cb), fixture);
  change_on_disk (fixture->file, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  wait_for_report (fixture, ATLAS_FILE_STATE_CHANGED);
}

/* A change between reading and watching has no event, and is found all the same. */
static void
test_changed_before (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (AtlasDataset) dataset = g_object_ref (atlas_library_get_dataset (fixture->library));
  g_autofree char *etag = atlas_saving_find_etag (fixture->file, NULL);

  g_object_unref (fixture->library);
  change_on_disk (fixture->file, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  fixture->library = atlas_library_new (dataset, fixture->file, etag, TRUE);
  g_signal_connect (fixture->library, "changed-on-disk", G_CALLBACK (changed_cb), fixture);
  wait_for_report (fixture, ATLAS_FILE_STATE_CHANGED);
}

/* The library gets another file while its former one is loaded again. */
static void
test_saved_as (Fixture *fixture, gconstpointer user_data)
{
  g_autoptr (GFile) copy = atlas_test_saving_new_file ("b.json");
  g_autofree char *etag = atlas_saving_find_etag (copy, NULL);
  g_autoptr (AtlasDataset) dataset = g_object_ref (atlas_library_get_dataset (fixture->library));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  change_on_disk (fixture->file, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  atlas_library_reload_async (fixture->library, NULL, finish_cb, &result);
  _atlas_library_set_saved (fixture->library, dataset, copy, etag);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (atlas_library_reload_finish (fixture->library, result, NULL, NULL, &error), ==,
                   ATLAS_RELOAD_FAILED);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_true (atlas_library_get_dataset (fixture->library) == dataset);
}

/* On request, a change is found without an event. */
static void
test_check (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (AtlasFileWatch) watch = atlas_file_watch_new (file, "another etag");
  Fixture fixture = { .n_reports = 0 };

  g_signal_connect (watch, "changed", G_CALLBACK (changed_cb), &fixture);
  atlas_file_watch_check (watch);
  wait_for_report (&fixture, ATLAS_FILE_STATE_CHANGED);
}

#define ADD(name, function) g_test_add ("/reload/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("replaced", test_replaced);
  ADD ("moved-and-written", test_moved_and_written);
  ADD ("renamed", test_renamed);
  ADD ("deleted", test_deleted);
  ADD ("own-saving", test_own_saving);
  ADD ("broken", test_broken);
  ADD ("merged", test_merged);
  ADD ("same-edit", test_same_edit);
  ADD ("conflict", test_conflict);
  ADD ("link", test_link);
  ADD ("changed-before", test_changed_before);
  ADD ("saved-as", test_saved_as);
  g_test_add_func ("/reload/check", test_check);

  return g_test_run ();
}
