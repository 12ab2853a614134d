/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

AtlasRecord *
_atlas_reader_read_record (const char *text, AtlasDataset *dataset, GPtrArray **faults);

G_END_DECLS
