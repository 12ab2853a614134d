/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-extras-reading.h"

#include "atlas-json-layout.h"

/*
 * AtlasExtras in files: the members that the format does not have are taken while a record is read,
 * and put where they stood when it is written.
 *
 * An object is called by a path of words: "" is the record itself, "name" a text, and so on.
 * Citations and sections are called by what they say and not by their positions, since lists are
 * edited.
 */

/* Whether the format has a member of this name. */
typedef gboolean (*IsKnownFunc) (const char    *name,
                                 gconstpointer  data);

/* Takes those members of the object @at that are not known. */
static void
take (AtlasReading  *reading,
      guint          at,
      gpointer       owner,
      const char    *within,
      IsKnownFunc    is_known,
      gconstpointer  data)
{
  const guint end = atlas_json_index_get (reading->index, at)->next;
  g_autofree char *after = g_strdup ("");

  if (atlas_json_index_peek (reading->index, at) != '{')
    return;
  for (guint child = at + 1; child < end;
       child = atlas_json_index_get (reading->index, child)->next)
    {
      const AtlasJsonValue *value = atlas_json_index_get (reading->index, child);
      g_autofree char *name = atlas_json_index_dup_name (reading->index, child);

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
is_in_list (const char    *name,
            gconstpointer  data)
{
  return g_strv_contains (data, name);
}

static gboolean
is_in_schema (const char    *name,
              gconstpointer  data)
{
  return atlas_schema_lookup (data, name) != NULL;
}

static gboolean
is_language (const char    *name,
             gconstpointer  data)
{
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    if (g_str_equal (name, atlas_language_get_code ((AtlasLanguage) language)))
      return TRUE;
  return FALSE;
}

static gboolean
is_in_head (const char    *name,
            gconstpointer  data)
{
  static const char * const names[] = {
    "format", "version", "title", "date", "approval_number", NULL
  };

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    if (g_str_equal (name, atlas_schema_get ((AtlasRecordKind) kind)->array))
      return TRUE;
  return g_strv_contains (names, name);
}

/* The member of an object of that name, or 0. */
static guint
find_member (AtlasReading *reading,
             guint         at,
             const char   *name)
{
  const guint end = atlas_json_index_get (reading->index, at)->next;

  for (guint child = at + 1; child < end;
       child = atlas_json_index_get (reading->index, child)->next)
    {
      g_autofree char *found = atlas_json_index_dup_name (reading->index, child);

      if (g_str_equal (found, name))
        return child;
    }
  return 0;
}

/* What a member of an object says: a text without its quotation marks, or a number. */
static char *
dup_member (AtlasReading *reading,
            guint         at,
            const char   *name)
{
  const guint child = find_member (reading, at, name);
  const AtlasJsonValue *value = atlas_json_index_get (reading->index, child);

  if (child == 0)
    return g_strdup ("");
  if (atlas_json_index_peek (reading->index, child) == '"')
    return atlas_json_unescape (reading->text + value->offset, value->length);
  return g_strndup (reading->text + value->offset, value->length);
}

static void
take_citation (AtlasReading *reading,
               guint         at,
               AtlasRecord  *record,
               GHashTable   *n_equal)
{
  static const char * const known[] = { "source", "section", "paragraph", NULL };
  g_autofree char *source = dup_member (reading, at, "source");
  g_autofree char *section = dup_member (reading, at, "section");
  g_autofree char *paragraph = dup_member (reading, at, "paragraph");
  const guint number = (guint) g_ascii_strtoull (paragraph, NULL, 10);
  char *first = atlas_extras_name_citation (source, section, number, 0);
  const guint n_before = GPOINTER_TO_UINT (g_hash_table_lookup (n_equal, first));
  g_autofree char *within = atlas_extras_name_citation (source, section, number, n_before);

  take (reading, at, record, within, is_in_list, known);
  g_hash_table_insert (n_equal, first, GUINT_TO_POINTER (n_before + 1));
}

static void
take_section (AtlasReading *reading,
              guint         at,
              AtlasRecord  *record)
{
  static const char * const known[] = { "id", "title", "paragraphs", NULL };
  g_autofree char *id = dup_member (reading, at, "id");
  g_autofree char *within = atlas_extras_name_section (id);
  g_autofree char *within_title = atlas_extras_name_title (id);
  const guint title = find_member (reading, at, "title");

  take (reading, at, record, within, is_in_list, known);
  if (title != 0)
    take (reading, title, record, within_title, is_language, NULL);
}

/* Takes what the citations or the sections of a list hold. */
static void
take_list (AtlasReading      *reading,
           const AtlasMember *member,
           guint              at,
           AtlasRecord       *record)
{
  const guint end = atlas_json_index_get (reading->index, at)->next;
  g_autoptr (GHashTable) n_equal = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (atlas_json_index_peek (reading->index, at) != '[')
    return;
  for (guint child = at + 1; child < end;
       child = atlas_json_index_get (reading->index, child)->next)
    if (atlas_json_index_peek (reading->index, child) != '{')
      continue;
    else if (member->form == ATLAS_MEMBER_FORM_CITES)
      take_citation (reading, child, record, n_equal);
    else
      take_section (reading, child, record);
}

/**
 * atlas_extras_take_record:
 * @reading: a reading
 * @schema: what the format says of such a record
 * @at: the number of the record in the index; an object without a fault of JSON
 * @record: the record
 *
 * Keeps with @record the members that the format does not have, also those of its texts, citations
 * and sections.
 */
void
atlas_extras_take_record (AtlasReading      *reading,
                          const AtlasSchema *schema,
                          guint              at,
                          AtlasRecord       *record)
{
  const guint end = atlas_json_index_get (reading->index, at)->next;

  take (reading, at, record, "", is_in_schema, schema);
  for (guint child = at + 1; child < end;
       child = atlas_json_index_get (reading->index, child)->next)
    {
      g_autofree char *name = atlas_json_index_dup_name (reading->index, child);
      const AtlasMember *member = atlas_schema_lookup (schema, name);

      if (member == NULL)
        continue;
      if (member->form == ATLAS_MEMBER_FORM_CITES || member->form == ATLAS_MEMBER_FORM_SECTIONS)
        take_list (reading, member, child, record);
      else if (member->pspec != NULL && G_PARAM_SPEC_VALUE_TYPE (member->pspec) == ATLAS_TYPE_TEXT)
        take (reading, child, record, name, is_language, NULL);
    }
}

/**
 * atlas_extras_take_head:
 * @reading: a reading of a file that is an object
 *
 * Keeps with the dataset the members of the file that the format does not have, also those of its
 * title.
 */
void
atlas_extras_take_head (AtlasReading *reading)
{
  const guint title = find_member (reading, 0, "title");

  take (reading, 0, reading->dataset, "", is_in_head, NULL);
  if (title != 0 && !atlas_json_index_get (reading->index, title)->faulty)
    take (reading, title, reading->dataset, "title", is_language, NULL);
}

/**
 * atlas_extras_append:
 * @self: (nullable): extras
 * @within: an object of the record
 * @after: a member of that object that the format has, whether it is there or not; "" for the
 *   beginning
 * @text: an object that is being written, up to there
 *
 * Appends the members that stood in that object behind that member.
 */
void
atlas_extras_append (const AtlasExtras *self,
                     const char        *within,
                     const char        *after,
                     GString           *text)
{
  for (guint i = 0; i < atlas_extras_get_n (self); i++)
    {
      const AtlasExtra *extra = atlas_extras_peek (self, i);

      if (!g_str_equal (extra->within, within) || !g_str_equal (extra->after, after))
        continue;
      atlas_json_begin_member (text, extra->name);
      g_string_append (text, extra->value);
    }
}

/**
 * atlas_extras_name_citation:
 * @source: the id of a source
 * @section: its section
 * @paragraph: the paragraph
 * @n_before: how many citations of the record before this one say the same
 *
 * Returns: (transfer full): what the citation is called within its record
 */
char *
atlas_extras_name_citation (const char *source,
                            const char *section,
                            guint       paragraph,
                            guint       n_before)
{
  return g_strdup_printf ("cites/%s/%s/%u/%u", source, section, paragraph, n_before);
}

/**
 * atlas_extras_name_section:
 * @section: the id of a section
 *
 * Returns: (transfer full): what the section is called within its source
 */
char *
atlas_extras_name_section (const char *section)
{
  return g_strdup_printf ("sections/%s", section);
}

/**
 * atlas_extras_name_title:
 * @section: the id of a section
 *
 * Returns: (transfer full): what the title of the section is called within the source
 */
char *
atlas_extras_name_title (const char *section)
{
  return g_strdup_printf ("titles/%s", section);
}
