/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-record-table-private.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_RECORD_LIST (atlas_record_list_get_type ())

G_DECLARE_FINAL_TYPE (AtlasRecordList, atlas_record_list, ATLAS, RECORD_LIST, GObject)

AtlasRecordList *_atlas_record_list_new (AtlasRecordTable *table, AtlasRecordKind kind);

G_END_DECLS
