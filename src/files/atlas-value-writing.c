/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-value-writing-private.h"

#include "atlas-enum-types.h"
#include "atlas-extras-reading-private.h"
#include "atlas-json-text.h"
#include "atlas-labels.h"

/*
 * Writes single members of an object in canonical form, on one line.
 */
/**
 * _atlas_write_string:
 * @text: the object written so far
 * @name: the name of a member
 * @string: its value
 *
 * Appends a member that is a string.
 */
void
_atlas_write_string (GString *text, const char *name, const char *string)
{
  atlas_json_begin_member (text, name);
  atlas_json_append_string (text, string);
}

/**
 * _atlas_write_uint:
 * @text: the object written so far
 * @name: the name of a member
 * @number: its value
 *
 * Appends a member that is a number.
 */
void
_atlas_write_uint (GString *text, const char *name, guint number)
{
  atlas_json_begin_member (text, name);
  g_string_append_printf (text, "%u", number);
}

static gboolean
is_in_chinese_only (const AtlasText *words)
{
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    if (language != ATLAS_LANGUAGE_ZH && atlas_text_peek (words, (AtlasLanguage) language) != NULL)
      return FALSE;
  return TRUE;
}

/**
 * _atlas_write_text:
 * @text: the object written so far
 * @extras: (nullable): the unknown members of the record
 * @within: the path of the text in them
 * @name: the name of a member
 * @words: its value
 *
 * Appends a member that is a text: a string if it is only in Chinese and has no unknown members,
 * else an object.
 */
void
_atlas_write_text (GString *text,
                   const AtlasExtras *extras,
                   const char *within,
                   const char *name,
                   const AtlasText *words)
{
  if (is_in_chinese_only (words) && !atlas_extras_are_within (extras, within))
    {
      _atlas_write_string (text, name, atlas_text_get (words, ATLAS_LANGUAGE_ZH));
      return;
    }
  atlas_json_begin_member (text, name);
  g_string_append_c (text, '{');
  _atlas_extras_append (extras, within, "", text);
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    {
      const char *code = atlas_language_get_code ((AtlasLanguage) language);
      const char *string = atlas_text_peek (words, (AtlasLanguage) language);

      if (string != NULL)
        _atlas_write_string (text, code, string);
      _atlas_extras_append (extras, within, code, text);
    }
  g_string_append_c (text, '}');
}

/**
 * _atlas_begin_element:
 * @text: the array written so far
 *
 * Appends the comma between two elements, except before the first.
 */
void
_atlas_begin_element (GString *text)
{
  if (text->str[text->len - 1] != '[')
    g_string_append (text, ", ");
}

/**
 * _atlas_write_strings:
 * @text: the object written so far
 * @name: the name of a member
 * @strings: (nullable): its value; an empty list is left out
 *
 * Appends a member that is an array of strings.
 */
void
_atlas_write_strings (GString *text, const char *name, const char *const *strings)
{
  if (strings == NULL || strings[0] == NULL)
    return;
  atlas_json_begin_member (text, name);
  g_string_append_c (text, '[');
  for (; *strings != NULL; strings++)
    {
      _atlas_begin_element (text);
      atlas_json_append_string (text, *strings);
    }
  g_string_append_c (text, ']');
}

static gboolean
are_equal (const AtlasCitation *a, const AtlasCitation *b)
{
  return g_str_equal (a->source, b->source) && a->paragraph == b->paragraph &&
         g_str_equal (a->section, b->section);
}

/* The path of a citation in the extras of its record or step. @of is the path of its object. */
static char *
name_citation (const char *of, GPtrArray *citations, guint index)
{
  const AtlasCitation *citation = citations->pdata[index];
  guint n_before = 0;

  for (guint i = 0; i < index; i++)
    n_before += are_equal (citations->pdata[i], citation);
  return _atlas_extras_name_citation (of, citation->source, citation->section, citation->paragraph,
                                      n_before);
}

