/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-navigation.h"
#include "atlas-row.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_ROW_VIEW (atlas_row_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasRowView, atlas_row_view, ATLAS, ROW_VIEW, GtkWidget)

GtkWidget *atlas_row_view_new (void);
void atlas_row_view_set_row (AtlasRowView *self, AtlasRow *row, AtlasNavigation *navigation);

G_END_DECLS
