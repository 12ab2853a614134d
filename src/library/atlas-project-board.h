/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-project-item.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PROJECT_BOARD (atlas_project_board_get_type ())

G_DECLARE_FINAL_TYPE (AtlasProjectBoard, atlas_project_board, ATLAS, PROJECT_BOARD, AdwBin)

GtkWidget *atlas_project_board_new (GListModel *items);
void atlas_project_board_set_editable (AtlasProjectBoard *self, gboolean editable);
void atlas_project_board_select (AtlasProjectBoard *self, AtlasRecord *project);

G_END_DECLS
