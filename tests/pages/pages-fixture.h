/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-summary.h"
#include "atlas-test-dataset.h"

G_BEGIN_DECLS

AtlasScope *pages_fixture_new_scope (AtlasDataset *dataset, const char *id);
AtlasSummary *pages_fixture_new_summary (AtlasScope *scope, const AtlasSummaryOptions *options);

G_END_DECLS
