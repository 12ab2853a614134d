/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-summary.h"

G_BEGIN_DECLS

void atlas_pdf_writer_describe (cairo_surface_t *surface, AtlasSummary *summary);
GBytes *atlas_pdf_writer_write (AtlasSummary *summary,
                                GCancellable *cancellable,
                                AtlasProgressFunc progress,
                                gpointer progress_data,
                                GError **error);

G_END_DECLS
