/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-recovery-entry.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "atlas-reader.h"
#include "atlas-recovery-files-private.h"

/*
 * AtlasRecoveryEntry: unsaved edits that a process left behind when it ended.
 */
struct _AtlasRecoveryEntry
{
  GObject parent_instance;

  char *id;
  AtlasRecoveryKey *key;
  GFile *file;
  GDateTime *time;
};

G_DEFINE_FINAL_TYPE (AtlasRecoveryEntry, atlas_recovery_entry, G_TYPE_OBJECT)

static void
atlas_recovery_entry_finalize (GObject *object)
{
  AtlasRecoveryEntry *self = ATLAS_RECOVERY_ENTRY (object);

  g_free (self->id);
  g_clear_pointer (&self->key, _atlas_recovery_key_free);
  g_clear_object (&self->file);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (atlas_recovery_entry_parent_class)->finalize (object);
}

static void
atlas_recovery_entry_class_init (AtlasRecoveryEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_recovery_entry_finalize;
}

static void
atlas_recovery_entry_init (AtlasRecoveryEntry *self)
{
}

/* Returns whether no process has the lock; it may be taken right afterwards. */
static gboolean
is_left_behind (const char *path)
{
  const int lock = _atlas_recovery_lock (path, 0, NULL);

  if (lock < 0)
    return FALSE;
  close (lock);
  return TRUE;
}

/* Returns NULL if a process still edits, or if there is nothing to recover. */
static AtlasRecoveryEntry *
find_entry (const char *id)
{
  g_autofree char *key_path = _atlas_recovery_dup_path (id, ATLAS_RECOVERY_KEY);
  g_autofree char *path = _atlas_recovery_dup_path (id, ATLAS_RECOVERY_EDITS);
  g_autoptr (AtlasRecoveryKey) key = NULL;
  AtlasRecoveryEntry *self;
  GStatBuf status;

  if (g_stat (path, &status) != 0 || !is_left_behind (key_path))
    return NULL;
  key = _atlas_recovery_read_key (key_path);
  if (key == NULL)
    return NULL;
  self = g_object_new (ATLAS_TYPE_RECOVERY_ENTRY, NULL);
  self->id = g_strdup (id);
  self->file = key->uri != NULL ? g_file_new_for_uri (key->uri) : NULL;
  self->time = g_date_time_new_from_unix_local (status.st_mtime);
  self->key = g_steal_pointer (&key);
  return self;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  AtlasRecoveryEntry *const *first = a, *const *second = b;

  return g_date_time_compare ((*second)->time, (*first)->time);
}

/**
 * atlas_recovery_list:
 *
 * Returns: (transfer full) (element-type AtlasRecoveryEntry): the unsaved edits of processes that
 * do not run any more, the latest first
 */
GPtrArray *
atlas_recovery_list (void)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folder = _atlas_recovery_dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ATLAS_RECOVERY_KEY))
      {
        g_autofree char *id = g_strndup (name, strlen (name) - strlen (ATLAS_RECOVERY_KEY));
        AtlasRecoveryEntry *entry = find_entry (id);

        if (entry != NULL)
          g_ptr_array_add (entries, entry);
      }
  g_ptr_array_sort (entries, compare);
  return entries;
}

/**
 * atlas_recovery_entry_get_file:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the file to which the edits belong, which may have changed
 *   or disappeared; %NULL if the library was never saved
 */
GFile *
atlas_recovery_entry_get_file (AtlasRecoveryEntry *self)
{
  g_return_val_if_fail (ATLAS_IS_RECOVERY_ENTRY (self), NULL);

  return self->file;
}

/**
 * atlas_recovery_entry_get_etag:
 * @self: an entry
 *
 * Returns: (nullable): the etag that the file had before the edits
 */
const char *
atlas_recovery_entry_get_etag (AtlasRecoveryEntry *self)
{
  g_return_val_if_fail (ATLAS_IS_RECOVERY_ENTRY (self), NULL);

  return self->key->etag;
}

/**
 * atlas_recovery_entry_get_title:
 * @self: an entry
 *
 * Returns: the title of the dataset, or ""; plain text, not markup
 */
const char *
atlas_recovery_entry_get_title (AtlasRecoveryEntry *self)
{
  g_return_val_if_fail (ATLAS_IS_RECOVERY_ENTRY (self), "");

  return self->key->title != NULL ? self->key->title : "";
}

/**
 * atlas_recovery_entry_get_time:
 * @self: an entry
 *
 * Returns: (transfer none): when the edits were written last, in local time
 */
GDateTime *
atlas_recovery_entry_get_time (AtlasRecoveryEntry *self)
{
  g_return_val_if_fail (ATLAS_IS_RECOVERY_ENTRY (self), NULL);

  return self->time;
}

static AtlasDataset *
read_dataset (AtlasRecoveryEntry *self, const char *suffix, GError **error)
{
  g_autofree char *path = _atlas_recovery_dup_path (self->id, suffix);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return atlas_reader_read_file (file, ATLAS_READER_LENIENT, NULL, NULL, error);
}

/**
 * atlas_recovery_entry_read:
 * @self: an entry
 * @base: (out) (optional) (nullable) (transfer full): the dataset before the edits, or %NULL if the
 *   library was never saved
 * @error: return location for an #AtlasReadError or %G_IO_ERROR
 *
 * Blocks; any thread may call this function.
 *
 * Returns: (transfer full) (nullable): the dataset with the edits
 */
AtlasDataset *
atlas_recovery_entry_read (AtlasRecoveryEntry *self, AtlasDataset **base, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_RECOVERY_ENTRY (self), NULL);

  if (base != NULL)
    *base = self->file != NULL ? read_dataset (self, ATLAS_RECOVERY_BASE, NULL) : NULL;
  return read_dataset (self, ATLAS_RECOVERY_EDITS, error);
}

/**
 * atlas_recovery_entry_claim:
 * @self: an entry
 * @error: return location for %G_IO_ERROR, if another process has claimed it or discarded it
 *
 * Takes over the edits, so that no other process offers them. Further edits go to the same files.
 *
 * Returns: (transfer full) (nullable): the keeper of the edits
 */
AtlasRecovery *
atlas_recovery_entry_claim (AtlasRecoveryEntry *self, GError **error)
{
  g_autofree char *path = NULL;
  int lock;

  g_return_val_if_fail (ATLAS_IS_RECOVERY_ENTRY (self), NULL);

  path = _atlas_recovery_dup_path (self->id, ATLAS_RECOVERY_KEY);
  lock = _atlas_recovery_lock (path, 0, error);
  return lock >= 0 ? atlas_recovery_new_for_files (self->id, lock) : NULL;
}

/**
 * atlas_recovery_entry_discard:
 * @self: an entry
 *
 * Deletes the edits for good, unless another process has claimed them.
 */
void
atlas_recovery_entry_discard (AtlasRecoveryEntry *self)
{
  g_autoptr (AtlasRecovery) recovery = atlas_recovery_entry_claim (self, NULL);

  if (recovery != NULL)
    atlas_recovery_remove (recovery);
}
