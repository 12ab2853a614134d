/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <glib/gstdio.h>
#include <stdlib.h>

#include "atlas-library.h"
#include "atlas-saving.h"
#include "large-library.h"

/*
 * Edits a library with the records of FILE, or with N_RECORDS copies of them, and prints the time
 * in milliseconds that it takes to edit, to undo, to save, and to load the file that another
 * program has changed. The first two are means of many turns.
 *
 * editing FILE N_RECORDS
 */

#define N_TURNS 100

static double
get_milliseconds (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static double
measure_editing (AtlasLibrary *library)
{
  double milliseconds = 0;

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
      double start;

      g_ptr_array_add (put,
                       large_library_rename_project (atlas_library_get_dataset (library), turn));
      start = get_milliseconds ();
      atlas_library_edit (library, put, NULL, 0, NULL);
      milliseconds += get_milliseconds () - start;
    }
  return milliseconds / N_TURNS;
}

static double
measure_undoing (AtlasLibrary *library)
{
  const double start = get_milliseconds ();

  for (guint turn = 0; turn < N_TURNS / 2; turn++)
    atlas_library_undo (library);
  return (get_milliseconds () - start) / (N_TURNS / 2);
}

static void
finish_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static double
measure_saving (AtlasLibrary *library)
{
  const double start = get_milliseconds ();
  g_autoptr (GAsyncResult) result = NULL;
  gboolean is_saved;

  atlas_library_save_async (library, NULL, ATLAS_SAVE_NONE, NULL, finish_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  is_saved = atlas_library_save_finish (library, result, NULL);
  g_assert_true (is_saved);
  return get_milliseconds () - start;
}

static double
measure_reloading (AtlasLibrary *library)
{
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlasDataset) theirs = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  AtlasReload outcome;
  double start;

  g_ptr_array_add (put,
                   large_library_rename_project (atlas_library_get_dataset (library), N_TURNS));
  theirs = atlas_dataset_derive (atlas_library_get_dataset (library), put, NULL, NULL);
  atlas_saving_write (theirs, atlas_library_get_file (library), NULL, NULL, NULL, NULL);
  start = get_milliseconds ();
  atlas_library_reload_async (library, NULL, finish_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  outcome = atlas_library_reload_finish (library, result, NULL, NULL, NULL);
  g_assert_cmpint (outcome, ==, ATLAS_RELOAD_DONE);
  return get_milliseconds () - start;
}

static AtlasLibrary *
create_library (const char *path, const char *folder, guint n_records)
{
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "library.json", NULL);
  g_autofree char *etag = NULL;
  g_autoptr (AtlasDataset) large = large_library_write (path, n_records, file, &etag);

  return atlas_library_new (large, file, etag, TRUE);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-benchmark-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.json", NULL);
  g_autoptr (AtlasLibrary) library = NULL;
  double editing, undoing, saving;

  if (argc != 3)
    g_error ("editing FILE N_RECORDS");
  /* Edits that are kept for a crash do not go to the folder of the user. */
  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  library = create_library (argv[1], folder, (guint) strtoul (argv[2], NULL, 10));
  editing = measure_editing (library);
  undoing = measure_undoing (library);
  saving = measure_saving (library);
  g_print ("%.3f %.3f %.1f %.1f\n", editing, undoing, saving, measure_reloading (library));
  atlas_library_discard (library);
  g_unlink (path);
  return 0;
}
