/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-print-date.h"

/**
 * atlas_print_date_new:
 *
 * The moment that a page names as that of its printing: SOURCE_DATE_EPOCH when the environment sets
 * it, so that the same facts give the same bytes, else now.
 *
 * Returns: (transfer full): the moment
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
