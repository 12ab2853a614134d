/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "atlas-project.h"
#include "atlas-test-editing.h"
#include "atlas-test-reading.h"
#include "atlas-test-saving.h"

#define PROJECT "prj-yitong-huada"

static char *program;

static guint
count_entries (void)
{
  g_autoptr (GPtrArray) entries = atlas_recovery_list ();

  return entries->len;
}

static guint
count_files (void)
{
  g_autofree char *folder =
    g_build_filename (g_get_user_state_dir (), "jilin-atlas", "recovery", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static gboolean
is_stored (gpointer data)
{
  return count_files () == GPOINTER_TO_UINT (data);
}

static AtlasProjectStage
get_stage (AtlasDataset *dataset)
{
  return atlas_project_get_stage (ATLAS_PROJECT (atlas_dataset_lookup (dataset, PROJECT)));
}

/* The child: edits the file, tells its parent when the edits are stored, and waits to be killed. */
static void
edit_until_killed (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AtlasLibrary) library = atlas_test_saving_open (file);

  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_STARTED);
  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  atlas_test_saving_wait_until (is_stored, GUINT_TO_POINTER (3));
  /* This one is still waiting, or being written. */
  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_IDEA);
  g_print ("stored\n");
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

static GSubprocess *
spawn_child (GFile *file)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *child;

  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, program, "--edit", g_file_peek_path (file),
                                       NULL);
  g_assert_no_error (error);
  return child;
}

/* Kills the child as soon as it says that its edits are stored. */
static void
edit_and_kill (GFile *file)
{
  g_autoptr (GSubprocess) child = spawn_child (file);
  g_autoptr (GDataInputStream) output =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  g_autofree char *line = g_data_input_stream_read_line (output, NULL, NULL, NULL);

  g_assert_cmpstr (line, ==, "stored");
  g_assert_cmpuint (count_entries (), ==, 0);
  g_subprocess_send_signal (child, SIGKILL);
  g_assert_true (g_subprocess_wait (child, NULL, NULL));
  g_assert_true (g_subprocess_get_if_signaled (child));
}

/* Edits of a killed process are offered once, can be recovered, edited further and saved. */
static void
test_killed (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasDataset) base = NULL;
  g_autoptr (AtlasDataset) saved = atlas_test_saving_read (file);
  g_autoptr (AtlasLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  AtlasRecoveryEntry *entry;

  edit_and_kill (file);
  entries = atlas_recovery_list ();
  g_assert_cmpuint (entries->len, ==, 1);
  entry = entries->pdata[0];
  g_assert_true (g_file_equal (atlas_recovery_entry_get_file (entry), file));
  g_assert_cmpstr (atlas_recovery_entry_get_title (entry), ==,
                   atlas_dataset_get_title (saved, atlas_language_get_default ()));
  g_assert_cmpint (g_date_time_to_unix (atlas_recovery_entry_get_time (entry)), >, 0);

  dataset = atlas_recovery_entry_read (entry, &base, &error);
  g_assert_no_error (error);
  atlas_test_assert_equal (base, saved);
  g_assert_true (get_stage (dataset) == ATLAS_PROJECT_STAGE_DONE ||
                 get_stage (dataset) == ATLAS_PROJECT_STAGE_IDEA);

  library = atlas_library_new_recovered (entry, dataset, base, &error);
  g_assert_no_error (error);
  g_assert_true (atlas_library_is_modified (library));
  g_assert_cmpuint (count_entries (), ==, 0);
  g_assert_null (atlas_library_new_recovered (entry, dataset, base, NULL));

  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_PLANNING);
  g_assert_true (atlas_library_flush (library, NULL));
  g_assert_true (atlas_test_saving_save (library, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (), ==, 0);
}

static void
test_discard_entry (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (GPtrArray) entries = NULL;

  edit_and_kill (file);
  entries = atlas_recovery_list ();
  g_assert_cmpuint (entries->len, ==, 1);
  atlas_recovery_entry_discard (entries->pdata[0]);
  g_assert_cmpuint (count_entries (), ==, 0);
  g_assert_cmpuint (count_files (), ==, 0);
}

/* The files exist only while there are unsaved edits. */
static void
test_removed (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (AtlasLibrary) library = atlas_test_saving_open (file);

  g_assert_cmpuint (count_files (), ==, 0);
  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  atlas_test_saving_wait_until (is_stored, GUINT_TO_POINTER (3));
  atlas_library_undo (library);
  g_assert_cmpuint (count_files (), ==, 0);

  atlas_library_redo (library);
  g_assert_true (atlas_library_flush (library, NULL));
  g_assert_cmpuint (count_files (), ==, 3);
  g_assert_true (atlas_test_saving_save (library, NULL, NULL));
  g_assert_cmpuint (count_files (), ==, 0);

  atlas_library_undo (library);
  g_assert_true (atlas_library_flush (library, NULL));
  atlas_library_discard (library);
  g_assert_cmpuint (count_files (), ==, 0);
}

