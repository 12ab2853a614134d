/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-writer.h"

#include "atlas-decimal.h"
#include "atlas-extras-reading-private.h"
#include "atlas-json-layout-private.h"
#include "atlas-reader.h"
#include "atlas-source.h"
#include "atlas-value-writing-private.h"

/*
 * AtlasWriter: writes a dataset to a file in canonical form; see data/FORMAT.md.
 *
 * It gets every member from the record, in the order of the schema, so that a record created or
 * changed in memory is written like one that was read. Only members that the format does not define
 * come from the file, and keep their position. The writer produces one long line;
 * _atlas_json_lay_out() breaks it into lines.
 */

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
        _atlas_write_text (text, extras, member->name, member->name, words);
      return;
    }
  if (type == G_TYPE_STRV)
    {
      g_auto (GStrv) strings = NULL;

      g_object_get (record, member->pspec->name, &strings, NULL);
      _atlas_write_strings (text, member->name, (const char *const *) strings);
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
    _atlas_write_strings (text, member->name, ids);
  else if (ids != NULL && ids[0] != NULL)
    _atlas_write_string (text, member->name, ids[0]);
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
  _atlas_write_string (text, "id", id);
  _atlas_extras_append (extras, within, "id", text);
  if (title != NULL)
    _atlas_write_text (text, extras, within_title, "title", title);
  _atlas_extras_append (extras, within, "title", text);
  _atlas_write_uint (text, "paragraphs", atlas_source_count_paragraphs (source, id));
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
      _atlas_begin_element (text);
      write_section (text, extras, source, atlas_source_get_section_id (source, i));
    }
  g_string_append_c (text, ']');
}

static void
write_log (GString *text, const AtlasExtras *extras, const AtlasMember *member, AtlasRecord *record)
{
  g_autoptr (GPtrArray) log = NULL;

  g_object_get (record, member->pspec->name, &log, NULL);
  _atlas_write_log (text, extras, member->name, log);
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
      _atlas_write_citations (text, extras, "", member->name, citations);
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

  _atlas_begin_element (text);
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
  _atlas_begin_element (text);
  g_string_append_c (text, '{');
  _atlas_extras_append (extras, "", "", text);
  _atlas_write_string (text, "view", atlas_tour_step_get_view (step));
  _atlas_extras_append (extras, "", "view", text);
  if (caption != NULL)
    _atlas_write_text (text, extras, "caption", "caption", caption);
  _atlas_extras_append (extras, "", "caption", text);
  _atlas_write_citations (text, extras, "", "cites", citations);
  _atlas_extras_append (extras, "", "cites", text);
  g_string_append_c (text, '}');
}

static void
write_tour (GString *text, AtlasTour *tour)
{
  const AtlasExtras *extras = atlas_extras_get (tour);

  _atlas_begin_element (text);
  g_string_append_c (text, '{');
  _atlas_extras_append (extras, "", "", text);
  _atlas_write_string (text, "id", atlas_tour_get_id (tour));
  _atlas_extras_append (extras, "", "id", text);
  _atlas_write_text (text, extras, "title", "title", atlas_tour_get_title (tour));
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
  _atlas_write_string (text, "format", ATLAS_DATASET_FORMAT);
  _atlas_extras_append (extras, "", "format", text);
  _atlas_write_uint (text, "version", ATLAS_DATASET_VERSION);
  _atlas_extras_append (extras, "", "version", text);
  if (title != NULL)
    _atlas_write_text (text, extras, "title", "title", title);
  _atlas_extras_append (extras, "", "title", text);
  if (iso != NULL)
    _atlas_write_string (text, "date", iso);
  _atlas_extras_append (extras, "", "date", text);
  if (approval_number != NULL)
    _atlas_write_string (text, "approval_number", approval_number);
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
  _atlas_write_string (line, "format", ATLAS_DATASET_FORMAT);
  _atlas_write_uint (line, "version", ATLAS_DATASET_VERSION);
  write_tours (line, tours);
  g_string_append_c (line, '}');
  text = _atlas_json_lay_out (line->str, line->len);
  return text != NULL ? g_string_free_to_bytes (text) : NULL;
}

/**
 * atlas_writer_append_record:
 * @text: an array as written so far, such as "["
 * @record: a record
 *
 * Appends @record in the order of the canonical form, on one line. Records with equal members give
 * equal text.
 */
void
atlas_writer_append_record (GString *text, AtlasRecord *record)
{
  g_return_if_fail (text != NULL && text->len > 0);
  g_return_if_fail (ATLAS_IS_RECORD (record));

  write_record (text, record);
}

/**
 * atlas_writer_append_member:
 * @text: an object as written so far, such as "{"
 * @record: a record
 * @member: a member of its kind
 *
 * Appends the name and the value of one member, on one line, with the unknown members inside of the
 * value. Appends nothing if a file leaves the member out. Equal values give equal text.
 */
void
atlas_writer_append_member (GString *text, AtlasRecord *record, const AtlasMember *member)
{
  g_return_if_fail (text != NULL && text->len > 0);
  g_return_if_fail (ATLAS_IS_RECORD (record));
  g_return_if_fail (member != NULL);

  write_member (text, atlas_extras_get (record), member, record);
}
