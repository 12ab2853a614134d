/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"
#include "atlas-tiles-block.h"

G_BEGIN_DECLS

AtlasTilesBlock *atlas_key_numbers_new (const AtlasFacts *facts, AtlasTypesetter *typesetter);
AtlasTilesBlock *atlas_key_numbers_new_brief (const AtlasFacts *facts, AtlasTypesetter *typesetter);

G_END_DECLS
