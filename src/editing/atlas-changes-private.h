/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-changes.h"

G_BEGIN_DECLS

void
_atlas_changes_apply_head (AtlasDataset *dataset, AtlasDataset *from, const char *const *members);

G_END_DECLS
