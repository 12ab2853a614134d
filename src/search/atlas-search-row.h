/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-row.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SEARCH_ROW (atlas_search_row_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSearchRow, atlas_search_row, ATLAS, SEARCH_ROW, GtkWidget)

GtkWidget *atlas_search_row_new (void);
void atlas_search_row_set_row (AtlasSearchRow *self, AtlasRow *row);

G_END_DECLS
