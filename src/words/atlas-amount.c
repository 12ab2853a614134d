/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-amount.h"

#include <string.h>

#include "atlas-format.h"

/*
 * Parses amounts as users type them: with a unit or without, and with the words for large numbers
 * of any language. All arithmetic is in integers, so that a sum of money stays exact.
 */

/* The decimal places of an AtlasDecimal, and the power of ten of its largest value. */
#define PLACES 4
#define MAX_POWER (11 + PLACES)

/* One number with its words, such as “653亿”; “653亿3300万” are two terms. */
typedef struct
{
  guint64 digits;  /* without the decimal point */
  int n_places;    /* how many of them are behind it */
  int power;       /* of the words */
  gboolean scaled; /* whether there are any such words */
} Term;

static const struct
{
  const char *word;
  int power;
} scales[] = {
  { "hundred", 2 }, { "thousand", 3 }, { "million", 6 }, { "billion", 9 }, { "trillion", 12 },
  { "mn", 6 },      { "bn", 9 },       { "百", 2 },      { "千", 3 },      { "万", 4 },
  { "萬", 4 },      { "亿", 8 },       { "億", 8 },      { "백", 2 },      { "천", 3 },
  { "만", 4 },      { "억", 8 },       { "조", 12 },
};

static const char *
skip_blanks (const char *at)
{
  return at + strspn (at, " ");
}

