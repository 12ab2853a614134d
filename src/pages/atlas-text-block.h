/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-typesetter.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TEXT_BLOCK (atlas_text_block_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTextBlock, atlas_text_block, ATLAS, TEXT_BLOCK, AtlasBlock)

AtlasBlock *
atlas_text_block_new (AtlasTypesetter *typesetter, AtlasTextRole role, const char *text);
const char *atlas_text_block_get_text (AtlasTextBlock *self, AtlasTextRole *role);

G_END_DECLS