/**
 * _atlas_write_citations:
 * @text: the object written so far
 * @extras: (nullable): the unknown members of the record
 * @of: the path of the object that has the citations: "" for a record
 * @name: the name of a member
 * @citations: (element-type AtlasCitation): its value; an empty list is left out
 *
 * Appends a member that is an array of citations.
 */
void
_atlas_write_citations (GString *text,
                        const AtlasExtras *extras,
                        const char *of,
                        const char *name,
                        GPtrArray *citations)
{
  if (citations->len == 0)
    return;
  atlas_json_begin_member (text, name);
  g_string_append_c (text, '[');
  for (guint i = 0; i < citations->len; i++)
    {
      const AtlasCitation *citation = citations->pdata[i];
      g_autofree char *within = extras != NULL ? name_citation (of, citations, i) : NULL;

      _atlas_begin_element (text);
      g_string_append_c (text, '{');
      _atlas_extras_append (extras, within, "", text);
      _atlas_write_string (text, "source", citation->source);
      _atlas_extras_append (extras, within, "source", text);
      _atlas_write_string (text, "section", citation->section);
      _atlas_extras_append (extras, within, "section", text);
      _atlas_write_uint (text, "paragraph", citation->paragraph);
      _atlas_extras_append (extras, within, "paragraph", text);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');
}

/* The path of an entry in the extras of its record. Entries of one date are counted. */
static char *
name_entry (const char *name, const AtlasLog *log, guint index)
{
  const AtlasLogEntry *entry = log->pdata[index];
  g_autofree char *date = atlas_date_to_iso (&entry->date);
  guint n_before = 0;

  for (guint i = 0; i < index; i++)
    n_before += atlas_date_compare (&((AtlasLogEntry *) log->pdata[i])->date, &entry->date) == 0;
  return _atlas_extras_name_entry (name, date, n_before);
}

static void
write_entry (GString *text,
             const AtlasExtras *extras,
             const char *within,
             const AtlasLogEntry *entry)
{
  g_autofree char *date = atlas_date_to_iso (&entry->date);
  g_autofree char *within_note = g_strconcat (within, "/note", NULL);

  g_string_append_c (text, '{');
  _atlas_extras_append (extras, within, "", text);
  _atlas_write_string (text, "date", date);
  _atlas_extras_append (extras, within, "date", text);
  if (entry->stage != ATLAS_PROJECT_STAGE_UNKNOWN)
    _atlas_write_string (text, "stage",
                         atlas_code_for (ATLAS_TYPE_PROJECT_STAGE, (int) entry->stage));
  _atlas_extras_append (extras, within, "stage", text);
  if (entry->figure != NULL)
    _atlas_write_string (text, "figure", entry->figure);
  _atlas_extras_append (extras, within, "figure", text);
  if (entry->note != NULL)
    _atlas_write_text (text, extras, within_note, "note", entry->note);
  _atlas_extras_append (extras, within, "note", text);
  _atlas_write_citations (text, extras, within, "cites", entry->citations);
  _atlas_extras_append (extras, within, "cites", text);
  g_string_append_c (text, '}');
}

/**
 * _atlas_write_log:
 * @text: the object written so far
 * @extras: (nullable): the unknown members of the record
 * @name: the name of a member
 * @log: (nullable): its value; an empty log is left out
 *
 * Appends a member that is a log.
 */
void
_atlas_write_log (GString *text, const AtlasExtras *extras, const char *name, const AtlasLog *log)
{
  if (log == NULL || log->len == 0)
    return;
  atlas_json_begin_member (text, name);
  g_string_append_c (text, '[');
  for (guint i = 0; i < log->len; i++)
    {
      g_autofree char *within = name_entry (name, log, i);

      _atlas_begin_element (text);
      write_entry (text, extras, within, log->pdata[i]);
    }
  g_string_append_c (text, ']');
}
