/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-writer.h"

#include "atlas-decimal.h"
#include "atlas-enum-types.h"
#include "atlas-extras-reading-private.h"
#include "atlas-json-layout-private.h"
#include "atlas-labels.h"
#include "atlas-log.h"
#include "atlas-reader.h"
#include "atlas-source.h"

/*
 * AtlasWriter: writes a dataset to a file in canonical form; see data/FORMAT.md.
 *
 * It gets every member from the record, in the order of the schema, so that a record created or
 * changed in memory is written like one that was read. Only members that the format does not define
 * come from the file, and keep their position. The writer produces one long line;
 * _atlas_json_lay_out() breaks it into lines.
 */

static void
write_string (GString *text, const char *name, const char *string)
{
  atlas_json_begin_member (text, name);
  atlas_json_append_string (text, string);
}

static void
write_uint (GString *text, const char *name, guint number)
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

/* A text only in Chinese is written as a string, any other text as an object. */
static void
write_text (GString *text,
            const AtlasExtras *extras,
            const char *within,
            const char *name,
            const AtlasText *words)
{
  if (is_in_chinese_only (words) && !atlas_extras_are_within (extras, within))
    {
      write_string (text, name, atlas_text_get (words, ATLAS_LANGUAGE_ZH));
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
        write_string (text, code, string);
      _atlas_extras_append (extras, within, code, text);
    }
  g_string_append_c (text, '}');
}

static void
begin_element (GString *text)
{
  if (text->str[text->len - 1] != '[')
    g_string_append (text, ", ");
}

static void
write_strings (GString *text, const char *name, const char *const *strings)
{
  if (strings == NULL || strings[0] == NULL)
    return;
  atlas_json_begin_member (text, name);
  g_string_append_c (text, '[');
  for (; *strings != NULL; strings++)
    {
      begin_element (text);
      atlas_json_append_string (text, *strings);
    }
  g_string_append_c (text, ']');
}

/* Numbers and truth values have no quotation marks. */
static gboolean
is_quoted (const AtlasMember *member)
{
  const GType type = G_PARAM_SPEC_VALUE_TYPE (member->pspec);

  return type != G_TYPE_UINT && type != G_TYPE_DOUBLE && type != G_TYPE_BOOLEAN &&
         type != ATLAS_TYPE_DECIMAL;
}

static void
write_property (GString *text,
                const AtlasExtras *extras,
                const AtlasMember *member,
                AtlasRecord *record)
{
  const GType type = G_PARAM_SPEC_VALUE_TYPE (member->pspec);
  g_autofree char *code = NULL;

  if (type == ATLAS_TYPE_TEXT)
    {
      g_autoptr (AtlasText) words = NULL;

      g_object_get (record, member->pspec->name, &words, NULL);
      if (words != NULL)
        write_text (text, extras, member->name, member->name, words);
      return;
    }
  if (type == G_TYPE_STRV)
    {
      g_auto (GStrv) strings = NULL;

      g_object_get (record, member->pspec->name, &strings, NULL);
      write_strings (text, member->name, (const char *const *) strings);
      return;
    }
  code = atlas_member_dup_code (member, record);
  if (code == NULL)
    return;
  atlas_json_begin_member (text, member->name);
  if (is_quoted (member))
    atlas_json_append_string (text, code);
  else
    g_string_append (text, code);
}

