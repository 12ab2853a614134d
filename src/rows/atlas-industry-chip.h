/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_INDUSTRY_CHIP (atlas_industry_chip_get_type ())

G_DECLARE_FINAL_TYPE (AtlasIndustryChip, atlas_industry_chip, ATLAS, INDUSTRY_CHIP, GtkButton)

GtkWidget *atlas_industry_chip_new (AtlasIndustry *industry, AtlasNavigation *navigation);
AtlasIndustry *atlas_industry_chip_get_industry (AtlasIndustryChip *self);
void atlas_industry_chip_set_short (AtlasIndustryChip *self, gboolean is_short);

G_END_DECLS
