/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_INDUSTRIES_PAGE (atlas_industries_page_get_type ())

G_DECLARE_FINAL_TYPE (AtlasIndustriesPage, atlas_industries_page, ATLAS, INDUSTRIES_PAGE, AdwBin)

GtkWidget *atlas_industries_page_new (AtlasNavigation *navigation);

G_END_DECLS
