/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-link.h"

G_BEGIN_DECLS

AtlasRecord *atlas_beginning_find_record (AtlasLink *link, AtlasDataset *dataset);
const AtlasDate *atlas_beginning_of (AtlasRecord *record, AtlasDataset *dataset);
const AtlasDate *atlas_beginning_get_stated (AtlasRecord *record, AtlasDataset *dataset);
gboolean atlas_beginning_is_undated (AtlasRecord *record, AtlasDataset *dataset);
gboolean atlas_beginning_is_same (AtlasDataset *dataset, AtlasDataset *other);
gboolean atlas_beginning_is_told (AtlasRecord *record, AtlasDataset *dataset);

G_END_DECLS
