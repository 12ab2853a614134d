/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-panel.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_OVERVIEW_PANEL (atlas_overview_panel_get_type ())

G_DECLARE_FINAL_TYPE (AtlasOverviewPanel, atlas_overview_panel, ATLAS, OVERVIEW_PANEL, AtlasPanel)

G_END_DECLS
