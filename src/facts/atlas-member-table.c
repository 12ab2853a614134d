/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fact-table-private.h"

#include <glib/gi18n.h>

#include "atlas-beginning.h"
#include "atlas-decimal.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-figure.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-schema.h"
#include "atlas-source.h"
#include "atlas-translation.h"

/*
 * Tables of the members of records, with a column for each member, so that a new member of a kind
 * has a column too. There is one table of all kinds for other programs, in which values are written
 * as in a dataset and texts in one language; and one for each kind for people, in words.
 *
 * The columns of the first versions come first, so that programs find them at their place. Some
 * have the name of a member and collect several: "places" names the ends of a link, "value" and
 * "unit" are the number of atlas_describe_measure(), "status" is that of
 * atlas_describe_status_code(). So the members "kind" and "places" are in the columns "subkind" and
 * "place_ids".
 *
 * "since" is the date from which the record exists, according to atlas_beginning_of(). "in_doubt"
 * is true if time is filtered and the record is undated, so that it is not known whether it lies in
 * that time; panels and pages show these records in separate sections. "ends" and "end_codes" are
 * the ids and the administrative codes of the places at which a link ends.
 */

static char *
describe_record_kind (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_code_for (ATLAS_TYPE_RECORD_KIND,
                                   (int) atlas_record_get_kind (row->record)));
}

static char *
describe_since (const AtlasFacts *facts, const AtlasFactRow *row)
{
  const AtlasDate *date = atlas_beginning_of (row->record, atlas_scope_get_dataset (facts->scope));

  return date != NULL ? atlas_date_to_iso (date) : g_strdup ("");
}

static char *
describe_doubt (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_facts_is_in_doubt (facts, row->record) ? "true" : "false");
}

static char *
describe_doubt_in_words (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_facts_is_in_doubt (facts, row->record)
                     ? atlas_translate_context (facts->language, "truth", "yes")
                     : "");
}

static char *
describe_places (const AtlasFacts *facts, const AtlasFactRow *row)
{
  g_autoptr (GPtrArray) places =
    atlas_describe_list_places (row->record, atlas_scope_get_dataset (facts->scope));

  return atlas_join_names (places, 0, facts->language);
}

static char *
describe_value (const AtlasFacts *facts, const AtlasFactRow *row)
{
  AtlasDecimal value;
  AtlasUnit unit;

  return atlas_describe_measure (row->record, &value, &unit) ? atlas_decimal_to_string (value)
                                                             : g_strdup ("");
}

static char *
describe_unit (const AtlasFacts *facts, const AtlasFactRow *row)
{
  AtlasDecimal value;
  AtlasUnit unit;

  return g_strdup (atlas_describe_measure (row->record, &value, &unit)
                     ? atlas_code_for (ATLAS_TYPE_UNIT, (int) unit)
                     : "");
}

static char *
describe_status (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return g_strdup (atlas_describe_status_code (row->record));
}

/* Returns the names of the cited documents, without repeating the previous one, or that there is no
 * source yet. */
static char *
describe_sources (const AtlasFacts *facts, const AtlasFactRow *row)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  GString *sources = g_string_new (NULL);
  const char *former = NULL;

  if (atlas_record_lacks_source (row->record))
    g_string_append (sources, atlas_describe_no_source (facts->language));
  for (guint i = 0; i < atlas_record_get_n_citations (row->record); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (row->record, i);

      if (g_strcmp0 (citation->source, former) != 0)
        g_string_append_printf (sources, "%s%s", sources->len > 0 ? "; " : "",
                                atlas_record_get_name (atlas_dataset_get_source (dataset, citation),
                                                       facts->language));
      former = citation->source;
    }
  return g_string_free (sources, FALSE);
}

