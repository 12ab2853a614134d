/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"

G_BEGIN_DECLS

GPtrArray *atlas_progress_list (const AtlasFacts *facts);
GPtrArray *atlas_progress_list_events (const AtlasFacts *facts);
gboolean atlas_progress_is_report (AtlasRecord *event, AtlasDataset *dataset);
AtlasRecord *atlas_progress_get_project (AtlasRecord *event, AtlasDataset *dataset);

G_END_DECLS
