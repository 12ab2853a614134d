/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-recovery.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "atlas-recovery-files-private.h"

/*
 * AtlasRecovery: keeps the unsaved edits of one library in files, so that they survive a crash.
 *
 * A thread writes the dataset some time after an edit. There is one writer at a time; edits made
 * meanwhile are written after it. The files are removed when the edits are saved or discarded.
 */

/* The longest time from an edit to the beginning of writing, in milliseconds. Writing at once would
 * write a large dataset for each letter that is typed. */
#define DELAY 500

struct _AtlasRecovery
{
  GObject parent_instance;

  char *id;
  AtlasRecoveryKey key;
  AtlasDataset *base;    /* until it is written; NULL if there is none */
  AtlasDataset *pending; /* to be written; NULL if there is none */
  AtlasRecovery *former; /* removed when the files of this one are written; NULL if there is none */
  int lock;              /* -1 until the key file is created */
  guint timeout;
  gboolean is_writing; /* a thread uses the fields above, except pending and timeout */
  gboolean is_removed;
  gboolean holds_program;
};

G_DEFINE_FINAL_TYPE (AtlasRecovery, atlas_recovery, G_TYPE_OBJECT)

static void
atlas_recovery_dispose (GObject *object)
{
  AtlasRecovery *self = ATLAS_RECOVERY (object);

  atlas_recovery_flush (self, NULL);

  G_OBJECT_CLASS (atlas_recovery_parent_class)->dispose (object);
}

static void
atlas_recovery_finalize (GObject *object)
{
  AtlasRecovery *self = ATLAS_RECOVERY (object);

  if (self->lock >= 0)
    close (self->lock);
  g_clear_object (&self->base);
  g_clear_object (&self->pending);
  g_clear_object (&self->former);
  g_free (self->key.uri);
  g_free (self->key.etag);
  g_free (self->key.title);
  g_free (self->id);

  G_OBJECT_CLASS (atlas_recovery_parent_class)->finalize (object);
}

static void
atlas_recovery_class_init (AtlasRecoveryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_recovery_dispose;
  object_class->finalize = atlas_recovery_finalize;
}

static void
atlas_recovery_init (AtlasRecovery *self)
{
  self->lock = -1;
}

static gboolean
create_key (AtlasRecovery *self, GError **error)
{
  g_autofree char *folder = _atlas_recovery_dup_folder ();
  g_autofree char *path = _atlas_recovery_dup_path (self->id, ATLAS_RECOVERY_KEY);

  /* If this fails, opening fails too, with an error. */
  g_mkdir_with_parents (folder, 0700);
  self->lock = _atlas_recovery_lock (path, O_CREAT | O_EXCL, error);
  if (self->lock < 0)
    return FALSE;
  if (_atlas_recovery_write_key (self->lock, &self->key, error))
    return TRUE;
  /* Nobody would find the edits with an empty key file, so create it again the next time. */
  g_unlink (path);
  close (self->lock);
  self->lock = -1;
  return FALSE;
}

static gboolean
write_base (AtlasRecovery *self, GError **error)
{
  g_autofree char *path = _atlas_recovery_dup_path (self->id, ATLAS_RECOVERY_BASE);

  if (self->base == NULL)
    return TRUE;
  if (!_atlas_recovery_write (path, self->base, error))
    return FALSE;
  g_clear_object (&self->base);
  return TRUE;
}

static gboolean
write_files (AtlasRecovery *self, AtlasDataset *dataset, GError **error)
{
  g_autofree char *path = _atlas_recovery_dup_path (self->id, ATLAS_RECOVERY_EDITS);

  return (self->lock >= 0 || create_key (self, error)) && write_base (self, error) &&
         _atlas_recovery_write (path, dataset, error);
}

static void
write_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_files (source_object, task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
remove_former (AtlasRecovery *self)
{
  if (self->former != NULL)
    atlas_recovery_remove (self->former);
  g_clear_object (&self->former);
}

static void schedule (AtlasRecovery *self);

static void
written_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  AtlasRecovery *self = ATLAS_RECOVERY (source_object);
  g_autoptr (GError) error = NULL;
  const gboolean is_written = g_task_propagate_boolean (G_TASK (result), &error);

  self->is_writing = FALSE;
  if (!is_written)
    g_message ("Unsaved edits cannot be kept for a crash: %s", error->message);
  else
    remove_former (self);
  if (self->is_removed)
    _atlas_recovery_delete (self->id);
  else if (self->pending != NULL)
    schedule (self);
  else if (!is_written)
    /* The next edit tries again, or the end of the program. */
    self->pending = g_object_ref (g_task_get_task_data (G_TASK (result)));
  if (self->holds_program)
    g_application_release (g_application_get_default ());
}

