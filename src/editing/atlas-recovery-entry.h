/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-recovery.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_RECOVERY_ENTRY (atlas_recovery_entry_get_type ())

G_DECLARE_FINAL_TYPE (AtlasRecoveryEntry, atlas_recovery_entry, ATLAS, RECOVERY_ENTRY, GObject)

GPtrArray *atlas_recovery_list (void);
GFile *atlas_recovery_entry_get_file (AtlasRecoveryEntry *self);
const char *atlas_recovery_entry_get_etag (AtlasRecoveryEntry *self);
const char *atlas_recovery_entry_get_title (AtlasRecoveryEntry *self);
GDateTime *atlas_recovery_entry_get_time (AtlasRecoveryEntry *self);
AtlasDataset *
atlas_recovery_entry_read (AtlasRecoveryEntry *self, AtlasDataset **base, GError **error);
AtlasRecovery *atlas_recovery_entry_claim (AtlasRecoveryEntry *self, GError **error);
void atlas_recovery_entry_discard (AtlasRecoveryEntry *self);

G_END_DECLS
