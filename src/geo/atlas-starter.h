/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map.h"
#include "atlas-dataset.h"

G_BEGIN_DECLS

AtlasDataset *atlas_starter_create_dataset (AtlasBaseMap *map, AtlasText *title);

G_END_DECLS
