/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map.h"
#include "atlas-dataset.h"

G_BEGIN_DECLS

gboolean
atlas_home_extent_find (AtlasBaseMap *base_map, AtlasDataset *dataset, AtlasExtent *extent);

G_END_DECLS
