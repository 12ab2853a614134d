/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasSaveError:
 * @ATLAS_SAVE_ERROR_CHANGED_ON_DISK: the file is not the one that was read; load it again, or
 *   overwrite it
 * @ATLAS_SAVE_ERROR_NO_SPACE: free space on the disk, or save to another one
 * @ATLAS_SAVE_ERROR_READ_ONLY: the file, its folder or its disk may not be written; save elsewhere
 * @ATLAS_SAVE_ERROR_FAILED: another reason, which the message states
 *
 * Reasons why a dataset was not saved. The former content of the file is intact.
 */
typedef enum
{
  ATLAS_SAVE_ERROR_CHANGED_ON_DISK,
  ATLAS_SAVE_ERROR_NO_SPACE,
  ATLAS_SAVE_ERROR_READ_ONLY,
  ATLAS_SAVE_ERROR_FAILED,
} AtlasSaveError;

#define ATLAS_SAVE_ERROR (atlas_save_error_quark ())

GQuark atlas_save_error_quark (void);

gboolean atlas_saving_write (AtlasDataset *dataset,
                             GFile *file,
                             const char *etag,
                             char **new_etag,
                             GCancellable *cancellable,
                             GError **error);
char *atlas_saving_find_etag (GFile *file, GCancellable *cancellable);

G_END_DECLS
