/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-json-scanner-private.h"

G_BEGIN_DECLS

typedef struct _AtlasJsonIndex AtlasJsonIndex;

AtlasJsonIndex *_atlas_json_index_new (const char *text,
                                       gsize length,
                                       AtlasFaultList *faults,
                                       GCancellable *cancellable);
void _atlas_json_index_free (AtlasJsonIndex *self);
const AtlasJsonValue *_atlas_json_index_get (const AtlasJsonIndex *self, guint number);
char _atlas_json_index_peek (const AtlasJsonIndex *self, guint number);
char *_atlas_json_index_dup_name (const AtlasJsonIndex *self, guint number);
char *_atlas_json_index_dup_place (AtlasJsonIndex *self, guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasJsonIndex, _atlas_json_index_free)

G_END_DECLS
