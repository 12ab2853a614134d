/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"
#include "atlas-project.h"

G_BEGIN_DECLS

/**
 * AtlasInvestment:
 * @ATLAS_INVESTMENT_PLANNED: what is planned or expected to be invested
 * @ATLAS_INVESTMENT_COMPLETED: what has been invested
 *
 * The investments of a project.
 */
typedef enum
{
  ATLAS_INVESTMENT_PLANNED,
  ATLAS_INVESTMENT_COMPLETED,
} AtlasInvestment;

#define ATLAS_N_INVESTMENTS (ATLAS_INVESTMENT_COMPLETED + 1)

/**
 * AtlasProjectTotal:
 * @n_projects: the number of projects
 * @sums: what is invested in them, in 100 million yuan
 * @n_stated: for how many of them this is stated; the others are not in the sum
 * @n_figures: how many figures are added
 * @n_unsourced: how many of @n_figures have no source yet
 *
 * A count of projects, with their investments.
 */
typedef struct
{
  guint n_projects;
  AtlasDecimal sums[ATLAS_N_INVESTMENTS];
  guint n_stated[ATLAS_N_INVESTMENTS];
  guint n_figures[ATLAS_N_INVESTMENTS];
  guint n_unsourced[ATLAS_N_INVESTMENTS];
} AtlasProjectTotal;

/**
 * AtlasProjectChoice:
 * @levels: the levels to include, as bits (1 << %ATLAS_PROJECT_LEVEL_CITY), or 0 for all
 * @kinds: the kinds to include, as bits, or 0 for all
 * @keeper: (nullable) (unowned): the organization that keeps the records, or %NULL for all
 *
 * Which projects of a library to show.
 */
typedef struct
{
  guint levels;
  guint kinds;
  AtlasRecord *keeper;
} AtlasProjectChoice;

GPtrArray *atlas_project_library_list_figures (AtlasDataset *dataset,
                                               AtlasFilter *filter,
                                               AtlasProject *project,
                                               AtlasInvestment which);
AtlasProjectTotal atlas_project_library_total_of_one (AtlasDataset *dataset,
                                                      AtlasFilter *filter,
                                                      AtlasProject *project);
AtlasProjectTotal
atlas_project_library_total (AtlasDataset *dataset, AtlasFilter *filter, GPtrArray *projects);
gboolean atlas_project_library_find_last_change (AtlasDataset *dataset,
                                                 AtlasFilter *filter,
                                                 AtlasProject *project,
                                                 AtlasDate *date);
gboolean atlas_project_choice_matches (const AtlasProjectChoice *self, AtlasProject *project);
GPtrArray *atlas_project_library_dup_stage (GPtrArray *projects, AtlasProjectStage stage);

G_END_DECLS
