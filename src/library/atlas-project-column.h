/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-project-item.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PROJECT_COLUMN (atlas_project_column_get_type ())

G_DECLARE_FINAL_TYPE (AtlasProjectColumn, atlas_project_column, ATLAS, PROJECT_COLUMN, AdwBin)

GtkWidget *atlas_project_column_new (GListModel *items, AtlasProjectStage stage);
AtlasProjectStage atlas_project_column_get_stage (AtlasProjectColumn *self);
void atlas_project_column_set_editable (AtlasProjectColumn *self, gboolean editable);
gboolean atlas_project_column_focus (AtlasProjectColumn *self, const char *id);
gboolean atlas_project_column_select (AtlasProjectColumn *self, AtlasRecord *project);

G_END_DECLS
