/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-project-item.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PROJECT_TABLE (atlas_project_table_get_type ())

G_DECLARE_FINAL_TYPE (AtlasProjectTable, atlas_project_table, ATLAS, PROJECT_TABLE, AdwBin)

GtkWidget *atlas_project_table_new (GListModel *items);
void atlas_project_table_select (AtlasProjectTable *self, AtlasRecord *project);

G_END_DECLS
