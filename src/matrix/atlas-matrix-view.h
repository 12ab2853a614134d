/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-matrix-grid.h"
#include "atlas-matrix.h"
#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_MATRIX_VIEW (atlas_matrix_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMatrixView, atlas_matrix_view, ATLAS, MATRIX_VIEW, AdwBin)

GtkWidget *atlas_matrix_view_new (AtlasNavigation *navigation);
void atlas_matrix_view_prepare (AtlasMatrixView *self, int width);

G_END_DECLS
