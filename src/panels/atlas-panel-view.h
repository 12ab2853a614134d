/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-panel.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PANEL_VIEW (atlas_panel_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPanelView, atlas_panel_view, ATLAS, PANEL_VIEW, AdwBin)

void atlas_panel_view_set_panel (AtlasPanelView *self, AtlasPanel *panel);

G_END_DECLS
