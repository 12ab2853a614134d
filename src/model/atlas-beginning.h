/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

const AtlasDate *atlas_beginning_of         (AtlasRecord *record);
const AtlasDate *atlas_beginning_get_stated (AtlasRecord *record);
gboolean         atlas_beginning_is_undated (AtlasRecord *record);
gboolean         atlas_beginning_is_told    (AtlasRecord *record);

G_END_DECLS