/* A library that is freed without being saved or discarded leaves its edits, even those that were
 * not written yet. */
static void
test_freed (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  AtlasLibrary *library = atlas_test_saving_open (file);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;

  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_object_unref (library);
  entries = atlas_recovery_list ();
  g_assert_cmpuint (entries->len, ==, 1);
  dataset = atlas_recovery_entry_read (entries->pdata[0], NULL, NULL);
  g_assert_cmpint (get_stage (dataset), ==, ATLAS_PROJECT_STAGE_DONE);
  atlas_recovery_entry_discard (entries->pdata[0]);
}

/* A library that was never saved can be recovered too. Only the user may read the files. */
static void
test_new (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_editing_read_shipped ();
  AtlasLibrary *library = atlas_library_new (dataset, NULL, NULL, TRUE);
  g_autofree char *folder =
    g_build_filename (g_get_user_state_dir (), "jilin-atlas", "recovery", NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (AtlasDataset) edited = NULL;
  g_autoptr (AtlasDataset) base = NULL;
  GStatBuf status;

  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  g_object_unref (library);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  entries = atlas_recovery_list ();
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_null (atlas_recovery_entry_get_file (entries->pdata[0]));
  edited = atlas_recovery_entry_read (entries->pdata[0], &base, NULL);
  g_assert_null (base);
  library = atlas_library_new_recovered (entries->pdata[0], edited, base, NULL);
  g_assert_true (atlas_library_is_modified (library));
  g_assert_null (atlas_library_get_file (library));
  atlas_library_discard (library);
  g_object_unref (library);
}

/* Sets the largest size of a file that the process may write, and returns the former one. */
static rlim_t
limit_files (rlim_t size)
{
  struct rlimit limit;
  rlim_t former;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  former = limit.rlim_cur;
  limit.rlim_cur = size;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  return former;
}

/* Edits that could not be kept on a full disk are kept as soon as there is space. */
static void
test_full (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  AtlasLibrary *library = atlas_test_saving_open (file);
  g_autoptr (GPtrArray) entries = NULL;
  rlim_t former;

  signal (SIGXFSZ, SIG_IGN);
  atlas_test_saving_set_stage (library, PROJECT, ATLAS_PROJECT_STAGE_DONE);
  former = limit_files (0);
  g_assert_false (atlas_library_flush (library, NULL));
  limit_files (former);
  g_assert_true (atlas_library_flush (library, NULL));
  g_object_unref (library);
  entries = atlas_recovery_list ();
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_true (g_file_equal (atlas_recovery_entry_get_file (entries->pdata[0]), file));
  atlas_recovery_entry_discard (entries->pdata[0]);
}

/* When the edits are kept anew, there are files of one of the two recoveries at each moment. */
static void
test_replaced (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_editing_read_shipped ();
  AtlasRecovery *former = atlas_recovery_new (NULL, NULL, NULL, NULL);
  g_autoptr (AtlasRecovery) recovery = NULL;

  atlas_recovery_store (former, dataset);
  g_assert_true (atlas_recovery_flush (former, NULL));
  g_assert_cmpuint (count_files (), ==, 2);
  recovery = atlas_recovery_new (NULL, NULL, dataset, former);
  atlas_recovery_store (recovery, dataset);
  g_assert_cmpuint (count_files (), ==, 2);
  g_assert_true (atlas_recovery_flush (recovery, NULL));
  g_assert_cmpuint (count_files (), ==, 3);
  atlas_recovery_remove (recovery);
  g_assert_cmpuint (count_files (), ==, 0);
}

/* If the edits are saved or discarded before they are kept anew, the former files go too. */
static void
test_replaced_and_removed (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_editing_read_shipped ();
  AtlasRecovery *former = atlas_recovery_new (NULL, NULL, NULL, NULL);
  g_autoptr (AtlasRecovery) recovery = NULL;

  atlas_recovery_store (former, dataset);
  g_assert_true (atlas_recovery_flush (former, NULL));
  recovery = atlas_recovery_new (NULL, NULL, NULL, former);
  atlas_recovery_store (recovery, dataset);
  atlas_recovery_remove (recovery);
  g_assert_cmpuint (count_files (), ==, 0);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--edit"))
    {
      edit_until_killed (argv[2]);
      return 1;
    }
  program = argv[0];
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/recovery/killed", test_killed);
  g_test_add_func ("/recovery/discard-entry", test_discard_entry);
  g_test_add_func ("/recovery/removed", test_removed);
  g_test_add_func ("/recovery/freed", test_freed);
  g_test_add_func ("/recovery/new", test_new);
  g_test_add_func ("/recovery/full", test_full);
  g_test_add_func ("/recovery/replaced", test_replaced);
  g_test_add_func ("/recovery/replaced-and-removed", test_replaced_and_removed);

  return g_test_run ();
}
