/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-field.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_WORD_FIELD (atlas_word_field_get_type ())

G_DECLARE_FINAL_TYPE (AtlasWordField, atlas_word_field, ATLAS, WORD_FIELD, AtlasField)

G_END_DECLS
