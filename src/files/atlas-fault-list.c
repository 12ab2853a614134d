/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fault-list.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * AtlasFaultList: the faults of one file, from first sight to the list that people see.
 *
 * Lines are counted once, at the end, when the faults stand in the order of the file: whoever
 * finds one only knows how many bytes lie before it.
 */
struct _AtlasFaultList
{
  const char *text; /* borrowed */
  gsize       length;
  GPtrArray  *faults;
  gboolean    errors;
};

/* Nobody reads on after so many; and a hostile file cannot fill the memory with them. */
#define MOST_FAULTS 10000

/* As much of a value as a message shows, in characters. */
#define MOST_QUOTED 60

/**
 * atlas_fault_list_new:
 * @text: the whole file, which must outlive the list
 * @length: its length in bytes
 *
 * Returns: (transfer full): a list without faults
 */
AtlasFaultList *
atlas_fault_list_new (const char *text,
                      gsize       length)
{
  AtlasFaultList *self = g_new0 (AtlasFaultList, 1);

  self->text = text;
  self->length = length;
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_fault_unref);
  return self;
}

/**
 * atlas_fault_list_free:
 * @self: (transfer full): a list
 */
void
atlas_fault_list_free (AtlasFaultList *self)
{
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_free (self);
}

static AtlasFault *
make_fault (AtlasFaultSeverity  severity,
            AtlasReadError      code,
            gsize               offset,
            guint               number,
            char               *place,
            char               *message)
{
  AtlasFault *fault = g_atomic_rc_box_new (AtlasFault);

  *fault = (AtlasFault) {
    .severity = severity, .code = code, .place = place, .message = message,
    .offset = offset, .number = number,
  };
  return fault;
}

/**
 * atlas_fault_list_add:
 * @self: a list
 * @severity: whether the dataset can be used all the same
 * @code: what is wrong
 * @offset: where it begins, in bytes from the start of the text
 * @number: the number of the value in the index, from which its place is found later
 * @place: (transfer full) (nullable): its place, where there is no index to find it from
 * @format: the message, a translated format string
 * @...: its arguments; words from the file go through atlas_quote()
 *
 * Does nothing more once atlas_fault_list_is_full().
 */
void
atlas_fault_list_add (AtlasFaultList     *self,
                      AtlasFaultSeverity  severity,
                      AtlasReadError      code,
                      gsize               offset,
                      guint               number,
                      char               *place,
                      const char         *format,
                      ...)
{
  va_list arguments;
  char *message;

  self->errors |= severity == ATLAS_FAULT_SEVERITY_ERROR;
  if (atlas_fault_list_is_full (self))
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
 * atlas_fault_list_is_full:
 * @self: a list
 *
 * Returns: whether it takes no further faults
 */
gboolean
atlas_fault_list_is_full (AtlasFaultList *self)
{
  return self->faults->len >= MOST_FAULTS;
}

/**
 * atlas_fault_list_has_errors:
 * @self: a list
 *
 * Returns: whether a fault was added that makes the dataset useless
 */
gboolean
atlas_fault_list_has_errors (AtlasFaultList *self)
{
  return self->errors;
}

/**
 * atlas_fault_list_peek:
 * @self: a list
 *
 * Returns: (transfer none) (element-type AtlasFault): the faults in the order in which they were
 *   found, without their lines
 */
GPtrArray *
atlas_fault_list_peek (AtlasFaultList *self)
{
  return self->faults;
}

static int
compare_faults (gconstpointer a,
                gconstpointer b)
{
  const AtlasFault *first = *(const AtlasFault * const *) a;
  const AtlasFault *second = *(const AtlasFault * const *) b;

  return (first->offset > second->offset) - (first->offset < second->offset);
}

/* Counts characters, and not bytes, up to @end; a byte that is no UTF-8 counts as one. */
static guint
count_characters (const char *text,
                  const char *end)
{
  guint count = 0;

  for (; text < end; text++)
    count += ((guchar) *text & 0xc0) != 0x80;
  return count;
}

/* One walk over the text for all faults, which stand in its order. */
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
 * atlas_fault_list_finish:
 * @self: a list, to which nothing is added any more
 *
 * Returns: (transfer container) (element-type AtlasFault): the faults in the order of the file,
 *   with their lines and columns; where there were too many, the last one says so
 */
GPtrArray *
atlas_fault_list_finish (AtlasFaultList *self)
{
  if (atlas_fault_list_is_full (self))
    g_ptr_array_add (self->faults,
                     make_fault (ATLAS_FAULT_SEVERITY_ERROR, ATLAS_READ_ERROR_TOO_MANY,
                                 self->length, 0, g_strdup (""),
                                 g_strdup (_("There are too many faults to list them all"))));
  /* g_ptr_array_sort() is stable, so faults of one place stay in the order in which they came. */
  g_ptr_array_sort (self->faults, compare_faults);
  find_lines (self);
  return g_steal_pointer (&self->faults);
}

/**
 * atlas_quote:
 * @text: words from a file
 * @length: how many bytes of them, or -1 up to the end
 *
 * Makes words from a file fit for a message of one line: at most 60 characters, and none that
 * would move the cursor of a terminal or turn the direction of the line.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *
atlas_quote (const char *text,
             gssize      length)
{
  const char *end = text + (length < 0 ? (gssize) strlen (text) : length);
  GString *quoted = g_string_new (NULL);

  for (guint i = 0; text < end; i++)
    {
      gunichar character = g_utf8_get_char_validated (text, end - text);
      gboolean valid = (character & 0x80000000u) == 0;

      if (i == MOST_QUOTED)
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
 * atlas_place_append:
 * @place: the place of an array or object, such as "partnerships"
 * @name: (nullable): the name of a member, or NULL for an element
 * @length: how many bytes of @name, or -1 up to its end
 * @element: which element, from 0
 *
 * Leads @place on to a value within, such as "partnerships[3]".
 */
void
atlas_place_append (GString    *place,
                    const char *name,
                    gssize      length,
                    guint       element)
{
  g_autofree char *quoted = NULL;

  if (name == NULL)
    {
      g_string_append_printf (place, "[%u]", element);
      return;
    }
  quoted = atlas_quote (name, length);
  g_string_append_printf (place, "%s%s", place->len > 0 ? "." : "", quoted);
}
