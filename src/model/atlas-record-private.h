/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

void _atlas_record_index_references (AtlasRecord *self);
void _atlas_record_disconnect       (AtlasRecord *self);

G_END_DECLS
