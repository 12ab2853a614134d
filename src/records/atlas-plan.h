/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PLAN (atlas_plan_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPlan, atlas_plan, ATLAS, PLAN, AtlasRecord)

const AtlasPeriod *atlas_plan_get_period (AtlasPlan *self);
gboolean atlas_plan_is_document (AtlasPlan *self);

G_END_DECLS
