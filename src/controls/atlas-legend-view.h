/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-link-pill.h"
#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LEGEND_VIEW (atlas_legend_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasLegendView, atlas_legend_view, ATLAS, LEGEND_VIEW, GtkWidget)

GtkWidget *atlas_legend_view_new (AtlasNavigation *navigation);
void atlas_legend_view_set_signs (AtlasLegendView *self, const AtlasLinkSigns *signs);
void atlas_legend_view_set_style (AtlasLegendView *self, AtlasMapStyle style);
int atlas_legend_view_measure_folded (AtlasLegendView *self);
int atlas_legend_view_measure_unfolded (AtlasLegendView *self);

G_END_DECLS