/* An end without a code has an empty place in the list of codes. */
static char *
describe_ends (const AtlasFacts *facts, const AtlasFactRow *row, gboolean has_codes)
{
  g_autoptr (GPtrArray) ends = NULL;
  GString *list = g_string_new (NULL);

  if (ATLAS_IS_LINK (row->record))
    ends = atlas_link_dup_ends (ATLAS_LINK (row->record), atlas_scope_get_dataset (facts->scope));
  for (guint i = 0; ends != NULL && i < ends->len; i++)
    {
      const char *text =
        has_codes ? atlas_place_get_code (ends->pdata[i]) : atlas_record_get_id (ends->pdata[i]);

      g_string_append_printf (list, "%s%s", i > 0 ? "; " : "", text != NULL ? text : "");
    }
  return g_string_free (list, FALSE);
}

static char *
describe_end_ids (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return describe_ends (facts, row, FALSE);
}

static char *
describe_end_codes (const AtlasFacts *facts, const AtlasFactRow *row)
{
  return describe_ends (facts, row, TRUE);
}

#define MEMBER(key, member, title)                                                                 \
  { key, title, 0, ATLAS_FACT_TYPE_TEXT, NULL, 0, member, 0, FALSE }
#define FACT(key, title, type, describe)                                                           \
  { key, title, 0, ATLAS_FACT_TYPE_##type, describe, 0, NULL, 0, FALSE }

static const AtlasFactColumn first_columns[] = {
  FACT ("kind", NC_ ("column", "Kind of record"), CODE, describe_record_kind),
  MEMBER ("id", "id", NC_ ("column", "ID")),
  MEMBER ("name", "name", NULL),
  MEMBER ("summary", "summary", NULL),
  MEMBER ("date", "date", NULL),
  FACT ("since", NC_ ("column", "Since"), DATE, describe_since),
  FACT ("in_doubt", NC_ ("column", "Perhaps outside the time shown"), CODE, describe_doubt),
  FACT ("places", NC_ ("column", "Places"), TEXT, describe_places),
  MEMBER ("latitude", "latitude", NULL),
  MEMBER ("longitude", "longitude", NULL),
  FACT ("value", NC_ ("column", "Value"), NUMBER, describe_value),
  FACT ("unit", NC_ ("column", "Unit"), CODE, describe_unit),
  FACT ("status", NC_ ("column", "Status"), CODE, describe_status),
  FACT ("source", NC_ ("column", "Cited documents"), TEXT, describe_sources),
  MEMBER ("citations", "cites", NC_ ("column", "Citations")),
  MEMBER ("inferred", "inferred", NC_ ("column", "Inferred")),
  MEMBER ("note", "note", NULL),
  MEMBER ("subkind", "kind", NULL),
  FACT ("ends", NC_ ("column", "Ends (ID)"), ID, describe_end_ids),
  FACT ("end_codes", NC_ ("column", "Administrative codes of the ends"), TEXT, describe_end_codes),
  MEMBER ("place_ids", "places", NULL),
};

/* Columns of the tables for people that no member gives. */
static const AtlasFactColumn since_column =
  FACT ("since", NC_ ("column", "Since"), DATE, describe_since);
static const AtlasFactColumn doubt_column = FACT ("in_doubt",
                                                  NC_ ("column", "Perhaps outside the time shown"),
                                                  TEXT,
                                                  describe_doubt_in_words);
static const AtlasFactColumn end_columns[] = {
  FACT ("ends", NC_ ("column", "Ends (ID)"), ID, describe_end_ids),
  FACT ("end_codes", NC_ ("column", "Administrative codes of the ends"), TEXT, describe_end_codes),
};

#undef MEMBER
#undef FACT

/* The title of the column of a member that has no label. */
static const char *
get_title (const AtlasMember *member)
{
  switch (member->form)
    {
    case ATLAS_MEMBER_FORM_ID:
      return NC_ ("column", "ID");
    case ATLAS_MEMBER_FORM_CITES:
      return NC_ ("column", "Citations");
    case ATLAS_MEMBER_FORM_INFERRED:
      return NC_ ("column", "Inferred");
    case ATLAS_MEMBER_FORM_SECTIONS:
      return NC_ ("column", "Sections");
    case ATLAS_MEMBER_FORM_PROPERTY:
    case ATLAS_MEMBER_FORM_REFERENCE:
    case ATLAS_MEMBER_FORM_REFERENCES:
    case ATLAS_MEMBER_FORM_PROGRESS:
    case ATLAS_MEMBER_FORM_FOLLOW_UPS:
    default:
      return NULL;
    }
}

/* For atlas_fact_table_dup_title(): the label of the member of a column. If the member is one of
 * several kinds, they have the same label, or the first one is used. */
char *
_atlas_fact_column_name_member (const AtlasFactColumn *self, AtlasLanguage language)
{
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      const AtlasMember *member =
        atlas_schema_lookup (atlas_schema_get ((AtlasRecordKind) kind), self->member);
      const char *label;

      if (member == NULL || (self->kinds != 0 && (self->kinds & (1u << kind)) == 0))
        continue;
      label = atlas_label_for_member ((AtlasRecordKind) kind, self->member, language);
      if (!atlas_member_is_reference (member) || self->in_words)
        return g_strdup (label);
      /* Translators: the title of a column with the ids of records. */
      return g_strdup_printf (atlas_translate_context (language, "column", "%s (ID)"), label);
    }
  return g_strdup (self->key);
}

