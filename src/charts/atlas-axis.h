/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasAxis:
 * @from: the value at its beginning
 * @to: the value at its end
 *
 * Converts a value into a position between 0 and 1, and back.
 */
typedef struct
{
  double from;
  double to;
} AtlasAxis;

double atlas_axis_get_position (const AtlasAxis *self, double value);
GArray *atlas_axis_list_ticks (const AtlasAxis *self, guint max_ticks);

G_END_DECLS
