/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-value-private.h"

#include <glib/gi18n-lib.h>

#include "atlas-decimal.h"

/*
 * Converts JSON values to values of records, or adds a fault that says what is expected.
 *
 * The getters of json-glib convert between types without an error, so each function checks the type
 * of the node first.
 */

/* The largest number of characters of a name. Longer text is not a name, and would be slow to lay
 * out. */
#define MAX_NAME 300

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/**
 * _atlas_value_expect_array:
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: a value
 *
 * Returns: whether @node is an array; if not, a fault is added
 */
gboolean
_atlas_value_expect_array (AtlasReading *reading, guint at, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;
  _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, at,
                        _("An array, in “[” and “]”, is expected"));
  return FALSE;
}

/**
 * _atlas_value_expect_object:
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: a value
 *
 * Returns: whether @node is an object; if not, a fault is added
 */
gboolean
_atlas_value_expect_object (AtlasReading *reading, guint at, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return TRUE;
  _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, at,
                        _("An object, in “{” and “}”, is expected"));
  return FALSE;
}

/**
 * _atlas_value_require:
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: an object
 * @...: names of members, and NULL
 *
 * Adds a fault for each missing member.
 */
void
_atlas_value_require (AtlasReading *reading, guint at, JsonNode *node, ...)
{
  va_list names;
  const char *name;

  va_start (names, node);
  while ((name = va_arg (names, const char *)) != NULL)
    if (!json_object_has_member (json_node_get_object (node), name))
      _atlas_reading_error (reading, ATLAS_READ_ERROR_MISSING_MEMBER, at,
                            _("The member “%s” is missing"), name);
  va_end (names);
}

/**
 * _atlas_value_find_members:
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: an object
 * @members: (array length=n_members) (inout): the names of the members that the format defines
 * @n_members: their number
 *
 * Finds the values of @members, and adds a warning for each other member.
 */
void
_atlas_value_find_members (AtlasReading *reading,
                           guint at,
                           JsonNode *node,
                           AtlasFoundMember *members,
                           guint n_members)
{
  AtlasMemberIter iter;
  const char *name;
  JsonNode *value;
  guint number, i;

  _atlas_member_iter_init (&iter, reading, at, node);
  while (_atlas_member_iter_next (&iter, &name, &number, &value))
    {
      for (i = 0; i < n_members && !g_str_equal (members[i].name, name); i++)
        ;
      if (i < n_members)
        members[i] = (AtlasFoundMember) { members[i].name, number, value };
      else
        _atlas_value_warn_of_unknown (reading, number);
    }
}

/**
 * _atlas_value_warn_of_unknown:
 * @reading: a reading
 * @at: the number in the index of a member that the format does not define
 */
void
_atlas_value_warn_of_unknown (AtlasReading *reading, guint at)
{
  reading->n_unknown++;
  _atlas_reading_warn (reading, ATLAS_READ_ERROR_UNKNOWN_MEMBER, at,
                       _("The format has no such member here; it is left out"));
}

/* Characters that are letters in Unicode but invisible: the fillers of Hangul, and the blank of
 * Braille. */
static gboolean
is_filler (gunichar character)
{
  return character == 0x115f || character == 0x1160 || character == 0x3164 || character == 0xffa0 ||
         character == 0x2800;
}

/* Whether @text has visible characters: not only blanks, zero-width characters and fillers. */
static gboolean
is_visible (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar character = g_utf8_get_char (text);

      if (g_unichar_isgraph (character) && !g_unichar_iszerowidth (character) &&
          !is_filler (character))
        return TRUE;
    }
  return FALSE;
}

/* Whether @text has control characters that change the direction of surrounding text: embeddings,
 * overrides and isolates. Right-to-left scripts do not need them. */
static gboolean
turns_direction (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      const gunichar character = g_utf8_get_char (text);

      if ((character >= 0x202a && character <= 0x202e) ||
          (character >= 0x2066 && character <= 0x2069))
        return TRUE;
    }
  return FALSE;
}

/**
 * _atlas_value_read_string:
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: a value
 *
 * Returns: (transfer none) (nullable): a text with visible characters, valid as long as @node; or
 *   %NULL if a fault was added
 */
const char *
_atlas_value_read_string (AtlasReading *reading, guint at, JsonNode *node)
{
  const char *string;

  if (!holds (node, G_TYPE_STRING))
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, at,
                            _("A text in quotation marks is expected"));
      return NULL;
    }
  string = json_node_get_string (node);
  if (*string == '\0')
    _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at, _("The text is empty"));
  else if (!is_visible (string))
    _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at,
                          _("The text has no visible character"));
  else if (turns_direction (string))
    _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at,
                          _("The text has signs that turn the direction of the text around it"));
  else
    return string;
  return NULL;
}

