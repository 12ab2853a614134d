/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PARTNERSHIP (atlas_partnership_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPartnership, atlas_partnership, ATLAS, PARTNERSHIP, AtlasRecord)

AtlasPartnershipStage atlas_partnership_get_stage (AtlasPartnership *self);

G_END_DECLS
