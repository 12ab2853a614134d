/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-decimal.h"
#include "atlas-log.h"
#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PROJECT (atlas_project_get_type ())

G_DECLARE_FINAL_TYPE (AtlasProject, atlas_project, ATLAS, PROJECT, AtlasRecord)

AtlasProjectKind atlas_project_get_kind (AtlasProject *self);
AtlasProjectStage atlas_project_get_stage (AtlasProject *self);
const AtlasDecimal *atlas_project_get_length_km (AtlasProject *self);
const AtlasDate *atlas_project_get_expected (AtlasProject *self);
gboolean atlas_project_has_passed (AtlasProject *self, const AtlasDate *today);
AtlasProjectLevel atlas_project_get_level (AtlasProject *self);
const AtlasLog *atlas_project_get_progress (AtlasProject *self);

G_END_DECLS
