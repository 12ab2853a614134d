/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-tiles-block.h"

G_BEGIN_DECLS

char *_atlas_tiles_block_dup_text (AtlasTilesBlock *self, guint index);

G_END_DECLS
