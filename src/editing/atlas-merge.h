/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-conflict.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_MERGE (atlas_merge_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMerge, atlas_merge, ATLAS, MERGE, GObject)

AtlasMerge *atlas_merge_new (AtlasDataset *base, AtlasDataset *mine, AtlasDataset *theirs);
AtlasMerge *atlas_merge_repeat (AtlasMerge *self, AtlasDataset *mine);
AtlasDataset *atlas_merge_get_base (AtlasMerge *self);
AtlasDataset *atlas_merge_get_mine (AtlasMerge *self);
AtlasDataset *atlas_merge_get_theirs (AtlasMerge *self);
gboolean atlas_merge_has_news (AtlasMerge *self);
GPtrArray *atlas_merge_get_conflicts (AtlasMerge *self);
void atlas_merge_resolve (AtlasMerge *self, guint index, AtlasSide side);
AtlasDataset *atlas_merge_create_dataset (AtlasMerge *self, GError **error);

G_END_DECLS
