/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

AtlasDataset *atlas_test_large_new (guint n_records);
AtlasRecord *atlas_test_large_new_event (AtlasDataset *dataset, const char *id, guint number);

G_END_DECLS
