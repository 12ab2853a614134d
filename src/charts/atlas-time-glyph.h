/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <cairo.h>

#include "atlas-record.h"

G_BEGIN_DECLS

void atlas_time_glyph_draw (cairo_t *cr, AtlasRecord *record, double x, double y, double size);

G_END_DECLS
