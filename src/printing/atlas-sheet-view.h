/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-sheet.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SHEET_VIEW (atlas_sheet_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSheetView, atlas_sheet_view, ATLAS, SHEET_VIEW, GtkWidget)

void atlas_sheet_view_set_sheet (AtlasSheetView *self, AtlasSheet *sheet);
void atlas_sheet_view_set_scale (AtlasSheetView *self, double scale);
double atlas_sheet_view_get_shown_scale (AtlasSheetView *self);

G_END_DECLS
