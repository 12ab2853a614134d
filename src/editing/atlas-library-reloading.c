/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <glib/gi18n-lib.h>

#include "atlas-library-private.h"
#include "atlas-reader.h"
#include "atlas-saving.h"

/*
 * Loads the file of an AtlasLibrary again when another program has changed it.
 *
 * A thread reads the file and compares it with the dataset that the library knows from it. Changes
 * of the file are merged with the unsaved edits. Only if both have changed the same member is the
 * user asked.
 */

typedef struct
{
  GFile *file;
  AtlasDataset *base; /* as the file was known */
  AtlasDataset *mine;
  char *etag; /* before the file was read */
  AtlasMerge *merge;
  GPtrArray *faults;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_object_unref (job->base);
  g_object_unref (job->mine);
  g_free (job->etag);
  g_clear_object (&job->merge);
  g_clear_pointer (&job->faults, g_ptr_array_unref);
  g_free (job);
}

/* A partial dataset is refused: saving it would lose the records that were left out. */
static AtlasDataset *
read_file (Job *job, GCancellable *cancellable, GError **error)
{
  job->etag = atlas_saving_find_etag (job->file, cancellable);
  return atlas_reader_read_file (job->file, ATLAS_READER_STRICT, cancellable, &job->faults, error);
}

static void
reload_in_thread (GTask *task,
                  gpointer source_object,
                  gpointer task_data,
                  GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (AtlasDataset) theirs = read_file (job, cancellable, &error);

  if (theirs == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  job->merge = atlas_merge_new (job->base, job->mine, theirs);
  g_task_return_boolean (task, TRUE);
}

/* Stores that the file was read; its content is the known one. */
static void
take_etag (AtlasLibrary *self, const char *etag)
{
  g_free (self->etag);
  self->etag = g_strdup (etag);
  self->is_missing = FALSE;
  if (self->watch != NULL)
    atlas_file_watch_set_etag (self->watch, etag);
}

static AtlasReload
take_merge (AtlasLibrary *self, const Job *job, GError **error)
{
  if (!atlas_merge_has_news (job->merge))
    {
      take_etag (self, job->etag);
      _atlas_library_set_dataset (self, self->dataset);
      return ATLAS_RELOAD_SAME;
    }
  g_object_set_data_full (G_OBJECT (job->merge), "etag", g_strdup (job->etag), g_free);
  if (atlas_merge_get_conflicts (job->merge)->len > 0)
    return ATLAS_RELOAD_CONFLICTS;
  return atlas_library_merge (self, job->merge, error) ? ATLAS_RELOAD_DONE : ATLAS_RELOAD_FAILED;
}

static void
reloaded_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  AtlasLibrary *self = ATLAS_LIBRARY (source_object);
  g_autoptr (GTask) outer = user_data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  AtlasReload outcome = ATLAS_RELOAD_FAILED;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (self->saved == job->base && g_file_equal (self->file, job->file))
        outcome = take_merge (self, job, &error);
      else
        g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_BUSY,
                             _("The file was saved while it was loaded again"));
    }
  /* The caller gets merge and faults from the task of the thread. */
  g_task_set_task_data (outer, g_object_ref (result), g_object_unref);
  if (error != NULL)
    g_task_return_error (outer, error);
  else
    g_task_return_int (outer, outcome);
}

/**
 * atlas_library_reload_async:
 * @self: a library with a file
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context when the file is loaded
 * @user_data: data for @callback
 *
 * Takes the changes that another program has made to the file. The undo history is kept: undoing
 * changes only what the user has edited.
 */
void
atlas_library_reload_async (AtlasLibrary *self,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) outer = NULL;
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (ATLAS_IS_LIBRARY (self));
  g_return_if_fail (self->file != NULL && self->saved != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, atlas_library_reload_async);
  job = g_new0 (Job, 1);
  job->file = g_object_ref (self->file);
  job->base = g_object_ref (self->saved);
  job->mine = g_object_ref (self->dataset);
  task = g_task_new (self, cancellable, reloaded_cb, g_steal_pointer (&outer));
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, reload_in_thread);
}

/**
 * atlas_library_reload_finish:
 * @self: a library
 * @result: the result that the callback got
 * @merge: (out) (optional) (nullable) (transfer full): for %ATLAS_RELOAD_CONFLICTS, the merge to
 *   resolve
 * @faults: (out) (optional) (nullable) (transfer container) (element-type AtlasFault): the faults
 * of the file
 * @error: return location for an #AtlasReadError or %G_IO_ERROR; set for %ATLAS_RELOAD_FAILED
 *
 * Returns: what happened
 */
AtlasReload
atlas_library_reload_finish (AtlasLibrary *self,
                             GAsyncResult *result,
                             AtlasMerge **merge,
                             GPtrArray **faults,
                             GError **error)
{
  GTask *task;
  Job *job;
  AtlasReload outcome;

  g_return_val_if_fail (g_task_is_valid (result, self), ATLAS_RELOAD_FAILED);

  task = g_task_get_task_data (G_TASK (result));
  job = g_task_get_task_data (task);
  outcome = (AtlasReload) g_task_propagate_int (G_TASK (result), error);
  if ((int) outcome < 0)
    outcome = ATLAS_RELOAD_FAILED;
  if (merge != NULL)
    *merge = outcome == ATLAS_RELOAD_CONFLICTS ? g_object_ref (job->merge) : NULL;
  if (faults != NULL)
    *faults = g_steal_pointer (&job->faults);
  return outcome;
}

/**
 * atlas_library_merge:
 * @self: a library
 * @merge: a merge from atlas_library_reload_finish(), with the choices of the user
 * @error: return location for an #AtlasDatasetError, or %G_IO_ERROR_BUSY if the library was saved
 *   or loaded in the meantime
 *
 * Takes the merged dataset. Edits that the user has made in the meantime are merged too.
 *
 * Returns: whether the library has the merged dataset
 */
gboolean
atlas_library_merge (AtlasLibrary *self, AtlasMerge *merge, GError **error)
{
  g_autoptr (AtlasMerge) latest = NULL;
  g_autoptr (AtlasDataset) merged = NULL;

  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_MERGE (merge), FALSE);

  if (atlas_merge_get_base (merge) != self->saved)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                           _("The file was saved while it was loaded again"));
      return FALSE;
    }
  latest = atlas_merge_get_mine (merge) == self->dataset
             ? g_object_ref (merge)
             : atlas_merge_repeat (merge, self->dataset);
  merged = atlas_merge_create_dataset (latest, error);
  if (merged == NULL)
    return FALSE;
  g_object_freeze_notify (G_OBJECT (self));
  _atlas_edit_history_add_merge (self->history, latest);
  g_set_object (&self->dataset, merged);
  _atlas_library_set_saved (self, atlas_merge_get_theirs (merge), self->file,
                            g_object_get_data (G_OBJECT (merge), "etag"));
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}
