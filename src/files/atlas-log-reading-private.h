/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-log.h"
#include "atlas-reading-private.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

AtlasLog *
_atlas_log_read (AtlasReading *reading, const AtlasMember *member, guint at, JsonNode *node);

G_END_DECLS
