/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-block.h"
#include "atlas-facts.h"
#include "atlas-typesetter.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TIMELINE_BLOCK (atlas_timeline_block_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTimelineBlock, atlas_timeline_block, ATLAS, TIMELINE_BLOCK, AtlasBlock)

AtlasBlock *atlas_timeline_block_new (AtlasTypesetter *typesetter, const AtlasFacts *facts);

G_END_DECLS
