/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-format.h"

#include <math.h>

#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-source.h"
#include "atlas-translation.h"

/*
 * Formats numbers, sums, dates and distances as text.
 *
 * All functions take a language and ignore the locale of the process, because a page may be printed
 * in another language. Numbers stay exact: they are split as integers, never divided as floating
 * point. Chinese and Korean group by ten thousands (万, 만), English by thousands.
 */

/* The number of decimal places of an AtlasDecimal. */
#define PLACES 4

/* Appends the digits of @magnitude with a comma before each group of three. */
static void
append_grouped (GString *string, guint64 magnitude)
{
  char digits[24];
  int length = g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, magnitude);

  for (int i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (string, ',');
      g_string_append_c (string, digits[i]);
    }
}

/* Formats @count divided by ten to the power of @places, exactly and without trailing zeros. The
 * digits are the same in all three languages. */
static char *
format_scaled (gint64 count, guint places)
{
  guint64 magnitude = count < 0 ? (guint64) - (count + 1) + 1 : (guint64) count;
  guint64 one = 1;
  GString *string = g_string_new (count < 0 ? "−" : NULL);

  for (guint i = 0; i < places; i++)
    one *= 10;
  append_grouped (string, magnitude / one);
  if (magnitude % one != 0)
    {
      g_string_append_printf (string, ".%0*" G_GUINT64_FORMAT, (int) places, magnitude % one);
      while (string->str[string->len - 1] == '0')
        g_string_truncate (string, string->len - 1);
    }
  return g_string_free (string, FALSE);
}

static gboolean
reaches (AtlasDecimal value, gint64 limit)
{
  return value >= limit * ATLAS_DECIMAL_ONE || value <= -limit * ATLAS_DECIMAL_ONE;
}

/* The number of decimal places, and the text around the digits. */
typedef struct
{
  guint places;
  const char *format;
} Scale;

/* The scale of an amount in units of 100 million yuan. */
static Scale
get_money_scale (AtlasDecimal value, AtlasLanguage language)
{
  if (language == ATLAS_LANGUAGE_EN)
    return reaches (value, 10000) ? (Scale) { 8, "CNY %s trillion" }
           : reaches (value, 10)  ? (Scale) { 5, "CNY %s billion" }
           : value != 0           ? (Scale) { 2, "CNY %s million" }
                                  : (Scale) { 2, "CNY %s" };
  if (language == ATLAS_LANGUAGE_KO)
    return reaches (value, 10000) ? (Scale) { 8, "%s조 위안" }
           : reaches (value, 1)   ? (Scale) { PLACES, "%s억 위안" }
           : value != 0           ? (Scale) { 0, "%s만 위안" }
                                  : (Scale) { 0, "%s위안" };
  return reaches (value, 10000) ? (Scale) { 8, "%s万亿元" }
         : reaches (value, 1)   ? (Scale) { PLACES, "%s亿元" }
         : value != 0           ? (Scale) { 0, "%s万元" }
                                : (Scale) { 0, "%s元" };
}

/* The scale of a number that the source counts in ten thousands: 0.1万, 0.1만, 1 thousand. It keeps
 * the precision of the source; 1 000 would suggest three more digits. */
static Scale
get_ten_thousands_scale (AtlasLanguage language)
{
  return language == ATLAS_LANGUAGE_ZH   ? (Scale) { PLACES, "%s万" }
         : language == ATLAS_LANGUAGE_KO ? (Scale) { PLACES, "%s만 " }
                                         : (Scale) { PLACES - 1, "%s thousand" };
}

/* The scale of a count: 11 000, 1.1万 or 1.1만. In Korean there is a space between 만 or 억 and the
 * unit. */
static Scale
get_count_scale (AtlasDecimal value, AtlasLanguage language)
{
  const gint64 ten_thousand = G_GINT64_CONSTANT (10000);
  const gboolean is_chinese = language == ATLAS_LANGUAGE_ZH;

  if (language == ATLAS_LANGUAGE_EN || !reaches (value, ten_thousand))
    return (Scale) { PLACES, "%s" };
  if (reaches (value, ten_thousand * ten_thousand))
    return (Scale) { PLACES + 8, is_chinese ? "%s亿" : "%s억 " };
  return (Scale) { PLACES + 4, is_chinese ? "%s万" : "%s만 " };
}

static Scale
get_scale (AtlasDecimal value, AtlasUnit unit, AtlasLanguage language)
{
  return unit == ATLAS_UNIT_CNY_100M         ? get_money_scale (value, language)
         : unit == ATLAS_UNIT_ENTERPRISE_10K ? get_ten_thousands_scale (language)
                                             : get_count_scale (value, language);
}

