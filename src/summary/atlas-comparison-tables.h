/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-comparison.h"
#include "atlas-facts.h"
#include "atlas-table-block.h"

G_BEGIN_DECLS

AtlasComparison *atlas_comparison_new_for_facts (const AtlasFacts *facts);
AtlasTableBlock *atlas_comparison_table_for_together (AtlasComparison *comparison,
                                                      const AtlasFacts *facts,
                                                      AtlasTypesetter *typesetter);
AtlasTableBlock *atlas_comparison_table_for_shares (AtlasComparison *comparison,
                                                    const AtlasFacts *facts,
                                                    AtlasTypesetter *typesetter);

G_END_DECLS
