/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-office-text.h"

static void
assert_clean (const char *text, const char *expected)
{
  g_autofree char *clean = atlas_office_text_clean (text);

  g_assert_cmpstr (clean, ==, expected);
}

/* Tabs, line breaks and every script pass; what XML forbids is replaced, and markup is not touched.
 */
static void
test_clean (void)
{
  assert_clean ("", "");
  assert_clean ("四平\t<w:p>&\r\n\U0001f600", "四平\t<w:p>&\r\n\U0001f600");
  assert_clean ("a\x01"
                "b\x1f"
                "c\x7f",
                "a\ufffdb\ufffdc\x7f");
  assert_clean ("\xef\xbf\xbe\xef\xbf\xbf", "\ufffd\ufffd");
}

static void
assert_short (const char *text, gsize max, const char *expected)
{
  g_autofree char *shortened = atlas_office_text_shorten (text, max, "…");

  g_assert_cmpstr (shortened, ==, expected);
}

/* The length is counted in units of UTF-16, and no letter is cut in two. */
static void
test_shorten (void)
{
  assert_short ("", 3, "");
  assert_short ("abc", 3, "abc");
  assert_short ("abcd", 3, "ab…");
  assert_short ("四平市区", 3, "四平…");
  assert_short ("\U0001f600a", 3, "\U0001f600a");
  assert_short ("a\U0001f600b", 3, "a…");
  assert_short ("\U0001f600\U0001f600", 3, "\U0001f600…");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-text/clean", test_clean);
  g_test_add_func ("/office-text/shorten", test_shorten);
  return g_test_run ();
}
