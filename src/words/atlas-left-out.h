/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

char *atlas_left_out_describe (AtlasDataset *dataset, AtlasLanguage language);

G_END_DECLS
