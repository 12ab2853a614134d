/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_HOVER_CARD (atlas_hover_card_get_type ())

G_DECLARE_FINAL_TYPE (AtlasHoverCard, atlas_hover_card, ATLAS, HOVER_CARD, GtkWidget)

void atlas_hover_card_set_records (AtlasHoverCard *self, AtlasDataset *dataset, GPtrArray *records);

G_END_DECLS