static void
write_references (GString *text, const AtlasMember *member, AtlasRecord *record)
{
  const char *const *ids = atlas_record_get_reference_ids (record, member->role);

  if (member->form == ATLAS_MEMBER_FORM_REFERENCES)
    write_strings (text, member->name, ids);
  else if (ids != NULL && ids[0] != NULL)
    write_string (text, member->name, ids[0]);
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

/* @of is the path of the object that has the citations: "" for a record. */
static void
write_citations (GString *text,
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

      begin_element (text);
      g_string_append_c (text, '{');
      _atlas_extras_append (extras, within, "", text);
      write_string (text, "source", citation->source);
      _atlas_extras_append (extras, within, "source", text);
      write_string (text, "section", citation->section);
      _atlas_extras_append (extras, within, "section", text);
      write_uint (text, "paragraph", citation->paragraph);
      _atlas_extras_append (extras, within, "paragraph", text);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');
}

static GPtrArray *
list_citations (AtlasRecord *record)
{
  GPtrArray *citations = g_ptr_array_new ();

  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    g_ptr_array_add (citations, (gpointer) atlas_record_get_citation (record, i));
  return citations;
}

static void
write_section (GString *text, const AtlasExtras *extras, AtlasSource *source, const char *id)
{
  const AtlasText *title = atlas_source_get_section_title_text (source, id);
  g_autofree char *within = _atlas_extras_name_section (id);
  g_autofree char *within_title = _atlas_extras_name_title (id);

  g_string_append_c (text, '{');
  _atlas_extras_append (extras, within, "", text);
  write_string (text, "id", id);
  _atlas_extras_append (extras, within, "id", text);
  if (title != NULL)
    write_text (text, extras, within_title, "title", title);
  _atlas_extras_append (extras, within, "title", text);
  write_uint (text, "paragraphs", atlas_source_count_paragraphs (source, id));
  _atlas_extras_append (extras, within, "paragraphs", text);
  g_string_append_c (text, '}');
}

static void
write_sections (GString *text, const AtlasExtras *extras, const char *name, AtlasSource *source)
{
  atlas_json_begin_member (text, name);
  g_string_append_c (text, '[');
  for (guint i = 0; i < atlas_source_get_n_sections (source); i++)
    {
      begin_element (text);
      write_section (text, extras, source, atlas_source_get_section_id (source, i));
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
  write_string (text, "date", date);
  _atlas_extras_append (extras, within, "date", text);
  if (entry->stage != ATLAS_PROJECT_STAGE_UNKNOWN)
    write_string (text, "stage", atlas_code_for (ATLAS_TYPE_PROJECT_STAGE, (int) entry->stage));
  _atlas_extras_append (extras, within, "stage", text);
  if (entry->figure != NULL)
    write_string (text, "figure", entry->figure);
  _atlas_extras_append (extras, within, "figure", text);
  if (entry->note != NULL)
    write_text (text, extras, within_note, "note", entry->note);
  _atlas_extras_append (extras, within, "note", text);
  write_citations (text, extras, within, "cites", entry->citations);
  _atlas_extras_append (extras, within, "cites", text);
  g_string_append_c (text, '}');
}

static void
write_log (GString *text, const AtlasExtras *extras, const AtlasMember *member, AtlasRecord *record)
{
  g_autoptr (GPtrArray) log = NULL;

  g_object_get (record, member->pspec->name, &log, NULL);
  if (log == NULL || log->len == 0)
    return;
  atlas_json_begin_member (text, member->name);
  g_string_append_c (text, '[');
  for (guint i = 0; i < log->len; i++)
    {
      g_autofree char *within = name_entry (member->name, log, i);

      begin_element (text);
      write_entry (text, extras, within, log->pdata[i]);
    }
  g_string_append_c (text, ']');
}

static void
write_member (GString *text,
              const AtlasExtras *extras,
              const AtlasMember *member,
              AtlasRecord *record)
{
  g_autoptr (GPtrArray) citations = NULL;

  switch (member->form)
    {
    case ATLAS_MEMBER_FORM_ID:
    case ATLAS_MEMBER_FORM_PROPERTY:
    case ATLAS_MEMBER_FORM_INFERRED:
      write_property (text, extras, member, record);
      break;
    case ATLAS_MEMBER_FORM_REFERENCE:
    case ATLAS_MEMBER_FORM_REFERENCES:
      write_references (text, member, record);
      break;
    case ATLAS_MEMBER_FORM_CITES:
      citations = list_citations (record);
      write_citations (text, extras, "", member->name, citations);
      break;
    case ATLAS_MEMBER_FORM_SECTIONS:
      write_sections (text, extras, member->name, ATLAS_SOURCE (record));
      break;
    case ATLAS_MEMBER_FORM_PROGRESS:
    case ATLAS_MEMBER_FORM_FOLLOW_UPS:
      write_log (text, extras, member, record);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_record (GString *text, AtlasRecord *record)
{
  const AtlasSchema *schema = atlas_schema_get (atlas_record_get_kind (record));
  const AtlasExtras *extras = atlas_extras_get (record);

  begin_element (text);
  g_string_append_c (text, '{');
  _atlas_extras_append (extras, "", "", text);
  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = g_ptr_array_index (schema->members, i);

      write_member (text, extras, member, record);
      _atlas_extras_append (extras, "", member->name, text);
    }
  g_string_append_c (text, '}');
}

/* The format requires the arrays of sources and of places even if they are empty. */
static void
write_records (GString *text, AtlasDataset *dataset, AtlasRecordKind kind)
{
  GListModel *records = atlas_dataset_get_records (dataset, kind);
  const guint n_records = g_list_model_get_n_items (records);

  if (n_records == 0 && kind != ATLAS_RECORD_KIND_SOURCE && kind != ATLAS_RECORD_KIND_PLACE)
    return;
  atlas_json_begin_member (text, atlas_schema_get (kind)->array);
  g_string_append_c (text, '[');
  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

      write_record (text, record);
    }
  g_string_append_c (text, ']');
}

static void
write_step (GString *text, AtlasTourStep *step)
{
  const AtlasExtras *extras = atlas_extras_get (step);
  const AtlasText *caption = atlas_tour_step_get_caption (step);
  g_autoptr (GPtrArray) citations = g_ptr_array_new ();

  for (guint i = 0; i < atlas_tour_step_get_n_citations (step); i++)
    g_ptr_array_add (citations, (gpointer) atlas_tour_step_get_citation (step, i));
  begin_element (text);
  g_string_append_c (text, '{');
  _atlas_extras_append (extras, "", "", text);
  write_string (text, "view", atlas_tour_step_get_view (step));
  _atlas_extras_append (extras, "", "view", text);
  if (caption != NULL)
    write_text (text, extras, "caption", "caption", caption);
  _atlas_extras_append (extras, "", "caption", text);
  write_citations (text, extras, "", "cites", citations);
  _atlas_extras_append (extras, "", "cites", text);
  g_string_append_c (text, '}');
}

static void
write_tour (GString *text, AtlasTour *tour)
{
  const AtlasExtras *extras = atlas_extras_get (tour);

  begin_element (text);
  g_string_append_c (text, '{');
  _atlas_extras_append (extras, "", "", text);
  write_string (text, "id", atlas_tour_get_id (tour));
  _atlas_extras_append (extras, "", "id", text);
  write_text (text, extras, "title", "title", atlas_tour_get_title (tour));
  _atlas_extras_append (extras, "", "title", text);
  atlas_json_begin_member (text, "steps");
  g_string_append_c (text, '[');
  for (guint i = 0; i < atlas_tour_get_n_steps (tour); i++)
    write_step (text, atlas_tour_get_step (tour, i));
  g_string_append_c (text, ']');
  _atlas_extras_append (extras, "", "steps", text);
  g_string_append_c (text, '}');
}

static void
write_tours (GString *text, GPtrArray *tours)
{
  if (tours->len == 0)
    return;
  atlas_json_begin_member (text, "tours");
  g_string_append_c (text, '[');
  for (guint i = 0; i < tours->len; i++)
    write_tour (text, tours->pdata[i]);
  g_string_append_c (text, ']');
}

static void
write_head (GString *text, const AtlasExtras *extras, AtlasDataset *dataset)
{
  const AtlasText *title = atlas_dataset_get_title_text (dataset);
  const AtlasDate *date = atlas_dataset_get_date (dataset);
  const char *approval_number = atlas_dataset_get_approval_number (dataset);
  g_autofree char *iso = date != NULL ? atlas_date_to_iso (date) : NULL;

  _atlas_extras_append (extras, "", "", text);
  write_string (text, "format", ATLAS_DATASET_FORMAT);
  _atlas_extras_append (extras, "", "format", text);
  write_uint (text, "version", ATLAS_DATASET_VERSION);
  _atlas_extras_append (extras, "", "version", text);
  if (title != NULL)
    write_text (text, extras, "title", "title", title);
  _atlas_extras_append (extras, "", "title", text);
  if (iso != NULL)
    write_string (text, "date", iso);
  _atlas_extras_append (extras, "", "date", text);
  if (approval_number != NULL)
    write_string (text, "approval_number", approval_number);
  _atlas_extras_append (extras, "", "approval_number", text);
}

/**
 * atlas_writer_write:
 * @dataset: a complete dataset; records that were left out when it was read are not written
 *
 * Writes @dataset in the canonical form of data/FORMAT.md. The same dataset always gives the same
 * bytes, and reading them gives an equal dataset. Any thread may call this function.
 *
 * Returns: (transfer full): the file, in UTF-8
 */
GBytes *
atlas_writer_write (AtlasDataset *dataset)
{
  const AtlasExtras *extras;
  g_autoptr (GString) line = NULL;
  GString *text;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  extras = atlas_extras_get (dataset);
  line = g_string_new ("{");
  write_head (line, extras, dataset);
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      write_records (line, dataset, (AtlasRecordKind) kind);
      _atlas_extras_append (extras, "", atlas_schema_get ((AtlasRecordKind) kind)->array, line);
    }
  write_tours (line, atlas_dataset_get_tours (dataset));
  _atlas_extras_append (extras, "", "tours", line);
  g_string_append_c (line, '}');
  text = _atlas_json_lay_out (line->str, line->len);
  return text != NULL ? g_string_free_to_bytes (text) : NULL;
}

/**
 * atlas_writer_write_tours:
 * @tours: (element-type AtlasTour): tours
 *
 * Writes a file of tours without records, to be kept beside a dataset.
 *
 * Returns: (transfer full): the file, in UTF-8; atlas_reader_read_tours() reads it
 */
GBytes *
atlas_writer_write_tours (GPtrArray *tours)
{
  g_autoptr (GString) line = NULL;
  GString *text;

  g_return_val_if_fail (tours != NULL, NULL);

  line = g_string_new ("{");
  write_string (line, "format", ATLAS_DATASET_FORMAT);
  write_uint (line, "version", ATLAS_DATASET_VERSION);
  write_tours (line, tours);
  g_string_append_c (line, '}');
  text = _atlas_json_lay_out (line->str, line->len);
  return text != NULL ? g_string_free_to_bytes (text) : NULL;
}
