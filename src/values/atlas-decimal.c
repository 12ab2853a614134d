/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-decimal.h"

#include <float.h>
#include <math.h>

static AtlasDecimal *
copy (const AtlasDecimal *decimal)
{
  return g_memdup2 (decimal, sizeof *decimal);
}

G_DEFINE_BOXED_TYPE (AtlasDecimal, atlas_decimal, copy, g_free)

/* Up to this number of units, doubles are exact to well below a ten-thousandth. */
#define MAX_UNITS 1e11

/**
 * atlas_decimal_from_double:
 * @value: a number from a JSON parser
 * @decimal: (out): return location for the exact number
 *
 * Returns: whether @value is finite, within ±10¹¹ and has at most four decimal places
 */
gboolean
atlas_decimal_from_double (double value, AtlasDecimal *decimal)
{
  double scaled = value * (double) ATLAS_DECIMAL_ONE;

  g_return_val_if_fail (decimal != NULL, FALSE);

  if (!isfinite (value) || fabs (value) > MAX_UNITS)
    return FALSE;
  /* The double nearest to the number and the product have an error of at most half a unit in the
   * last place each. */
  if (fabs (scaled - round (scaled)) > 2 * DBL_EPSILON * fabs (scaled))
    return FALSE;
  *decimal = (AtlasDecimal) llround (scaled);
  return TRUE;
}

/**
 * atlas_decimal_to_double:
 * @decimal: a decimal
 *
 * Use this only for drawing, never for sums.
 *
 * Returns: the nearest double
 */
double
atlas_decimal_to_double (AtlasDecimal decimal)
{
  return (double) decimal / (double) ATLAS_DECIMAL_ONE;
}

/**
 * atlas_decimal_add:
 * @a: a number
 * @b: another number
 *
 * Returns: their exact sum, limited to the range of #AtlasDecimal
 */
AtlasDecimal
atlas_decimal_add (AtlasDecimal a, AtlasDecimal b)
{
  if (b > 0 && a > G_MAXINT64 - b)
    return G_MAXINT64;
  if (b < 0 && a < G_MININT64 - b)
    return G_MININT64;
  return a + b;
}

/**
 * atlas_decimal_to_string:
 * @decimal: a decimal
 *
 * Returns: (transfer full): the number with "." and without trailing zeros, the same in every
 *   locale; use atlas_format_quantity() for text that users see
 */
char *
atlas_decimal_to_string (AtlasDecimal decimal)
{
  guint64 magnitude = decimal < 0 ? (guint64) - (decimal + 1) + 1 : (guint64) decimal;
  guint64 fraction = magnitude % (guint64) ATLAS_DECIMAL_ONE;
  GString *string = g_string_new (decimal < 0 ? "-" : "");

  g_string_append_printf (string, "%" G_GUINT64_FORMAT, magnitude / (guint64) ATLAS_DECIMAL_ONE);
  if (fraction != 0)
    {
      g_string_append_printf (string, ".%04" G_GUINT64_FORMAT, fraction);
      while (string->str[string->len - 1] == '0')
        g_string_truncate (string, string->len - 1);
    }
  return g_string_free (string, FALSE);
}
