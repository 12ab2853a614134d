/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-library-private.h"

#include <glib/gi18n-lib.h>

/*
 * AtlasLibrary: a dataset that is edited, with its file.
 *
 * Each edit derives a new dataset, which replaces the current one. Widgets follow the signal
 * #AtlasLibrary::changed. The library belongs to the main thread; datasets may be used in any
 * thread.
 *
 * The library is modified if the current dataset is another object than the saved one. So undoing
 * all edits since saving makes it unmodified.
 *
 * While it is modified, an #AtlasRecovery keeps the edits, so that they survive a crash.
 */

G_DEFINE_FINAL_TYPE (AtlasLibrary, atlas_library, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CHANGED_ON_DISK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
remove_recovery (AtlasLibrary *self)
{
  if (self->recovery != NULL)
    atlas_recovery_remove (self->recovery);
  g_clear_object (&self->recovery);
}

static void
begin_recovery (AtlasLibrary *self, AtlasRecovery *former)
{
  self->recovery = atlas_recovery_new (self->file, self->etag, self->saved, former);
}

/* Stores the edits, or removes them if all are in the file or undone. */
static void
keep_edits (AtlasLibrary *self)
{
  if (!atlas_library_is_modified (self))
    {
      remove_recovery (self);
      return;
    }
  if (self->recovery == NULL)
    begin_recovery (self, NULL);
  atlas_recovery_store (self->recovery, self->dataset);
}

void
_atlas_library_set_dataset (AtlasLibrary *self, AtlasDataset *dataset)
{
  g_set_object (&self->dataset, dataset);
  keep_edits (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Stores that @file has the content @saved. */
void
_atlas_library_set_saved (AtlasLibrary *self, AtlasDataset *saved, GFile *file, const char *etag)
{
  g_autofree char *copy = g_strdup (etag);

  g_set_object (&self->saved, saved);
  g_set_object (&self->file, file);
  g_free (self->etag);
  self->etag = g_steal_pointer (&copy);
  self->is_missing = FALSE;
  _atlas_library_watch_file (self);
  _atlas_edit_history_end_session (self->history);
  /* The kept edits belong to the former content of the file, so keep them again with the new one.
   */
  if (self->recovery != NULL)
    begin_recovery (self, self->recovery);
  keep_edits (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Without its file, even a library without edits is to be saved. */
void
_atlas_library_set_missing (AtlasLibrary *self, gboolean is_missing)
{
  self->is_missing = is_missing;
  _atlas_library_set_dataset (self, self->dataset);
}

void
_atlas_library_report_state (AtlasLibrary *self, AtlasFileState state)
{
  g_signal_emit (self, signals[CHANGED_ON_DISK], 0, (int) state);
}

static void
atlas_library_finalize (GObject *object)
{
  AtlasLibrary *self = ATLAS_LIBRARY (object);

  /* This writes edits that wait to be written. */
  g_clear_object (&self->recovery);
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  g_clear_object (&self->dataset);
  g_clear_object (&self->saved);
  g_clear_object (&self->file);
  g_free (self->etag);
  _atlas_edit_history_free (self->history);

  G_OBJECT_CLASS (atlas_library_parent_class)->finalize (object);
}

static void
atlas_library_class_init (AtlasLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_library_finalize;

  /**
   * AtlasLibrary::changed:
   * @self: a library
   *
   * The dataset, the file, or what can be saved, undone and redone has changed. It is emitted once
   * for each edit, when all of them are up to date.
   */
  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /**
   * AtlasLibrary::changed-on-disk:
   * @self: a library
   * @state: an #AtlasFileState
   *
   * Another program has changed or removed the file, or the file has the known content again. If
   * the file was renamed, the library follows it without this signal.
   */
  signals[CHANGED_ON_DISK] = g_signal_new ("changed-on-disk", ATLAS_TYPE_LIBRARY, G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
atlas_library_init (AtlasLibrary *self)
{
  self->history = _atlas_edit_history_new ();
}

/**
 * atlas_library_new:
 * @dataset: a complete dataset
 * @file: (nullable): the file from which @dataset was read, or %NULL if it is new
 * @etag: (nullable): the etag that @file had before it was read. Saving is refused if the file has
 *   another one then. %NULL if unknown
 * @is_editable: whether @dataset may be edited. A partial dataset is never edited, because saving
 *   would lose the records that were left out
 *
 * Returns: (transfer full): a library without edits; it is modified if @file is %NULL
 */
AtlasLibrary *
atlas_library_new (AtlasDataset *dataset, GFile *file, const char *etag, gboolean is_editable)
{
  AtlasLibrary *self;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (ATLAS_TYPE_LIBRARY, NULL);
  self->dataset = g_object_ref (dataset);
  self->is_editable = is_editable && !atlas_dataset_is_partial (dataset);
  if (file != NULL)
    _atlas_library_set_saved (self, dataset, file, etag);
  return self;
}

/**
 * atlas_library_new_recovered:
 * @entry: edits that another process left behind
 * @dataset: the dataset with the edits, from atlas_recovery_entry_read()
 * @base: (nullable): the dataset without them, from the same function
 * @error: return location for %G_IO_ERROR, if another process has recovered or discarded them
 *
 * Returns: (transfer full) (nullable): a modified library with these edits
 */
AtlasLibrary *
atlas_library_new_recovered (AtlasRecoveryEntry *entry,
                             AtlasDataset *dataset,
                             AtlasDataset *base,
                             GError **error)
{
  AtlasRecovery *recovery;
  AtlasLibrary *self;

  g_return_val_if_fail (ATLAS_IS_RECOVERY_ENTRY (entry), NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  recovery = atlas_recovery_entry_claim (entry, error);
  if (recovery == NULL)
    return NULL;
  self = g_object_new (ATLAS_TYPE_LIBRARY, NULL);
  self->dataset = g_object_ref (dataset);
  /* Without the base, what changed in the file could not be found, so save to another one. */
  if (base != NULL)
    {
      self->saved = g_object_ref (base);
      g_set_object (&self->file, atlas_recovery_entry_get_file (entry));
      self->etag = g_strdup (atlas_recovery_entry_get_etag (entry));
    }
  self->is_editable = !atlas_dataset_is_partial (dataset);
  self->recovery = recovery;
  _atlas_library_watch_file (self);
  return self;
}

/**
 * atlas_library_get_dataset:
 * @self: a library
 *
 * Returns: (transfer none): the current dataset
 */
AtlasDataset *
atlas_library_get_dataset (AtlasLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), NULL);

  return self->dataset;
}

/**
 * atlas_library_get_saved:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the dataset as it is in the file, or %NULL if there is no
 *   file
 */
AtlasDataset *
atlas_library_get_saved (AtlasLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), NULL);

  return self->saved;
}

/**
 * atlas_library_get_file:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): its file, or %NULL if it was never saved
 */
GFile *
atlas_library_get_file (AtlasLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), NULL);

  return self->file;
}

/**
 * atlas_library_is_editable:
 * @self: a library
 *
 * Returns: whether it can be edited
 */
gboolean
atlas_library_is_editable (AtlasLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), FALSE);

  return self->is_editable;
}

