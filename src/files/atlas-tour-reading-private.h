/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-reading-private.h"

G_BEGIN_DECLS

AtlasTour *_atlas_tour_read (AtlasReading *reading, guint at, JsonNode *node);

G_END_DECLS
