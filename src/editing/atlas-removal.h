/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

GPtrArray *atlas_removal_list_referrers (AtlasDataset *dataset, AtlasRecord *record);
GPtrArray *atlas_removal_detach (AtlasDataset *dataset, AtlasRecord *record, GError **error);

G_END_DECLS
