/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-filter-chip.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FILTER_CHIPS (atlas_filter_chips_get_type ())

G_DECLARE_FINAL_TYPE (AtlasFilterChips, atlas_filter_chips, ATLAS, FILTER_CHIPS, GObject)

AtlasFilterChips *atlas_filter_chips_new (AtlasFilter *filter);

G_END_DECLS
