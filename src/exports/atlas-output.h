/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

cairo_status_t atlas_output_append (void *array, const unsigned char *data, unsigned int length);
gboolean
atlas_output_write (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error);

G_END_DECLS
