/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-facet.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LEGEND_ROW (atlas_legend_row_get_type ())

G_DECLARE_FINAL_TYPE (AtlasLegendRow, atlas_legend_row, ATLAS, LEGEND_ROW, GtkToggleButton)

GtkWidget *atlas_legend_row_new (AtlasFacet facet, guint value);
guint atlas_legend_row_get_value (AtlasLegendRow *self);
void atlas_legend_row_set_count (AtlasLegendRow *self, guint count, guint n_undated);
void atlas_legend_row_set_style (AtlasLegendRow *self, AtlasMapStyle style);

G_END_DECLS
