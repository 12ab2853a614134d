/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-reading-private.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

AtlasRecord *_atlas_reading_read_record (AtlasReading *self,
                                         const AtlasSchema *schema,
                                         guint at,
                                         JsonNode *node);

G_END_DECLS
