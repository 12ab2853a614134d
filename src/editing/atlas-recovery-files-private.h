/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasRecoveryKey:
 * @uri: (nullable): the file of the library
 * @etag: (nullable): the etag of that file when it was read or saved last
 * @title: the title of the dataset
 *
 * What the key file says.
 */
typedef struct
{
  char *uri;
  char *etag;
  char *title;
} AtlasRecoveryKey;

char *_atlas_recovery_dup_folder (void);
char *_atlas_recovery_dup_path (const char *id, const char *suffix);
int _atlas_recovery_lock (const char *path, int flags, GError **error);
gboolean _atlas_recovery_write_key (int lock, const AtlasRecoveryKey *key, GError **error);
AtlasRecoveryKey *_atlas_recovery_read_key (const char *path);
void _atlas_recovery_key_free (AtlasRecoveryKey *key);
gboolean _atlas_recovery_write (const char *path, AtlasDataset *dataset, GError **error);
void _atlas_recovery_delete (const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasRecoveryKey, _atlas_recovery_key_free)

/* The file with the lock, that with the edits, and that with the dataset without them. */
#define ATLAS_RECOVERY_KEY ".key"
#define ATLAS_RECOVERY_EDITS ".json"
#define ATLAS_RECOVERY_BASE ".base.json"

G_END_DECLS
