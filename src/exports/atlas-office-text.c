/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-office-text.h"

/* Text of a dataset for the files of office programs, which are XML. */

/* Whether XML 1.0 allows a character. */
static gboolean
is_allowed (gunichar letter)
{
  return letter == '\t' || letter == '\n' || letter == '\r' ||
         (letter >= 0x20 && letter <= 0xd7ff) || (letter >= 0xe000 && letter <= 0xfffd) ||
         (letter >= 0x10000 && letter <= 0x10ffff);
}

/**
 * atlas_office_text_clean:
 * @text: text in UTF-8
 *
 * Returns: (transfer full): @text with U+FFFD for each character that XML does not allow, such as
 *   control characters, since a file with one of them does not open
 */
char *
atlas_office_text_clean (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar letter = g_utf8_get_char (text);

      g_string_append_unichar (clean, is_allowed (letter) ? letter : 0xfffd);
    }
  return g_string_free (clean, FALSE);
}

/* The number of units of UTF-16, in which office programs count. */
static gsize
count_units (gunichar letter)
{
  return letter > 0xffff ? 2 : 1;
}

static gsize
get_length (const char *text)
{
  gsize length = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    length += count_units (g_utf8_get_char (text));
  return length;
}

/**
 * atlas_office_text_shorten:
 * @text: text in UTF-8
 * @max: the largest length, in units of UTF-16; more than that of @mark
 * @mark: the end of a shortened text
 *
 * Returns: (transfer full): @text if it is not longer than @max, else its beginning and @mark
 */
char *
atlas_office_text_shorten (const char *text, gsize max, const char *mark)
{
  const char *end = text;
  gsize left;

  if (get_length (text) <= max)
    return g_strdup (text);
  left = max - get_length (mark);
  while (count_units (g_utf8_get_char (end)) <= left)
    {
      left -= count_units (g_utf8_get_char (end));
      end = g_utf8_next_char (end);
    }
  return g_strdup_printf ("%.*s%s", (int) (end - text), text, mark);
}
