/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-json-scanner-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

static GPtrArray *
scan (const char *text, gsize length, gboolean *followed)
{
  g_autoptr (AtlasFaultList) list = _atlas_fault_list_new (text, length);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (AtlasJsonValue));

  *followed = _atlas_json_scan (text, length, values, list, NULL);
  return _atlas_fault_list_finish (list);
}

static void
assert_accepted (const char *text)
{
  gboolean followed;
  g_autoptr (GPtrArray) faults = scan (text, strlen (text), &followed);
  g_autofree char *quoted = _atlas_quote (text, -1);

  g_test_message ("%s", quoted);
  g_assert_true (followed);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
assert_refused (const char *text, gsize length, AtlasReadError code, guint line, guint column)
{
  gboolean followed;
  g_autoptr (GPtrArray) faults = scan (text, length, &followed);
  g_autofree char *quoted = _atlas_quote (text, (gssize) length);
  const AtlasFault *fault;

  g_test_message ("%s", quoted);
  g_assert_cmpuint (faults->len, ==, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpint (fault->code, ==, code);
  g_assert_cmpuint (fault->line, ==, line);
  g_assert_cmpuint (fault->column, ==, column);
}

static void
test_accept (void)
{
  const char *texts[] = {
    "{}",
    "[]",
    " [ ] ",
    "{ }",
    "\r\n\t 1 \n",
    "\"\"",
    "true",
    "false",
    "null",
    "[true,false,null]",
    "0",
    "-0",
    "-0.0",
    "10",
    "1.5",
    "0.0001",
    "1e5",
    "1E+5",
    "-1.25e-3",
    "9223372036854775807",
    "-9223372036854775807",
    "1.7976931348623157e308",
    "0e999",
    "\"长春 \xf0\x9f\x9a\x8c\"",
    "\"\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u957f \\ud83d\\ude8c \\uFFFF\"",
    "\"// no comment # 'here'\"",
    "{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]}}",
    "{\"a\":1,\"A\":2,\"\":3}",
    "\xef\xbb\xbf{}",
    "\"\x7f\"",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_accepted (texts[i]);
}

/* Accepted numbers have one meaning, and json-glib gives the same. */
static void
test_numbers_keep_their_value (void)
{
  const struct
  {
    const char *text;
    double expected;
  } cases[] = {
    { "0", 0 },
    { "-0", 0 },
    { "7", 7 },
    { "-12", -12 },
    { "653.33", 653.33 },
    { "1e5", 1e5 },
    { "1E+2", 100 },
    { "-1.25e-3", -0.00125 },
    { "0.1", 0.1 },
    { "12345678.9", 12345678.9 },
    { "1.7976931348623157e308", G_MAXDOUBLE },
    { "9007199254740993", 9007199254740993.0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GError) error = NULL;

      assert_accepted (cases[i].text);
      json_parser_load_from_data (parser, cases[i].text, -1, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (json_node_get_double (json_parser_get_root (parser)), ==,
                         cases[i].expected);
    }
}

/* json-glib reads these as 10, 31, -1 and infinity without an error. */
static void
test_trap_13_numbers (void)
{
  const char *misspelt[] = {
    "012",  "-012", "00",  "0x1F",  "0X1f",  "+1",  ".5", "5.",        "-",  "--1",  "-.5",
    "1.e5", "1e",   "1e+", "1.2.3", "1e5.0", "0_1", "1a", "-Infinity", "1L", "01.5",
  };
  const char *beyond[] = {
    "92233720368547758079",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551616",
    "1e999",
    "-1e999",
    "1e-999",
    "123456789012345678901234567890",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (misspelt); i++)
    assert_refused (misspelt[i], strlen (misspelt[i]), ATLAS_READ_ERROR_NOT_JSON, 1, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (beyond); i++)
    assert_refused (beyond[i], strlen (beyond[i]), ATLAS_READ_ERROR_OUT_OF_RANGE, 1, 1);
}

/* json-glib 1.6 overflows the stack; newer versions stop at 1024. */
static void
test_trap_14_depth (void)
{
  const gsize depth = 100000;
  g_autoptr (GString) brackets = g_string_new (NULL);
  g_autoptr (GString) braces = g_string_new (NULL);

  for (gsize i = 0; i < depth; i++)
    {
      g_string_append_c (brackets, '[');
      g_string_append (braces, "{\"a\":");
    }
  assert_refused (brackets->str, brackets->len, ATLAS_READ_ERROR_TOO_DEEP, 1,
                  ATLAS_JSON_MAX_DEPTH + 1);
  assert_refused (braces->str, braces->len, ATLAS_READ_ERROR_TOO_DEEP, 1,
                  ATLAS_JSON_MAX_DEPTH * 5 + 1);

  g_string_truncate (brackets, ATLAS_JSON_MAX_DEPTH);
  for (gsize i = 0; i < ATLAS_JSON_MAX_DEPTH; i++)
    g_string_append_c (brackets, ']');
  assert_accepted (brackets->str);
}

/* json-glib 1.6 gives no line after loading, and its columns count bytes. */
static void
test_trap_15_positions (void)
{
  const struct
  {
    const char *text;
    guint line;
    guint column;
  } cases[] = {
    { "{\n  \"长春\": tru\n}", 2, 9 },
    { "[1,\r\n2,\r\n  x]", 3, 3 },
    { "[\"a\nb\"]", 1, 4 },
    { "\xef\xbb\xbf[\n1", 2, 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, strlen (cases[i].text), ATLAS_READ_ERROR_NOT_JSON, cases[i].line,
                    cases[i].column);
}

/* json-glib accepts all of these, with differences between versions. */
static void
test_trap_16_liberties (void)
{
  const struct
  {
    const char *text;
    AtlasReadError code;
    guint line;
    guint column;
  } cases[] = {
    { "// one\n1", ATLAS_READ_ERROR_NOT_JSON, 1, 1 },
    { "/* one */ 1", ATLAS_READ_ERROR_NOT_JSON, 1, 1 },
    { "[1, # one\n2]", ATLAS_READ_ERROR_NOT_JSON, 1, 5 },
    { "['a']", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "{'a': 1}", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "{a: 1}", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "{1: 1}", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "{\"a\": 1,\n\"b\": 2,\n\"a\": 3}", ATLAS_READ_ERROR_DUPLICATE_MEMBER, 3, 1 },
    { "{\"a\": 1, \"\\u0061\": 2}", ATLAS_READ_ERROR_DUPLICATE_MEMBER, 1, 10 },
    { "{\"\\n\": 1, \"\\u000a\": 2}", ATLAS_READ_ERROR_DUPLICATE_MEMBER, 1, 11 },
    { "[\"\n\"]", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
    { "[\"\t\"]", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
    { "[\"\x1f\"]", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
    { "{} {}", ATLAS_READ_ERROR_NOT_JSON, 1, 4 },
    { "{},", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
    { "1 2", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
    { "[1,]", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
    { "{\"a\": 1,}", ATLAS_READ_ERROR_NOT_JSON, 1, 8 },
    { "[,1]", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "[1,,2]", ATLAS_READ_ERROR_NOT_JSON, 1, 4 },
    { "[1 2]", ATLAS_READ_ERROR_NOT_JSON, 1, 4 },
    { "[1}", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
    { "{\"a\" 1}", ATLAS_READ_ERROR_NOT_JSON, 1, 6 },
    { "{\"a\"; 1}", ATLAS_READ_ERROR_NOT_JSON, 1, 5 },
    { "{\"a\": }", ATLAS_READ_ERROR_NOT_JSON, 1, 7 },
    { "[True]", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "[nul]", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "[nulll]", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "[NaN]", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "[undefined]", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "[\xe2\x80\x9cx\xe2\x80\x9d]", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "[1\xc2\xa0]", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
    { "]", ATLAS_READ_ERROR_NOT_JSON, 1, 1 },
    { "[", ATLAS_READ_ERROR_NOT_JSON, 1, 2 },
    { "{\"a\": \"x", ATLAS_READ_ERROR_NOT_JSON, 1, 7 },
    { "\"\\", ATLAS_READ_ERROR_NOT_JSON, 1, 1 },
    { "[\"\\v\"]", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
    { "[\"\\'\"]", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
    { "[\"\\长\"]", ATLAS_READ_ERROR_NOT_JSON, 1, 3 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, strlen (cases[i].text), cases[i].code, cases[i].line,
                    cases[i].column);
}

/* json-glib accepts an empty file without a root, and cuts strings at U+0000. */
static void
test_trap_17_nothing (void)
{
  const struct
  {
    const char *text;
    gsize length;
    AtlasReadError code;
    guint column;
  } cases[] = {
    { "", 0, ATLAS_READ_ERROR_NOT_JSON, 1 },
    { "   ", 3, ATLAS_READ_ERROR_NOT_JSON, 4 },
    { "\xef\xbb\xbf", 3, ATLAS_READ_ERROR_NOT_JSON, 2 },
    { "[\"a\\u0000b\"]", 12, ATLAS_READ_ERROR_NOT_JSON, 4 },
    { "[1]\0", 4, ATLAS_READ_ERROR_NOT_UTF8, 4 },
    { "[\"\0\"]", 5, ATLAS_READ_ERROR_NOT_UTF8, 3 },
    { "[\"\\ud83d\"]", 10, ATLAS_READ_ERROR_NOT_JSON, 3 },
    { "[\"\\ude8c\"]", 10, ATLAS_READ_ERROR_NOT_JSON, 3 },
    { "[\"\\ud83d\\n\"]", 12, ATLAS_READ_ERROR_NOT_JSON, 3 },
    { "[\"\\ud83d\\ud83d\"]", 16, ATLAS_READ_ERROR_NOT_JSON, 3 },
    { "[\"\\u12\"]", 8, ATLAS_READ_ERROR_NOT_JSON, 3 },
    { "[\"\\u12xy\"]", 10, ATLAS_READ_ERROR_NOT_JSON, 3 },
    { "[\"\xff\"]", 5, ATLAS_READ_ERROR_NOT_UTF8, 3 },
    { "[\"\xed\xa0\xbd\"]", 7, ATLAS_READ_ERROR_NOT_UTF8, 3 },
    { "[\"\xc0\x80\"]", 6, ATLAS_READ_ERROR_NOT_UTF8, 3 },
    { "\xff\xfe[\0", 4, ATLAS_READ_ERROR_NOT_UTF8, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, cases[i].length, cases[i].code, 1, cases[i].column);
}

static void
test_goes_on_behind_faults (void)
{
  const char *text = "{\"a\": 012,\n"
                     "\"b\": [NaN, \"\\u0000\", 3],\n"
                     "\"c\": \"x\ty\",\n"
                     "\"a\": 1e999, \"d\": [1,]}";
  const struct
  {
    const char *place;
    AtlasReadError code;
    guint line;
  } expected[] = {
    { "a", ATLAS_READ_ERROR_NOT_JSON, 1 },         { "b[0]", ATLAS_READ_ERROR_NOT_JSON, 2 },
    { "b[1]", ATLAS_READ_ERROR_NOT_JSON, 2 },      { "c", ATLAS_READ_ERROR_NOT_JSON, 3 },
    { "a", ATLAS_READ_ERROR_DUPLICATE_MEMBER, 4 }, { "a", ATLAS_READ_ERROR_OUT_OF_RANGE, 4 },
    { "d", ATLAS_READ_ERROR_NOT_JSON, 4 },
  };
  gboolean followed;
  g_autoptr (GPtrArray) faults = scan (text, strlen (text), &followed);

  g_assert_true (followed);
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < faults->len; i++)
    {
      const AtlasFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpstr (fault->place, ==, expected[i].place);
      g_assert_cmpint (fault->code, ==, expected[i].code);
      g_assert_cmpuint (fault->line, ==, expected[i].line);
    }
}

static void
test_many_members (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  gboolean followed;
  g_autoptr (GPtrArray) faults = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%s\"%u\":0", i > 0 ? "," : "", i);
  g_string_append_c (text, '}');
  assert_accepted (text->str);

  g_string_truncate (text, text->len - 1);
  g_string_append (text, ",\"0\":1,\"0\":1}");
  faults = scan (text->str, text->len, &followed);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpint (((AtlasFault *) g_ptr_array_index (faults, 0))->code, ==,
                   ATLAS_READ_ERROR_TOO_LARGE);
}

static void
test_cancel (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (AtlasFaultList) list = _atlas_fault_list_new ("[1]", 3);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (AtlasJsonValue));

  g_cancellable_cancel (cancellable);
  g_assert_false (_atlas_json_scan ("[1]", 3, values, list, cancellable));
  g_assert_false (_atlas_fault_list_has_errors (list));
}

static void
test_unescape (void)
{
  const char *string = "\"长\\u957f\\n\\ud83d\\ude8c\\/\"";
  g_autofree char *plain = _atlas_json_unescape (string, strlen (string));

  g_assert_cmpstr (plain, ==, "长长\n\xf0\x9f\x9a\x8c/");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-scanner/accept", test_accept);
  g_test_add_func ("/json-scanner/numbers-keep-their-value", test_numbers_keep_their_value);
  g_test_add_func ("/json-scanner/trap-13-numbers", test_trap_13_numbers);
  g_test_add_func ("/json-scanner/trap-14-depth", test_trap_14_depth);
  g_test_add_func ("/json-scanner/trap-15-positions", test_trap_15_positions);
  g_test_add_func ("/json-scanner/trap-16-liberties", test_trap_16_liberties);
  g_test_add_func ("/json-scanner/trap-17-nothing", test_trap_17_nothing);
  g_test_add_func ("/json-scanner/goes-on-behind-faults", test_goes_on_behind_faults);
  g_test_add_func ("/json-scanner/many-members", test_many_members);
  g_test_add_func ("/json-scanner/cancel", test_cancel);
  g_test_add_func ("/json-scanner/unescape", test_unescape);

  return g_test_run ();
}