/**
 * atlas_library_is_modified:
 * @self: a library
 *
 * Returns: whether it has edits that are not in its file, the file is missing, or it is being saved
 */
gboolean
atlas_library_is_modified (AtlasLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), FALSE);

  return self->is_missing || self->is_saving || self->dataset != self->saved;
}

/**
 * atlas_library_can_undo:
 * @self: a library
 *
 * Returns: whether there is an edit to undo
 */
gboolean
atlas_library_can_undo (AtlasLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), FALSE);

  return _atlas_edit_history_can_undo (self->history);
}

/**
 * atlas_library_can_redo:
 * @self: a library
 *
 * Returns: whether there is an edit to redo
 */
gboolean
atlas_library_can_redo (AtlasLibrary *self)
{
  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), FALSE);

  return _atlas_edit_history_can_redo (self->history);
}

/**
 * atlas_library_describe_undo:
 * @self: a library
 * @language: the language of the text
 *
 * Returns: (transfer full) (nullable): a few words about the edit that would be undone next, as
 *   atlas_change_describe(); %NULL if there is none
 */
char *
atlas_library_describe_undo (AtlasLibrary *self, AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), NULL);

  return _atlas_edit_history_describe_undo (self->history, language);
}

/**
 * atlas_library_describe_redo:
 * @self: a library
 * @language: the language of the text
 *
 * Returns: (transfer full) (nullable): a few words about the edit that would be redone next, as
 *   atlas_change_describe(); %NULL if there is none
 */
char *
atlas_library_describe_redo (AtlasLibrary *self, AtlasLanguage language)
{
  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), NULL);

  return _atlas_edit_history_describe_redo (self->history, language);
}

static gboolean
check_editable (AtlasLibrary *self, GError **error)
{
  if (self->is_editable)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY,
                       _("This dataset cannot be edited; make a copy of it"));
  return FALSE;
}

/* Makes @dataset the current one. */
static void
commit (AtlasLibrary *self, AtlasDataset *dataset, GPtrArray *changes, guint session)
{
  _atlas_edit_history_add (self->history, self->dataset, changes, session);
  _atlas_library_set_dataset (self, dataset);
}

/* Lists what the edit changes, without the records that stay equal. */
static GPtrArray *
list_changes (AtlasLibrary *self, GPtrArray *put, const char *const *removed)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; put != NULL && i < put->len; i++)
    {
      AtlasRecord *record = put->pdata[i];
      AtlasRecord *former = atlas_dataset_lookup (self->dataset, atlas_record_get_id (record));
      AtlasChange *change = atlas_change_new (former, record);

      if (change != NULL)
        g_ptr_array_add (changes, change);
    }
  for (gsize i = 0; removed != NULL && removed[i] != NULL; i++)
    g_ptr_array_add (changes,
                     atlas_change_new (atlas_dataset_lookup (self->dataset, removed[i]), NULL));
  return changes;
}