static char *
format_on_scale (AtlasDecimal value, Scale scale)
{
  g_auto (GStrv) around = g_strsplit (scale.format, "%s", 2);
  g_autofree char *number = format_scaled (value, scale.places);

  return g_strconcat (around[0], number, around[1], NULL);
}

/**
 * atlas_format_number:
 * @number: a number
 * @language: the language of the text
 *
 * Returns: (transfer full): its grouped digits, such as "11,000"
 */
char *
atlas_format_number (gint64 number, AtlasLanguage language)
{
  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, NULL);

  return format_scaled (number, 0);
}

/* @number has the digits of @value; the function adds the unit in singular or plural. */
static char *
count_things (AtlasDecimal value, const char *number, AtlasUnit unit, AtlasLanguage language)
{
  const gboolean is_one = value == ATLAS_DECIMAL_ONE || value == -ATLAS_DECIMAL_ONE;
  const gulong n = is_one && unit != ATLAS_UNIT_ENTERPRISE_10K ? 1 : 2;

  switch (unit)
    {
    case ATLAS_UNIT_PROJECT:
      return g_strdup_printf (atlas_translate_plural (language, "%s project", "%s projects", n),
                              number);
    case ATLAS_UNIT_ENTERPRISE:
      return g_strdup_printf (
        atlas_translate_plural (language, "%s enterprise", "%s enterprises", n), number);
    case ATLAS_UNIT_ENTERPRISE_10K:
      return g_strdup_printf (atlas_translate_plural (language, "%s company", "%s companies", n),
                              number);
    case ATLAS_UNIT_SITE:
      return g_strdup_printf (atlas_translate_plural (language, "%s site", "%s sites", n), number);
    case ATLAS_UNIT_DEPARTMENT:
      return g_strdup_printf (atlas_translate_plural (language, "%s department or unit",
                                                      "%s departments and units", n),
                              number);
    case ATLAS_UNIT_ITEM:
      return g_strdup_printf (atlas_translate_plural (language, "%s item", "%s items", n), number);
    case ATLAS_UNIT_FIELD:
      return g_strdup_printf (atlas_translate_plural (language, "%s field", "%s fields", n),
                              number);
    case ATLAS_UNIT_VEHICLE:
      return g_strdup_printf (atlas_translate_plural (language, "%s vehicle", "%s vehicles", n),
                              number);
    case ATLAS_UNIT_TRIP_PER_DAY:
      return g_strdup_printf (
        atlas_translate_plural (language, "%s trip a day", "%s trips a day", n), number);
    case ATLAS_UNIT_CITY:
      return g_strdup_printf (
        atlas_translate_plural (language, "%s prefecture", "%s prefectures", n), number);
    case ATLAS_UNIT_VISIT:
      return g_strdup_printf (atlas_translate_plural (language, "%s visit", "%s visits", n),
                              number);
    case ATLAS_UNIT_LEVEL:
      return g_strdup_printf (atlas_translate_plural (language, "%s level", "%s levels", n),
                              number);
    case ATLAS_UNIT_PLATFORM:
      return g_strdup_printf (atlas_translate_plural (language, "%s platform", "%s platforms", n),
                              number);
    case ATLAS_UNIT_BELT:
      return g_strdup_printf (atlas_translate_plural (language, "%s belt", "%s belts", n), number);
    case ATLAS_UNIT_REGION:
      return g_strdup_printf (atlas_translate_plural (language, "%s region", "%s regions", n),
                              number);
    case ATLAS_UNIT_PARK:
      return g_strdup_printf (atlas_translate_plural (language, "%s park", "%s parks", n), number);
    case ATLAS_UNIT_CORRIDOR:
      return g_strdup_printf (atlas_translate_plural (language, "%s corridor", "%s corridors", n),
                              number);
    case ATLAS_UNIT_PERSON:
      return g_strdup_printf (atlas_translate_plural (language, "%s person", "%s people", n),
                              number);
    case ATLAS_UNIT_CNY_100M:
    case ATLAS_UNIT_PERCENT:
    case ATLAS_UNIT_KM:
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_format_quantity:
 * @value: a number
 * @unit: its unit
 * @language: the language of the text
 *
 * Returns: (transfer full): the exact quantity in words, such as "653.33亿元", "CNY 65.333 billion"
 *   or "340 projects"
 */
char *
atlas_format_quantity (AtlasDecimal value, AtlasUnit unit, AtlasLanguage language)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, NULL);

  number = format_on_scale (value, get_scale (value, unit, language));
  if (unit == ATLAS_UNIT_CNY_100M)
    return g_steal_pointer (&number);
  if (unit == ATLAS_UNIT_PERCENT)
    return g_strdup_printf ("%s%%", number);
  if (unit == ATLAS_UNIT_KM)
    return g_strdup_printf (atlas_translate (language, "%s km"), number);
  return count_things (value, number, unit, language);
}

