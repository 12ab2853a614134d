/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-project-item.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PROJECT_CARD (atlas_project_card_get_type ())

G_DECLARE_FINAL_TYPE (AtlasProjectCard, atlas_project_card, ATLAS, PROJECT_CARD, AdwBin)

GtkWidget *atlas_project_card_new (void);
void atlas_project_card_set_item (AtlasProjectCard *self, AtlasProjectItem *item);
AtlasProjectItem *atlas_project_card_get_item (AtlasProjectCard *self);

G_END_DECLS
