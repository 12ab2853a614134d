/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-fact-table.h"
#include "atlas-table-block.h"

G_BEGIN_DECLS

AtlasTableBlock *atlas_fact_block_new (AtlasFactTable *table, AtlasTypesetter *typesetter);
void atlas_fact_block_add_rows (AtlasTableBlock *block, AtlasFactTable *table);

G_END_DECLS
