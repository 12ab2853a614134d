/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-commitment.h"

#include "atlas-member-private.h"

/*
 * AtlasCommitment: a next step that the source announces.
 *
 * %ATLAS_ROLE_RESPONSIBLE refers to the bodies that act, %ATLAS_ROLE_ABOUT to the topics.
 */
struct _AtlasCommitment
{
  AtlasRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasCommitment, atlas_commitment, ATLAS_TYPE_RECORD)

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_REFERENCES (responsible, 1, RESPONSIBLE, ATLAS_PARTY,
                    "Organizations or places that are to act, and who urges them."),
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
