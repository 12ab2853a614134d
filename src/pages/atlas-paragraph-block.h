/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-typesetter.h"

G_BEGIN_DECLS

/**
 * AtlasParagraphLook:
 * @ATLAS_PARAGRAPH_LOOK_LEAD: with a bar on the left
 * @ATLAS_PARAGRAPH_LOOK_FOOT: with a thin line above
 *
 * The look of a paragraph.
 */
typedef enum
{
  ATLAS_PARAGRAPH_LOOK_LEAD,
  ATLAS_PARAGRAPH_LOOK_FOOT,
} AtlasParagraphLook;

#define ATLAS_TYPE_PARAGRAPH_BLOCK (atlas_paragraph_block_get_type ())

G_DECLARE_FINAL_TYPE (AtlasParagraphBlock,
                      atlas_paragraph_block,
                      ATLAS,
                      PARAGRAPH_BLOCK,
                      AtlasBlock)

AtlasParagraphBlock *atlas_paragraph_block_new (AtlasTypesetter *typesetter,
                                                AtlasParagraphLook look);
void atlas_paragraph_block_add (AtlasParagraphBlock *self, AtlasTextRole role, const char *text);
void atlas_paragraph_block_link (AtlasParagraphBlock *self, const char *anchor);
void atlas_paragraph_block_anchor (AtlasParagraphBlock *self, const char *anchor);
void atlas_paragraph_block_clear (AtlasParagraphBlock *self);
char *atlas_paragraph_block_dup_text (AtlasParagraphBlock *self);
const char *
atlas_paragraph_block_get_run (AtlasParagraphBlock *self, guint index, AtlasTextRole *role);
AtlasParagraphLook atlas_paragraph_block_get_look (AtlasParagraphBlock *self);

G_END_DECLS