/**
 * atlas_format_tick:
 * @value: a number
 * @last: the last number of the axis, whose label has the unit
 * @unit: the unit
 * @language: the language of the text
 *
 * Returns: (transfer full): the digits of @value in the scale of @last: "200" before "600亿元", and
 *   "20" before "CNY 60 billion"
 */
char *
atlas_format_tick (AtlasDecimal value, AtlasDecimal last, AtlasUnit unit, AtlasLanguage language)
{
  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, NULL);

  return format_scaled (value, get_scale (last, unit, language).places);
}

/**
 * atlas_format_yuan:
 * @value: a number of units of 100 million yuan
 * @language: the language of the text
 *
 * Returns: (transfer full): the amount in yuan, such as "65,333,000,000元"
 */
char *
atlas_format_yuan (AtlasDecimal value, AtlasLanguage language)
{
  const guint64 magnitude = value < 0 ? (guint64) - (value + 1) + 1 : (guint64) value;
  g_autoptr (GString) digits = g_string_new (value < 0 ? "−" : NULL);

  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, NULL);

  append_grouped (digits, magnitude * 10000);
  if (language == ATLAS_LANGUAGE_EN)
    return g_strconcat ("CNY ", digits->str, NULL);
  return g_strconcat (digits->str, language == ATLAS_LANGUAGE_ZH ? "元" : "위안", NULL);
}

/**
 * atlas_format_figure:
 * @figure: a figure
 * @language: the language of the text
 *
 * Returns: (transfer full): its value with its unit; "" if it has no value
 */
char *
atlas_format_figure (AtlasFigure *figure, AtlasLanguage language)
{
  const AtlasDecimal *value;

  g_return_val_if_fail (ATLAS_IS_FIGURE (figure), NULL);

  value = atlas_figure_get_value (figure);
  if (value == NULL)
    return g_strdup ("");
  return atlas_format_quantity (*value, atlas_figure_get_unit (figure), language);
}

/**
 * atlas_format_distance:
 * @km: a distance in kilometres, from 0 to the length of the equator
 * @language: the language of the text
 *
 * Returns: (transfer full): the distance, in tenths of a kilometre below 10 km and in whole
 *   kilometres above; "" if @km is out of range
 */
char *
atlas_format_distance (double km, AtlasLanguage language)
{
  AtlasDecimal rounded;

  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, NULL);

  if (!(km >= 0 && km <= 40076))
    return g_strdup ("");
  rounded = km < 9.95 ? (AtlasDecimal) llround (km * 10) * (ATLAS_DECIMAL_ONE / 10)
                      : (AtlasDecimal) llround (km) * ATLAS_DECIMAL_ONE;
  return atlas_format_quantity (rounded, ATLAS_UNIT_KM, language);
}

static const char *
get_english_month (guint month)
{
  static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
  };

  return months[(month - 1) % G_N_ELEMENTS (months)];
}

/**
 * atlas_format_date:
 * @date: a date
 * @language: the language of the text
 *
 * Returns: (transfer full): the date in its precision, such as "2020年8月", "August 2020" or "10
 *   August 2020"
 */
