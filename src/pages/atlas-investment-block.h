/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"
#include "atlas-typesetter.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_INVESTMENT_BLOCK (atlas_investment_block_get_type ())

G_DECLARE_FINAL_TYPE (AtlasInvestmentBlock,
                      atlas_investment_block,
                      ATLAS,
                      INVESTMENT_BLOCK,
                      AtlasBlock)

AtlasBlock *atlas_investment_block_new (AtlasTypesetter *typesetter, const AtlasFacts *facts);

G_END_DECLS
