/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"
#include "atlas-link.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_MATRIX (atlas_matrix_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMatrix, atlas_matrix, ATLAS, MATRIX, GObject)

AtlasMatrix *atlas_matrix_new (AtlasScope *scope, AtlasFilter *filter);
guint atlas_matrix_get_n_rows (AtlasMatrix *self);
guint atlas_matrix_get_n_columns (AtlasMatrix *self);
AtlasPlace *atlas_matrix_get_row (AtlasMatrix *self, guint row);
AtlasPlace *atlas_matrix_get_column (AtlasMatrix *self, guint column);
AtlasLink *atlas_matrix_get_link (AtlasMatrix *self, guint row, guint column);
GPtrArray *atlas_matrix_get_industries (AtlasMatrix *self, AtlasLink *link);
gboolean atlas_matrix_is_row_lit (AtlasMatrix *self, guint row);
gboolean atlas_matrix_is_column_lit (AtlasMatrix *self, guint column);
gboolean atlas_matrix_is_link_lit (AtlasMatrix *self, AtlasLink *link);
gboolean atlas_matrix_is_lit (AtlasMatrix *self, AtlasLink *link, AtlasIndustry *industry);
gboolean atlas_matrix_is_in_doubt (AtlasMatrix *self, AtlasLink *link);
gboolean atlas_matrix_has_same_cells (AtlasMatrix *self, AtlasMatrix *other);

G_END_DECLS
