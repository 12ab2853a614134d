/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-axis.h"

#include <math.h>

/**
 * atlas_axis_get_position:
 * @self: an axis
 * @value: a value, in the unit of the axis
 *
 * Returns: the position of @value, from 0 to 1; a value beyond an end gets the position of that end
 */
double
atlas_axis_get_position (const AtlasAxis *self, double value)
{
  g_return_val_if_fail (self != NULL, 0);

  if (!(self->to > self->from))
    return 0;
  return CLAMP ((value - self->from) / (self->to - self->from), 0, 1);
}

/* The smallest of 1, 2, 5, 10, 20, 50 and so on that is not less than @least. */
static double
choose_step (double least)
{
  static const double steps[] = { 1, 2, 5 };
  double power = pow (10, floor (log10 (least)));

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= least * (1 - 1e-9))
      return steps[i] * power;
  return 10 * power;
}

/**
 * atlas_axis_list_ticks:
 * @self: an axis
 * @max_ticks: the largest number of ticks that fit, at least 2
 *
 * Returns: (transfer full) (element-type double): the round values on the axis, ascending and
 *   evenly spaced by 1, 2 or 5 times a power of ten; empty when the axis has no extent
 */
GArray *
atlas_axis_list_ticks (const AtlasAxis *self, guint max_ticks)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (double));
  double step;

  g_return_val_if_fail (self != NULL, ticks);
  g_return_val_if_fail (max_ticks >= 2, ticks);

  if (!(self->to > self->from) || !isfinite (self->to - self->from))
    return ticks;
  step = choose_step ((self->to - self->from) / (max_ticks - 1));
  for (double i = ceil (self->from / step - 1e-9); i * step <= self->to + step * 1e-9; i++)
    {
      double value = i * step + 0.0; /* avoid "-0" */

      g_array_append_val (ticks, value);
    }
  return ticks;
}
