/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

GBytes *atlas_writer_write (AtlasDataset *dataset);
GBytes *atlas_writer_write_tours (GPtrArray *tours);

G_END_DECLS
