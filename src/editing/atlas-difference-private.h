/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

GStrv _atlas_difference_of_records (AtlasRecord *a, AtlasRecord *b);
GStrv _atlas_difference_of_heads (AtlasDataset *a, AtlasDataset *b);

G_END_DECLS
