/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-industry-color.h"

/* The colors of the groups of industries. Nine hues are hard to tell apart, so the name of the
 * industry is always written in or beside its color. The color only helps to find industries of the
 * same group. */

/**
 * atlas_industry_color_for_group:
 * @group: a group of industries
 * @dark: whether it is drawn on a dark background
 *
 * Returns: the color of its signs and tints
 */
AtlasChartColor
atlas_industry_color_for_group (AtlasIndustryGroup group, gboolean dark)
{
  static const AtlasChartColor colors[ATLAS_N_INDUSTRY_GROUPS][2] = {
    [ATLAS_INDUSTRY_GROUP_AUTOMOTIVE] = { { 0.00, 0.45, 0.70 }, { 0.36, 0.70, 0.92 } },
    [ATLAS_INDUSTRY_GROUP_EQUIPMENT] = { { 0.36, 0.42, 0.49 }, { 0.66, 0.72, 0.79 } },
    [ATLAS_INDUSTRY_GROUP_ENERGY] = { { 0.00, 0.58, 0.53 }, { 0.27, 0.80, 0.73 } },
    [ATLAS_INDUSTRY_GROUP_MEDICINE] = { { 0.76, 0.20, 0.36 }, { 0.95, 0.52, 0.62 } },
    [ATLAS_INDUSTRY_GROUP_FOOD] = { { 0.38, 0.55, 0.08 }, { 0.66, 0.81, 0.35 } },
    [ATLAS_INDUSTRY_GROUP_DIGITAL] = { { 0.45, 0.30, 0.70 }, { 0.73, 0.62, 0.95 } },
    [ATLAS_INDUSTRY_GROUP_MATERIALS] = { { 0.51, 0.34, 0.20 }, { 0.80, 0.64, 0.50 } },
    [ATLAS_INDUSTRY_GROUP_LOGISTICS] = { { 0.64, 0.51, 0.00 }, { 0.90, 0.79, 0.35 } },
    [ATLAS_INDUSTRY_GROUP_TOURISM] = { { 0.83, 0.40, 0.00 }, { 1.00, 0.63, 0.33 } },
  };

  g_return_val_if_fail (group < ATLAS_N_INDUSTRY_GROUPS, colors[0][0]);

  return colors[group][dark != FALSE];
}
