/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

AtlasDataset *atlas_test_editing_read (const char *text);
AtlasDataset *atlas_test_editing_read_shipped (void);
AtlasRecord *atlas_test_editing_change (AtlasDataset *dataset,
                                        const char *id,
                                        const char *member,
                                        const char *first_property,
                                        ...) G_GNUC_NULL_TERMINATED;
AtlasDataset *atlas_test_editing_put (AtlasDataset *dataset, AtlasRecord *record);
AtlasDataset *atlas_test_editing_remove (AtlasDataset *dataset, const char *id);

G_END_DECLS