/* Returns whether @at begins with a word for a large number. */
static gboolean
take_scale (const char **at, int *power)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scales); i++)
    if (g_str_has_prefix (*at, scales[i].word))
      {
        *power += scales[i].power;
        *at = skip_blanks (*at + strlen (scales[i].word));
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_listed (const char *const *list, const char *word)
{
  return g_strv_contains (list, word);
}

/* Returns whether the program itself writes @word behind a number of @unit. In Chinese and Korean,
 * the first characters of it are enough: “个” for “个项目”. */
static gboolean
is_written (const char *word, AtlasUnit unit, AtlasLanguage language)
{
  for (AtlasDecimal count = 1; count <= 2; count++)
    {
      g_autofree char *sample = atlas_format_quantity (count * ATLAS_DECIMAL_ONE, unit, language);
      g_autofree char *lower = g_utf8_strdown (sample, -1);
      const char *own = lower + strcspn (lower, "0123456789");
      int power = 0;

      own = skip_blanks (own + strspn (own, "0123456789"));
      while (take_scale (&own, &power))
        ;
      if (language == ATLAS_LANGUAGE_EN ? g_str_equal (own, word) : g_str_has_prefix (own, word))
        return TRUE;
    }
  return FALSE;
}

/* Returns whether @word, which is not empty, is the name of @unit. */
static gboolean
is_unit (const char *word, AtlasUnit unit)
{
  static const char *const yuan[] = { "元",  "圆",  "元人民币", "人民币", "yuan",
                                      "cny", "rmb", "위안",     NULL };
  static const char *const percent[] = { "%", "percent", "per cent", "퍼센트", NULL };
  static const char *const km[] = { "km",   "kilometre", "kilometres", "kilometer", "kilometers",
                                    "公里", "千米",      "킬로미터",   NULL };

  if (unit == ATLAS_UNIT_CNY_100M)
    return is_listed (yuan, word);
  if (unit == ATLAS_UNIT_PERCENT)
    return is_listed (percent, word);
  if (unit == ATLAS_UNIT_KM)
    return is_listed (km, word);
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    if (is_written (word, unit, (AtlasLanguage) language))
      return TRUE;
  return FALSE;
}

/* Whether a group of exactly three digits follows the separator at @at. */
static gboolean
is_separator (const char *at)
{
  return (*at == ',' || *at == ' ') && g_ascii_isdigit (at[1]) && g_ascii_isdigit (at[2]) &&
         g_ascii_isdigit (at[3]) && !g_ascii_isdigit (at[4]);
}

/* Reads digits with a decimal point and separators of thousands. */
static AtlasAmountFault
take_number (const char **at, Term *term)
{
  gboolean has_point = FALSE;

  if (!g_ascii_isdigit (**at))
    return ATLAS_AMOUNT_FAULT_FORM;
  for (;; (*at)++)
    {
      if (g_ascii_isdigit (**at))
        {
          if (term->digits > G_MAXUINT64 / 10 - 1)
            return ATLAS_AMOUNT_FAULT_RANGE;
          term->digits = term->digits * 10 + (guint64) g_ascii_digit_value (**at);
          term->n_places += has_point;
        }
      else if (**at == '.' && !has_point && g_ascii_isdigit ((*at)[1]))
        has_point = TRUE;
      else if (has_point || !is_separator (*at))
        break;
    }
  *at = skip_blanks (*at);
  return ATLAS_AMOUNT_FAULT_NONE;
}

static AtlasAmountFault
take_term (const char **at, AtlasUnit unit, Term *term)
{
  const AtlasAmountFault fault = take_number (at, term);

  if (fault != ATLAS_AMOUNT_FAULT_NONE)
    return fault;
  /* “千米” is a unit and no thousand. */
  while (**at != '\0' && !is_unit (*at, unit) && take_scale (at, &term->power))
    term->scaled = TRUE;
  return ATLAS_AMOUNT_FAULT_NONE;
}

/* Adds @term to @amount. The unit counts 10^@unit_power of what the term counts. */
static AtlasAmountFault
add_term (const Term *term, int unit_power, guint64 *amount)
{
  int power = term->power - term->n_places - unit_power + PLACES;
  guint64 number = term->digits;
  guint64 limit = 1;

  for (int i = 0; i < MAX_POWER; i++)
    limit *= 10;
  for (; power < 0 && number > 0; power++, number /= 10)
    if (number % 10 != 0)
      return ATLAS_AMOUNT_FAULT_RANGE;
  for (; power > 0 && number > 0; power--, number *= 10)
    if (number > limit)
      return ATLAS_AMOUNT_FAULT_RANGE;
  *amount += number;
  return number <= limit && *amount <= limit ? ATLAS_AMOUNT_FAULT_NONE : ATLAS_AMOUNT_FAULT_RANGE;
}

/* The power of ten of what the unit counts: ten thousand companies, a hundred million yuan. */
static int
get_power (AtlasUnit unit)
{
  return unit == ATLAS_UNIT_CNY_100M ? 8 : unit == ATLAS_UNIT_ENTERPRISE_10K ? 4 : 0;
}

/* A number without any words is in the unit; with words, it counts yuan or companies. */
static gboolean
is_in_unit (const Term *term, guint n_terms, const char *rest)
{
  return n_terms == 0 && !term->scaled && *rest == '\0';
}

static AtlasAmountFault
read_terms (const char *at, AtlasUnit unit, guint64 *amount)
{
  int last_power = G_MAXINT;

  for (guint n_terms = 0; n_terms == 0 || g_ascii_isdigit (*at); n_terms++)
    {
      Term term = { 0 };
      AtlasAmountFault fault = take_term (&at, unit, &term);

      if (fault != ATLAS_AMOUNT_FAULT_NONE)
        return fault;
      if (term.power >= last_power)
        return ATLAS_AMOUNT_FAULT_FORM;
      last_power = term.power;
      if (*at != '\0' && !g_ascii_isdigit (*at) && !is_unit (at, unit))
        return ATLAS_AMOUNT_FAULT_UNIT;
      fault = add_term (&term, is_in_unit (&term, n_terms, at) ? 0 : get_power (unit), amount);
      if (fault != ATLAS_AMOUNT_FAULT_NONE)
        return fault;
    }
  return ATLAS_AMOUNT_FAULT_NONE;
}

/* Skips what may stand before the number, and returns whether it is negative. */
static gboolean
take_beginning (const char **at, AtlasUnit unit)
{
  static const char *const yuan[] = { "cny", "rmb", "¥", "人民币" };
  gboolean is_negative = FALSE;

  for (gsize i = 0; unit == ATLAS_UNIT_CNY_100M && i < G_N_ELEMENTS (yuan); i++)
    if (g_str_has_prefix (*at, yuan[i]))
      {
        *at = skip_blanks (*at + strlen (yuan[i]));
        break;
      }
  if (g_str_has_prefix (*at, "-") || g_str_has_prefix (*at, "−"))
    {
      is_negative = TRUE;
      *at = skip_blanks (g_utf8_next_char (*at));
    }
  return is_negative;
}

/**
 * atlas_amount_parse:
 * @words: the text that the user typed, in UTF-8
 * @unit: the unit of @amount
 * @amount: (out): return location for the exact amount
 *
 * Reads "653.33", "653.33 亿元", "65.333 billion", "CNY 65,333 million", "653亿3300万元" and "653억
 * 3300만 위안" as the same amount of %ATLAS_UNIT_CNY_100M, and "7.6 km" or "1.1万" in other units.
 * A number without words is in @unit. Full-width digits are read too.
 *
 * Returns: why @words are not an amount, or %ATLAS_AMOUNT_FAULT_NONE
 */
AtlasAmountFault
atlas_amount_parse (const char *words, AtlasUnit unit, AtlasDecimal *amount)
{
  g_autofree char *plain = NULL;
  g_autofree char *lower = NULL;
  const char *at;
  gboolean is_negative;
  guint64 magnitude = 0;
  AtlasAmountFault fault;

  g_return_val_if_fail (words != NULL, ATLAS_AMOUNT_FAULT_FORM);
  g_return_val_if_fail (amount != NULL, ATLAS_AMOUNT_FAULT_FORM);

  plain = g_utf8_normalize (words, -1, G_NORMALIZE_ALL_COMPOSE);
  if (plain == NULL)
    return ATLAS_AMOUNT_FAULT_FORM;
  lower = g_strstrip (g_utf8_strdown (plain, -1));
  at = lower;
  is_negative = take_beginning (&at, unit);
  fault = read_terms (at, unit, &magnitude);
  if (fault == ATLAS_AMOUNT_FAULT_NONE)
    *amount = is_negative ? -(AtlasDecimal) magnitude : (AtlasDecimal) magnitude;
  return fault;
}
