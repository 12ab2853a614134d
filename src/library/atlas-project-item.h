/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"
#include "atlas-project-library.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PROJECT_ITEM (atlas_project_item_get_type ())

G_DECLARE_FINAL_TYPE (AtlasProjectItem, atlas_project_item, ATLAS, PROJECT_ITEM, GObject)

AtlasProjectItem *
atlas_project_item_new (AtlasProject *project, AtlasScope *scope, AtlasFilter *filter);
AtlasProject *atlas_project_item_get_project (AtlasProjectItem *self);
AtlasDataset *atlas_project_item_get_dataset (AtlasProjectItem *self);
AtlasFilter *atlas_project_item_get_filter (AtlasProjectItem *self);
const AtlasDecimal *atlas_project_item_get_sum (AtlasProjectItem *self, AtlasInvestment which);
char *atlas_project_item_describe_sum (AtlasProjectItem *self,
                                       AtlasInvestment which,
                                       AtlasLanguage language);
const AtlasDate *atlas_project_item_get_last_change (AtlasProjectItem *self);

G_END_DECLS
