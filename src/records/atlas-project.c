/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-project.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-member-private.h"

/*
 * AtlasProject: something that is built, founded or studied.
 */
struct _AtlasProject
{
  AtlasRecord parent_instance;

  AtlasProjectKind kind;
  AtlasProjectStage stage;
  AtlasDecimal *length_km;
  AtlasDate *expected;
  AtlasProjectLevel level;
  AtlasLog *progress;
};

G_DEFINE_FINAL_TYPE (AtlasProject, atlas_project, ATLAS_TYPE_RECORD)

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_WORD (AtlasProject, kind, ATLAS_REQUIRED, atlas_project_kind_get_type,
              ATLAS_PROJECT_KIND_INDUSTRY, NC_ ("member", "Kind"), "What sort of project."),
  ATLAS_WORD (AtlasProject, stage, ATLAS_OPTIONAL, atlas_project_stage_get_type,
              ATLAS_PROJECT_STAGE_UNKNOWN, NC_ ("member", "Stage"),
              "How far it has come, by the rule of FORMAT.md; absent when the sources do not let "
              "one say."),
  ATLAS_REFERENCES (partners, 0, PARTNERS, ATLAS_PARTY, "Organizations or places that carry it."),
  ATLAS_REFERENCE (investment, ATLAS_OPTIONAL, INVESTMENT, ATLAS_KIND (FIGURE),
                   "The figure, in cny-100m, that states what was invested."),
  ATLAS_BOXED (AtlasProject, length_km, ATLAS_OPTIONAL, atlas_decimal_get_type,
               NC_ ("member", "Length (km)"), "Length in kilometres."),
  ATLAS_BOXED (AtlasProject, expected, ATLAS_OPTIONAL, atlas_date_get_type,
               NC_ ("member", "Expected date"), "When it is to be finished."),
  ATLAS_WORD (AtlasProject, level, ATLAS_OPTIONAL, atlas_project_level_get_type,
              ATLAS_PROJECT_LEVEL_UNKNOWN, NC_ ("member", "Level"),
              "The level whose project library has it."),
  ATLAS_REFERENCE (keeper, ATLAS_OPTIONAL, KEEPER, ATLAS_KIND (ORGANIZATION),
                   "The organization that keeps this record up to date."),
  { ATLAS_LOG (AtlasProject, progress, PROGRESS, NC_ ("member", "Progress"),
               "How it went on, in the order of the dates: each entry has a date and may have the "
               "stage from then on, the figure that was reported, a note and citations."),
    .role = ATLAS_ROLE_PROGRESS, .targets = ATLAS_KIND (FIGURE) },
};
/* clang-format on */

static void
atlas_project_class_init (AtlasProjectClass *klass)
{
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_PROJECT, members,
                                   G_N_ELEMENTS (members));
}

static void
atlas_project_init (AtlasProject *self)
{
}

/**
 * atlas_project_get_kind:
 * @self: a project
 *
 * Returns: its kind
 */
AtlasProjectKind
atlas_project_get_kind (AtlasProject *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), ATLAS_PROJECT_KIND_INDUSTRY);

  return self->kind;
}

/**
 * atlas_project_get_stage:
 * @self: a project
 *
 * Returns: its stage
 */
AtlasProjectStage
atlas_project_get_stage (AtlasProject *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), ATLAS_PROJECT_STAGE_UNKNOWN);

  return self->stage;
}

/**
 * atlas_project_get_length_km:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): the length in kilometres, or %NULL
 */
const AtlasDecimal *
atlas_project_get_length_km (AtlasProject *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), NULL);

  return self->length_km;
}

/**
 * atlas_project_get_expected:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): the expected date of completion, or %NULL
 */
const AtlasDate *
atlas_project_get_expected (AtlasProject *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), NULL);

  return self->expected;
}

/**
 * atlas_project_has_passed:
 * @self: a project
 * @today: the day of today
 *
 * Returns: whether the last possible day of its expected completion has passed, and it is not done
 */
gboolean
atlas_project_has_passed (AtlasProject *self, const AtlasDate *today)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (today != NULL, FALSE);

  return self->expected != NULL && self->stage != ATLAS_PROJECT_STAGE_DONE &&
         atlas_date_last_day (self->expected) < atlas_date_first_day (today);
}

/**
 * atlas_project_get_level:
 * @self: a project
 *
 * Returns: the level whose project library has it
 */
AtlasProjectLevel
atlas_project_get_level (AtlasProject *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), ATLAS_PROJECT_LEVEL_UNKNOWN);

  return self->level;
}

/**
 * atlas_project_get_progress:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): its history, or %NULL if it has none
 */
const AtlasLog *
atlas_project_get_progress (AtlasProject *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), NULL);

  return self->progress;
}
