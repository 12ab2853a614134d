/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-summary.h"

G_BEGIN_DECLS

GBytes *atlas_docx_writer_write (AtlasSummary *summary, gboolean has_notes, GError **error);

G_END_DECLS
