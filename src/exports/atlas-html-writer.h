/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-summary.h"

G_BEGIN_DECLS

GBytes *atlas_html_writer_write (AtlasScope *scope,
                                 AtlasFilter *filter,
                                 AtlasBaseMap *base_map,
                                 const AtlasSummaryOptions *options,
                                 GCancellable *cancellable,
                                 AtlasProgressFunc progress,
                                 gpointer progress_data,
                                 GError **error);

G_END_DECLS
