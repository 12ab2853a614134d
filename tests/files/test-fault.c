/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fault-list-private.h"

#include <string.h>

static void
test_to_string (void)
{
  const char text[] = "{\n  \"a\": 长 x";
  g_autoptr (AtlasFaultList) list = _atlas_fault_list_new (text, strlen (text));
  g_autoptr (GPtrArray) faults = NULL;
  g_autofree char *with_place = NULL;
  g_autofree char *without_place = NULL;

  _atlas_fault_list_add (list, ATLAS_FAULT_SEVERITY_ERROR, ATLAS_READ_ERROR_OUT_OF_RANGE,
                         (gsize) (strchr (text, 'x') - text), 0, g_strdup ("a.b[3]"),
                         "%d is outside", 5);
  _atlas_fault_list_add (list, ATLAS_FAULT_SEVERITY_WARNING, ATLAS_READ_ERROR_NOT_JSON,
                         (gsize) (strchr (text, 'x') - text), 0, g_strdup (""), "Strange");
  faults = _atlas_fault_list_finish (list);
  with_place = atlas_fault_to_string (g_ptr_array_index (faults, 0), "some file.json");
  without_place = atlas_fault_to_string (g_ptr_array_index (faults, 1), "f");

  g_assert_cmpstr (with_place, ==, "some file.json:2: a.b[3]: 5 is outside");
  /* Two blanks, "a", a colon, a blank, 长, a blank: the next character is the tenth. */
  g_assert_cmpstr (without_place, ==, "f:2: column 10: Strange");
}

static void
test_order_and_lines (void)
{
  const struct
  {
    gsize offset;
    guint line;
    guint column;
  } cases[] = {
    { 0, 1, 1 }, { 2, 1, 3 }, { 3, 2, 1 }, { 3, 2, 1 }, { 4, 3, 1 }, { 7, 3, 3 }, { 99, 3, 4 },
  };
  const char text[] = "ab\n\n\303\251cd";
  g_autoptr (AtlasFaultList) list = _atlas_fault_list_new (text, strlen (text));
  g_autoptr (GPtrArray) faults = NULL;

  for (gsize i = G_N_ELEMENTS (cases); i > 0; i--)
    _atlas_fault_list_add (list, ATLAS_FAULT_SEVERITY_WARNING, ATLAS_READ_ERROR_NOT_JSON,
                           cases[i - 1].offset, 0, g_strdup (""), "%s", "");
  g_assert_false (_atlas_fault_list_has_errors (list));
  faults = _atlas_fault_list_finish (list);

  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < faults->len; i++)
    {
      const AtlasFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (fault->line, ==, cases[i].line);
      g_assert_cmpuint (fault->column, ==, cases[i].column);
    }
}

static void
test_too_many (void)
{
  g_autoptr (AtlasFaultList) list = _atlas_fault_list_new ("", 0);
  g_autoptr (GPtrArray) faults = NULL;
  const AtlasFault *last;

  for (guint i = 0; i < 100000; i++)
    _atlas_fault_list_add (list, ATLAS_FAULT_SEVERITY_WARNING, ATLAS_READ_ERROR_UNKNOWN_MEMBER, 0,
                           0, g_strdup ("x"), "%s", "Unknown");
  g_assert_true (_atlas_fault_list_is_full (list));
  g_assert_false (_atlas_fault_list_has_errors (list));
  /* Faults after the limit are not listed, but count as errors. */
  _atlas_fault_list_add (list, ATLAS_FAULT_SEVERITY_ERROR, ATLAS_READ_ERROR_CYCLE, 0, 0, NULL, "%s",
                         "Circle");
  g_assert_true (_atlas_fault_list_has_errors (list));

  faults = _atlas_fault_list_finish (list);
  g_assert_cmpuint (faults->len, ==, 10001);
  last = g_ptr_array_index (faults, faults->len - 1);
  g_assert_cmpint (last->code, ==, ATLAS_READ_ERROR_TOO_MANY);
}

#define TEN "长长长长长长长长长长"
#define SIXTY TEN TEN TEN TEN TEN TEN

static void
test_quote (void)
{
  const struct
  {
    const char *text;
    gssize length;
    const char *expected;
  } cases[] = {
    { "", -1, "" },
    { "长春 Changchun", -1, "长春 Changchun" },
    { "abcdef", 3, "abc" },
    { "a\nb\tc\033[2J", -1, "a\\u000ab\\u0009c\\u001b[2J" },
    { "\342\200\256gnp", -1, "\\u202egnp" },
    { "\377x\303", -1, "\\u00ffx\\u00c3" },
    { SIXTY "1", -1, SIXTY "…" },
    { SIXTY, -1, SIXTY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quoted = _atlas_quote (cases[i].text, cases[i].length);

      g_assert_cmpstr (quoted, ==, cases[i].expected);
    }
}

static void
test_place (void)
{
  g_autoptr (GString) place = g_string_new (NULL);

  _atlas_place_append (place, "partnerships", -1, 0);
  _atlas_place_append (place, NULL, 0, 3);
  _atlas_place_append (place, "members\": [", 7, 0);
  _atlas_place_append (place, NULL, 0, 1);
  g_assert_cmpstr (place->str, ==, "partnerships[3].members[1]");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fault/to-string", test_to_string);
  g_test_add_func ("/fault/order-and-lines", test_order_and_lines);
  g_test_add_func ("/fault/too-many", test_too_many);
  g_test_add_func ("/fault/quote", test_quote);
  g_test_add_func ("/fault/place", test_place);

  return g_test_run ();
}
