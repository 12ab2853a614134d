/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-panel.h"
#include "atlas-time-series.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TIMELINE_PANEL (atlas_timeline_panel_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTimelinePanel, atlas_timeline_panel, ATLAS, TIMELINE_PANEL, AtlasPanel)

AtlasTimeSeries *atlas_timeline_panel_get_series (AtlasTimelinePanel *self);

G_END_DECLS
