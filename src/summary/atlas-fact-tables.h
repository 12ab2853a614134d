/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"
#include "atlas-table-block.h"

G_BEGIN_DECLS

/**
 * AtlasFactTableFunc:
 * @facts: the facts of the page
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): a table with one row for each record; without rows if there are no
 *   records
 */
typedef AtlasTableBlock *(*AtlasFactTableFunc) (const AtlasFacts *facts,
                                                AtlasTypesetter  *typesetter);

AtlasTableBlock *atlas_fact_table_for_figures       (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);
AtlasTableBlock *atlas_fact_table_for_partnerships  (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);
AtlasTableBlock *atlas_fact_table_for_industries    (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);
AtlasTableBlock *atlas_fact_table_for_routes        (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);
AtlasTableBlock *atlas_fact_table_for_events        (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);
AtlasTableBlock *atlas_fact_table_for_investment    (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);
AtlasTableBlock *atlas_fact_table_for_projects      (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);
AtlasTableBlock *atlas_fact_table_for_commitments   (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);
AtlasTableBlock *atlas_fact_table_for_plans         (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);
AtlasTableBlock *atlas_fact_table_for_organizations (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);
AtlasTableBlock *atlas_fact_table_for_places        (const AtlasFacts *facts,
                                                     AtlasTypesetter  *typesetter);

G_END_DECLS
