/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"
#include "atlas-manuscript.h"
#include "atlas-summary.h"

G_BEGIN_DECLS

gboolean atlas_tour_pages_add (AtlasManuscript *manuscript,
                               const AtlasFacts *facts,
                               AtlasTour *tour,
                               GCancellable *cancellable,
                               AtlasProgressFunc progress,
                               gpointer progress_data,
                               GError **error);

G_END_DECLS