/* Whether @name is a language; its text may still have a fault. */
static gboolean
read_words (AtlasReading *reading,
            const char *name,
            guint at,
            JsonNode *node,
            const char *words[ATLAS_N_LANGUAGES])
{
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    if (g_str_equal (name, atlas_language_get_code ((AtlasLanguage) language)))
      {
        words[language] = _atlas_value_read_string (reading, at, node);
        return TRUE;
      }
  reading->n_unknown++;
  _atlas_reading_warn (reading, ATLAS_READ_ERROR_UNKNOWN_MEMBER, at,
                       _("The atlas does not know this language"));
  return FALSE;
}

static void
read_languages (AtlasReading *reading,
                guint at,
                JsonNode *node,
                const char *words[ATLAS_N_LANGUAGES])
{
  gboolean any = FALSE;
  AtlasMemberIter iter;
  const char *name;
  JsonNode *member;
  guint number;

  _atlas_member_iter_init (&iter, reading, at, node);
  while (_atlas_member_iter_next (&iter, &name, &number, &member))
    any |= read_words (reading, name, number, member, words);
  if (!any)
    _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at,
                          _("The text has no words in a language of the atlas"));
}

/**
 * _atlas_value_read_text:
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: a string, which counts as Chinese, or an object of strings by language
 *
 * Returns: (transfer full) (nullable): the text; or %NULL if a fault was added
 */
AtlasText *
_atlas_value_read_text (AtlasReading *reading, guint at, JsonNode *node)
{
  const char *words[ATLAS_N_LANGUAGES] = { NULL };
  gboolean found = FALSE;

  if (holds (node, G_TYPE_STRING))
    words[ATLAS_LANGUAGE_ZH] = _atlas_value_read_string (reading, at, node);
  else if (JSON_NODE_HOLDS_OBJECT (node))
    read_languages (reading, at, node, words);
  else
    _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, at,
                          _("A text, or an object of texts by language, is expected"));

  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    found |= words[language] != NULL;
  if (!found)
    return NULL;
  return atlas_text_new (words[ATLAS_LANGUAGE_ZH], words[ATLAS_LANGUAGE_EN],
                         words[ATLAS_LANGUAGE_KO]);
}

/* Control characters, such as line breaks and tabs, and the separators of lines and paragraphs. */
static gboolean
is_break (gunichar character)
{
  return g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029;
}

/* Returns @words on one line, with each run of breaks replaced by a blank, and shortened with “…”
 * to %MAX_NAME characters. */
static char *
put_in_line (const char *words, gboolean *is_longer)
{
  GString *line = g_string_new (NULL);
  guint n_characters = 0;

  for (; *words != '\0'; words = g_utf8_next_char (words), n_characters++)
    {
      const gunichar character = g_utf8_get_char (words);

      if (is_break (character) && is_break (g_utf8_get_char (g_utf8_next_char (words))))
        continue;
      if (n_characters == MAX_NAME - 1 && *g_utf8_next_char (words) != '\0')
        {
          *is_longer = TRUE;
          g_string_append (line, "…");
          break;
        }
      g_string_append_unichar (line, is_break (character) ? ' ' : character);
    }
  return g_strstrip (g_string_free (line, FALSE));
}

/**
 * _atlas_value_read_name:
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: a string, or an object of strings by language
 *
 * Reads a name or a title, which is one line and no longer than 300 characters: line breaks become
 * blanks; of what is longer, the end is replaced by “…”, with a warning. So code that shows names
 * need not handle these cases.
 *
 * Returns: (transfer full) (nullable): the name; or %NULL if a fault was added
 */
AtlasText *
_atlas_value_read_name (AtlasReading *reading, guint at, JsonNode *node)
{
  g_autoptr (AtlasText) text = _atlas_value_read_text (reading, at, node);
  char *lines[ATLAS_N_LANGUAGES] = { NULL };
  gboolean is_longer = FALSE;
  AtlasText *name;

  if (text == NULL)
    return NULL;
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    {
      const char *words = atlas_text_peek (text, (AtlasLanguage) language);

      if (words != NULL)
        lines[language] = put_in_line (words, &is_longer);
    }
  if (is_longer)
    _atlas_reading_warn (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at,
                         _("A name has at most %d characters; the rest is left out"), MAX_NAME);
  name =
    atlas_text_new (lines[ATLAS_LANGUAGE_ZH], lines[ATLAS_LANGUAGE_EN], lines[ATLAS_LANGUAGE_KO]);
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    g_free (lines[language]);
  return name;
}

