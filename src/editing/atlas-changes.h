/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-change.h"

G_BEGIN_DECLS

GPtrArray *atlas_changes_compute (AtlasDataset *from, AtlasDataset *to);
AtlasDataset *atlas_changes_apply (GPtrArray *changes, AtlasDataset *dataset, GError **error);

G_END_DECLS
