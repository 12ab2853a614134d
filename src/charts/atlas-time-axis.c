/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-time-axis.h"

/* The possible distances between two ticks, in months, up to five years. */
static const guint steps[] = { 1, 3, 6, 12, 24, 60 };

/* The last year of an axis. (GDate supports years up to 65535.) */
#define LAST_YEAR 9999

/**
 * atlas_time_axis_for_years:
 * @first: a year, 1…9999
 * @last: a year, not before @first
 *
 * Returns: an axis from the first day of @first to the last of @last
 */
AtlasTimeAxis
atlas_time_axis_for_years (guint first, guint last)
{
  const AtlasDate from = { (guint16) CLAMP (first, 1, LAST_YEAR), 0, 0 };
  const AtlasDate to = { (guint16) CLAMP (last, from.year, LAST_YEAR), 0, 0 };

  return (AtlasTimeAxis) { atlas_date_first_day (&from), atlas_date_last_day (&to) + 1 };
}

/**
 * atlas_time_axis_get_position:
 * @self: an axis
 * @day: a Julian day, with its elapsed part as a fraction
 *
 * Returns: the position of @day, from 0 to 1; a day beyond an end gets the position of that end
 */
double
atlas_time_axis_get_position (const AtlasTimeAxis *self, double day)
{
  g_return_val_if_fail (self != NULL && self->to > self->from, 0);

  return CLAMP ((day - self->from) / (double) (self->to - self->from), 0, 1);
}

/* The number of the first month that begins at @day or later, counted from the year 0. */
static guint
count_months (guint32 day)
{
  const AtlasDate date = atlas_date_from_day (day);

  return date.year * 12u + date.month - 1u + (date.day > 1);
}

static guint
choose_step (guint n_months, guint max_ticks)
{
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (n_months / steps[i] <= max_ticks)
      return steps[i];
  /* Steps of 10, 20, 50, 100 years and so on. */
  for (guint years = 10;; years *= 10)
    {
      if (n_months / (years * 12) <= max_ticks)
        return years * 12;
      if (n_months / (years * 24) <= max_ticks)
        return years * 24;
      if (n_months / (years * 60) <= max_ticks)
        return years * 60;
    }
}

/**
 * atlas_time_axis_list_ticks:
 * @self: an axis
 * @max_ticks: the largest number of ticks that fit, at least 1
 *
 * Returns: (transfer full) (element-type AtlasDate): the beginnings of years on the axis, or of
 *   months when there is room, ascending and evenly spaced; a year is a date without a month
 */
GArray *
atlas_time_axis_list_ticks (const AtlasTimeAxis *self, guint max_ticks)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (AtlasDate));
  guint first, end, step;

  g_return_val_if_fail (self != NULL && self->to > self->from, ticks);
  g_return_val_if_fail (max_ticks >= 1, ticks);

  first = count_months (self->from);
  end = count_months (self->to);
  step = choose_step (end - first, max_ticks);
  for (guint month = (first + step - 1) / step * step; month < end; month += step)
    {
      const AtlasDate tick = { (guint16) (month / 12),
                               (guint8) (month % 12 > 0 ? month % 12 + 1 : 0), 0 };

      g_array_append_val (ticks, tick);
    }
  return ticks;
}
