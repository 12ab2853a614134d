/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-fact-table.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

char *_atlas_fact_column_name_member (const AtlasFactColumn *self, AtlasLanguage language);
AtlasFactCell _atlas_fact_column_describe_member (const AtlasFactColumn *self,
                                                  const AtlasFacts *facts,
                                                  AtlasRecord *record);

G_END_DECLS
