/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-panel.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CHECKS_PANEL (atlas_checks_panel_get_type ())

G_DECLARE_FINAL_TYPE (AtlasChecksPanel, atlas_checks_panel, ATLAS, CHECKS_PANEL, AtlasPanel)

G_END_DECLS
