/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasColumnWidth:
 * @share: its part of the width that is divided, in proportion to those of the others, or 0 to be as
 *   wide as its text
 * @natural: how wide its text is when no line is broken; 0 when the column is empty, and left out
 * @x: (out): its left
 * @width: (out): how wide it is
 *
 * A column of a table. All in points.
 */
typedef struct
{
  double share;
  double natural;
  double x;
  double width;
} AtlasColumnWidth;

void atlas_column_widths_divide (AtlasColumnWidth *columns,
                                 guint             n_columns,
                                 double            width,
                                 double            gap);

G_END_DECLS
