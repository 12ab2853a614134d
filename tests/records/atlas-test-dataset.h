/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

AtlasDataset *atlas_test_dataset_new (void);
AtlasDataset *atlas_test_dataset_read_jilin (void);
AtlasRecord *atlas_test_dataset_get (AtlasDataset *dataset, const char *id);
char *atlas_test_dataset_join (GPtrArray *records);

G_END_DECLS
