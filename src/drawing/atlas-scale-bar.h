/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-map-style.h"
#include "atlas-text.h"

G_BEGIN_DECLS

void atlas_scale_bar_draw (cairo_t *cr,
                           double right,
                           double bottom,
                           double longest,
                           double metres_per_pixel,
                           AtlasMapStyle style,
                           AtlasLanguage language);

G_END_DECLS
