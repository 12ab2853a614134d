/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-place.h"

G_BEGIN_DECLS

AtlasPlace *atlas_province_of (AtlasDataset *dataset);
const char *atlas_province_describe_whole (AtlasDataset *dataset, AtlasLanguage language);

G_END_DECLS
