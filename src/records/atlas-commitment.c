/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-commitment.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-member-private.h"

/*
 * AtlasCommitment: a next step that the source announces.
 *
 * %ATLAS_ROLE_RESPONSIBLE refers to the bodies that act, %ATLAS_ROLE_ABOUT to the topics.
 */
struct _AtlasCommitment
{
  AtlasRecord parent_instance;

  AtlasCommitmentState state;
  AtlasDate *due;
  AtlasLog *follow_ups;
};

G_DEFINE_FINAL_TYPE (AtlasCommitment, atlas_commitment, ATLAS_TYPE_RECORD)

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_REFERENCES (responsible, 1, RESPONSIBLE, ATLAS_PARTY,
                    "Organizations or places that are to act, and who urges them."),
  ATLAS_WORD (AtlasCommitment, state, ATLAS_OPTIONAL, atlas_commitment_state_get_type,
              ATLAS_COMMITMENT_STATE_UNKNOWN, NC_ ("member", "State"),
              "How far it has come; absent while nobody has recorded it."),
  ATLAS_BOXED (AtlasCommitment, due, ATLAS_OPTIONAL, atlas_date_get_type,
               NC_ ("member", "Due date"), "By when it is to be done."),
  ATLAS_REFERENCE (keeper, ATLAS_OPTIONAL, KEEPER, ATLAS_KIND (ORGANIZATION),
                   "The organization that keeps this record up to date."),
  { ATLAS_LOG (AtlasCommitment, follow_ups, FOLLOW_UPS, NC_ ("member", "Follow-ups"),
               "What was done about it, in the order of the dates: each entry has a date, and may "
               "have a note and citations.") },
};
/* clang-format on */

static void
atlas_commitment_class_init (AtlasCommitmentClass *klass)
{
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_COMMITMENT,
                                   members, G_N_ELEMENTS (members));
}

static void
atlas_commitment_init (AtlasCommitment *self)
{
}

/**
 * atlas_commitment_get_state:
 * @self: a next step
 *
 * Returns: how far it has come
 */
AtlasCommitmentState
atlas_commitment_get_state (AtlasCommitment *self)
{
  g_return_val_if_fail (ATLAS_IS_COMMITMENT (self), ATLAS_COMMITMENT_STATE_UNKNOWN);

  return self->state;
}

/**
 * atlas_commitment_get_due:
 * @self: a next step
 *
 * Returns: (transfer none) (nullable): the date by which it is to be done, or %NULL
 */
const AtlasDate *
atlas_commitment_get_due (AtlasCommitment *self)
{
  g_return_val_if_fail (ATLAS_IS_COMMITMENT (self), NULL);

  return self->due;
}

/**
 * atlas_commitment_get_follow_ups:
 * @self: a next step
 *
 * Returns: (transfer none) (nullable): what was done about it, or %NULL if nothing is recorded
 */
const AtlasLog *
atlas_commitment_get_follow_ups (AtlasCommitment *self)
{
  g_return_val_if_fail (ATLAS_IS_COMMITMENT (self), NULL);

  return self->follow_ups;
}
