/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"
#include "atlas-typesetter.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TILES_BLOCK (atlas_tiles_block_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTilesBlock, atlas_tiles_block, ATLAS, TILES_BLOCK, AtlasBlock)

AtlasTilesBlock *atlas_tiles_block_new (AtlasTypesetter *typesetter);
void atlas_tiles_block_stack (AtlasTilesBlock *self);
void atlas_tiles_block_add (AtlasTilesBlock *self,
                            AtlasRecord *record,
                            const char *value,
                            const char *label,
                            const char *detail);
guint atlas_tiles_block_get_length (AtlasTilesBlock *self);
AtlasRecord *atlas_tiles_block_get_record (AtlasTilesBlock *self, guint index);
const char *
atlas_tiles_block_get_texts (AtlasTilesBlock *self, guint index, const char **label, guint *note);
void atlas_tiles_block_set_note (AtlasTilesBlock *self, guint index, guint number);

G_END_DECLS
