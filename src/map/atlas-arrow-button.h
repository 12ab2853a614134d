/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-edge-arrows.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_ARROW_BUTTON (atlas_arrow_button_get_type ())

G_DECLARE_FINAL_TYPE (AtlasArrowButton, atlas_arrow_button, ATLAS, ARROW_BUTTON, GtkWidget)

AtlasArrowButton *atlas_arrow_button_new (void);
void atlas_arrow_button_show (AtlasArrowButton *self,
                              GPtrArray *arrows,
                              guint index,
                              AtlasMapStyle style);
GPtrArray *atlas_arrow_button_dup_places (AtlasArrowButton *self);

G_END_DECLS
