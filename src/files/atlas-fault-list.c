/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fault-list-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * AtlasFaultList: collects the faults of one file.
 *
 * While a file is read, a fault has only a byte offset. Lines are counted once, at the end, when
 * the faults are sorted by offset.
 */
struct _AtlasFaultList
{
  const char *text; /* borrowed */
  gsize length;
  GPtrArray *faults;
  gboolean errors;
};

/* The largest number of faults, so that a hostile file cannot fill the memory. */
#define MAX_FAULTS 10000

/* The largest number of characters of a value that a message quotes. */
#define MAX_QUOTED 60

/**
 * _atlas_fault_list_new:
 * @text: the whole file, which must outlive the list
 * @length: its length in bytes
 *
 * Returns: (transfer full): a list without faults
 */
AtlasFaultList *
_atlas_fault_list_new (const char *text, gsize length)
{
  AtlasFaultList *self = g_new0 (AtlasFaultList, 1);

  self->text = text;
  self->length = length;
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_fault_free);
  return self;
}

/**
 * _atlas_fault_list_free:
 * @self: (transfer full): a list
 */
void
_atlas_fault_list_free (AtlasFaultList *self)
{
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_free (self);
}

static AtlasFault *
make_fault (AtlasFaultSeverity severity,
            AtlasReadError code,
            gsize offset,
            guint number,
            char *place,
            char *message)
{
  AtlasFault *fault = g_new (AtlasFault, 1);

  *fault = (AtlasFault) {
    .severity = severity,
    .code = code,
    .place = place,
    .message = message,
    .offset = offset,
    .number = number,
  };
  return fault;
}

/**
 * _atlas_fault_list_add:
 * @self: a list
 * @severity: whether the record can be used
 * @code: the kind of the fault
 * @offset: its position, in bytes from the start of the text
 * @number: the number of the value in the index, from which the path is computed later
 * @place: (transfer full) (nullable): its path, if there is no index
 * @format: the message, a translated format string @...: its arguments; quote text from the file
 *   with _atlas_quote()
 *
 * Does nothing if _atlas_fault_list_is_full().
 */
void
_atlas_fault_list_add (AtlasFaultList *self,
                       AtlasFaultSeverity severity,
                       AtlasReadError code,
                       gsize offset,
                       guint number,
                       char *place,
                       const char *format,
                       ...)
{
  va_list arguments;
  char *message;

  self->errors |= severity == ATLAS_FAULT_SEVERITY_ERROR;
  if (_atlas_fault_list_is_full (self))
    {
      g_free (place);
      return;
    }

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->faults, make_fault (severity, code, offset, number, place, message));
}

/**
 * _atlas_fault_list_is_full:
 * @self: a list
 *
 * Returns: whether the list is full
 */
gboolean
_atlas_fault_list_is_full (AtlasFaultList *self)
{
  return self->faults->len >= MAX_FAULTS;
}

/**
 * _atlas_fault_list_has_errors:
 * @self: a list
 *
 * Returns: whether a fault was added of the severity error
 */
gboolean
_atlas_fault_list_has_errors (AtlasFaultList *self)
{
  return self->errors;
}

/**
 * _atlas_fault_list_peek:
 * @self: a list
 *
 * Returns: (transfer none) (element-type AtlasFault): the faults in the order in which they were
 *   found, without line numbers
 */
GPtrArray *
_atlas_fault_list_peek (AtlasFaultList *self)
{
  return self->faults;
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const AtlasFault *first = *(const AtlasFault *const *) a;
  const AtlasFault *second = *(const AtlasFault *const *) b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* Counts characters up to @end; an invalid UTF-8 byte counts as one. */
static guint
count_characters (const char *text, const char *end)
{
  guint count = 0;

  for (; text < end; text++)
    count += ((guchar) *text & 0xc0) != 0x80;
  return count;
}

/* Computes lines and columns in one pass over the text; the faults are sorted. */
static void
find_lines (AtlasFaultList *self)
{
  const char *cursor = self->text;
  guint line = 1, column = 1;

  for (guint i = 0; i < self->faults->len; i++)
    {
      AtlasFault *fault = g_ptr_array_index (self->faults, i);
      const char *position = self->text + MIN (fault->offset, self->length);
      const char *newline;

      while ((newline = memchr (cursor, '\n', (gsize) (position - cursor))) != NULL)
        {
          cursor = newline + 1;
          line++;
          column = 1;
        }
      column += count_characters (cursor, position);
      cursor = position;
      fault->line = line;
      fault->column = column;
    }
}

/**
 * _atlas_fault_list_finish:
 * @self: a list; nothing may be added afterwards
 *
 * Returns: (transfer container) (element-type AtlasFault): the faults in the order of the file,
 *   with their lines and columns; if there were too many, the last fault says so
 */
GPtrArray *
_atlas_fault_list_finish (AtlasFaultList *self)
{
  if (_atlas_fault_list_is_full (self))
    g_ptr_array_add (self->faults,
                     make_fault (ATLAS_FAULT_SEVERITY_ERROR, ATLAS_READ_ERROR_TOO_MANY,
                                 self->length, 0, g_strdup (""),
                                 g_strdup (_("There are too many faults to list them all"))));
  /* g_ptr_array_sort() is stable, so faults at the same position keep their order. */
  g_ptr_array_sort (self->faults, compare_faults);
  find_lines (self);
  return g_steal_pointer (&self->faults);
}

/**
 * _atlas_quote:
 * @text: text from a file
 * @length: its length in bytes, or -1 if NUL-terminated
 *
 * Prepares text from a file for a message of one line: at most 60 characters, without characters
 * that move the cursor of a terminal or change the text direction.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
_atlas_quote (const char *text, gssize length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  GString *quoted = g_string_new (NULL);

  for (guint i = 0; text < end; i++)
    {
      gunichar character = g_utf8_get_char_validated (text, end - text);
      gboolean valid = (character & 0x80000000u) == 0;

      if (i == MAX_QUOTED)
        {
          g_string_append (quoted, "…");
          break;
        }
      if (valid && g_unichar_isprint (character))
        g_string_append_unichar (quoted, character);
      else
        g_string_append_printf (quoted, "\\u%04x", valid ? character : (guchar) *text);
      text = valid ? g_utf8_next_char (text) : text + 1;
    }
  return g_string_free (quoted, FALSE);
}

/**
 * _atlas_place_append:
 * @place: the path of an array or object, such as "partnerships"
 * @name: (nullable): the name of a member, or %NULL for an element
 * @length: the length of @name in bytes, or -1 if NUL-terminated
 * @element: the index of the element, from 0
 *
 * Appends a member or an element to the path, such as "partnerships[3]".
 */
void
_atlas_place_append (GString *place, const char *name, gssize length, guint element)
{
  g_autofree char *quoted = NULL;

  if (name == NULL)
    {
      g_string_append_printf (place, "[%u]", element);
      return;
    }
  quoted = _atlas_quote (name, length);
  g_string_append_printf (place, "%s%s", place->len > 0 ? "." : "", quoted);
}
