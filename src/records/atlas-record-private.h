/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

guint32 _atlas_record_get_slot (AtlasRecord *self);
void _atlas_record_set_slot (AtlasRecord *self, guint32 slot);
gboolean _atlas_record_is_sealed (AtlasRecord *self);
void _atlas_record_seal (AtlasRecord *self);

/* Returns whether a citation is the one searched. */
typedef gboolean (*AtlasCitationFunc) (const AtlasCitation *citation, gconstpointer data);

const AtlasCitation *
_atlas_record_find_citation (AtlasRecord *self, AtlasCitationFunc matches, gconstpointer data);

G_END_DECLS
