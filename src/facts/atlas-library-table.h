/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-fact-table.h"
#include "atlas-project-library.h"

G_BEGIN_DECLS

gboolean atlas_library_table_is_needed (const AtlasFacts *facts);
AtlasFactTable *atlas_library_table_new_projects (const AtlasFacts *facts, gboolean by_stage);
AtlasFactTable *atlas_library_table_new_changes (const AtlasFacts *facts);
AtlasFactTable *atlas_library_table_new_follow_up (const AtlasFacts *facts, const AtlasDate *today);
char *atlas_library_describe_total (const AtlasProjectTotal *total, AtlasLanguage language);
char *atlas_library_describe_sum (const AtlasProjectTotal *total,
                                  AtlasInvestment which,
                                  AtlasLanguage language);
char *atlas_library_describe_last_change (const AtlasFacts *facts, AtlasProject *project);

G_END_DECLS
