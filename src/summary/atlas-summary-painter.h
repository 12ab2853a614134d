/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-summary.h"

G_BEGIN_DECLS

void atlas_summary_painter_paint (cairo_t *cr, AtlasSummary *summary, guint page);

G_END_DECLS
