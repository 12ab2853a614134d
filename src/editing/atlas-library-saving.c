/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <glib/gi18n-lib.h>

#include "atlas-library-private.h"
#include "atlas-saving.h"

/*
 * Saves an AtlasLibrary. A thread writes the dataset, which does not change, so the user can go on
 * editing. Edits made in the meantime leave the library modified.
 */

typedef struct
{
  AtlasDataset *dataset;
  GFile *file;
  char *etag; /* that the file must have */
  char *new_etag;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->dataset);
  g_object_unref (job->file);
  g_free (job->etag);
  g_free (job->new_etag);
  g_free (job);
}

static void
write_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;

  if (atlas_saving_write (job->dataset, job->file, job->etag, &job->new_etag, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A copy of a dataset that is not editable, such as the bundled one, is editable. */
static void
written_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  AtlasLibrary *self = ATLAS_LIBRARY (source_object);
  g_autoptr (GTask) task = user_data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  self->is_saving = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      /* Another program has changed the file, so that its changes can be merged. */
      if (self->has_missed)
        _atlas_library_watch_file (self);
      /* If all edits were undone while it was being saved, it is unmodified from now on. */
      _atlas_library_set_dataset (self, self->dataset);
      g_task_return_error (task, error);
      return;
    }
  if (self->file == NULL || !g_file_equal (job->file, self->file))
    self->is_editable = !atlas_dataset_is_partial (job->dataset);
  _atlas_library_set_saved (self, job->dataset, job->file, job->new_etag);
  g_task_return_boolean (task, TRUE);
}

/**
 * atlas_library_save_async:
 * @self: a library that is not being saved
 * @file: (nullable): the file; %NULL for that of the library, which must then have one. The own
 * file of a library that cannot be edited is not overwritten
 * @flags: whether to overwrite a file that another program has changed
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context when saving has ended
 * @user_data: data for @callback
 *
 * Saves the current dataset. If this succeeds, @file becomes the file of the library. If not, the
 * former content of the file is intact, and the library keeps its edits.
 *
 * Another file than that of the library is always overwritten; the dialog in which it was chosen
 * asks before.
 */
void
atlas_library_save_async (AtlasLibrary *self,
                          GFile *file,
                          AtlasSaveFlags flags,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) outer = NULL;
  g_autoptr (GTask) task = NULL;
  gboolean is_same;
  Job *job;

  g_return_if_fail (ATLAS_IS_LIBRARY (self));
  g_return_if_fail (file != NULL || self->file != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, atlas_library_save_async);
  if (self->is_saving)
    {
      g_task_return_new_error (outer, G_IO_ERROR, G_IO_ERROR_PENDING, "%s",
                               _("This file is being saved already"));
      return;
    }
  if (file == NULL)
    file = self->file;
  is_same = self->file != NULL && g_file_equal (file, self->file);
  if (is_same && !self->is_editable)
    {
      g_task_return_new_error (outer, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_READ_ONLY, "%s",
                               _("This dataset cannot be edited; make a copy of it"));
      return;
    }
  job = g_new0 (Job, 1);
  job->dataset = g_object_ref (self->dataset);
  job->file = g_object_ref (file);
  job->etag = is_same && (flags & ATLAS_SAVE_OVERWRITE) == 0 ? g_strdup (self->etag) : NULL;
  self->is_saving = TRUE;
  self->has_missed = FALSE;
  task = g_task_new (self, cancellable, written_cb, g_steal_pointer (&outer));
  /* Once the file is replaced, the library must know it, even if it was cancelled then. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, write_in_thread);
}

/**
 * atlas_library_save_finish:
 * @self: a library
 * @result: the result that the callback got
 * @error: return location for an #AtlasSaveError, %G_IO_ERROR_CANCELLED, or %G_IO_ERROR_PENDING if
 *   the library was being saved already
 *
 * Returns: whether the file was written
 */
gboolean
atlas_library_save_finish (AtlasLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
