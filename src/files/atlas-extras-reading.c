/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-extras-reading-private.h"

#include "atlas-json-layout-private.h"

/*
 * AtlasExtras in files: members that the format does not define. They are kept while a record is
 * read, and written at the same position again.
 *
 * The path of an object is a string: "" is the record itself, "name" a text, and so on. Citations
 * and sections are identified by their content, not by their index, because lists may be edited.
 */

/* Returns whether the format defines a member of this name. */
typedef gboolean (*IsKnownFunc) (const char *name, gconstpointer data);

/* Stores those members of the object @at that the format does not define. */
static void
take (AtlasReading *reading,
      guint at,
      gpointer owner,
      const char *within,
      IsKnownFunc is_known,
      gconstpointer data)
{
  const guint end = _atlas_json_index_get (reading->index, at)->next;
  g_autofree char *after = g_strdup ("");

  if (_atlas_json_index_peek (reading->index, at) != '{')
    return;
  for (guint child = at + 1; child < end;
       child = _atlas_json_index_get (reading->index, child)->next)
    {
      const AtlasJsonValue *value = _atlas_json_index_get (reading->index, child);
      g_autofree char *name = _atlas_json_index_dup_name (reading->index, child);

      if (is_known (name, data))
        {
          g_free (after);
          after = g_steal_pointer (&name);
        }
      else if (!value->faulty)
        atlas_extras_add (owner, within, after, name,
                          g_strndup (reading->text + value->offset, value->length));
    }
}

static gboolean
is_in_list (const char *name, gconstpointer data)
{
  return g_strv_contains (data, name);
}

static gboolean
is_in_schema (const char *name, gconstpointer data)
{
  return atlas_schema_lookup (data, name) != NULL;
}

