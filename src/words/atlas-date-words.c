/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-date-words.h"

#include <string.h>

/*
 * Parses dates as users type them. Files have only one form of dates, which atlas_date_parse()
 * reads; this file also accepts the forms of atlas_format_date() in any language.
 */

typedef enum
{
  UNIT_NONE,
  UNIT_YEAR,
  UNIT_MONTH,
  UNIT_DAY,
} Unit;

typedef struct
{
  guint number;
  guint n_digits; /* 0 for the name of a month */
  Unit unit;      /* the unit written after it */
} Part;

typedef struct
{
  Part parts[3]; /* in the order of the text */
  guint n_parts;
} Reading;

static gboolean
add_part (Reading *reading, Part part)
{
  if (reading->n_parts == G_N_ELEMENTS (reading->parts))
    return FALSE;
  reading->parts[reading->n_parts++] = part;
  return TRUE;
}

static gboolean
take_number (Reading *reading, const char **cursor)
{
  Part part = { 0, 0, UNIT_NONE };

  for (; g_ascii_isdigit (**cursor) && part.n_digits <= 4; (*cursor)++, part.n_digits++)
    part.number = part.number * 10 + (guint) g_ascii_digit_value (**cursor);
  return part.n_digits <= 4 && add_part (reading, part);
}

/* Reads the English name of a month, or its first three letters. */
static gboolean
take_month_name (Reading *reading, const char **cursor)
{
  static const char *const names[] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december",
  };
  gsize length = strspn (*cursor, "abcdefghijklmnopqrstuvwxyz");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strncmp (*cursor, names[i], length) == 0 && (length == 3 || names[i][length] == '\0'))
      {
        *cursor += length;
        return add_part (reading, (Part) { i + 1, 0, UNIT_MONTH });
      }
  return FALSE;
}

