/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-field.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SECTIONS_FIELD (atlas_sections_field_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSectionsField, atlas_sections_field, ATLAS, SECTIONS_FIELD, AtlasField)

void atlas_sections_field_read (AtlasSectionsField *self, GFile *file);

G_END_DECLS
