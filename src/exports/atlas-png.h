/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

gboolean atlas_png_append (GByteArray *bytes,
                           cairo_surface_t *surface,
                           double dots_per_inch,
                           const char *title,
                           const char *description);

G_END_DECLS
