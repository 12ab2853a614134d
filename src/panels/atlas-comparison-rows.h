/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-panel.h"

G_BEGIN_DECLS

void atlas_panel_add_comparison (AtlasPanel *self);

G_END_DECLS