static gboolean
is_language (const char *name, gconstpointer data)
{
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    if (g_str_equal (name, atlas_language_get_code ((AtlasLanguage) language)))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_head (const char *name, gconstpointer data)
{
  static const char *const names[] = { "format",          "version", "title", "date",
                                       "approval_number", "tours",   NULL };

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    if (g_str_equal (name, atlas_schema_get ((AtlasRecordKind) kind)->array))
      return TRUE;
  return g_strv_contains (names, name);
}

/* Returns the index number of the member @name of an object, or 0. */
static guint
find_member (AtlasReading *reading, guint at, const char *name)
{
  const guint end = _atlas_json_index_get (reading->index, at)->next;

  for (guint child = at + 1; child < end;
       child = _atlas_json_index_get (reading->index, child)->next)
    {
      g_autofree char *found = _atlas_json_index_dup_name (reading->index, child);

      if (g_str_equal (found, name))
        return child;
    }
  return 0;
}

/* Returns the value of a member: a string without quotation marks, or a number. */
static char *
dup_member (AtlasReading *reading, guint at, const char *name)
{
  const guint child = find_member (reading, at, name);
  const AtlasJsonValue *value = _atlas_json_index_get (reading->index, child);

  if (child == 0)
    return g_strdup ("");
  if (_atlas_json_index_peek (reading->index, child) == '"')
    return _atlas_json_unescape (reading->text + value->offset, value->length);
  return g_strndup (reading->text + value->offset, value->length);
}

/* @of is the path of the object that has the citation: "" for a record. */
static void
take_citation (AtlasReading *reading, guint at, gpointer owner, const char *of, GHashTable *n_equal)
{
  static const char *const known[] = { "source", "section", "paragraph", NULL };
  g_autofree char *source = dup_member (reading, at, "source");
  g_autofree char *section = dup_member (reading, at, "section");
  g_autofree char *paragraph = dup_member (reading, at, "paragraph");
  const guint number = (guint) g_ascii_strtoull (paragraph, NULL, 10);
  char *first = _atlas_extras_name_citation (of, source, section, number, 0);
  const guint n_before = GPOINTER_TO_UINT (g_hash_table_lookup (n_equal, first));
  g_autofree char *within = _atlas_extras_name_citation (of, source, section, number, n_before);

  take (reading, at, owner, within, is_in_list, known);
  g_hash_table_insert (n_equal, first, GUINT_TO_POINTER (n_before + 1));
}

static void
take_section (AtlasReading *reading, guint at, AtlasRecord *record)
{
  static const char *const known[] = { "id", "title", "paragraphs", NULL };
  g_autofree char *id = dup_member (reading, at, "id");
  g_autofree char *within = _atlas_extras_name_section (id);
  g_autofree char *within_title = _atlas_extras_name_title (id);
  const guint title = find_member (reading, at, "title");

  take (reading, at, record, within, is_in_list, known);
  if (title != 0)
    take (reading, title, record, within_title, is_language, NULL);
}

static void
take_citations (AtlasReading *reading, guint at, gpointer owner, const char *of)
{
  const guint end = _atlas_json_index_get (reading->index, at)->next;
  g_autoptr (GHashTable) n_equal = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (_atlas_json_index_peek (reading->index, at) != '[')
    return;
  for (guint child = at + 1; child < end;
       child = _atlas_json_index_get (reading->index, child)->next)
    if (_atlas_json_index_peek (reading->index, child) == '{')
      take_citation (reading, child, owner, of, n_equal);
}

static void
take_entry (AtlasReading *reading,
            const AtlasMember *log,
            guint at,
            AtlasRecord *record,
            GHashTable *n_equal)
{
  static const char *const known[] = { "date", "note", "cites", "stage", "figure", NULL };
  static const char *const known_follow_up[] = { "date", "note", "cites", NULL };
  char *date = dup_member (reading, at, "date");
  const guint n_before = GPOINTER_TO_UINT (g_hash_table_lookup (n_equal, date));
  g_autofree char *within = _atlas_extras_name_entry (log->name, date, n_before);
  g_autofree char *within_note = g_strconcat (within, "/note", NULL);
  const guint note = find_member (reading, at, "note");
  const guint cites = find_member (reading, at, "cites");

  take (reading, at, record, within, is_in_list,
        log->form == ATLAS_MEMBER_FORM_PROGRESS ? known : known_follow_up);
  if (note != 0)
    take (reading, note, record, within_note, is_language, NULL);
  if (cites != 0)
    take_citations (reading, cites, record, within);
  g_hash_table_insert (n_equal, date, GUINT_TO_POINTER (n_before + 1));
}

/* Stores the unknown members of the sections or entries of a list. */
static void
take_list (AtlasReading *reading, const AtlasMember *member, guint at, AtlasRecord *record)
{
  const guint end = _atlas_json_index_get (reading->index, at)->next;
  g_autoptr (GHashTable) n_equal = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (_atlas_json_index_peek (reading->index, at) != '[')
    return;
  for (guint child = at + 1; child < end;
       child = _atlas_json_index_get (reading->index, child)->next)
    if (_atlas_json_index_peek (reading->index, child) != '{')
      continue;
    else if (member->form == ATLAS_MEMBER_FORM_SECTIONS)
      take_section (reading, child, record);
    else
      take_entry (reading, member, child, record, n_equal);
}

static gboolean
is_list (const AtlasMember *member)
{
  return member->form == ATLAS_MEMBER_FORM_SECTIONS || member->form == ATLAS_MEMBER_FORM_PROGRESS ||
         member->form == ATLAS_MEMBER_FORM_FOLLOW_UPS;
}

/**
 * _atlas_extras_take_record:
 * @reading: a reading
 * @schema: the schema of its kind
 * @at: the number of the record in the index; an object without syntax errors
 * @record: the record
 *
 * Stores the members that the format does not define with @record, including those of its texts,
 * citations, sections and logs.
 */
void
_atlas_extras_take_record (AtlasReading *reading,
                           const AtlasSchema *schema,
                           guint at,
                           AtlasRecord *record)
{
  const guint end = _atlas_json_index_get (reading->index, at)->next;

  take (reading, at, record, "", is_in_schema, schema);
  for (guint child = at + 1; child < end;
       child = _atlas_json_index_get (reading->index, child)->next)
    {
      g_autofree char *name = _atlas_json_index_dup_name (reading->index, child);
      const AtlasMember *member = atlas_schema_lookup (schema, name);

      if (member == NULL)
        continue;
      if (member->form == ATLAS_MEMBER_FORM_CITES)
        take_citations (reading, child, record, "");
      else if (is_list (member))
        take_list (reading, member, child, record);
      else if (member->pspec != NULL && G_PARAM_SPEC_VALUE_TYPE (member->pspec) == ATLAS_TYPE_TEXT)
        take (reading, child, record, name, is_language, NULL);
    }
}

/**
 * _atlas_extras_take_tour:
 * @reading: a reading
 * @at: the number of the tour in the index; an object without syntax errors
 * @tour: the tour
 *
 * Stores the members that the format does not define with @tour, including those of its title.
 */
void
_atlas_extras_take_tour (AtlasReading *reading, guint at, AtlasTour *tour)
{
  static const char *const known[] = { "id", "title", "steps", NULL };
  const guint title = find_member (reading, at, "title");

  take (reading, at, tour, "", is_in_list, known);
  if (title != 0)
    take (reading, title, tour, "title", is_language, NULL);
}

/**
 * _atlas_extras_take_step:
 * @reading: a reading
 * @at: the number of the step in the index; an object without syntax errors
 * @step: the step of a tour
 *
 * Stores the members that the format does not define with @step, including those of its caption
 * and citations.
 */
void
_atlas_extras_take_step (AtlasReading *reading, guint at, AtlasTourStep *step)
{
  static const char *const known[] = { "view", "caption", "cites", NULL };
  const guint caption = find_member (reading, at, "caption");
  const guint cites = find_member (reading, at, "cites");

  take (reading, at, step, "", is_in_list, known);
  if (caption != 0)
    take (reading, caption, step, "caption", is_language, NULL);
  if (cites != 0)
    take_citations (reading, cites, step, "");
}

/**
 * _atlas_extras_take_head:
 * @reading: a reading of a file that is an object
 *
 * Stores the members of the file that the format does not define with the dataset, including those
 * of its title.
 */
void
_atlas_extras_take_head (AtlasReading *reading)
{
  const guint title = find_member (reading, 0, "title");

  take (reading, 0, reading->dataset, "", is_in_head, NULL);
  if (title != 0 && !_atlas_json_index_get (reading->index, title)->faulty)
    take (reading, title, reading->dataset, "title", is_language, NULL);
}

/**
 * _atlas_extras_append:
 * @self: (nullable): extras
 * @within: the path of an object of the record
 * @after: a member of that object that the format defines, present or not; "" for the beginning
 * @text: the object written so far
 *
 * Appends the unknown members that followed that member when the file was read.
 */
void
_atlas_extras_append (const AtlasExtras *self, const char *within, const char *after, GString *text)
{
  for (guint i = 0; self != NULL && i < self->len; i++)
    {
      const AtlasExtra *extra = self->pdata[i];

      if (!g_str_equal (extra->within, within) || !g_str_equal (extra->after, after))
        continue;
      atlas_json_begin_member (text, extra->name);
      g_string_append (text, extra->value);
    }
}

/**
 * _atlas_extras_name_citation:
 * @of: the path of the object that has the citation, in its record
 * @source: the id of a source
 * @section: its section
 * @paragraph: the paragraph
 * @n_before: the number of equal citations of that object before this one
 *
 * Returns: (transfer full): the path of the citation in its record
 */
char *
_atlas_extras_name_citation (const char *of,
                             const char *source,
                             const char *section,
                             guint paragraph,
                             guint n_before)
{
  return g_strdup_printf ("%s%scites/%s/%s/%u/%u", of, *of != '\0' ? "/" : "", source, section,
                          paragraph, n_before);
}

/**
 * _atlas_extras_name_entry:
 * @log: the name of the member with the log
 * @date: the date of the entry, as in the file
 * @n_before: the number of entries of that date before this one
 *
 * Returns: (transfer full): the path of the entry in its record
 */
char *
_atlas_extras_name_entry (const char *log, const char *date, guint n_before)
{
  return g_strdup_printf ("%s/%s/%u", log, date, n_before);
}

/**
 * _atlas_extras_name_section:
 * @section: the id of a section
 *
 * Returns: (transfer full): the path of the section in its source
 */
char *
_atlas_extras_name_section (const char *section)
{
  return g_strdup_printf ("sections/%s", section);
}

/**
 * _atlas_extras_name_title:
 * @section: the id of a section
 *
 * Returns: (transfer full): the path of the title of the section in its source
 */
char *
_atlas_extras_name_title (const char *section)
{
  return g_strdup_printf ("titles/%s", section);
}
