/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-json-scanner-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/*
 * A strict JSON scanner that runs before json-glib.
 *
 * json-glib accepts comments, octal numbers, duplicate members and more, converts some of it to
 * wrong values without an error, and differs between versions. This scanner rejects everything
 * outside RFC 8259, so that json-glib gets only what all versions parse alike. After a fault it
 * continues if possible, to find further faults.
 */

/* The largest number of values: an index of 0.5 GiB. A file of the largest size with ordinary
 * records needs a third of it. */
#define MAX_VALUES (1u << 25)

/* The largest number of members of an object. json-glib stores them in a hash table, which a
 * hostile file could make slow. */
#define MAX_MEMBERS 1000

/* The number of values between two checks of the cancellable. */
#define CANCEL_INTERVAL 0x10000

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  const char *text; /* the name as in the file, or unescaped if it has escapes */
  gsize length;
} Name;

typedef struct
{
  const char *start;
  const char *cursor;
  const char *end;
  AtlasFaultList *faults;
  GCancellable *cancellable;
  GArray *values;          /* of AtlasJsonValue */
  GArray *names;           /* of Name: those of all open objects */
  GStringChunk *unescaped; /* storage for unescaped names */
} Scanner;

/* A value that is being read. Frames form a linked list on the stack up to the root, so they cost
 * almost nothing. */
typedef struct _Frame Frame;

struct _Frame
{
  const Frame *outer; /* NULL for the root */
  Name name;          /* of a member; its text is NULL for an array element */
  guint element;      /* the index of an array element */
  gboolean faulty;    /* whether a fault was found in the value */
};

static gboolean scan_value (Scanner *self, Frame *frame, guint depth, guint32 name);

#define report(self, frame, code, position, ...)                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    (frame)->faulty = TRUE;                                                                        \
    _atlas_fault_list_add ((self)->faults, ATLAS_FAULT_SEVERITY_ERROR, (code),                     \
                           (gsize) ((position) - (self)->start), 0, dup_place (frame),             \
                           __VA_ARGS__);                                                           \
  }                                                                                                \
  G_STMT_END

static void
append_frame (GString *place, const Frame *frame)
{
  if (frame->outer == NULL)
    return;
  append_frame (place, frame->outer);
  _atlas_place_append (place, frame->name.text, (gssize) frame->name.length, frame->element);
}

static char *
dup_place (const Frame *frame)
{
  GString *place = g_string_new (NULL);

  append_frame (place, frame);
  return g_string_free (place, FALSE);
}

static void
skip_blanks (Scanner *self)
{
  while (self->cursor < self->end && (*self->cursor == ' ' || *self->cursor == '\n' ||
                                      *self->cursor == '\r' || *self->cursor == '\t'))
    self->cursor++;
}

/* Returns the next byte, or NUL at the end; the text contains no NUL. */
static char
peek (Scanner *self)
{
  return self->cursor < self->end ? *self->cursor : '\0';
}

/* Reports why the scanner cannot continue. */
static gboolean
give_up (Scanner *self, Frame *frame, const char *expected)
{
  g_autofree char *found = NULL;

  switch (peek (self))
    {
    case '\0':
      report (self, frame, ATLAS_READ_ERROR_NOT_JSON, self->cursor,
              /* Translators: what is expected is, for instance, “,” or “}” */
              _("The file ends where %s is expected"), expected);
      break;
    case '/':
    case '#':
      report (self, frame, ATLAS_READ_ERROR_NOT_JSON, self->cursor, _("JSON has no comments"));
      break;
    case '\'':
      report (self, frame, ATLAS_READ_ERROR_NOT_JSON, self->cursor,
              _("JSON has double quotation marks only"));
      break;
    default:
      found = _atlas_quote (self->cursor, g_utf8_next_char (self->cursor) - self->cursor);
      report (self, frame, ATLAS_READ_ERROR_NOT_JSON, self->cursor,
              _("Found “%s” where %s is expected"), found, expected);
    }
  return FALSE;
}

/* Reads four hexadecimal digits; returns -1 when there are fewer. */
static int
scan_code_unit (Scanner *self)
{
  int unit = 0;

  for (guint i = 0; i < 4; i++, self->cursor++)
    {
      int digit = g_ascii_xdigit_value (peek (self));

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }
  return unit;
}

