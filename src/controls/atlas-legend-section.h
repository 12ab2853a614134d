/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-link-pill.h"
#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LEGEND_SECTION (atlas_legend_section_get_type ())

G_DECLARE_FINAL_TYPE (AtlasLegendSection, atlas_legend_section, ATLAS, LEGEND_SECTION, GtkWidget)

GtkWidget *atlas_legend_section_new (AtlasFacet facet, AtlasNavigation *navigation);
gboolean atlas_legend_section_get_unfolded (AtlasLegendSection *self);
void atlas_legend_section_set_unfolded (AtlasLegendSection *self, gboolean unfolded);
void atlas_legend_section_set_style (AtlasLegendSection *self, AtlasMapStyle style);
void atlas_legend_section_set_signs (AtlasLegendSection *self, const AtlasLinkSigns *signs);

G_END_DECLS
