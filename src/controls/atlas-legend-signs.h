/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-link-pill.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LEGEND_SIGNS (atlas_legend_signs_get_type ())

G_DECLARE_FINAL_TYPE (AtlasLegendSigns, atlas_legend_signs, ATLAS, LEGEND_SIGNS, GtkBox)

GtkWidget *atlas_legend_signs_new (void);
void atlas_legend_signs_show (AtlasLegendSigns *self, const AtlasLinkSigns *signs);
void atlas_legend_signs_set_style (AtlasLegendSigns *self, AtlasMapStyle style);

G_END_DECLS
