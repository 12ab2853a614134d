/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-fact-table.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

AtlasFactType _atlas_fact_type_of_member (const AtlasMember *member);

G_END_DECLS
