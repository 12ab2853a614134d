/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasSide:
 * @ATLAS_SIDE_MINE: the dataset with the edits of the user
 * @ATLAS_SIDE_THEIRS: the dataset of the file, which another program has changed
 */
typedef enum
{
  ATLAS_SIDE_MINE,
  ATLAS_SIDE_THEIRS,
} AtlasSide;

#define ATLAS_TYPE_CONFLICT (atlas_conflict_get_type ())

G_DECLARE_FINAL_TYPE (AtlasConflict, atlas_conflict, ATLAS, CONFLICT, GObject)

AtlasConflict *
atlas_conflict_new (const char *id, const char *member, AtlasRecord *mine, AtlasRecord *theirs);
const char *atlas_conflict_get_id (AtlasConflict *self);
const char *atlas_conflict_get_member (AtlasConflict *self);
AtlasRecord *atlas_conflict_get_record (AtlasConflict *self, AtlasSide side);
AtlasSide atlas_conflict_get_side (AtlasConflict *self);
void atlas_conflict_set_side (AtlasConflict *self, AtlasSide side);

G_END_DECLS
