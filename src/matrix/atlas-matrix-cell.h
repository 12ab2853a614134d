/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-matrix.h"
#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_MATRIX_CELL (atlas_matrix_cell_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMatrixCell, atlas_matrix_cell, ATLAS, MATRIX_CELL, GtkWidget)

GtkWidget *
atlas_matrix_cell_new (AtlasMatrix *matrix, AtlasLink *link, AtlasNavigation *navigation);
void atlas_matrix_cell_light (AtlasMatrixCell *self, AtlasMatrix *matrix);
void atlas_matrix_cell_set_compact (AtlasMatrixCell *self, gboolean is_compact);

G_END_DECLS
