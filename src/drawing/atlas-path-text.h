/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasPathPoint:
 * @x: to the right
 * @y: down
 * @length: the length of the path up to this point
 *
 * A point on the course of a river.
 */
typedef struct
{
  double x;
  double y;
  double length;
} AtlasPathPoint;

/**
 * AtlasPathLetter:
 * @x: the x coordinate of its middle
 * @y: the y coordinate of its middle
 * @angle: its clockwise rotation, in radians
 *
 * The position of a letter.
 */
typedef struct
{
  double x;
  double y;
  double angle;
} AtlasPathLetter;

gboolean atlas_path_text_lay_out (const AtlasPathPoint *points,
                                  guint n_points,
                                  double start,
                                  double offset,
                                  double reach,
                                  gboolean upright,
                                  const double *advances,
                                  guint n_letters,
                                  AtlasPathLetter *letters,
                                  double *bend);

G_END_DECLS
