/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"
#include "atlas-summary-parts.h"
#include "atlas-table-block.h"

G_BEGIN_DECLS

AtlasTableBlock *
atlas_digest_new (const AtlasFacts *facts, AtlasTypesetter *typesetter, AtlasSummaryParts parts);

void atlas_digest_add_bars (AtlasTableBlock *table, const AtlasFacts *facts);

G_END_DECLS