/**
 * _atlas_value_read_date:
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: a value
 * @date: (out): return location for the date
 *
 * Returns: whether @node is a date; if not, a fault is added
 */
gboolean
_atlas_value_read_date (AtlasReading *reading, guint at, JsonNode *node, AtlasDate *date)
{
  g_autofree char *found = NULL;

  if (!holds (node, G_TYPE_STRING))
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, at,
                            _("A date in quotation marks is expected, such as “2016-02-29”"));
      return FALSE;
    }
  if (atlas_date_parse (json_node_get_string (node), date))
    return TRUE;
  found = _atlas_quote (json_node_get_string (node), -1);
  _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at,
                        _("“%s” is no date of the form “2016”, “2016-02” or “2016-02-29”"), found);
  return FALSE;
}

static gboolean
read_period (AtlasReading *reading, guint at, JsonNode *node, AtlasPeriod *period)
{
  g_autofree char *found = NULL;

  if (!holds (node, G_TYPE_STRING))
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, at,
                            _("A period in quotation marks is expected, such as “2019/2025”"));
      return FALSE;
    }
  if (atlas_period_parse (json_node_get_string (node), period))
    return TRUE;
  found = _atlas_quote (json_node_get_string (node), -1);
  _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at,
                        _("“%s” is no period such as “2019/2025” or “2021-01/2021-02”"), found);
  return FALSE;
}

static gboolean
read_number (AtlasReading *reading, guint at, JsonNode *node, double *number)
{
  if (!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE))
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, at,
                            _("A number without quotation marks is expected"));
      return FALSE;
    }
  *number = json_node_get_double (node);
  return TRUE;
}

static gboolean
read_decimal (AtlasReading *reading, guint at, JsonNode *node, AtlasDecimal *decimal)
{
  double number;

  if (!read_number (reading, at, node, &number))
    return FALSE;
  if (atlas_decimal_from_double (number, decimal))
    return TRUE;
  _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at,
                        _("The number has more than four decimal places, or is beyond ±10¹¹"));
  return FALSE;
}

static gboolean
read_double (AtlasReading *reading,
             guint at,
             JsonNode *node,
             GParamSpecDouble *pspec,
             GValue *value)
{
  double number;

  if (!read_number (reading, at, node, &number))
    return FALSE;
  if (number < pspec->minimum || number > pspec->maximum)
    {
      /* Translators: a number that is not between the two that follow */
      _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at,
                            _("%g is outside %g…%g"), number, pspec->minimum, pspec->maximum);
      return FALSE;
    }
  g_value_set_double (value, number);
  return TRUE;
}

/**
 * _atlas_value_read_uint:
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: a value
 * @least: the smallest allowed number
 * @greatest: the largest allowed number
 * @number: (out): return location for the number
 *
 * Returns: whether @node is a whole number in that range; if not, a fault is added
 */
gboolean
_atlas_value_read_uint (AtlasReading *reading,
                        guint at,
                        JsonNode *node,
                        guint least,
                        guint greatest,
                        guint *number)
{
  gint64 found;

  if (!holds (node, G_TYPE_INT64))
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, at,
                            _("A whole number without quotation marks is expected"));
      return FALSE;
    }
  found = json_node_get_int (node);
  if (found < least || found > greatest)
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_OUT_OF_RANGE, at,
                            _("%lld is outside %u…%u"), (long long) found, least, greatest);
      return FALSE;
    }
  *number = (guint) found;
  return TRUE;
}

static gboolean
read_uint (AtlasReading *reading, guint at, JsonNode *node, GParamSpecUInt *pspec, GValue *value)
{
  guint number;

  if (!_atlas_value_read_uint (reading, at, node, pspec->minimum, pspec->maximum, &number))
    return FALSE;
  g_value_set_uint (value, number);
  return TRUE;
}

static gboolean
read_boolean (AtlasReading *reading, guint at, JsonNode *node, GValue *value)
{
  if (!holds (node, G_TYPE_BOOLEAN))
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, at,
                            _("true or false, without quotation marks, is expected"));
      return FALSE;
    }
  g_value_set_boolean (value, json_node_get_boolean (node));
  return TRUE;
}

static char *
list_nicks (GEnumClass *enum_class)
{
  GString *nicks = g_string_new (NULL);

  for (guint i = 0; i < enum_class->n_values; i++)
    if (!g_str_equal (enum_class->values[i].value_nick, ATLAS_UNKNOWN))
      g_string_append_printf (nicks, "%s%s", nicks->len > 0 ? ", " : "",
                              enum_class->values[i].value_nick);
  return g_string_free (nicks, FALSE);
}

