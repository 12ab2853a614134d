/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-commitment.h"
#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasStepGrouping:
 * @ATLAS_STEP_GROUPING_BODY: by who is to act
 * @ATLAS_STEP_GROUPING_PLACE: by place
 * @ATLAS_STEP_GROUPING_STATE: by state
 *
 * The ways to group next steps.
 */
typedef enum
{
  ATLAS_STEP_GROUPING_BODY,
  ATLAS_STEP_GROUPING_PLACE,
  ATLAS_STEP_GROUPING_STATE,
} AtlasStepGrouping;

#define ATLAS_N_STEP_GROUPINGS (ATLAS_STEP_GROUPING_STATE + 1)

/**
 * AtlasStepCounts:
 * @of_state: the number of steps in each state
 * @n_overdue: the number of steps that are overdue
 *
 * Next steps by state. An overdue step is open or under way, or its state is not recorded.
 */
typedef struct
{
  guint of_state[ATLAS_N_COMMITMENT_STATES];
  guint n_overdue;
} AtlasStepCounts;

/**
 * AtlasStepGroup:
 * @of: (nullable): the body or place of the group, or %NULL if the steps name none
 * @state: the state of the group, if steps are grouped by state
 * @steps: (element-type AtlasRecord): the next steps, in their original order
 *
 * A group of next steps.
 */
typedef struct
{
  AtlasRecord *of;
  AtlasCommitmentState state;
  GPtrArray *steps;
} AtlasStepGroup;

AtlasDate atlas_next_steps_get_today (void);
gboolean atlas_next_steps_is_overdue (AtlasCommitment *step, const AtlasDate *today);
void atlas_next_steps_count (GPtrArray *steps, const AtlasDate *today, AtlasStepCounts *counts);
char *
atlas_next_steps_describe_counts (GPtrArray *steps, const AtlasDate *today, AtlasLanguage language);
GPtrArray *
atlas_next_steps_group (GPtrArray *steps, AtlasDataset *dataset, AtlasStepGrouping grouping);
GPtrArray *atlas_next_steps_dup_others (AtlasRecord *step,
                                        AtlasDataset *dataset,
                                        AtlasStepGrouping grouping,
                                        AtlasRecord *of);
char *atlas_next_steps_name_group (const AtlasStepGroup *group,
                                   AtlasStepGrouping grouping,
                                   AtlasLanguage language);

G_END_DECLS
