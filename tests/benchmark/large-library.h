/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

AtlasDataset *large_library_write (const char *path, guint n_records, GFile *file, char **etag);
AtlasRecord *large_library_rename_project (AtlasDataset *dataset, guint number);

G_END_DECLS
