/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SIDE_PANEL (atlas_side_panel_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSidePanel, atlas_side_panel, ATLAS, SIDE_PANEL, GtkWidget)

GtkWidget *atlas_side_panel_new (AtlasNavigation *navigation);
const char *atlas_side_panel_get_page (AtlasSidePanel *self);
void atlas_side_panel_show_page (AtlasSidePanel *self, const char *page);
void atlas_side_panel_set_loading (AtlasSidePanel *self, const char *name);
void atlas_side_panel_set_can_edit (AtlasSidePanel *self, gboolean can_edit);

G_END_DECLS
