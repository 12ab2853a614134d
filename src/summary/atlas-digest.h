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

G_END_DECLS
