/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasColumnWidth:
 * @share: its share of the width, relative to the other shares, or 0 for the width of its text
 * @natural: the width of its text without wrapping; 0 for an empty column, which is left out
 * @x: (out): its left edge
 * @width: (out): its width
 *
 * A column of a table, in points.
 */
typedef struct
{
  double share;
  double natural;
  double x;
  double width;
} AtlasColumnWidth;

void
atlas_column_widths_divide (AtlasColumnWidth *columns, guint n_columns, double width, double gap);

G_END_DECLS
