/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-json-layout-private.h"

#include <string.h>

#include "atlas-json-index-private.h"

/*
 * Lays out JSON in the canonical form; see "Canonical form" in data/FORMAT.md.
 *
 * The layout changes only white space and escapes in strings. Members keep their order and numbers
 * their digits, so it also works for members that the format does not define.
 */

/* The largest width of an array, and of an object, on one line. */
#define MAX_LINE_WIDTH 100
#define MAX_OBJECT_WIDTH 94

/* The indentation of a level. */
#define INDENT 2

typedef struct
{
  AtlasJsonIndex *index;
  const char *text;
  GString *output;
  GString *line; /* for one value at a time */
} Layout;

/* The width of a text in terminal columns; Han and Hangul characters take two. */
static guint
measure (const char *text)
{
  guint n_columns = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n_columns += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return n_columns;
}

static void
append_scalar (Layout *self, guint at, GString *text)
{
  const AtlasJsonValue *value = _atlas_json_index_get (self->index, at);
  const char *start = self->text + value->offset;
  g_autofree char *plain = NULL;

  if (*start != '"' || memchr (start, '\\', value->length) == NULL)
    {
      g_string_append_len (text, start, (gssize) value->length);
      return;
    }
  plain = _atlas_json_unescape (start, value->length);
  atlas_json_append_string (text, plain);
}

static void
append_name (Layout *self, guint at, GString *text)
{
  g_autofree char *name = NULL;

  if (_atlas_json_index_get (self->index, at)->name == 0)
    return;
  name = _atlas_json_index_dup_name (self->index, at);
  atlas_json_append_string (text, name);
  g_string_append (text, ": ");
}

/* Appends a value on one line. */
static void
append_line (Layout *self, guint at, GString *text)
{
  const char first = _atlas_json_index_peek (self->index, at);
  const guint end = _atlas_json_index_get (self->index, at)->next;

  if (first != '{' && first != '[')
    {
      append_scalar (self, at, text);
      return;
    }
  g_string_append_c (text, first);
  for (guint child = at + 1; child < end; child = _atlas_json_index_get (self->index, child)->next)
    {
      if (child > at + 1)
        g_string_append (text, ", ");
      append_name (self, child, text);
      append_line (self, child, text);
    }
  g_string_append_c (text, first == '{' ? '}' : ']');
}

static void
begin_line (Layout *self, guint indent)
{
  g_string_append_printf (self->output, "\n%*s", (int) indent, "");
}

static gboolean
holds_any (Layout *self, guint at, const char *firsts)
{
  const guint end = _atlas_json_index_get (self->index, at)->next;

  for (guint child = at + 1; child < end; child = _atlas_json_index_get (self->index, child)->next)
    if (strchr (firsts, _atlas_json_index_peek (self->index, child)) != NULL)
      return TRUE;
  return FALSE;
}

/* Writes as many values on each line as fit. */
static void
fill_lines (Layout *self, guint at, guint indent)
{
  const guint end = _atlas_json_index_get (self->index, at)->next;
  guint n_columns = 0;

  for (guint child = at + 1; child < end; child++)
    {
      guint width;

      g_string_truncate (self->line, 0);
      append_scalar (self, child, self->line);
      if (child + 1 < end)
        g_string_append_c (self->line, ',');
      width = measure (self->line->str);
      if (child == at + 1 || n_columns + 1 + width > MAX_LINE_WIDTH)
        {
          begin_line (self, indent);
          n_columns = indent;
        }
      else
        {
          g_string_append_c (self->output, ' ');
          n_columns++;
        }
      g_string_append_len (self->output, self->line->str, (gssize) self->line->len);
      n_columns += width;
    }
}

/* Returns whether the value fits on one line, which is then in self->line. @used is the width of
 * its name. One column is reserved for a comma, even after the last member, because another member
 * may be added. */
static gboolean
fits_line (Layout *self, guint at, guint used)
{
  const guint most =
    _atlas_json_index_peek (self->index, at) == '{' ? MAX_OBJECT_WIDTH : MAX_LINE_WIDTH;

  g_string_truncate (self->line, 0);
  append_line (self, at, self->line);
  return used + measure (self->line->str) + 1 <= most;
}

static void lay_out (Layout *self, guint at, guint indent, guint used, guint depth);

/* Whether the element @child of an array is laid out further: a record, or an object in a record
 * that has a list of its own, such as a step of a tour. */
static gboolean
is_broken (Layout *self, guint child, guint depth)
{
  return _atlas_json_index_peek (self->index, child) == '{' &&
         (depth == 1 || holds_any (self, child, "["));
}

/* Writes each value on its own line, and lays out members of objects and records further. */
static void
break_lines (Layout *self, guint at, guint indent, guint depth)
{
  const guint end = _atlas_json_index_get (self->index, at)->next;
  const gboolean is_object = _atlas_json_index_peek (self->index, at) == '{';

  for (guint child = at + 1; child < end; child = _atlas_json_index_get (self->index, child)->next)
    {
      if (child > at + 1)
        g_string_append_c (self->output, ',');
      begin_line (self, indent);
      g_string_truncate (self->line, 0);
      append_name (self, child, self->line);
      g_string_append_len (self->output, self->line->str, (gssize) self->line->len);
      if (is_object || is_broken (self, child, depth))
        lay_out (self, child, indent, indent + measure (self->line->str), depth + 1);
      else
        append_line (self, child, self->output);
    }
}

/* Appends the value that begins in column @used of a line indented by @indent; @depth is 0 for the
 * root and 2 for a record. */
static void
lay_out (Layout *self, guint at, guint indent, guint used, guint depth)
{
  const char first = _atlas_json_index_peek (self->index, at);
  const gboolean is_empty = _atlas_json_index_get (self->index, at)->next == at + 1;
  const gboolean is_record = first == '{' && used == indent;
  const gboolean has_records = first == '[' && depth == 1 && holds_any (self, at, "{");

  if (is_empty || (!is_record && !has_records && fits_line (self, at, used)))
    {
      append_line (self, at, self->output);
      return;
    }
  g_string_append_c (self->output, first);
  if (first == '[' && !holds_any (self, at, "{["))
    fill_lines (self, at, indent + INDENT);
  else
    break_lines (self, at, indent + INDENT, depth);
  begin_line (self, indent);
  g_string_append_c (self->output, first == '{' ? '}' : ']');
}

/**
 * _atlas_json_lay_out:
 * @text: one JSON value that is valid according to _atlas_json_scan()
 * @length: its length in bytes
 *
 * Returns: (transfer full): the same value in canonical layout, with a newline at the end
 */
GString *
_atlas_json_lay_out (const char *text, gsize length)
{
  g_autoptr (AtlasFaultList) faults = _atlas_fault_list_new (text, length);
  Layout self = { .text = text };

  self.index = _atlas_json_index_new (text, length, faults, NULL);
  g_return_val_if_fail (self.index != NULL && !_atlas_fault_list_has_errors (faults), NULL);

  self.output = g_string_sized_new (length);
  self.line = g_string_new (NULL);
  lay_out (&self, 0, 0, 0, 0);
  g_string_append_c (self.output, '\n');
  g_string_free (self.line, TRUE);
  _atlas_json_index_free (self.index);
  return self.output;
}
