/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasStepGroup:
 * @of: (nullable): the body or place of the group, or %NULL if the steps name none
 * @steps: (element-type AtlasRecord): the next steps, in their original order
 *
 * A group of next steps.
 */
typedef struct
{
  AtlasRecord *of;
  GPtrArray *steps;
} AtlasStepGroup;

GPtrArray *atlas_next_steps_group (GPtrArray *steps, AtlasDataset *dataset, AtlasRole role);
GPtrArray *atlas_next_steps_dup_others (AtlasRecord *step,
                                        AtlasDataset *dataset,
                                        AtlasRole role,
                                        AtlasRecord *of);
char *
atlas_next_steps_name_group (const AtlasStepGroup *group, AtlasRole role, AtlasLanguage language);

G_END_DECLS
