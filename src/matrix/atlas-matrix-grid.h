/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_MATRIX_GRID (atlas_matrix_grid_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMatrixGrid, atlas_matrix_grid, ATLAS, MATRIX_GRID, GtkWidget)

GtkWidget *atlas_matrix_grid_new (void);
void atlas_matrix_grid_set_children (AtlasMatrixGrid *self,
                                     GPtrArray *rows,
                                     GPtrArray *columns,
                                     GPtrArray *cells);
GtkWidget *atlas_matrix_grid_get_child (AtlasMatrixGrid *self, int row, int column);
void atlas_matrix_grid_scroll_to (AtlasMatrixGrid *self, int row, int column);
gboolean atlas_matrix_grid_get_compact (AtlasMatrixGrid *self);
int atlas_matrix_grid_prepare (AtlasMatrixGrid *self, int width);

G_END_DECLS
