/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-panel.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_NEXT_STEPS_PANEL (atlas_next_steps_panel_get_type ())

G_DECLARE_FINAL_TYPE (AtlasNextStepsPanel,
                      atlas_next_steps_panel,
                      ATLAS,
                      NEXT_STEPS_PANEL,
                      AtlasPanel)

gboolean atlas_next_steps_panel_get_by_place (AtlasNextStepsPanel *self);
void atlas_next_steps_panel_set_by_place (AtlasNextStepsPanel *self, gboolean by_place);
void atlas_next_steps_panel_add_counts (AtlasPanel *panel, GPtrArray *commitments);
gboolean atlas_next_steps_panel_get_by_state (AtlasNextStepsPanel *self);
void atlas_next_steps_panel_set_by_state (AtlasNextStepsPanel *self, gboolean by_state);

G_END_DECLS
