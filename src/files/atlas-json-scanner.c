/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-json-scanner.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/*
 * The gate in front of json-glib.
 *
 * json-glib takes comments, octal numbers, double members and much else, gives some of it a wrong
 * value in silence, and differs from version to version. One pass over the text refuses all that
 * RFC 8259 does not name, so that json-glib only sees what every version understands alike. Where
 * the text can be followed all the same, the pass goes on behind a fault to find the next one.
 */

/* Half a GiB of index. A file of the greatest size with ordinary records has a third of it. */
#define MOST_VALUES (1u << 25)

/* json-glib keeps members in a hash table that a hostile file can make slow; few are harmless. */
#define MOST_MEMBERS 1000

/* How many values are read between two looks at the cancellable. */
#define CANCEL_INTERVAL 0x10000

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct
{
  const char *text; /* the name as the file writes it, or unescaped where it has escapes */
  gsize       length;
} Name;

typedef struct
{
  const char     *start;
  const char     *cursor;
  const char     *end;
  AtlasFaultList *faults;
  GCancellable   *cancellable;
  GArray         *values;    /* of AtlasJsonValue */
  GArray         *names;     /* of Name: those of the objects that are open */
  GStringChunk   *unescaped; /* holds names that have escapes */
} Scanner;

/* A value that is being read: a chain on the stack up to the root, which costs next to nothing as
 * long as nothing is wrong. */
typedef struct _Frame Frame;

struct _Frame
{
  const Frame *outer;   /* NULL for the root */
  Name         name;    /* of a member; its text is NULL for an element of an array */
  guint        element; /* which of an array it is */
  gboolean     faulty;  /* whether a fault was found in it */
};

static gboolean scan_value (Scanner *self,
                            Frame   *frame,
                            guint    depth,
                            guint32  name);

#define report(self, frame, code, position, ...)                                        \
  G_STMT_START                                                                          \
    {                                                                                   \
      (frame)->faulty = TRUE;                                                           \
      atlas_fault_list_add ((self)->faults, ATLAS_FAULT_SEVERITY_ERROR, (code),         \
                            (gsize) ((position) - (self)->start), 0, dup_place (frame), \
                            __VA_ARGS__);                                               \
    }                                                                                   \
  G_STMT_END

static void
append_frame (GString     *place,
              const Frame *frame)
{
  if (frame->outer == NULL)
    return;
  append_frame (place, frame->outer);
  atlas_place_append (place, frame->name.text, (gssize) frame->name.length, frame->element);
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
  while (self->cursor < self->end &&
         (*self->cursor == ' ' || *self->cursor == '\n' ||
          *self->cursor == '\r' || *self->cursor == '\t'))
    self->cursor++;
}

/* The next byte, or NUL at the end: the text itself has none. */
static char
peek (Scanner *self)
{
  return self->cursor < self->end ? *self->cursor : '\0';
}

/* Says why the text cannot be followed any further. */
static gboolean
give_up (Scanner    *self,
         Frame      *frame,
         const char *expected)
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
      found = atlas_quote (self->cursor, g_utf8_next_char (self->cursor) - self->cursor);
      report (self, frame, ATLAS_READ_ERROR_NOT_JSON, self->cursor,
              _("Found “%s” where %s is expected"), found, expected);
    }
  return FALSE;
}

/* Reads four hexadecimal digits; -1 when they are not there. */
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

/* The cursor is behind "\u". */
static void
scan_unicode_escape (Scanner *self,
                     Frame   *frame)
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

/* The cursor is behind a backslash. */
static void
scan_escape (Scanner *self,
             Frame   *frame)
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
    report (self, frame, ATLAS_READ_ERROR_NOT_JSON, self->cursor - 1,
            _("JSON has no such escape"));
  self->cursor = g_utf8_next_char (self->cursor);
}

/* The first byte of a string that does not stand for itself. */
static const char *
skip_plain (const char *cursor,
            const char *end)
{
  while (cursor < end && (guchar) *cursor >= 0x20 && *cursor != '"' && *cursor != '\\')
    cursor++;
  return cursor;
}

/* Reads a string up to and with its closing quotation mark. */
static gboolean
scan_string (Scanner *self,
             Frame   *frame)
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
skip_digits (const char *cursor,
             const char *end)
{
  while (cursor < end && g_ascii_isdigit (*cursor))
    cursor++;
  return cursor;
}

/* Whether json-glib's types can hold the number; beyond them it answers -1 or infinity. */
static gboolean
is_representable (const char *digits,
                  gsize       length,
                  gboolean    is_integer)
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
check_number (Scanner    *self,
              Frame      *frame,
              const char *start)
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
  found = atlas_quote (start, end - start);
  if (valid && cursor == end)
    report (self, frame, ATLAS_READ_ERROR_OUT_OF_RANGE, start,
            _("The number %s is too great or too small"), found);
  else
    report (self, frame, ATLAS_READ_ERROR_NOT_JSON, start,
            _("JSON does not write a number as “%s”"), found);
}

