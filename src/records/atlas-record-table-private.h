/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

/* No valid slot. */
#define ATLAS_NO_SLOT G_MAXUINT32

typedef struct _AtlasRecordTable AtlasRecordTable;

AtlasRecordTable *_atlas_record_table_new (void);
AtlasRecordTable *_atlas_record_table_ref (AtlasRecordTable *self);
void _atlas_record_table_unref (AtlasRecordTable *self);
gboolean _atlas_record_table_add (AtlasRecordTable *self, AtlasRecord *record);
void _atlas_record_table_complete (AtlasRecordTable *self);
AtlasRecordTable *_atlas_record_table_derive (AtlasRecordTable *base,
                                              GPtrArray *put,
                                              const char *const *removed,
                                              GError **error);
GArray *_atlas_record_table_get_slots (AtlasRecordTable *self, AtlasRecordKind kind);
guint32 _atlas_record_table_lookup (AtlasRecordTable *self, const char *id);
guint32 _atlas_record_table_find (AtlasRecordTable *self, AtlasRecord *record);
AtlasRecord *_atlas_record_table_get (AtlasRecordTable *self, guint32 slot);
const guint32 *_atlas_record_table_get_references (AtlasRecordTable *self,
                                                   guint32 slot,
                                                   AtlasRole role,
                                                   guint *len);
const guint32 *_atlas_record_table_get_referrers (AtlasRecordTable *self, guint32 slot, guint *len);

G_END_DECLS
