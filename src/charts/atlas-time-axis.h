/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-date.h"

G_BEGIN_DECLS

/**
 * AtlasTimeAxis:
 * @from: the first day
 * @to: the day after its last, later than @from
 *
 * Converts dates into positions between 0 and 1. Days are Julian days of GDate.
 */
typedef struct
{
  guint32 from;
  guint32 to;
} AtlasTimeAxis;

AtlasTimeAxis atlas_time_axis_for_years (guint first, guint last);
double atlas_time_axis_get_position (const AtlasTimeAxis *self, double day);
GArray *atlas_time_axis_list_ticks (const AtlasTimeAxis *self, guint max_ticks);

G_END_DECLS
