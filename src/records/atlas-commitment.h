/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-log.h"
#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_COMMITMENT (atlas_commitment_get_type ())

G_DECLARE_FINAL_TYPE (AtlasCommitment, atlas_commitment, ATLAS, COMMITMENT, AtlasRecord)

AtlasCommitmentState atlas_commitment_get_state (AtlasCommitment *self);
const AtlasDate *atlas_commitment_get_due (AtlasCommitment *self);
const AtlasLog *atlas_commitment_get_follow_ups (AtlasCommitment *self);

G_END_DECLS