/* The cursor is after "\u". */
static void
scan_unicode_escape (Scanner *self, Frame *frame)
{
  const char *start = self->cursor - 2;
  int unit = scan_code_unit (self);

  if (unit < 0)
    report (self, frame, ATLAS_READ_ERROR_NOT_JSON, start,
            _("“\\u” needs four hexadecimal digits"));
  else if (unit == 0)
    report (self, frame, ATLAS_READ_ERROR_NOT_JSON, start,
            _("A text cannot hold the character “\\u0000”"));
  else if (unit >= 0xd800 && unit <= 0xdfff)
    {
      int low = -1;

      if (unit <= 0xdbff && self->end - self->cursor >= 2 && strncmp (self->cursor, "\\u", 2) == 0)
        {
          self->cursor += 2;
          low = scan_code_unit (self);
        }
      if (low < 0xdc00 || low > 0xdfff)
        report (self, frame, ATLAS_READ_ERROR_NOT_JSON, start,
                _("Half of a surrogate pair stands alone"));
    }
}

/* The cursor is after a backslash. */
static void
scan_escape (Scanner *self, Frame *frame)
{
  if (self->cursor == self->end)
    return;
  if (*self->cursor == 'u')
    {
      self->cursor++;
      scan_unicode_escape (self, frame);
      return;
    }
  if (strchr ("\"\\/bfnrt", *self->cursor) == NULL)
    report (self, frame, ATLAS_READ_ERROR_NOT_JSON, self->cursor - 1, _("JSON has no such escape"));
  self->cursor = g_utf8_next_char (self->cursor);
}

/* Returns the first byte that needs handling: a quotation mark, backslash or control character. */
static const char *
skip_plain (const char *cursor, const char *end)
{
  while (cursor < end && (guchar) *cursor >= 0x20 && *cursor != '"' && *cursor != '\\')
    cursor++;
  return cursor;
}

/* Reads a string including its closing quotation mark. */
static gboolean
scan_string (Scanner *self, Frame *frame)
{
  const char *start = self->cursor++;

  while ((self->cursor = skip_plain (self->cursor, self->end)) < self->end)
    switch (*self->cursor++)
      {
      case '"':
        return TRUE;
      case '\\':
        scan_escape (self, frame);
        break;
      default:
        report (self, frame, ATLAS_READ_ERROR_NOT_JSON, self->cursor - 1,
                _("Line breaks and control characters in a text are written as escapes (“\\n”)"));
      }
  report (self, frame, ATLAS_READ_ERROR_NOT_JSON, start, _("This text is not closed"));
  return FALSE;
}

static const char *
skip_digits (const char *cursor, const char *end)
{
  while (cursor < end && g_ascii_isdigit (*cursor))
    cursor++;
  return cursor;
}

/* Whether the number fits the types of json-glib, which would return -1 or infinity otherwise. */
static gboolean
is_representable (const char *digits, gsize length, gboolean is_integer)
{
  static const char greatest[] = "9223372036854775807";
  const gsize greatest_length = sizeof greatest - 1;
  g_autofree char *number = NULL;

  if (is_integer)
    return length < greatest_length ||
           (length == greatest_length && memcmp (digits, greatest, length) <= 0);
  number = g_strndup (digits, length);
  errno = 0;
  g_ascii_strtod (number, NULL);
  return errno == 0;
}

static void
check_number (Scanner *self, Frame *frame, const char *start)
{
  const char *end = self->cursor;
  const char *digits = start + (*start == '-');
  const char *cursor = skip_digits (digits, end);
  gboolean valid = cursor > digits && (*digits != '0' || cursor == digits + 1);
  gboolean is_integer = cursor == end;
  g_autofree char *found = NULL;

  if (cursor < end && *cursor == '.')
    {
      const char *fraction = cursor + 1;

      cursor = skip_digits (fraction, end);
      valid &= cursor > fraction;
    }
  if (cursor < end && (*cursor == 'e' || *cursor == 'E'))
    {
      const char *exponent = cursor + 1;

      exponent += exponent < end && (*exponent == '+' || *exponent == '-');
      cursor = skip_digits (exponent, end);
      valid &= cursor > exponent;
    }

  if (valid && cursor == end && is_representable (digits, (gsize) (end - digits), is_integer))
    return;
  found = _atlas_quote (start, end - start);
  if (valid && cursor == end)
    report (self, frame, ATLAS_READ_ERROR_OUT_OF_RANGE, start,
            _("The number %s is too great or too small"), found);
  else
    report (self, frame, ATLAS_READ_ERROR_NOT_JSON, start,
            _("JSON does not write a number as “%s”"), found);
}

/* Reads a number, true, false, null, or an invalid word. */
static gboolean
scan_word (Scanner *self, Frame *frame)
{
  const char *start = self->cursor;
  gsize length;
  g_autofree char *found = NULL;

  while (g_ascii_isalnum (peek (self)) || (peek (self) != '\0' && strchr ("+-._", peek (self))))
    self->cursor++;
  length = (gsize) (self->cursor - start);

  if (length == 0)
    return give_up (self, frame, _("a value"));
  if (!g_ascii_isalpha (*start))
    check_number (self, frame, start);
  else if (!(length == 4 && (strncmp (start, "true", 4) == 0 || strncmp (start, "null", 4) == 0)) &&
           !(length == 5 && strncmp (start, "false", 5) == 0))
    {
      found = _atlas_quote (start, (gssize) length);
      report (self, frame, ATLAS_READ_ERROR_NOT_JSON, start,
              _("“%s” is no value of JSON; a text stands in quotation marks"), found);
    }
  return TRUE;
}

