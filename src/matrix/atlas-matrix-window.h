/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_MATRIX_WINDOW (atlas_matrix_window_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMatrixWindow, atlas_matrix_window, ATLAS, MATRIX_WINDOW, AdwWindow)

GtkWidget *atlas_matrix_window_new (AtlasNavigation *navigation, GtkWindow *parent);

G_END_DECLS
