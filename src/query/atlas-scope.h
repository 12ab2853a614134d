/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-place.h"

G_BEGIN_DECLS

/**
 * AtlasScopeKind:
 * @ATLAS_SCOPE_KIND_PROVINCE: everything
 * @ATLAS_SCOPE_KIND_PLACE: a place and everything about it
 * @ATLAS_SCOPE_KIND_LINK: a partnership or route, and everything between its ends
 * @ATLAS_SCOPE_KIND_INDUSTRY: an industry and its partnerships
 * @ATLAS_SCOPE_KIND_RECORD: any other record and what is related to it
 * @ATLAS_SCOPE_KIND_COMPARISON: two places or links, and everything about either
 */
typedef enum
{
  ATLAS_SCOPE_KIND_PROVINCE,
  ATLAS_SCOPE_KIND_PLACE,
  ATLAS_SCOPE_KIND_LINK,
  ATLAS_SCOPE_KIND_INDUSTRY,
  ATLAS_SCOPE_KIND_RECORD,
  ATLAS_SCOPE_KIND_COMPARISON,
} AtlasScopeKind;

#define ATLAS_TYPE_SCOPE (atlas_scope_get_type ())

G_DECLARE_FINAL_TYPE (AtlasScope, atlas_scope, ATLAS, SCOPE, GObject)

AtlasScope *atlas_scope_new (AtlasDataset *dataset, AtlasRecord *subject);
AtlasScope *
atlas_scope_new_comparison (AtlasDataset *dataset, AtlasRecord *first, AtlasRecord *second);
AtlasScope *atlas_scope_new_from_ids (AtlasDataset *dataset, const char *ids);
char *atlas_scope_dup_ids (AtlasScope *self);
gboolean atlas_scope_can_compare (AtlasDataset *dataset, AtlasRecord *first, AtlasRecord *second);
AtlasScopeKind atlas_scope_get_kind (AtlasScope *self);
AtlasDataset *atlas_scope_get_dataset (AtlasScope *self);
AtlasRecord *atlas_scope_get_subject (AtlasScope *self);
AtlasRecord *atlas_scope_get_other (AtlasScope *self);
gboolean atlas_scope_is_about (AtlasScope *self, AtlasRecord *record);
const char *atlas_scope_get_name (AtlasScope *self, AtlasLanguage language);
gboolean atlas_scope_contains (AtlasScope *self, AtlasRecord *record);
gboolean atlas_scope_lights (AtlasScope *self, AtlasRecord *record);
GPtrArray *atlas_scope_dup_records (AtlasScope *self, AtlasRecordKind kind);
GPtrArray *atlas_scope_dup_ancestors (AtlasScope *self);
GStrv atlas_scope_dup_prefectures (AtlasScope *self);

G_END_DECLS