static AtlasFactType
get_type (const AtlasMember *member)
{
  const GType type = member->pspec != NULL ? G_PARAM_SPEC_VALUE_TYPE (member->pspec) : G_TYPE_NONE;

  if (atlas_member_is_reference (member) || member->form == ATLAS_MEMBER_FORM_ID)
    return ATLAS_FACT_TYPE_ID;
  if (type == G_TYPE_UINT || type == G_TYPE_DOUBLE || type == ATLAS_TYPE_DECIMAL)
    return ATLAS_FACT_TYPE_NUMBER;
  if (type == ATLAS_TYPE_DATE)
    return ATLAS_FACT_TYPE_DATE;
  if (G_TYPE_IS_ENUM (type) || type == G_TYPE_BOOLEAN || type == ATLAS_TYPE_PERIOD)
    return ATLAS_FACT_TYPE_CODE;
  return ATLAS_FACT_TYPE_TEXT;
}

static AtlasFactType
get_type_in_words (const AtlasMember *member)
{
  const AtlasFactType type = get_type (member);

  if (atlas_member_is_reference (member))
    return ATLAS_FACT_TYPE_RECORDS;
  return type == ATLAS_FACT_TYPE_CODE ? ATLAS_FACT_TYPE_TEXT : type;
}

static char *
describe_code_in_words (const AtlasMember *member, AtlasRecord *record, AtlasLanguage language)
{
  const GType type = G_PARAM_SPEC_VALUE_TYPE (member->pspec);
  g_autofree char *code = atlas_member_dup_code (member, record);

  if (code == NULL)
    return g_strdup ("");
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (atlas_translate_context (language, "truth", "yes"));
  return type == ATLAS_TYPE_PERIOD
           ? atlas_describe_period (record, language)
           : g_strdup (atlas_describe_word (record, member->pspec->name, language));
}

/* The citations with the number of each document, since the title would be in every row. */
static char *
describe_citations (AtlasRecord *record, AtlasDataset *dataset, AtlasLanguage language)
{
  GString *words = g_string_new (NULL);

  if (atlas_record_lacks_source (record))
    g_string_append (words, atlas_describe_no_source (language));
  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (record, i);
      AtlasSource *source = ATLAS_SOURCE (atlas_dataset_get_source (dataset, citation));
      const char *number = atlas_source_get_number (source);
      g_autofree char *section =
        g_strdup_printf (atlas_translate (language, "section %s"), citation->section);

      if (i > 0)
        g_string_append (words, "; ");
      g_string_append_printf (words, atlas_translate (language, "%s, %s, paragraph %u"),
                              number != NULL ? number : atlas_source_get_title (source, language),
                              section, citation->paragraph);
    }
  return g_string_free (words, FALSE);
}