/* Returns whether another value follows in the array or object. Moves the cursor after the comma or
 * the @closing bracket. Sets @going_on to FALSE when the scanner cannot continue. */
static gboolean
scan_separator (Scanner *self, Frame *frame, char closing, gboolean *going_on)
{
  const char *comma = self->cursor;

  skip_blanks (self);
  *going_on = TRUE;
  if (peek (self) == ',')
    {
      comma = self->cursor++;
      skip_blanks (self);
      if (peek (self) != closing)
        return TRUE;
      report (self, frame, ATLAS_READ_ERROR_NOT_JSON, comma,
              _("There is a comma behind the last value"));
    }
  if (peek (self) == closing)
    self->cursor++;
  else
    *going_on = give_up (self, frame, closing == '}' ? _("“,” or “}”") : _("“,” or “]”"));
  return FALSE;
}

static gboolean
scan_array (Scanner *self, Frame *frame, guint depth)
{
  gboolean going_on = TRUE;
  Frame element = { .outer = frame };

  self->cursor++;
  skip_blanks (self);
  if (peek (self) == ']')
    {
      self->cursor++;
      return TRUE;
    }
  do
    {
      element.faulty = FALSE;
      if (!scan_value (self, &element, depth, 0))
        return FALSE;
      frame->faulty |= element.faulty;
      element.element++;
    }
  while (scan_separator (self, frame, ']', &going_on));
  return going_on;
}

/* Returns the name that begins at @start, unescaped, so that equal names have equal bytes. */
static Name
get_name (Scanner *self, const char *start, gboolean faulty)
{
  Name name = { start + 1, (gsize) (self->cursor - start) - 2 };

  if (!faulty && memchr (name.text, '\\', name.length) != NULL)
    {
      g_autofree char *plain = _atlas_json_unescape (start, name.length + 2);

      name.text = g_string_chunk_insert (self->unescaped, plain);
      name.length = strlen (plain);
    }
  return name;
}

/* Stores a name of the object whose names begin at @first, and reports duplicates. */
static void
add_name (Scanner *self, Frame *frame, guint first, Name name, const char *start)
{
  const guint n_names = self->names->len - first;
  const Name *names = &g_array_index (self->names, Name, first);
  Frame member = { .outer = frame, .name = name };

  if (n_names == MAX_MEMBERS)
    report (self, frame, ATLAS_READ_ERROR_TOO_LARGE, start,
            _("An object has more than %d members"), MAX_MEMBERS);
  for (guint i = 0; i < n_names && n_names < MAX_MEMBERS; i++)
    if (names[i].length == name.length && memcmp (names[i].text, name.text, name.length) == 0)
      {
        report (self, &member, ATLAS_READ_ERROR_DUPLICATE_MEMBER, start,
                _("The object has another member of this name"));
        frame->faulty = TRUE;
        break;
      }
  g_array_append_val (self->names, name);
}

static gboolean
scan_member (Scanner *self, Frame *frame, guint depth, guint first_name)
{
  const char *start = self->cursor;
  Frame name_frame = { .outer = frame->outer, .name = frame->name, .element = frame->element };
  Frame member = { .outer = frame };

  if (peek (self) != '"')
    return give_up (self, frame, _("a name in quotation marks"));
  if (!scan_string (self, &name_frame))
    return FALSE;
  member.name = get_name (self, start, name_frame.faulty);
  frame->faulty |= name_frame.faulty;
  add_name (self, frame, first_name, member.name, start);

  skip_blanks (self);
  if (peek (self) != ':')
    return give_up (self, &member, _("“:”"));
  self->cursor++;
  skip_blanks (self);
  if (!scan_value (self, &member, depth, (guint32) (start - self->start)))
    return FALSE;
  frame->faulty |= member.faulty;
  return TRUE;
}

static gboolean
scan_object (Scanner *self, Frame *frame, guint depth)
{
  const guint first_name = self->names->len;
  gboolean going_on = TRUE;

  self->cursor++;
  skip_blanks (self);
  if (peek (self) == '}')
    {
      self->cursor++;
      return TRUE;
    }
  do
    if (!scan_member (self, frame, depth, first_name))
      return FALSE;
  while (scan_separator (self, frame, '}', &going_on));
  g_array_set_size (self->names, first_name);
  return going_on;
}