static gboolean
timeout_cb (gpointer user_data)
{
  AtlasRecovery *self = user_data;
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);

  self->timeout = 0;
  self->is_writing = TRUE;
  g_task_set_task_data (task, g_steal_pointer (&self->pending), g_object_unref);
  g_task_run_in_thread (task, write_in_thread);
  return G_SOURCE_REMOVE;
}

static void
schedule (AtlasRecovery *self)
{
  if (self->timeout == 0 && !self->is_writing)
    self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

/**
 * atlas_recovery_new:
 * @file: (nullable): the file of the library
 * @etag: (nullable): its etag
 * @base: (nullable): the dataset in the file, without the edits. It is kept with them, so that they
 *   can be merged if the file changes after a crash
 * @former: (nullable) (transfer full): a recovery that this one replaces. Its files stay until the
 *   first ones of this one are written, so that there are always edits to recover
 *
 * Returns: (transfer full): the keeper of the edits of one library; it creates no file before
 *   atlas_recovery_store() is called
 */
AtlasRecovery *
atlas_recovery_new (GFile *file, const char *etag, AtlasDataset *base, AtlasRecovery *former)
{
  AtlasRecovery *self = g_object_new (ATLAS_TYPE_RECOVERY, NULL);

  self->id = g_uuid_string_random ();
  self->key.uri = file != NULL ? g_file_get_uri (file) : NULL;
  self->key.etag = g_strdup (etag);
  g_set_object (&self->base, base);
  self->former = former;
  return self;
}

/**
 * atlas_recovery_new_for_files:
 * @id: the id of existing files
 * @lock: the descriptor with the lock on the key file, which the recovery closes
 *
 * Returns: (transfer full): the keeper of further edits, in the same files
 */
AtlasRecovery *
atlas_recovery_new_for_files (const char *id, int lock)
{
  AtlasRecovery *self = g_object_new (ATLAS_TYPE_RECOVERY, NULL);

  self->id = g_strdup (id);
  self->lock = lock;
  return self;
}

/**
 * atlas_recovery_store:
 * @self: a recovery
 * @dataset: the dataset with all unsaved edits
 *
 * Writes @dataset in a thread, half a second later, in place of the one stored before.
 */
void
atlas_recovery_store (AtlasRecovery *self, AtlasDataset *dataset)
{
  g_return_if_fail (ATLAS_IS_RECOVERY (self));
  g_return_if_fail (ATLAS_IS_DATASET (dataset));

  if (self->key.title == NULL && self->lock < 0 && !self->is_writing)
    self->key.title = g_strdup (atlas_dataset_get_title (dataset, atlas_language_get_default ()));
  g_set_object (&self->pending, dataset);
  schedule (self);
}

/**
 * atlas_recovery_flush:
 * @self: a recovery
 * @error: return location for an error
 *
 * Writes now what would be written later. Blocks. Call this when the program is told to end.
 *
 * Returns: whether all edits are in the files
 */
gboolean
atlas_recovery_flush (AtlasRecovery *self, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_RECOVERY (self), FALSE);

  while (self->is_writing)
    g_main_context_iteration (NULL, TRUE);
  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->pending != NULL && !self->is_removed && !write_files (self, self->pending, error))
    return FALSE;
  if (self->pending != NULL)
    remove_former (self);
  g_clear_object (&self->pending);
  return TRUE;
}

/**
 * atlas_recovery_remove:
 * @self: a recovery
 *
 * Deletes the files, because the edits were saved or discarded. Do not store anything afterwards.
 */
void
atlas_recovery_remove (AtlasRecovery *self)
{
  g_return_if_fail (ATLAS_IS_RECOVERY (self));

  self->is_removed = TRUE;
  remove_former (self);
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->pending);
  if (!self->is_writing)
    {
      _atlas_recovery_delete (self->id);
      return;
    }
  /* A thread is writing: the files are deleted when it is done. If the program ended before, the
   * next start would offer edits that were saved or discarded. */
  self->holds_program = g_application_get_default () != NULL;
  if (self->holds_program)
    g_application_hold (g_application_get_default ());
}
