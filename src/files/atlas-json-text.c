/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-json-text.h"

#include <string.h>

/*
 * Strings and names of members as JSON text. Datasets and GeoJSON are written with them.
 */

/**
 * atlas_json_append_string:
 * @text: the text to which it is appended
 * @string: a string in UTF-8
 *
 * Appends a string in quotation marks. It escapes only what JSON requires: quotation marks,
 * backslashes and control characters.
 */
void
atlas_json_append_string (GString *text, const char *string)
{
  static const char controls[] = "\b\f\n\r\t";
  static const char letters[] = "bfnrt";

  g_string_append_c (text, '"');
  for (; *string != '\0'; string++)
    {
      const char *found = strchr (controls, *string);

      if (found != NULL)
        g_string_append_printf (text, "\\%c", letters[found - controls]);
      else if ((guchar) *string < 0x20)
        g_string_append_printf (text, "\\u%04x", (guint) *string);
      else if (*string == '"' || *string == '\\')
        g_string_append_printf (text, "\\%c", *string);
      else
        g_string_append_c (text, *string);
    }
  g_string_append_c (text, '"');
}

/**
 * atlas_json_begin_member:
 * @text: an object, as written so far
 * @name: the name of its next member, in UTF-8
 *
 * Appends everything before the value of the member: comma, name and colon.
 */
void
atlas_json_begin_member (GString *text, const char *name)
{
  if (text->str[text->len - 1] != '{')
    g_string_append (text, ", ");
  atlas_json_append_string (text, name);
  g_string_append (text, ": ");
}