static gboolean
scan_contents (Scanner *self, Frame *frame, guint depth)
{
  switch (peek (self))
    {
    case '"':
      return scan_string (self, frame);
    case '[':
    case '{':
      if (depth == ATLAS_JSON_MAX_DEPTH)
        {
          report (self, frame, ATLAS_READ_ERROR_TOO_DEEP, self->cursor,
                  _("Arrays and objects are nested more than %d deep"), ATLAS_JSON_MAX_DEPTH);
          return FALSE;
        }
      return *self->cursor == '[' ? scan_array (self, frame, depth + 1)
                                  : scan_object (self, frame, depth + 1);
    default:
      return scan_word (self, frame);
    }
}

/* Reads the value at the cursor; returns FALSE when the scanner cannot continue after it. */
static gboolean
scan_value (Scanner *self, Frame *frame, guint depth, guint32 name)
{
  const guint number = self->values->len;
  AtlasJsonValue value = { .offset = (guint32) (self->cursor - self->start), .name = name };

  if (number % CANCEL_INTERVAL == 0 && g_cancellable_is_cancelled (self->cancellable))
    return FALSE;
  if (_atlas_fault_list_is_full (self->faults))
    return FALSE;
  if (number == MAX_VALUES)
    {
      report (self, frame, ATLAS_READ_ERROR_TOO_LARGE, self->cursor,
              _("The file has more than %u values"), MAX_VALUES);
      return FALSE;
    }
  g_array_append_val (self->values, value);
  if (!scan_contents (self, frame, depth))
    return FALSE;

  value.length = (guint32) (self->cursor - self->start) - value.offset;
  value.faulty = frame->faulty;
  value.next = self->values->len;
  g_array_index (self->values, AtlasJsonValue, number) = value;
  return TRUE;
}

static gboolean
check_encoding (Scanner *self, Frame *root)
{
  const char *invalid;

  if (g_utf8_validate_len (self->start, (gsize) (self->end - self->start), &invalid))
    return TRUE;
  if (*invalid == '\0')
    report (self, root, ATLAS_READ_ERROR_NOT_UTF8, invalid, _("There is a NUL byte in the text"));
  else
    report (self, root, ATLAS_READ_ERROR_NOT_UTF8, invalid,
            _("The text is not UTF-8 here; save the file in that encoding"));
  return FALSE;
}

static gboolean
scan_text (Scanner *self)
{
  Frame root = { .outer = NULL };

  if (!check_encoding (self, &root))
    return FALSE;
  if (self->end - self->start >= 3 && memcmp (self->start, BYTE_ORDER_MARK, 3) == 0)
    self->cursor += 3;
  skip_blanks (self);
  if (self->cursor == self->end)
    {
      report (self, &root, ATLAS_READ_ERROR_NOT_JSON, self->cursor, _("The file is empty"));
      return FALSE;
    }
  if (!scan_value (self, &root, 0, 0))
    return FALSE;
  skip_blanks (self);
  return self->cursor == self->end || give_up (self, &root, _("the end of the file"));
}

/**
 * _atlas_json_scan:
 * @text: a text of less than 2 GiB
 * @length: its length in bytes
 * @values: (element-type AtlasJsonValue): the array to which the positions of the values are
 *   appended
 * @faults: the list to which faults are added
 * @cancellable: (nullable): a cancellable; cancelling adds no fault
 *
 * Checks that @text is one JSON value according to RFC 8259, optionally after a byte order mark;
 * that its numbers fit the types of json-glib, names are unique within each object, strings contain
 * no U+0000, and the nesting is not deeper than %ATLAS_JSON_MAX_DEPTH.
 *
 * Returns: whether the scanner reached the end of @text. There may be faults in either case.
 */
gboolean
_atlas_json_scan (const char *text,
                  gsize length,
                  GArray *values,
                  AtlasFaultList *faults,
                  GCancellable *cancellable)
{
  Scanner scanner = {
    .start = text,
    .cursor = text,
    .end = text + length,
    .values = values,
    .faults = faults,
    .cancellable = cancellable,
  };
  gboolean followed;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (length <= G_MAXINT32, FALSE);

  scanner.names = g_array_sized_new (FALSE, FALSE, sizeof (Name), 64);
  scanner.unescaped = g_string_chunk_new (256);
  followed = scan_text (&scanner);
  g_string_chunk_free (scanner.unescaped);
  g_array_unref (scanner.names);
  return followed;
}

/**
 * _atlas_json_unescape:
 * @string: a valid JSON string, with its quotation marks
 * @length: its length in bytes, with both quotation marks
 *
 * Returns: (transfer full): the unescaped string
 */
char *
_atlas_json_unescape (const char *string, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_data (parser, string, (gssize) length, NULL))
    return g_strdup ("");
  return json_node_dup_string (json_parser_get_root (parser));
}
