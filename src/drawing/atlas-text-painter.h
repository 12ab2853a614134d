/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

void atlas_text_painter_show (cairo_t *cr, PangoLayout *layout);

G_END_DECLS