/* Reads a number, true, false, null, or what was meant to be one. */
static gboolean
scan_word (Scanner *self,
           Frame   *frame)
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
      found = atlas_quote (start, (gssize) length);
      report (self, frame, ATLAS_READ_ERROR_NOT_JSON, start,
              _("“%s” is no value of JSON; a text stands in quotation marks"), found);
    }
  return TRUE;
}

/* After a value in an array or object: whether another one follows. The text is left behind the
 * comma or the @closing bracket; FALSE as @going_on means that it cannot be followed. */
static gboolean
scan_separator (Scanner  *self,
                Frame    *frame,
                char      closing,
                gboolean *going_on)
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
scan_array (Scanner *self,
            Frame   *frame,
            guint    depth)
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

/* The name that begins at @start, such that two names are the same if and only if their bytes
 * are. */
static Name
get_name (Scanner    *self,
          const char *start,
          gboolean    faulty)
{
  Name name = { start + 1, (gsize) (self->cursor - start) - 2 };

  if (!faulty && memchr (name.text, '\\', name.length) != NULL)
    {
      g_autofree char *plain = atlas_json_unescape (start, name.length + 2);

      name.text = g_string_chunk_insert (self->unescaped, plain);
      name.length = strlen (plain);
    }
  return name;
}

/* Remembers a name of the object whose names begin at @first. */
static void
add_name (Scanner    *self,
          Frame      *frame,
          guint       first,
          Name        name,
          const char *start)
{
  const guint n_names = self->names->len - first;
  const Name *names = &g_array_index (self->names, Name, first);
  Frame member = { .outer = frame, .name = name };

  if (n_names == MOST_MEMBERS)
    report (self, frame, ATLAS_READ_ERROR_TOO_LARGE, start,
            _("An object has more than %d members"), MOST_MEMBERS);
  for (guint i = 0; i < n_names && n_names < MOST_MEMBERS; i++)
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
scan_member (Scanner *self,
             Frame   *frame,
             guint    depth,
             guint    first_name)
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
scan_object (Scanner *self,
             Frame   *frame,
             guint    depth)
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
scan_contents (Scanner *self,
               Frame   *frame,
               guint    depth)
{
  switch (peek (self))
    {
    case '"':
      return scan_string (self, frame);
    case '[':
    case '{':
      if (depth == ATLAS_JSON_GREATEST_DEPTH)
        {
          report (self, frame, ATLAS_READ_ERROR_TOO_DEEP, self->cursor,
                  _("Arrays and objects are nested more than %d deep"), ATLAS_JSON_GREATEST_DEPTH);
          return FALSE;
        }
      return *self->cursor == '['
               ? scan_array (self, frame, depth + 1)
               : scan_object (self, frame, depth + 1);
    default:
      return scan_word (self, frame);
    }
}

/* Reads the value at the cursor; FALSE when the text cannot be followed behind it. */
static gboolean
scan_value (Scanner *self,
            Frame   *frame,
            guint    depth,
            guint32  name)
{
  const guint number = self->values->len;
  AtlasJsonValue value = { .offset = (guint32) (self->cursor - self->start), .name = name };

  if (number % CANCEL_INTERVAL == 0 && g_cancellable_is_cancelled (self->cancellable))
    return FALSE;
  if (atlas_fault_list_is_full (self->faults))
    return FALSE;
  if (number == MOST_VALUES)
    {
      report (self, frame, ATLAS_READ_ERROR_TOO_LARGE, self->cursor,
              _("The file has more than %u values"), MOST_VALUES);
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
check_encoding (Scanner *self,
                Frame   *root)
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
 * atlas_json_scan:
 * @text: a text of less than 2 GiB
 * @length: its length in bytes
 * @values: (element-type AtlasJsonValue): where to put where the values stand
 * @faults: where to put what is wrong with @text
 * @cancellable: (nullable): a cancellable; no fault is put down for its sake
 *
 * Checks that @text is one JSON value as RFC 8259 has it, behind a byte order mark at most; that
 * its numbers fit, its names are unique within each object, its strings have no U+0000, and it
 * is nested no deeper than %ATLAS_JSON_GREATEST_DEPTH.
 *
 * Returns: whether @text could be followed up to its end. There may be faults in either case.
 */
gboolean
atlas_json_scan (const char     *text,
                 gsize           length,
                 GArray         *values,
                 AtlasFaultList *faults,
                 GCancellable   *cancellable)
{
  Scanner scanner = {
    .start = text, .cursor = text, .end = text + length,
    .values = values, .faults = faults, .cancellable = cancellable,
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
 * atlas_json_unescape:
 * @string: a string without fault, in its quotation marks
 * @length: the bytes up to and with the closing one
 *
 * Returns: (transfer full): what it means
 */
char *
atlas_json_unescape (const char *string,
                     gsize       length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();

  if (!json_parser_load_from_data (parser, string, (gssize) length, NULL))
    return g_strdup ("");
  return json_node_dup_string (json_parser_get_root (parser));
}