static char *
describe_entry (const AtlasLogEntry *entry, const AtlasFacts *facts)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  AtlasRecord *figure =
    entry->figure != NULL ? atlas_dataset_lookup (dataset, entry->figure) : NULL;
  g_autofree char *date = atlas_format_date_short (&entry->date, facts->language);
  g_autofree char *amount =
    figure != NULL ? atlas_describe_amount (ATLAS_FIGURE (figure), facts->language) : g_strdup ("");
  g_autoptr (GString) citations = g_string_new (NULL);

  if (entry->citations->len == 0)
    g_string_append (citations, atlas_describe_no_source (facts->language));
  for (guint i = 0; i < entry->citations->len; i++)
    {
      g_autofree char *place = atlas_citation_to_string (entry->citations->pdata[i]);

      g_string_append_printf (citations, "%s%s", i > 0 ? ", " : "", place);
    }
  return atlas_join_facts (
    date,
    entry->stage != ATLAS_PROJECT_STAGE_UNKNOWN
      ? atlas_label_for (ATLAS_TYPE_PROJECT_STAGE, (int) entry->stage, facts->language)
      : "",
    amount, entry->note != NULL ? atlas_text_get (entry->note, facts->language) : "",
    citations->str, NULL);
}

static char *
describe_log (const AtlasLog *log, const AtlasFacts *facts)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; log != NULL && i < log->len; i++)
    {
      g_autofree char *entry = describe_entry (log->pdata[i], facts);

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", entry);
    }
  return g_string_free (words, FALSE);
}

/* Returns a member for people: names instead of ids, labels instead of codes. */
static char *
describe_in_words (const AtlasMember *member, const AtlasFacts *facts, AtlasRecord *record)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  char *text;

  if (atlas_member_is_reference (member))
    return atlas_describe_references (record, dataset, member->role, 0, facts->language);
  if (member->form == ATLAS_MEMBER_FORM_CITES)
    return describe_citations (record, dataset, facts->language);
  if (member->form == ATLAS_MEMBER_FORM_INFERRED)
    return atlas_describe_inferred (record, facts->language);
  if (member->form == ATLAS_MEMBER_FORM_PROGRESS || member->form == ATLAS_MEMBER_FORM_FOLLOW_UPS)
    return describe_log (atlas_record_get_log (record), facts);
  if (get_type (member) == ATLAS_FACT_TYPE_CODE)
    return describe_code_in_words (member, record, facts->language);
  text = atlas_member_describe (member, record, facts->language);
  return text != NULL ? text : g_strdup ("");
}

/* For atlas_fact_table_dup_cell(): the cell of a column of members. */
AtlasFactCell
_atlas_fact_column_describe_member (const AtlasFactColumn *self,
                                    const AtlasFacts *facts,
                                    AtlasRecord *record)
{
  const AtlasMember *member =
    atlas_schema_lookup (atlas_schema_get (atlas_record_get_kind (record)), self->member);
  char *text;

  if (member == NULL)
    return (AtlasFactCell) { self->type, g_strdup (""), NULL };
  if (self->in_words)
    return (AtlasFactCell) { get_type_in_words (member), describe_in_words (member, facts, record),
                             NULL };
  text = atlas_member_describe (member, record, facts->language);
  return (AtlasFactCell) { get_type (member), text != NULL ? text : g_strdup (""), NULL };
}

static AtlasFactColumn *
find_column (AtlasFactTable *self, const char *member)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      AtlasFactColumn *column = &g_array_index (self->columns, AtlasFactColumn, i);

      if (g_str_equal (column->key, member) || g_strcmp0 (column->member, member) == 0)
        return column;
    }
  return NULL;
}

/* Adds the members of @kind that no column shows so far, and @kind to the columns of the others.
 * The first columns have cells for all kinds. */