static gboolean
read_word (AtlasReading *reading, guint at, JsonNode *node, GEnumClass *enum_class, GValue *value)
{
  const char *word = _atlas_value_read_string (reading, at, node);
  const GEnumValue *found = NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *nicks = NULL;

  if (word == NULL)
    return FALSE;
  found = g_enum_get_value_by_nick (enum_class, word);
  if (found != NULL && !g_str_equal (word, ATLAS_UNKNOWN))
    {
      g_value_set_enum (value, found->value);
      return TRUE;
    }
  quoted = _atlas_quote (word, -1);
  nicks = list_nicks (enum_class);
  /* Translators: the second argument is a list of words of the file format */
  _atlas_reading_error (reading, ATLAS_READ_ERROR_UNKNOWN_WORD, at,
                        _("“%s” is none of the words known here: %s"), quoted, nicks);
  return FALSE;
}

/* Whether a text property is a name; the others are sentences. */
static gboolean
is_name (GParamSpec *pspec)
{
  return !g_str_equal (pspec->name, "summary") && !g_str_equal (pspec->name, "note");
}

static gboolean
read_strings (AtlasReading *reading, guint at, JsonNode *node, GValue *value)
{
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();
  AtlasElementIter iter;
  JsonNode *element;
  guint number;

  if (!_atlas_value_expect_array (reading, at, node))
    return FALSE;
  _atlas_element_iter_init (&iter, reading, at, node);
  while (_atlas_element_iter_next (&iter, &number, &element))
    {
      const char *string = _atlas_value_read_string (reading, number, element);

      if (string != NULL)
        g_strv_builder_add (strings, string);
    }
  g_value_take_boxed (value, g_strv_builder_end (strings));
  return TRUE;
}

static gboolean
read_boxed (AtlasReading *reading, guint at, JsonNode *node, GParamSpec *pspec, GValue *value)
{
  const GType type = G_VALUE_TYPE (value);
  AtlasDecimal decimal;
  AtlasPeriod period;
  AtlasDate date;

  if (type == ATLAS_TYPE_TEXT)
    {
      AtlasText *text = is_name (pspec) ? _atlas_value_read_name (reading, at, node)
                                        : _atlas_value_read_text (reading, at, node);

      g_value_take_boxed (value, text);
      return text != NULL;
    }
  if (type == G_TYPE_STRV)
    return read_strings (reading, at, node, value);
  if (type == ATLAS_TYPE_DATE && _atlas_value_read_date (reading, at, node, &date))
    g_value_set_boxed (value, &date);
  else if (type == ATLAS_TYPE_PERIOD && read_period (reading, at, node, &period))
    g_value_set_boxed (value, &period);
  else if (type == ATLAS_TYPE_DECIMAL && read_decimal (reading, at, node, &decimal))
    g_value_set_boxed (value, &decimal);
  else
    return FALSE;
  return TRUE;
}

/**
 * _atlas_value_read_property:
 * @reading: a reading
 * @at: the number of @node in the index
 * @node: a value, which must outlive @value
 * @pspec: a property of a record, other than "inferred"
 * @value: (inout): an uninitialized value; it is initialized with the type of @pspec
 *
 * Returns: whether @node is of the type and in the range of @pspec; if not, a fault is added and
 *   @value must not be used
 */
gboolean
_atlas_value_read_property (AtlasReading *reading,
                            guint at,
                            JsonNode *node,
                            GParamSpec *pspec,
                            GValue *value)
{
  g_value_init (value, G_PARAM_SPEC_VALUE_TYPE (pspec));
  if (G_VALUE_HOLDS_BOXED (value))
    return read_boxed (reading, at, node, pspec, value);
  if (G_VALUE_HOLDS_ENUM (value))
    return read_word (reading, at, node, G_PARAM_SPEC_ENUM (pspec)->enum_class, value);
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return read_boolean (reading, at, node, value);
  if (G_VALUE_HOLDS_STRING (value))
    {
      g_value_set_static_string (value, _atlas_value_read_string (reading, at, node));
      return g_value_get_string (value) != NULL;
    }
  if (G_VALUE_HOLDS_DOUBLE (value))
    return read_double (reading, at, node, G_PARAM_SPEC_DOUBLE (pspec), value);
  return read_uint (reading, at, node, G_PARAM_SPEC_UINT (pspec), value);
}
