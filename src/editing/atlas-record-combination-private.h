/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

AtlasRecord *
_atlas_record_combine (AtlasRecord *record, AtlasRecord *other, const char *const *members);

G_END_DECLS
