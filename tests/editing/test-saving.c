/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-saving.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atlas-changes.h"
#include "atlas-project.h"
#include "atlas-test-editing.h"
#include "atlas-test-reading.h"
#include "atlas-test-saving.h"
#include "atlas-writer.h"

#define PROJECT "prj-yitong-huada"

static void
assert_content (GFile *file, AtlasDataset *dataset)
{
  g_autoptr (AtlasDataset) read = atlas_test_saving_read (file);

  atlas_test_assert_equal (read, dataset);
}

static guint
count_files (GFile *file)
{
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static void
test_save (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (AtlasLibrary) library = atlas_test_saving_open (file);
  g_autoptr (GError) error = NULL;

  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (atlas_library_is_modified (library));
  for (guint turn = 0; turn < 2; turn++)
    {
      g_assert_true (atlas_test_saving_save (library, NULL, &error));
      g_assert_no_error (error);
      g_assert_false (atlas_library_is_modified (library));
      assert_content (file, atlas_library_get_dataset (library));
    }
  atlas_library_undo (library);
  g_assert_true (atlas_library_is_modified (library));
  atlas_library_redo (library);
  g_assert_false (atlas_library_is_modified (library));
  g_assert_cmpuint (count_files (file), ==, 1);
}

static void
finish_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/* Edits made during saving are kept and leave the library modified; a second save is refused. */
static void
test_edit_while_saving (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (AtlasLibrary) library = atlas_test_saving_open (file);
  g_autoptr (AtlasDataset) saved = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;

  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  saved = g_object_ref (atlas_library_get_dataset (library));
  atlas_library_save_async (library, NULL, ATLAS_SAVE_NONE, NULL, finish_cb, &result);
  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_IDEA);
  atlas_library_save_async (library, NULL, ATLAS_SAVE_NONE, NULL, finish_cb, &second);
  while (result == NULL || second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (atlas_library_save_finish (library, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_assert_true (atlas_library_save_finish (library, result, NULL));
  g_assert_true (atlas_library_is_modified (library));
  assert_content (file, saved);
}

/* Saving to another file makes that one the file of the library. A copy of a dataset that cannot be
 * edited can be. */
static void
test_save_as (void)
{
  g_autoptr (GFile) bundled = atlas_test_saving_new_file ("a.json");
  g_autoptr (GFile) file = g_file_new_build_filename (g_get_tmp_dir (), "atlas-copy.json", NULL);
  g_autoptr (AtlasDataset) dataset = atlas_test_saving_read (bundled);
  g_autoptr (AtlasLibrary) library = atlas_library_new (dataset, bundled, NULL, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_test_saving_save (library, NULL, &error));
  g_assert_error (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_READ_ONLY);
  g_assert_true (atlas_test_saving_save (library, file, NULL));
  g_assert_true (g_file_equal (atlas_library_get_file (library), file));
  g_assert_true (atlas_library_is_editable (library));
  g_assert_false (atlas_library_is_modified (library));
  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (atlas_test_saving_save (library, NULL, NULL));
  assert_content (file, atlas_library_get_dataset (library));
  assert_content (bundled, dataset);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

/* A file that another program has changed is overwritten only on request. */
static void
test_changed_on_disk (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (AtlasLibrary) library = atlas_test_saving_open (file);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_usleep (10000);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "theirs", -1, NULL));
  g_assert_false (atlas_test_saving_save (library, NULL, &error));
  g_assert_error (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_CHANGED_ON_DISK);
  g_assert_true (atlas_library_is_modified (library));
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "theirs");

  atlas_library_save_async (library, NULL, ATLAS_SAVE_OVERWRITE, NULL, finish_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (atlas_library_save_finish (library, result, NULL));
  assert_content (file, atlas_library_get_dataset (library));
}

/* A file that was deleted or renamed in the meantime is written anew. */
static void
test_deleted (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (AtlasLibrary) library = atlas_test_saving_open (file);

  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (atlas_test_saving_save (library, NULL, NULL));
  assert_content (file, atlas_library_get_dataset (library));
}

/* Of a symbolic link, the target is replaced as a whole; permissions are kept. */
static void
test_link (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));
  g_autoptr (GFile) link = g_file_new_build_filename (folder, "link.json", NULL);
  g_autoptr (AtlasLibrary) library = NULL;
  struct stat before, after;

  g_assert_cmpint (symlink ("a.json", g_file_peek_path (link)), ==, 0);
  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0640), ==, 0);
  g_assert_cmpint (g_stat (g_file_peek_path (file), &before), ==, 0);
  library = atlas_test_saving_open (link);
  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (atlas_test_saving_save (library, NULL, NULL));
  g_assert_true (g_file_test (g_file_peek_path (link), G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (g_file_peek_path (file), &after), ==, 0);
  g_assert_cmpint (after.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (after.st_ino, !=, before.st_ino);
  assert_content (file, atlas_library_get_dataset (library));
  g_assert_true (g_file_equal (atlas_library_get_file (library), link));
}

/* A file with two names is written in place; the former content lies beside it. */
static void
test_hard_link (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autofree char *other = g_strconcat (g_file_peek_path (file), ".second", NULL);
  g_autofree char *backup = g_strconcat (g_file_peek_path (file), "~", NULL);
  g_autoptr (GFile) former = g_file_new_for_path (backup);
  g_autoptr (GFile) second = g_file_new_for_path (other);
  g_autoptr (AtlasDataset) before = atlas_test_saving_read (file);
  g_autoptr (AtlasLibrary) library = NULL;

  g_assert_cmpint (link (g_file_peek_path (file), other), ==, 0);
  library = atlas_test_saving_open (file);
  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_assert_true (atlas_test_saving_save (library, NULL, NULL));
  assert_content (second, atlas_library_get_dataset (library));
  assert_content (former, before);
}

/* A limit of the size of files makes writing fail in the middle, like a full disk: the old file is
 * intact, no temporary file is left, and the edits are kept. */
static void
test_no_space (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (AtlasLibrary) library = atlas_test_saving_open (file);
  g_autoptr (AtlasDataset) before = g_object_ref (atlas_library_get_dataset (library));
  g_autoptr (GError) error = NULL;
  struct rlimit former, limit;

  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &former), ==, 0);
  limit = former;
  limit.rlim_cur = 10000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (atlas_test_saving_save (library, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &former), ==, 0);
  g_assert_true (error->domain == ATLAS_SAVE_ERROR);
  assert_content (file, before);
  g_assert_cmpuint (count_files (file), ==, 1);
  g_assert_true (atlas_library_is_modified (library));
  g_assert_true (atlas_library_can_undo (library));
  g_assert_true (atlas_test_saving_save (library, NULL, NULL));
  assert_content (file, atlas_library_get_dataset (library));
}

