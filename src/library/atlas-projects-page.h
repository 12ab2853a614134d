/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PROJECTS_PAGE (atlas_projects_page_get_type ())

G_DECLARE_FINAL_TYPE (AtlasProjectsPage, atlas_projects_page, ATLAS, PROJECTS_PAGE, AdwBin)

GtkWidget *atlas_projects_page_new (AtlasNavigation *navigation);
gboolean atlas_projects_page_get_editable (AtlasProjectsPage *self);
void atlas_projects_page_set_editable (AtlasProjectsPage *self, gboolean editable);

G_END_DECLS
