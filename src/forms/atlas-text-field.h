/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-field.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TEXT_FIELD (atlas_text_field_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTextField, atlas_text_field, ATLAS, TEXT_FIELD, AtlasField)

G_END_DECLS
