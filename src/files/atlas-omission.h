/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-reading.h"

G_BEGIN_DECLS

void     atlas_omission_name_records (AtlasReading *reading);
gboolean atlas_omission_apply        (AtlasReading *reading);

G_END_DECLS
