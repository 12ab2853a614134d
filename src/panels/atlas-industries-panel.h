/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-panel.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_INDUSTRIES_PANEL (atlas_industries_panel_get_type ())

G_DECLARE_FINAL_TYPE (AtlasIndustriesPanel,
                      atlas_industries_panel,
                      ATLAS,
                      INDUSTRIES_PANEL,
                      AtlasPanel)

G_END_DECLS