/**
 * atlas_library_edit:
 * @self: a library
 * @put: (nullable) (element-type AtlasRecord): new records, and records that replace others with
 *   the same ids
 * @removed: (nullable) (array zero-terminated=1): ids of the records to remove
 * @session: a number that is unique for each session of a form, or 0. Edits of the same member of
 *   one record in one session are undone together
 * @error: return location for an #AtlasDatasetError, or %G_IO_ERROR_READ_ONLY if the library cannot
 *   be edited
 *
 * Makes one edit, which can be undone; see atlas_dataset_derive(). If nothing differs, no edit is
 * made.
 *
 * Returns: whether the dataset is as wanted; it does not change on error
 */
gboolean
atlas_library_edit (AtlasLibrary *self,
                    GPtrArray *put,
                    const char *const *removed,
                    guint session,
                    GError **error)
{
  g_autoptr (AtlasDataset) derived = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), FALSE);

  if (!check_editable (self, error))
    return FALSE;
  derived = atlas_dataset_derive (self->dataset, put, removed, error);
  if (derived == NULL)
    return FALSE;
  /* Compare afterwards: records of the derived dataset have the unknown members of former ones. */
  changes = list_changes (self, put, removed);
  if (changes->len > 0)
    commit (self, derived, changes, session);
  return TRUE;
}

static gboolean
commit_head (AtlasLibrary *self, AtlasDataset *derived)
{
  AtlasChange *change = atlas_change_new_for_head (self->dataset, derived);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func (g_object_unref);

  if (change == NULL)
    return TRUE;
  g_ptr_array_add (changes, change);
  commit (self, derived, changes, 0);
  return TRUE;
}

/**
 * atlas_library_set_head:
 * @self: a library
 * @title: the title of the dataset
 * @date: (nullable): the date up to which its facts are known
 * @error: return location for %G_IO_ERROR_READ_ONLY
 *
 * Makes an edit of the title and the date.
 *
 * Returns: whether the dataset is as wanted
 */
gboolean
atlas_library_set_head (AtlasLibrary *self, AtlasText *title, const AtlasDate *date, GError **error)
{
  g_autoptr (AtlasDataset) derived = NULL;

  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (title != NULL, FALSE);

  if (!check_editable (self, error))
    return FALSE;
  derived = atlas_dataset_derive (self->dataset, NULL, NULL, NULL);
  atlas_dataset_set_head (derived, title, date, atlas_dataset_get_approval_number (self->dataset));
  return commit_head (self, derived);
}

/**
 * atlas_library_set_tours:
 * @self: a library
 * @tours: (element-type AtlasTour): its tours, with different ids; they do not change any more
 * @error: return location for %G_IO_ERROR_READ_ONLY
 *
 * Makes an edit of the tours.
 *
 * Returns: whether the dataset is as wanted
 */
gboolean
atlas_library_set_tours (AtlasLibrary *self, GPtrArray *tours, GError **error)
{
  g_autoptr (AtlasDataset) derived = NULL;

  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (tours != NULL, FALSE);

  if (!check_editable (self, error))
    return FALSE;
  derived = atlas_dataset_derive (self->dataset, NULL, NULL, NULL);
  atlas_dataset_set_tours (derived, tours);
  return commit_head (self, derived);
}

/**
 * atlas_library_undo:
 * @self: a library
 *
 * Undoes the last edit, if there is one.
 */
void
atlas_library_undo (AtlasLibrary *self)
{
  g_return_if_fail (ATLAS_IS_LIBRARY (self));

  if (_atlas_edit_history_can_undo (self->history))
    {
      g_autoptr (AtlasDataset) dataset = _atlas_edit_history_undo (self->history, self->dataset);

      _atlas_library_set_dataset (self, dataset);
    }
}

/**
 * atlas_library_redo:
 * @self: a library
 *
 * Redoes the edit that was undone last, if there is one.
 */
void
atlas_library_redo (AtlasLibrary *self)
{
  g_return_if_fail (ATLAS_IS_LIBRARY (self));

  if (_atlas_edit_history_can_redo (self->history))
    {
      g_autoptr (AtlasDataset) dataset = _atlas_edit_history_redo (self->history, self->dataset);

      _atlas_library_set_dataset (self, dataset);
    }
}

/**
 * atlas_library_flush:
 * @self: a library
 * @error: return location for %G_IO_ERROR or %G_FILE_ERROR
 *
 * Writes now what is needed to recover the edits. Blocks. Call this when the program is told to end
 * and cannot ask whether to save.
 *
 * Returns: whether the edits can be recovered
 */
gboolean
atlas_library_flush (AtlasLibrary *self, GError **error)
{
  g_return_val_if_fail (ATLAS_IS_LIBRARY (self), FALSE);

  return self->recovery == NULL || atlas_recovery_flush (self->recovery, error);
}

/**
 * atlas_library_discard:
 * @self: a library that is being closed
 *
 * The user does not want the unsaved edits, so they are not offered again.
 */
void
atlas_library_discard (AtlasLibrary *self)
{
  g_return_if_fail (ATLAS_IS_LIBRARY (self));

  remove_recovery (self);
}
