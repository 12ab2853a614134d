/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-date.h"

/*
 * AtlasDate, AtlasPeriod: dates in the precision that the source states.
 *
 * "In 2016" is the whole year: it begins on the first day and ends on the last. Comparisons, axes
 * and texts use both days; none assumes 1 January.
 */
static AtlasPeriod *
copy_period (const AtlasPeriod *period)
{
  return g_memdup2 (period, sizeof *period);
}

G_DEFINE_BOXED_TYPE (AtlasDate, atlas_date, atlas_date_copy, atlas_date_free)
G_DEFINE_BOXED_TYPE (AtlasPeriod, atlas_period, copy_period, g_free)

/* Reads exactly @digits ASCII digits. (sscanf() would also accept signs and blanks.) */
static gboolean
take_number (const char **cursor, guint digits, guint *number)
{
  *number = 0;
  for (guint i = 0; i < digits; i++, (*cursor)++)
    {
      if (!g_ascii_isdigit (**cursor))
        return FALSE;
      *number = *number * 10 + (guint) g_ascii_digit_value (**cursor);
    }
  return TRUE;
}

static gboolean
take_date (const char **cursor, AtlasDate *date)
{
  guint year = 0, month = 0, day = 0;

  if (!take_number (cursor, 4, &year) || year == 0)
    return FALSE;
  if (**cursor == '-')
    {
      (*cursor)++;
      if (!take_number (cursor, 2, &month) || !g_date_valid_month ((GDateMonth) month))
        return FALSE;
      if (**cursor == '-')
        {
          (*cursor)++;
          if (!take_number (cursor, 2, &day) ||
              !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
            return FALSE;
        }
    }
  *date = (AtlasDate) { (guint16) year, (guint8) month, (guint8) day };
  return TRUE;
}

/**
 * atlas_date_parse:
 * @iso: "2016", "2016-02" or "2016-02-29"
 * @date: (out): return location for the date
 *
 * Returns: whether @iso is a date of the calendar in one of these forms
 */
gboolean
atlas_date_parse (const char *iso, AtlasDate *date)
{
  g_return_val_if_fail (iso != NULL, FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  return take_date (&iso, date) && *iso == '\0';
}

/**
 * atlas_date_copy:
 * @self: a date
 *
 * Returns: (transfer full): a copy, to be freed with atlas_date_free()
 */
AtlasDate *
atlas_date_copy (const AtlasDate *self)
{
  return g_memdup2 (self, sizeof *self);
}

/**
 * atlas_date_free:
 * @self: (transfer full) (nullable): a date
 */
void
atlas_date_free (AtlasDate *self)
{
  g_free (self);
}

/**
 * atlas_date_to_iso:
 * @self: a date
 *
 * Returns: (transfer full): the form that atlas_date_parse() reads, in the precision of the date
 */
char *
atlas_date_to_iso (const AtlasDate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->month == 0)
    return g_strdup_printf ("%04u", self->year);
  if (self->day == 0)
    return g_strdup_printf ("%04u-%02u", self->year, self->month);
  return g_strdup_printf ("%04u-%02u-%02u", self->year, self->month, self->day);
}

/**
 * atlas_date_compare:
 * @a: (nullable): a date
 * @b: (nullable): another date
 *
 * Orders dates by their last possible day: something dated "2016" is not known to have existed
 * before February 2016. If the last days are equal, the more precise date comes first. Unknown
 * dates (%NULL) come last.
 *
 * Returns: less than, equal to or greater than zero
 */
int
atlas_date_compare (const AtlasDate *a, const AtlasDate *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  if (atlas_date_last_day (a) != atlas_date_last_day (b))
    return atlas_date_last_day (a) < atlas_date_last_day (b) ? -1 : 1;
  return (int) atlas_date_first_day (b) - (int) atlas_date_first_day (a);
}

/**
 * atlas_date_first_day:
 * @self: a date
 *
 * Returns: its first possible day, as a Julian day of GDate
 */
guint32
atlas_date_first_day (const AtlasDate *self)
{
  GDate date;

  g_return_val_if_fail (self != NULL, 0);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, self->day > 0 ? self->day : 1,
                  self->month > 0 ? (GDateMonth) self->month : G_DATE_JANUARY, self->year);
  return g_date_get_julian (&date);
}

/**
 * atlas_date_last_day:
 * @self: a date
 *
 * Returns: its last possible day, as a Julian day of GDate
 */
guint32
atlas_date_last_day (const AtlasDate *self)
{
  GDateMonth month;
  GDate date;

  g_return_val_if_fail (self != NULL, 0);

  month = self->month > 0 ? (GDateMonth) self->month : G_DATE_DECEMBER;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, self->day > 0 ? self->day : g_date_get_days_in_month (month, self->year),
                  month, self->year);
  return g_date_get_julian (&date);
}

/**
 * atlas_date_from_day:
 * @day: a Julian day of GDate, from 1; a smaller number counts as 1, and a fraction is left out
 *
 * Returns: its date, to the day
 */
AtlasDate
atlas_date_from_day (double day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (day, 1));
  return (AtlasDate) { g_date_get_year (&date), (guint8) g_date_get_month (&date),
                       g_date_get_day (&date) };
}

/**
 * atlas_period_parse:
 * @iso: an ISO 8601 interval such as "2019/2025" or "2021-01/2021-02", or a single date, which
 *   is the period from its first day to its last
 * @period: (out): return location for the period
 *
 * Returns: whether @iso has one of these forms and does not end before it begins
 */
gboolean
atlas_period_parse (const char *iso, AtlasPeriod *period)
{
  g_return_val_if_fail (iso != NULL, FALSE);
  g_return_val_if_fail (period != NULL, FALSE);

  if (!take_date (&iso, &period->from))
    return FALSE;
  period->to = period->from;
  if (*iso == '/')
    {
      iso++;
      if (!take_date (&iso, &period->to))
        return FALSE;
    }
  return *iso == '\0' && atlas_date_first_day (&period->from) <= atlas_date_last_day (&period->to);
}

/**
 * atlas_period_to_iso:
 * @self: a period
 *
 * Returns: (transfer full): the form that atlas_period_parse() reads; a single date if both dates
 *   are equal
 */
char *
atlas_period_to_iso (const AtlasPeriod *self)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  from = atlas_date_to_iso (&self->from);
  to = atlas_date_to_iso (&self->to);
  return g_str_equal (from, to) ? g_steal_pointer (&from) : g_strconcat (from, "/", to, NULL);
}
