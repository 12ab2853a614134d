/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-panel.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TRANSPORT_PANEL (atlas_transport_panel_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTransportPanel,
                      atlas_transport_panel,
                      ATLAS,
                      TRANSPORT_PANEL,
                      AtlasPanel)

G_END_DECLS