static gboolean
take_unit (Reading *reading, const char **cursor)
{
  static const struct
  {
    const char *word;
    Unit unit;
  } units[] = {
    { "年", UNIT_YEAR }, { "년", UNIT_YEAR }, { "月", UNIT_MONTH }, { "월", UNIT_MONTH },
    { "日", UNIT_DAY },  { "号", UNIT_DAY },  { "일", UNIT_DAY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (*cursor, units[i].word))
      {
        if (reading->n_parts == 0 || reading->parts[reading->n_parts - 1].unit != UNIT_NONE)
          return FALSE;
        reading->parts[reading->n_parts - 1].unit = units[i].unit;
        *cursor += strlen (units[i].word);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_parts (Reading *reading, const char *cursor)
{
  while (*cursor != '\0')
    {
      if (g_ascii_isdigit (*cursor))
        {
          if (!take_number (reading, &cursor))
            return FALSE;
        }
      else if (*cursor == ' ' || (reading->n_parts > 0 && strchr ("-/.,", *cursor) != NULL))
        cursor++;
      else if (!take_unit (reading, &cursor) && !take_month_name (reading, &cursor))
        return FALSE;
    }
  return reading->n_parts > 0;
}

/* Sorts the parts to year, month, day. They are already in this order, except with the name of a
 * month, which is between day and year. */
static gboolean
sort_parts (Reading *reading)
{
  for (guint i = 0; i < reading->n_parts; i++)
    if (reading->parts[i].n_digits == 0)
      {
        const Part month = reading->parts[i];
        Part year = { 0 }, day = { 0 };

        for (guint j = 0; j < reading->n_parts; j++)
          if (reading->parts[j].n_digits > 2)
            year = reading->parts[j];
          else if (j != i)
            day = reading->parts[j];
        if (day.n_digits == 0 ? reading->n_parts != 2 : reading->n_parts != 3)
          return FALSE;
        reading->parts[0] = year;
        reading->parts[1] = month;
        reading->parts[2] = day;
        return TRUE;
      }
  return TRUE;
}

static gboolean
are_units_right (const Reading *reading)
{
  for (guint i = 0; i < reading->n_parts; i++)
    if (reading->parts[i].unit != UNIT_NONE && reading->parts[i].unit != (Unit) (i + 1))
      return FALSE;
  return TRUE;
}

static gboolean
are_digits_right (const Reading *reading)
{
  return reading->parts[0].n_digits == 4 && reading->parts[1].n_digits <= 2 &&
         reading->parts[2].n_digits <= 2;
}

/**
 * atlas_date_parse_words:
 * @words: the text that the user typed, in UTF-8
 * @date: (out): return location for the date, in the precision of the text
 *
 * Reads "2020", "2020-8", "2020/08/10", "2020年8月", "2020년 8월 10일", "August 2020" or "10 Aug
 * 2020", also with full-width digits.
 *
 * Returns: why @words are not a date, or %ATLAS_DATE_FAULT_NONE
 */
AtlasDateFault
atlas_date_parse_words (const char *words, AtlasDate *date)
{
  g_autofree char *plain = NULL;
  g_autofree char *lower = NULL;
  Reading reading = { 0 };
  const Part *parts = reading.parts;

  g_return_val_if_fail (words != NULL, ATLAS_DATE_FAULT_FORM);
  g_return_val_if_fail (date != NULL, ATLAS_DATE_FAULT_FORM);

  plain = g_utf8_normalize (words, -1, G_NORMALIZE_ALL_COMPOSE);
  if (plain == NULL)
    return ATLAS_DATE_FAULT_FORM;
  lower = g_ascii_strdown (plain, -1);
  if (!read_parts (&reading, lower) || !sort_parts (&reading) || !are_digits_right (&reading) ||
      !are_units_right (&reading))
    return ATLAS_DATE_FAULT_FORM;
  if (parts[0].number == 0 ||
      (reading.n_parts > 1 && !g_date_valid_month ((GDateMonth) parts[1].number)) ||
      (reading.n_parts > 2 &&
       !g_date_valid_dmy ((GDateDay) parts[2].number, (GDateMonth) parts[1].number,
                          (GDateYear) parts[0].number)))
    return ATLAS_DATE_FAULT_CALENDAR;
  *date =
    (AtlasDate) { (guint16) parts[0].number, (guint8) parts[1].number, (guint8) parts[2].number };
  return ATLAS_DATE_FAULT_NONE;
}

/* Finds what stands between the two dates of a period, and its length in bytes. A hyphen does so
 * between two years only, because it also joins the parts of a date. */
static const char *
find_between (const char *words, gsize *length)
{
  static const char *const separators[] = { "至", "到", "—", "–", "~", "부터", " to ", " - " };
  const char *found;

  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    if ((found = strstr (words, separators[i])) != NULL)
      {
        *length = strlen (separators[i]);
        while (g_str_has_prefix (found + *length, separators[i]))
          *length += strlen (separators[i]);
        return found;
      }
  *length = 1;
  for (found = strpbrk (words, "-/"); found != NULL; found = strpbrk (found + 1, "-/"))
    if (strspn (found + 1, "0123456789") >= 4)
      return found;
  return NULL;
}

/**
 * atlas_period_parse_words:
 * @words: the text that the user typed, in UTF-8
 * @period: (out): return location for the period
 *
 * Reads two dates as atlas_date_parse_words() does, such as "2019-2025", "2019年至2025年" or
 * "2021-01/2021-02", or one date, which is the period from its first day to its last.
 *
 * Returns: why @words are not a period, or %ATLAS_DATE_FAULT_NONE. A period that ends before it
 *   begins is none.
 */
AtlasDateFault
atlas_period_parse_words (const char *words, AtlasPeriod *period)
{
  g_autofree char *plain = NULL;
  g_autofree char *first = NULL;
  const char *between;
  gsize length;
  AtlasDateFault fault;

  g_return_val_if_fail (words != NULL, ATLAS_DATE_FAULT_FORM);
  g_return_val_if_fail (period != NULL, ATLAS_DATE_FAULT_FORM);

  plain = g_utf8_normalize (words, -1, G_NORMALIZE_ALL_COMPOSE);
  if (plain == NULL)
    return ATLAS_DATE_FAULT_FORM;
  between = find_between (plain, &length);
  if (between == NULL)
    {
      fault = atlas_date_parse_words (plain, &period->from);
      period->to = period->from;
      return fault;
    }
  first = g_strndup (plain, (gsize) (between - plain));
  fault = atlas_date_parse_words (first, &period->from);
  if (fault == ATLAS_DATE_FAULT_NONE)
    fault = atlas_date_parse_words (between + length, &period->to);
  if (fault != ATLAS_DATE_FAULT_NONE)
    return fault;
  return atlas_date_first_day (&period->from) <= atlas_date_last_day (&period->to)
           ? ATLAS_DATE_FAULT_NONE
           : ATLAS_DATE_FAULT_FORM;
}
