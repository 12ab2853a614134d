/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"

G_BEGIN_DECLS

/**
 * AtlasChangeAction:
 * @ATLAS_CHANGE_ACTION_ADDED: the record exists only in the later dataset
 * @ATLAS_CHANGE_ACTION_REMOVED: the record exists only in the earlier dataset
 * @ATLAS_CHANGE_ACTION_EDITED: some members differ
 */
typedef enum
{
  ATLAS_CHANGE_ACTION_ADDED,
  ATLAS_CHANGE_ACTION_REMOVED,
  ATLAS_CHANGE_ACTION_EDITED,
} AtlasChangeAction;

#define ATLAS_TYPE_CHANGE (atlas_change_get_type ())

G_DECLARE_FINAL_TYPE (AtlasChange, atlas_change, ATLAS, CHANGE, GObject)

AtlasChange *atlas_change_new (AtlasRecord *from, AtlasRecord *to);
AtlasChange *atlas_change_new_for_head (AtlasDataset *from, AtlasDataset *to);
AtlasChangeAction atlas_change_get_action (AtlasChange *self);
gboolean atlas_change_is_of_head (AtlasChange *self);
AtlasRecordKind atlas_change_get_record_kind (AtlasChange *self);
const char *atlas_change_get_id (AtlasChange *self);
AtlasRecord *atlas_change_get_from (AtlasChange *self);
AtlasRecord *atlas_change_get_to (AtlasChange *self);
AtlasDataset *atlas_change_get_head_to (AtlasChange *self);
const char *const *atlas_change_get_members (AtlasChange *self);
gboolean atlas_change_has_member (AtlasChange *self, const char *member);
const char *
atlas_change_name_member (AtlasRecordKind kind, const char *member, AtlasLanguage language);
const char *atlas_change_name_head_member (const char *member, AtlasLanguage language);
int atlas_change_compare (AtlasChange *self, AtlasChange *other);
char *atlas_change_describe (AtlasChange *self, AtlasLanguage language);

G_END_DECLS
