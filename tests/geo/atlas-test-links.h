/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

AtlasDataset *atlas_test_links_make (guint n_places, guint n_links);
AtlasDataset *atlas_test_links_make_far (double latitude, double longitude);
AtlasRecord *atlas_test_links_get (AtlasDataset *dataset, const char *id);

G_END_DECLS
