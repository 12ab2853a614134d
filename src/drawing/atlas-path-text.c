/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-path-text.h"

#include <math.h>

/* Places letters along a curve, for names of rivers. This file handles geometry only, not fonts. */

/* The largest angle between two letters, in radians, at which they still read as one word; narrow
 * letters allow less. The sum over the whole word must not exceed MAX_BEND. */
#define MAX_ANGLE 0.5
#define MAX_BEND 1.8
#define CROWDED 0.94

typedef struct
{
  double x;
  double y;
} Position;

/* The point of the path at a length, found by bisection. */
static Position
locate (const AtlasPathPoint *points, guint n_points, double length)
{
  guint low = 0, high = n_points - 1;
  double span, part;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (points[middle].length <= length)
        low = middle;
      else
        high = middle;
    }

  span = points[high].length - points[low].length;
  part = span > 0.0 ? CLAMP ((length - points[low].length) / span, 0.0, 1.0) : 0.0;

  return (Position) {
    points[low].x + part * (points[high].x - points[low].x),
    points[low].y + part * (points[high].y - points[low].y),
  };
}

static double
normalize (double angle)
{
  return remainder (angle, 2.0 * G_PI);
}

/**
 * atlas_path_text_lay_out:
 * @points: (array length=n_points): a path; the lengths ascend from 0
 * @n_points: how many points the path has, at least two
 * @start: the length of the path at which the text begins; when the text runs against the path, so
 *   that it reads from left to right, it ends there
 * @offset: the distance of the middle of the letters from the path
 * @reach: the length of the path before and after a letter from which its angle is computed
 * @upright: whether letters on a steep path stand upright, one below the other, as in Chinese
 * @advances: (array length=n_letters): the length of the path that each letter needs
 * @n_letters: the number of letters
 * @letters: (array length=n_letters) (out caller-allocates): return location for the letters
 * @bend: (out): return location for the sum of the angles between neighbouring letters, in radians
 *
 * Computes the position of each letter of a text that follows a path.
 *
 * Returns: whether the path is long and straight enough there for the text to be read
 */
gboolean
atlas_path_text_lay_out (const AtlasPathPoint *points,
                         guint n_points,
                         double start,
                         double offset,
                         double reach,
                         gboolean upright,
                         const double *advances,
                         guint n_letters,
                         AtlasPathLetter *letters,
                         double *bend)
{
  Position first, last;
  double total = 0.0, at = 0.0, run = 0.0;
  gboolean steep, reversed;

  for (guint i = 0; i < n_letters; i++)
    total += advances[i];
  if (n_letters == 0 || n_points < 2 || start < 0.0 || start + total > points[n_points - 1].length)
    return FALSE;

  first = locate (points, n_points, start);
  last = locate (points, n_points, start + total);
  steep = upright && fabs (last.y - first.y) > 1.2 * fabs (last.x - first.x);
  reversed = steep ? last.y < first.y : last.x < first.x;

  *bend = 0.0;
  for (guint i = 0; i < n_letters; i++)
    {
      double middle = at + advances[i] / 2.0;
      double length = start + (reversed ? total - middle : middle);
      Position here = locate (points, n_points, length);
      Position before = locate (points, n_points, length - reach);
      Position after = locate (points, n_points, length + reach);
      double angle = atan2 (after.y - before.y, after.x - before.x) + (reversed ? G_PI : 0.0);
      double turn, apart, usual;

      letters[i].x = here.x + sin (angle) * offset;
      letters[i].y = here.y - cos (angle) * offset;
      letters[i].angle = normalize (steep ? angle - G_PI_2 : angle);
      at += advances[i];
      if (i == 0)
        continue;

      usual = (advances[i] + advances[i - 1]) / 2.0;
      turn = fabs (normalize (letters[i].angle - letters[i - 1].angle));
      *bend += turn;
      apart = hypot (letters[i].x - letters[i - 1].x, letters[i].y - letters[i - 1].y);
      run += apart;
      if (turn > MAX_ANGLE * CLAMP (usual / reach, 0.4, 1.0) || *bend > MAX_BEND ||
          apart < 0.8 * usual || apart > 1.3 * usual)
        return FALSE;
    }

  /* Letters come closer on the inner side of a bend. Their total length must not shrink too
   * much. */
  return run >= CROWDED * (total - (advances[0] + advances[n_letters - 1]) / 2.0);
}