/* In a folder that is not writable, the file could only be written in place and without a backup:
 * a full disk would leave half of it. */
static void
test_read_only_folder (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));
  g_autoptr (AtlasDataset) dataset = atlas_test_saving_read (file);
  g_autoptr (AtlasDataset) changed =
    atlas_test_editing_put (dataset, atlas_test_editing_change (dataset, PROJECT, "stage", "stage",
                                                                ATLAS_PROJECT_STAGE_DONE, NULL));
  g_autoptr (GError) error = NULL;
  const uid_t user = getuid ();

  g_assert_cmpint (g_chmod (g_file_peek_path (file), 0666), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  /* Root may write everywhere. */
  if (user == 0)
    g_assert_cmpint (setresuid (65534, 65534, 0), ==, 0);
  g_assert_false (atlas_saving_write (changed, file, NULL, NULL, NULL, &error));
  if (user == 0)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
  g_assert_error (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_READ_ONLY);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  assert_content (file, dataset);
}

static void
test_refused (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nowhere/at/all.json");
  g_autoptr (GFile) device = g_file_new_for_path ("/dev/full");
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (AtlasDataset) dataset = atlas_test_saving_read (file);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_saving_write (dataset, folder, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (atlas_saving_write (dataset, device, NULL, NULL, NULL, &error));
  g_assert_error (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_FAILED);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_false (atlas_saving_write (dataset, file, NULL, NULL, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (file, dataset);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/saving/save", test_save);
  g_test_add_func ("/saving/edit-while-saving", test_edit_while_saving);
  g_test_add_func ("/saving/save-as", test_save_as);
  g_test_add_func ("/saving/changed-on-disk", test_changed_on_disk);
  g_test_add_func ("/saving/deleted", test_deleted);
  g_test_add_func ("/saving/link", test_link);
  g_test_add_func ("/saving/hard-link", test_hard_link);
  g_test_add_func ("/saving/no-space", test_no_space);
  g_test_add_func ("/saving/read-only-folder", test_read_only_folder);
  g_test_add_func ("/saving/refused", test_refused);

  return g_test_run ();
}