char *
atlas_format_date (const AtlasDate *date, AtlasLanguage language)
{
  g_return_val_if_fail (date != NULL, NULL);

  switch (language)
    {
    case ATLAS_LANGUAGE_ZH:
      return date->day > 0 ? g_strdup_printf ("%u年%u月%u日", date->year, date->month, date->day)
             : date->month > 0 ? g_strdup_printf ("%u年%u月", date->year, date->month)
                               : g_strdup_printf ("%u年", date->year);
    case ATLAS_LANGUAGE_KO:
      return date->day > 0 ? g_strdup_printf ("%u년 %u월 %u일", date->year, date->month, date->day)
             : date->month > 0 ? g_strdup_printf ("%u년 %u월", date->year, date->month)
                               : g_strdup_printf ("%u년", date->year);
    case ATLAS_LANGUAGE_EN:
      return date->day > 0 ? g_strdup_printf ("%u %s %u", date->day,
                                              get_english_month (date->month), date->year)
             : date->month > 0
               ? g_strdup_printf ("%s %u", get_english_month (date->month), date->year)
               : g_strdup_printf ("%u", date->year);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_format_date_short:
 * @date: a date
 * @language: the language of the text
 *
 * Returns: (transfer full): a short form of the date in its precision, such as "2020-08-10", "10
 *   Aug 2020" or "2020. 8. 10."
 */
char *
atlas_format_date_short (const AtlasDate *date, AtlasLanguage language)
{
  g_return_val_if_fail (date != NULL, NULL);

  switch (language)
    {
    case ATLAS_LANGUAGE_ZH:
      return atlas_date_to_iso (date);
    case ATLAS_LANGUAGE_KO:
      return date->day > 0     ? g_strdup_printf ("%u. %u. %u.", date->year, date->month, date->day)
             : date->month > 0 ? g_strdup_printf ("%u. %u.", date->year, date->month)
                               : g_strdup_printf ("%u", date->year);
    case ATLAS_LANGUAGE_EN:
      return date->day > 0 ? g_strdup_printf ("%u %.3s %u", date->day,
                                              get_english_month (date->month), date->year)
             : date->month > 0
               ? g_strdup_printf ("%.3s %u", get_english_month (date->month), date->year)
               : g_strdup_printf ("%u", date->year);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * atlas_format_month_short:
 * @month: 1…12
 * @language: the language of the text
 *
 * Returns: (transfer full): a short form of the month without its year, such as "8月" or "Aug"
 */
char *
atlas_format_month_short (guint month, AtlasLanguage language)
{
  g_return_val_if_fail (month >= 1 && month <= 12, NULL);

  switch (language)
    {
    case ATLAS_LANGUAGE_ZH:
      return g_strdup_printf ("%u月", month);
    case ATLAS_LANGUAGE_KO:
      return g_strdup_printf ("%u월", month);
    case ATLAS_LANGUAGE_EN:
      return g_strdup_printf ("%.3s", get_english_month (month));
    default:
      g_return_val_if_reached (NULL);
    }
}

/* For two years, or two months of one year, writes unit and year only once. */
static char *
format_brief_period (const AtlasPeriod *period, AtlasLanguage language)
{
  const AtlasDate *from = &period->from;
  const AtlasDate *to = &period->to;

  if (from->month == 0 && to->month == 0)
    return language == ATLAS_LANGUAGE_ZH   ? g_strdup_printf ("%u—%u年", from->year, to->year)
           : language == ATLAS_LANGUAGE_KO ? g_strdup_printf ("%u~%u년", from->year, to->year)
                                           : g_strdup_printf ("%u–%u", from->year, to->year);
  if (from->year == to->year && from->month > 0 && to->month > 0 && from->day == 0 && to->day == 0)
    return language == ATLAS_LANGUAGE_ZH
             ? g_strdup_printf ("%u年%u—%u月", from->year, from->month, to->month)
           : language == ATLAS_LANGUAGE_KO
             ? g_strdup_printf ("%u년 %u~%u월", from->year, from->month, to->month)
             : g_strdup_printf ("%s–%s %u", get_english_month (from->month),
                                get_english_month (to->month), from->year);
  return NULL;
}

/**
 * atlas_format_period:
 * @period: a period
 * @language: the language of the text
 *
 * Returns: (transfer full): the period, each end in its precision, such as "2019—2025年" or
 *   "January–February 2021"
 */
char *
atlas_format_period (const AtlasPeriod *period, AtlasLanguage language)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  char *brief;

  g_return_val_if_fail (period != NULL, NULL);
  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, NULL);

  if (atlas_date_compare (&period->from, &period->to) == 0)
    return atlas_format_date (&period->from, language);
  brief = format_brief_period (period, language);
  if (brief != NULL)
    return brief;
  from = atlas_format_date (&period->from, language);
  to = atlas_format_date (&period->to, language);
  return g_strconcat (from,
                      language == ATLAS_LANGUAGE_ZH   ? "—"
                      : language == ATLAS_LANGUAGE_KO ? " ~ "
                                                      : " – ",
                      to, NULL);
}

/* Describes when a figure was counted, such as "as of February 2021", or the period that it covers,
 * such as "2021–2025"; "undated" if it has neither, because every number is shown with its time. */
static char *
format_figure_time (AtlasFigure *figure, AtlasLanguage language)
{
  const AtlasPeriod *period = atlas_figure_get_period (figure);
  const AtlasDate *as_of = atlas_figure_get_as_of (figure);
  g_autofree char *date = NULL;

  if (period != NULL)
    return atlas_format_period (period, language);
  if (as_of == NULL)
    return g_strdup (atlas_translate_context (language, "figure", "undated"));
  date = atlas_format_date (as_of, language);
  /* Translators: the date on which a figure was counted. */
  return g_strdup_printf (atlas_translate (language, "as of %s"), date);
}

/**
 * atlas_format_figure_standing:
 * @figure: a figure
 * @language: the language of the text
 *
 * Returns: (transfer full): its status and time, such as "Planned · 2021–2025" or "as of February
 *   2021"; a count of what exists has no status text
 */
char *
atlas_format_figure_standing (AtlasFigure *figure, AtlasLanguage language)
{
  g_autofree char *time = NULL;
  AtlasFigureStatus status;
  const char *words = "";

  g_return_val_if_fail (ATLAS_IS_FIGURE (figure), NULL);

  time = format_figure_time (figure, language);
  status = atlas_figure_get_status (figure);
  if (status != ATLAS_FIGURE_STATUS_STOCK)
    words = atlas_label_for (ATLAS_TYPE_FIGURE_STATUS, (int) status, language);
  return g_strconcat (words, *words != '\0' ? " · " : "", time, NULL);
}

/**
 * atlas_format_interval:
 * @from: (nullable): the beginning of an interval
 * @until: (nullable): its end
 * @language: the language of the text
 *
 * Returns: (transfer full): the interval, such as "Up to 2017" or "From 2018 to 2020", each end in
 *   its precision; "" if both are %NULL
 */
char *
atlas_format_interval (const AtlasDate *from, const AtlasDate *until, AtlasLanguage language)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (language < ATLAS_N_LANGUAGES, NULL);

  first = from != NULL ? atlas_format_date (from, language) : NULL;
  last = until != NULL ? atlas_format_date (until, language) : NULL;
  if (first != NULL && last != NULL)
    /* Translators: the first and the last date that a filter shows. */
    return g_strdup_printf (atlas_translate (language, "From %s to %s"), first, last);
  if (first != NULL)
    /* Translators: the first date that a filter shows. */
    return g_strdup_printf (atlas_translate (language, "From %s on"), first);
  if (last != NULL)
    /* Translators: the last date that a filter shows. */
    return g_strdup_printf (atlas_translate (language, "Up to %s"), last);
  return g_strdup ("");
}

/**
 * atlas_format_cited:
 * @citation: a citation
 * @dataset: the dataset that has its source
 * @language: the language of the text
 *
 * Returns: (transfer full): one line in the form of a footnote: title and number of the source,
 *   section and paragraph; plain text, not markup
 */
char *
atlas_format_cited (const AtlasCitation *citation, AtlasDataset *dataset, AtlasLanguage language)
{
  g_autofree char *document = NULL;
  g_autofree char *section = NULL;
  const char *number, *section_title;
  AtlasSource *source;

  g_return_val_if_fail (citation != NULL, NULL);

  source = ATLAS_SOURCE (atlas_dataset_get_source (dataset, citation));
  number = atlas_source_get_number (source);
  section_title = atlas_source_get_section_title (source, citation->section, language);
  /* Translators: the title of a document, and its official number. */
  document = number != NULL ? g_strdup_printf (atlas_translate (language, "%s (%s)"),
                                               atlas_source_get_title (source, language), number)
                            : g_strdup (atlas_source_get_title (source, language));
  /* Translators: the number of a section of a document, and its title. */
  section = *section_title != '\0'
              ? g_strdup_printf (atlas_translate (language, "section %s “%s”"), citation->section,
                                 section_title)
              : g_strdup_printf (atlas_translate (language, "section %s"), citation->section);
  /* Translators: a document, a section of it, and the number of a paragraph there. */
  return g_strdup_printf (atlas_translate (language, "%s, %s, paragraph %u"), document, section,
                          citation->paragraph);
}

/**
 * atlas_format_citation:
 * @record: a record
 * @dataset: its dataset
 * @index: less than atlas_record_get_n_citations()
 * @language: the language of the text
 *
 * Returns: (transfer full): one line in the form of a footnote: title and number of the source,
 *   section and paragraph; plain text, not markup
 */
char *
atlas_format_citation (AtlasRecord *record,
                       AtlasDataset *dataset,
                       guint index,
                       AtlasLanguage language)
{
  const AtlasCitation *citation = atlas_record_get_citation (record, index);

  g_return_val_if_fail (citation != NULL, NULL);

  return atlas_format_cited (citation, dataset, language);
}
