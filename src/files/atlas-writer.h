/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

GBytes *atlas_writer_write (AtlasDataset *dataset);
GBytes *atlas_writer_write_tours (GPtrArray *tours);
void atlas_writer_append_record (GString *text, AtlasRecord *record);
void atlas_writer_append_member (GString *text, AtlasRecord *record, const AtlasMember *member);

G_END_DECLS
