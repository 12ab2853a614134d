/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"
#include "atlas-manuscript.h"

G_BEGIN_DECLS

void atlas_brief_add (AtlasManuscript *manuscript, const AtlasFacts *facts);

G_END_DECLS
