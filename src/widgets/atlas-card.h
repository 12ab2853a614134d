/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_CARD (atlas_card_get_type ())

G_DECLARE_FINAL_TYPE (AtlasCard, atlas_card, ATLAS, CARD, GtkWidget)

G_END_DECLS
