/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-chart-bar.h"
#include "atlas-chart-steps.h"

G_BEGIN_DECLS

void _atlas_chart_bar_locate (AtlasChartBar *self, double width, double *x, double *length);
void _atlas_chart_steps_locate (AtlasChartSteps *self,
                                guint index,
                                double width,
                                double *x,
                                double *length);

G_END_DECLS
