/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-text.h"
#include "atlas-vocabulary.h"

G_BEGIN_DECLS

const char *atlas_label_for (GType enum_type, int value, AtlasLanguage language);
const char *atlas_code_for (GType enum_type, int value);
const char *atlas_label_for_record_kind (AtlasRecordKind kind, AtlasLanguage language);
const char *
atlas_label_for_member (AtlasRecordKind kind, const char *member, AtlasLanguage language);

G_END_DECLS
