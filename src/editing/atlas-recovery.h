/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_RECOVERY (atlas_recovery_get_type ())

G_DECLARE_FINAL_TYPE (AtlasRecovery, atlas_recovery, ATLAS, RECOVERY, GObject)

AtlasRecovery *
atlas_recovery_new (GFile *file, const char *etag, AtlasDataset *base, AtlasRecovery *former);
AtlasRecovery *atlas_recovery_new_for_files (const char *id, int lock);
void atlas_recovery_store (AtlasRecovery *self, AtlasDataset *dataset);
gboolean atlas_recovery_flush (AtlasRecovery *self, GError **error);
void atlas_recovery_remove (AtlasRecovery *self);

G_END_DECLS
