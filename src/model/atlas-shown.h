/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

gboolean   atlas_shown_contains (AtlasScope      *scope,
                                 AtlasFilter     *filter,
                                 AtlasRecord     *record);
GPtrArray *atlas_shown_list     (AtlasScope      *scope,
                                 AtlasFilter     *filter,
                                 AtlasRecordKind  kind);
gboolean   atlas_shown_ignores  (AtlasFilter     *filter,
                                 AtlasRecordKind  kind);

G_END_DECLS
