/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

typedef struct _AtlasMergeEdit AtlasMergeEdit;

AtlasMergeEdit *_atlas_merge_edit_new (AtlasDataset *mine, AtlasDataset *theirs);
void _atlas_merge_edit_free (AtlasMergeEdit *self);
void _atlas_merge_edit_put (AtlasMergeEdit *self, AtlasRecord *record);
gboolean _atlas_merge_edit_is_empty (AtlasMergeEdit *self);
void _atlas_merge_edit_remove (AtlasMergeEdit *self, const char *id);
AtlasDataset *_atlas_merge_edit_apply (AtlasMergeEdit *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMergeEdit, _atlas_merge_edit_free)

G_END_DECLS
