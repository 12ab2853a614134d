/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_INDUSTRIES_PAGE (atlas_industries_page_get_type ())

G_DECLARE_FINAL_TYPE (AtlasIndustriesPage, atlas_industries_page, ATLAS, INDUSTRIES_PAGE, AdwBin)

AtlasNavigation *atlas_industries_page_get_navigation (AtlasIndustriesPage *self);
void             atlas_industries_page_set_navigation (AtlasIndustriesPage *self,
                                                       AtlasNavigation     *navigation);

G_END_DECLS
