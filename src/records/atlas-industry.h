/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_INDUSTRY (atlas_industry_get_type ())

G_DECLARE_FINAL_TYPE (AtlasIndustry, atlas_industry, ATLAS, INDUSTRY, AtlasRecord)

AtlasIndustryGroup atlas_industry_get_group (AtlasIndustry *self);

G_END_DECLS
