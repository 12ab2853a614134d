/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-block.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SIDE_BLOCK (atlas_side_block_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSideBlock, atlas_side_block, ATLAS, SIDE_BLOCK, AtlasBlock)

AtlasBlock *
atlas_side_block_new (AtlasBlock *left, AtlasBlock *right, double right_width, double gap);

G_END_DECLS
