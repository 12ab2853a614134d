/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-print-date.h"

#include "atlas-format.h"

/**
 * atlas_print_date_new:
 *
 * Returns the print date for pages: SOURCE_DATE_EPOCH if set in the environment, so that the same
 * facts give the same bytes, else the current time.
 *
 * Returns: (transfer full): the date
 */
GDateTime *
atlas_print_date_new (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  GDateTime *date = NULL;
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &seconds, NULL))
    date = g_date_time_new_from_unix_utc (seconds);
  return date != NULL ? date : g_date_time_new_now_local ();
}

/**
 * atlas_print_date_get_day:
 * @date: a print date
 *
 * Returns: its day
 */
AtlasDate
atlas_print_date_get_day (GDateTime *date)
{
  return (AtlasDate) {
    (guint16) g_date_time_get_year (date),
    (guint8) g_date_time_get_month (date),
    (guint8) g_date_time_get_day_of_month (date),
  };
}

/**
 * atlas_print_date_describe:
 * @date: a print date
 * @language: the language of the text
 *
 * Returns: (transfer full): the day in words
 */
char *
atlas_print_date_describe (GDateTime *date, AtlasLanguage language)
{
  const AtlasDate day = atlas_print_date_get_day (date);

  return atlas_format_date (&day, language);
}