static void
add_columns (AtlasFactTable *self, AtlasRecordKind kind)
{
  const AtlasSchema *schema = atlas_schema_get (kind);

  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = schema->members->pdata[i];
      const AtlasFactColumn column = { .key = member->name,
                                       .title = get_title (member),
                                       .type = get_type (member),
                                       .member = member->name,
                                       .kinds = 1u << kind };
      AtlasFactColumn *found = find_column (self, member->name);

      if (found == NULL)
        g_array_append_val (self->columns, column);
      else if (found->kinds != 0)
        found->kinds |= column.kinds;
    }
}

/**
 * atlas_fact_table_new_members:
 * @facts: the facts; must outlive the table
 *
 * Returns: (transfer full): a table with a row for each record in the scope and the filter, and a
 *   column for each member, for other programs
 */
AtlasFactTable *
atlas_fact_table_new_members (const AtlasFacts *facts)
{
  AtlasFactTable *self =
    atlas_fact_table_new_empty (facts, first_columns, G_N_ELEMENTS (first_columns));

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = atlas_facts_list (facts, (AtlasRecordKind) kind);

      add_columns (self, (AtlasRecordKind) kind);
      for (guint i = 0; i < records->len; i++)
        g_array_append_val (self->rows, ((AtlasFactRow) { .record = records->pdata[i] }));
    }
  return self;
}

/* Tables for people --------------------------------------------------------------------------- */

static void
add_column_in_words (AtlasFactTable *self, AtlasRecordKind kind, const AtlasMember *member)
{
  const AtlasFactColumn column = { .key = member->name,
                                   .title = get_title (member),
                                   .type = get_type_in_words (member),
                                   .member = member->name,
                                   .kinds = 1u << kind,
                                   .in_words = TRUE };

  g_array_append_val (self->columns, column);
}

/* Names are searched by pinyin and aliases, but these are not shown. The id comes last. */
static gboolean
is_shown (const AtlasMember *member)
{
  return member->form != ATLAS_MEMBER_FORM_ID && !g_str_equal (member->name, "pinyin") &&
         !g_str_equal (member->name, "aliases");
}

/**
 * atlas_fact_table_new_of_kind:
 * @facts: the facts; must outlive the table
 * @kind: a kind of record
 *
 * Returns: (transfer full): a table with a row for each record of @kind in the scope and the
 * filter, and a column for each member, in words for people; the last columns have the ids of the
 * ends of a link and of the record, for other programs
 */
AtlasFactTable *
atlas_fact_table_new_of_kind (const AtlasFacts *facts, AtlasRecordKind kind)
{
  const gboolean has_time = facts->filter != NULL && atlas_filter_has_time (facts->filter);
  const gboolean is_link = kind == ATLAS_RECORD_KIND_PARTNERSHIP || kind == ATLAS_RECORD_KIND_ROUTE;
  const AtlasSchema *schema = atlas_schema_get (kind);
  AtlasFactTable *self = atlas_fact_table_new_empty (facts, NULL, 0);
  g_autoptr (GPtrArray) records = atlas_facts_list (facts, kind);

  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = schema->members->pdata[i];

      if (is_shown (member))
        add_column_in_words (self, kind, member);
      /* The date of a link that has none of its own is that of an event or a plan about it. */
      if (g_str_equal (member->name, "date") && is_link)
        g_array_append_val (self->columns, since_column);
      if (g_str_equal (member->name, "date") && has_time)
        g_array_append_val (self->columns, doubt_column);
    }
  if (is_link)
    g_array_append_vals (self->columns, end_columns, G_N_ELEMENTS (end_columns));
  add_column_in_words (self, kind, atlas_schema_lookup (schema, "id"));
  for (guint i = 0; i < records->len; i++)
    g_array_append_val (self->rows, ((AtlasFactRow) { .record = records->pdata[i] }));
  return self;
}
