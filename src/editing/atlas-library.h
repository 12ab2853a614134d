/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-merge.h"
#include "atlas-recovery-entry.h"

G_BEGIN_DECLS

/**
 * AtlasSaveFlags:
 * @ATLAS_SAVE_NONE: refuse to overwrite a file that another program has changed
 * @ATLAS_SAVE_OVERWRITE: overwrite it
 */
typedef enum
{
  ATLAS_SAVE_NONE = 0,
  ATLAS_SAVE_OVERWRITE = 1 << 0,
} AtlasSaveFlags;

/**
 * AtlasReload:
 * @ATLAS_RELOAD_FAILED: the file cannot be read, or has faults; the library keeps its dataset
 * @ATLAS_RELOAD_SAME: the file has the content that the library knows
 * @ATLAS_RELOAD_DONE: the library has the changes of the file, merged with unsaved edits
 * @ATLAS_RELOAD_CONFLICTS: both sides have changed the same members; the library keeps its dataset
 *   until atlas_library_merge() is called
 *
 * What atlas_library_reload_async() did.
 */
typedef enum
{
  ATLAS_RELOAD_FAILED,
  ATLAS_RELOAD_SAME,
  ATLAS_RELOAD_DONE,
  ATLAS_RELOAD_CONFLICTS,
} AtlasReload;

#define ATLAS_TYPE_LIBRARY (atlas_library_get_type ())

G_DECLARE_FINAL_TYPE (AtlasLibrary, atlas_library, ATLAS, LIBRARY, GObject)

AtlasLibrary *
atlas_library_new (AtlasDataset *dataset, GFile *file, const char *etag, gboolean is_editable);
AtlasLibrary *atlas_library_new_recovered (AtlasRecoveryEntry *entry,
                                           AtlasDataset *dataset,
                                           AtlasDataset *base,
                                           GError **error);
AtlasDataset *atlas_library_get_dataset (AtlasLibrary *self);
AtlasDataset *atlas_library_get_saved (AtlasLibrary *self);
GFile *atlas_library_get_file (AtlasLibrary *self);
gboolean atlas_library_is_editable (AtlasLibrary *self);
gboolean atlas_library_is_modified (AtlasLibrary *self);
gboolean atlas_library_can_undo (AtlasLibrary *self);
gboolean atlas_library_can_redo (AtlasLibrary *self);
char *atlas_library_describe_undo (AtlasLibrary *self, AtlasLanguage language);
char *atlas_library_describe_redo (AtlasLibrary *self, AtlasLanguage language);

gboolean atlas_library_edit (AtlasLibrary *self,
                             GPtrArray *put,
                             const char *const *removed,
                             guint session,
                             GError **error);
gboolean atlas_library_set_head (AtlasLibrary *self,
                                 AtlasText *title,
                                 const AtlasDate *date,
                                 GError **error);
gboolean atlas_library_set_tours (AtlasLibrary *self, GPtrArray *tours, GError **error);
void atlas_library_undo (AtlasLibrary *self);
void atlas_library_redo (AtlasLibrary *self);
gboolean atlas_library_flush (AtlasLibrary *self, GError **error);
void atlas_library_discard (AtlasLibrary *self);

void atlas_library_save_async (AtlasLibrary *self,
                               GFile *file,
                               AtlasSaveFlags flags,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean atlas_library_save_finish (AtlasLibrary *self, GAsyncResult *result, GError **error);
void atlas_library_check_file (AtlasLibrary *self);
void atlas_library_reload_async (AtlasLibrary *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
AtlasReload atlas_library_reload_finish (AtlasLibrary *self,
                                         GAsyncResult *result,
                                         AtlasMerge **merge,
                                         GPtrArray **faults,
                                         GError **error);
gboolean atlas_library_merge (AtlasLibrary *self, AtlasMerge *merge, GError **error);

G_END_DECLS
