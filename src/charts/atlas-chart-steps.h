/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-chart.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CHART_STEPS (atlas_chart_steps_get_type ())

G_DECLARE_FINAL_TYPE (AtlasChartSteps, atlas_chart_steps, ATLAS, CHART_STEPS, AtlasChart)

AtlasChart *atlas_chart_steps_new (GType stages, guint reached);

G_END_DECLS
