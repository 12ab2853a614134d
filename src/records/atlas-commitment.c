/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-commitment.h"

/*
 * AtlasCommitment: a promise of the source: something that is to be done next.
 *
 * Who is to act are its references %ATLAS_ROLE_RESPONSIBLE; what it is about, %ATLAS_ROLE_ABOUT.
 */
struct _AtlasCommitment
{
  AtlasRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasCommitment, atlas_commitment, ATLAS_TYPE_RECORD)

static void
atlas_commitment_class_init (AtlasCommitmentClass *klass)
{
  ATLAS_RECORD_CLASS (klass)->kind = ATLAS_RECORD_KIND_COMMITMENT;
}

static void
atlas_commitment_init (AtlasCommitment *self)
{
}
