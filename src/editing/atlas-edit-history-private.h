/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-change.h"
#include "atlas-merge.h"

G_BEGIN_DECLS

typedef struct _AtlasEditHistory AtlasEditHistory;

AtlasEditHistory *_atlas_edit_history_new (void);
void _atlas_edit_history_free (AtlasEditHistory *self);
void _atlas_edit_history_add (AtlasEditHistory *self,
                              AtlasDataset *before,
                              GPtrArray *changes,
                              guint session);
void _atlas_edit_history_end_session (AtlasEditHistory *self);
gboolean _atlas_edit_history_can_undo (AtlasEditHistory *self);
gboolean _atlas_edit_history_can_redo (AtlasEditHistory *self);
AtlasDataset *_atlas_edit_history_undo (AtlasEditHistory *self, AtlasDataset *current);
AtlasDataset *_atlas_edit_history_redo (AtlasEditHistory *self, AtlasDataset *current);
char *_atlas_edit_history_describe_undo (AtlasEditHistory *self, AtlasLanguage language);
char *_atlas_edit_history_describe_redo (AtlasEditHistory *self, AtlasLanguage language);
void _atlas_edit_history_add_merge (AtlasEditHistory *self, AtlasMerge *merge);

G_END_DECLS
