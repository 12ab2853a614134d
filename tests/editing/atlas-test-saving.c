/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-saving.h"

#include "atlas-reader.h"
#include "atlas-saving.h"
#include "atlas-test-editing.h"

/*
 * Libraries with files in a temporary folder.
 */

/* The longest time to wait, in seconds. */
#define LONGEST 200

/**
 * atlas_test_saving_new_file:
 * @name: the name of a file
 *
 * Returns: (transfer full): a file in a new folder, with the dataset that comes with the program
 */
GFile *
atlas_test_saving_new_file (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-editing-XXXXXX", NULL);
  GFile *file = g_file_new_build_filename (folder, name, NULL);
  g_autoptr (AtlasDataset) dataset = atlas_test_editing_read_shipped ();
  g_autoptr (GError) error = NULL;

  atlas_saving_write (dataset, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

/**
 * atlas_test_saving_open:
 * @file: a file with a dataset
 *
 * Returns: (transfer full): a library with its content
 */
AtlasLibrary *
atlas_test_saving_open (GFile *file)
{
  g_autofree char *etag = atlas_saving_find_etag (file, NULL);
  g_autoptr (AtlasDataset) dataset = atlas_test_saving_read (file);

  return atlas_library_new (dataset, file, etag, TRUE);
}

static void
finish_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

/**
 * atlas_test_saving_save:
 * @library: a library
 * @file: (nullable): the file, as for atlas_library_save_async()
 * @error: as for atlas_library_save_finish()
 *
 * Saves, and waits until it is done.
 *
 * Returns: whether it was saved
 */
gboolean
atlas_test_saving_save (AtlasLibrary *library, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  atlas_library_save_async (library, file, ATLAS_SAVE_NONE, NULL, finish_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return atlas_library_save_finish (library, result, error);
}

/**
 * atlas_test_saving_set_stage:
 * @library: a library
 * @id: the id of a project
 * @stage: an #AtlasProjectStage
 *
 * Makes an edit.
 */
void
atlas_test_saving_set_stage (AtlasLibrary *library, const char *id, int stage)
{
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (put, atlas_test_editing_change (atlas_library_get_dataset (library), id, "stage",
                                                   "stage", stage, NULL));
  atlas_library_edit (library, put, NULL, 0, &error);
  g_assert_no_error (error);
}

/**
 * atlas_test_saving_read:
 * @file: a file
 *
 * Returns: (transfer full): its dataset, which must have no faults
 */
AtlasDataset *
atlas_test_saving_read (GFile *file)
{
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static gboolean
fail_cb (gpointer user_data)
{
  g_assert_not_reached ();
  return G_SOURCE_REMOVE;
}

/**
 * atlas_test_saving_wait_until:
 * @is_done: whether it has happened
 * @data: data for @is_done
 *
 * Runs the main loop until @is_done; fails if this takes too long.
 */
void
atlas_test_saving_wait_until (gboolean (*is_done) (gpointer data), gpointer data)
{
  const guint timeout = g_timeout_add_seconds (LONGEST, fail_cb, NULL);

  while (!is_done (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}
