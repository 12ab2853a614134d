/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FILTER_CHIP (atlas_filter_chip_get_type ())

G_DECLARE_FINAL_TYPE (AtlasFilterChip, atlas_filter_chip, ATLAS, FILTER_CHIP, GObject)

const char *atlas_filter_chip_get_label (AtlasFilterChip *self);
gboolean atlas_filter_chip_is_until (AtlasFilterChip *self);
gboolean atlas_filter_chip_is_whole (AtlasFilterChip *self);
void atlas_filter_chip_remove (AtlasFilterChip *self);

G_END_DECLS
