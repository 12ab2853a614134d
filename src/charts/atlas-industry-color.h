/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-chart.h"

G_BEGIN_DECLS

AtlasChartColor atlas_industry_color_for_group (AtlasIndustryGroup group, gboolean dark);

G_END_DECLS
