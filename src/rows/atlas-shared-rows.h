/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-figure.h"
#include "atlas-link.h"
#include "atlas-panel.h"
#include "atlas-project.h"

G_BEGIN_DECLS

/**
 * AtlasProjectFunc:
 * @project: a project
 *
 * Returns: whether a panel shows @project
 */
typedef gboolean (*AtlasProjectFunc) (AtlasProject *project);

AtlasRow *atlas_panel_add_record (AtlasPanel *self, AtlasRecord *record);
void atlas_panel_add_project (AtlasPanel *self, AtlasProject *project);
void atlas_panel_add_projects (AtlasPanel *self, AtlasProjectFunc shows);
gboolean atlas_project_is_transport (AtlasProject *project);
gboolean atlas_project_is_measured (AtlasProject *project);
AtlasRow *atlas_panel_add_figure (AtlasPanel *self, AtlasFigure *figure);

G_END_DECLS
