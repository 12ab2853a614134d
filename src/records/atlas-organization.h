/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_ORGANIZATION (atlas_organization_get_type ())

G_DECLARE_FINAL_TYPE (AtlasOrganization, atlas_organization, ATLAS, ORGANIZATION, AtlasRecord)

G_END_DECLS
