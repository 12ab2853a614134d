/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-field.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_VALUE_FIELD (atlas_value_field_get_type ())

G_DECLARE_FINAL_TYPE (AtlasValueField, atlas_value_field, ATLAS, VALUE_FIELD, AtlasField)

void atlas_value_field_set_text (AtlasValueField *self, const char *text);
void atlas_value_field_set_editable (AtlasValueField *self, gboolean is_editable);
void atlas_value_field_read_again (AtlasValueField *self);

G_END_DECLS
