/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-heading-private.h"

#include <string.h>

/*
 * Parses the numbers of headings at the beginning of a line. It does not check whether the number
 * is the next one in the document.
 */

static const char *const digits[] = { "一", "二", "三", "四", "五", "六", "七", "八", "九" };

/* Skips blanks and Markdown signs before a number. */
static const char *
skip_ornament (const char *text)
{
  for (;; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (c == 0 || (c != '#' && c != '*' && c != 0x3014 && !g_unichar_isspace (c)))
        return text;
    }
}

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static guint
scan_digit (const char **text)
{
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (g_str_has_prefix (*text, digits[i]))
      {
        *text += strlen (digits[i]);
        return i + 1;
      }
  return 0;
}

/* Reads a number from 一 to 九十九; returns 0 when there is none. */
static guint
scan_chinese (const char **text)
{
  const char *ten = "十";
  guint number = scan_digit (text);

  if (!g_str_has_prefix (*text, ten))
    return number;
  *text += strlen (ten);
  return MAX (number, 1) * 10 + scan_digit (text);
}

static gboolean
skip_any (const char **text, const char *signs)
{
  const gunichar c = g_utf8_get_char (*text);

  if (c == 0 || g_utf8_strchr (signs, -1, c) == NULL)
    return FALSE;
  *text = g_utf8_next_char (*text);
  return TRUE;
}

static gboolean
parse_chinese (const char *text, AtlasHeading *heading)
{
  const gboolean in_parentheses = skip_any (&text, "（(");

  heading->number = scan_chinese (&text);
  if (heading->number == 0 || !skip_any (&text, in_parentheses ? "）)" : "、．."))
    return FALSE;
  heading->style = in_parentheses ? ATLAS_HEADING_STYLE_PARENTHESES : ATLAS_HEADING_STYLE_CHINESE;
  heading->text = skip_blanks (text);
  return TRUE;
}

/* Reads letters, digits and points, such as "3.2" or "end". */
static gboolean
scan_section (const char **text, char *section, gsize size)
{
  const gsize length = strspn (*text, "0123456789.abcdefghijklmnopqrstuvwxyz");

  if (length == 0 || length >= size)
    return FALSE;
  memcpy (section, *text, length);
  section[length] = '\0';
  *text += length;
  return TRUE;
}

static gboolean
parse_mark (const char *text, AtlasHeading *heading)
{
  char *end;
  guint64 paragraph;

  if (!scan_section (&text, heading->section, sizeof heading->section))
    return FALSE;
  text = skip_blanks (text);
  if (!g_str_has_prefix (text, "¶"))
    return FALSE;
  paragraph = g_ascii_strtoull (text + strlen ("¶"), &end, 10);
  if (paragraph == 0 || paragraph > G_MAXUINT16)
    return FALSE;
  heading->style = ATLAS_HEADING_STYLE_MARK;
  heading->paragraph = (guint) paragraph;
  text = end;
  while (skip_any (&text, "〕*"))
    ;
  heading->text = skip_blanks (text);
  return TRUE;
}

/* Accepts "3.2 Words", but neither "3.5亿元" nor "2021年": punctuation or a blank must follow the
 * number. */
static gboolean
parse_arabic (const char *text, AtlasHeading *heading)
{
  const gsize length = strspn (text, "0123456789.");
  const char *after = text + length;
  gsize used = length;

  while (used > 0 && text[used - 1] == '.')
    used--;
  if (used == 0 || used > 8 || used >= sizeof heading->section || *text == '0' || *text == '.' ||
      g_strstr_len (text, (gssize) used, "..") != NULL)
    return FALSE;
  if (used == length && !skip_any (&after, "、． \t　"))
    return FALSE;
  memcpy (heading->section, text, used);
  heading->section[used] = '\0';
  heading->style = ATLAS_HEADING_STYLE_ARABIC;
  heading->text = skip_blanks (after);
  return TRUE;
}

/**
 * _atlas_heading_parse:
 * @line: a line of valid UTF-8
 * @heading: (out): return location for the heading
 *
 * Returns: whether @line begins with a number like a heading
 */
gboolean
_atlas_heading_parse (const char *line, AtlasHeading *heading)
{
  const char *text;

  g_return_val_if_fail (line != NULL, FALSE);
  g_return_val_if_fail (heading != NULL, FALSE);

  *heading = (AtlasHeading) { 0 };
  text = skip_ornament (line);
  if (parse_mark (text, heading) || parse_chinese (text, heading) || parse_arabic (text, heading))
    return TRUE;
  *heading = (AtlasHeading) { 0 };
  return FALSE;
}
