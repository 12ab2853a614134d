/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-reading-private.h"

G_BEGIN_DECLS

void _atlas_omission_name_records (AtlasReading *reading);
gboolean _atlas_omission_apply (AtlasReading *reading);

G_END_DECLS
