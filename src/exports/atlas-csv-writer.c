/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-csv-writer.h"

#include <string.h>

#include "atlas-beginning.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-table-text.h"

/*
 * Writes the records of a scope as a table for spreadsheets: CSV according to RFC 4180, in UTF-8
 * with a byte order mark, without which spreadsheets assume another encoding. Each record is one
 * line. Kind, date and numbers are written as in a dataset, so that programs can read them.
 *
 * "since" is the date from which the record exists, according to atlas_beginning_of(). "in_doubt"
 * is true if time is filtered and the record is undated, so that it is not known whether it lies in
 * that time; panels and pages show these records in separate sections.
 *
 * When the dataset is partial, the first line has the kind "left-out", no id, and a note that says
 * how many records are left out.
 */

#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define LEFT_OUT_KIND "left-out"

typedef enum
{
  COLUMN_KIND,
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_SUMMARY,
  COLUMN_DATE,
  COLUMN_SINCE,
  COLUMN_IN_DOUBT,
  COLUMN_PLACES,
  COLUMN_LATITUDE,
  COLUMN_LONGITUDE,
  COLUMN_VALUE,
  COLUMN_UNIT,
  COLUMN_STATUS,
  COLUMN_SOURCE,
  COLUMN_CITATIONS,
  COLUMN_INFERRED,
  COLUMN_NOTE,
  N_COLUMNS
} Column;

typedef void (*AddFunc) (AtlasTableText *table, const char *text);

/* Ids are written unchanged, whatever their first character, so that programs can look them up. */
static const struct
{
  const char *title;
  AddFunc add;
} columns[N_COLUMNS] = {
  [COLUMN_KIND] = { "kind", atlas_table_text_add_plain },
  [COLUMN_ID] = { "id", atlas_table_text_add_words },
  [COLUMN_NAME] = { "name", atlas_table_text_add_data },
  [COLUMN_SUMMARY] = { "summary", atlas_table_text_add_data },
  [COLUMN_DATE] = { "date", atlas_table_text_add_plain },
  [COLUMN_SINCE] = { "since", atlas_table_text_add_plain },
  [COLUMN_IN_DOUBT] = { "in_doubt", atlas_table_text_add_plain },
  [COLUMN_PLACES] = { "places", atlas_table_text_add_data },
  [COLUMN_LATITUDE] = { "latitude", atlas_table_text_add_plain },
  [COLUMN_LONGITUDE] = { "longitude", atlas_table_text_add_plain },
  [COLUMN_VALUE] = { "value", atlas_table_text_add_plain },
  [COLUMN_UNIT] = { "unit", atlas_table_text_add_plain },
  [COLUMN_STATUS] = { "status", atlas_table_text_add_plain },
  [COLUMN_SOURCE] = { "source", atlas_table_text_add_data },
  [COLUMN_CITATIONS] = { "citations", atlas_table_text_add_data },
  [COLUMN_INFERRED] = { "inferred", atlas_table_text_add_data },
  [COLUMN_NOTE] = { "note", atlas_table_text_add_data },
};

static char *
format_date (const AtlasDate *date)
{
  return date != NULL ? atlas_date_to_iso (date) : g_strdup ("");
}

static char *
format_degrees (double degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (digits, sizeof digits, "%.6f", degrees));
}

/* Returns the number of @record, or its unit. */
static char *
describe_measure (AtlasRecord *record, gboolean is_unit)
{
  AtlasDecimal value;
  AtlasUnit unit;

  if (!atlas_describe_measure (record, &value, &unit))
    return g_strdup ("");
  return is_unit ? g_strdup (atlas_code_for (ATLAS_TYPE_UNIT, (int) unit))
                 : atlas_decimal_to_string (value);
}

static char *
describe_places (const AtlasFacts *facts, AtlasRecord *record)
{
  g_autoptr (GPtrArray) places =
    atlas_describe_list_places (record, atlas_scope_get_dataset (facts->scope));

  return atlas_join_names (places, 0, facts->language);
}

/* Returns the names of the cited documents, without repeating the previous one. */
static char *
describe_sources (const AtlasFacts *facts, AtlasRecord *record)
{
  GString *sources = g_string_new (NULL);
  const char *former = NULL;

  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (record, i);
      AtlasRecord *source =
        atlas_dataset_get_source (atlas_scope_get_dataset (facts->scope), citation);

      if (g_strcmp0 (citation->source, former) != 0)
        g_string_append_printf (sources, "%s%s", sources->len > 0 ? "; " : "",
                                atlas_record_get_name (source, facts->language));
      former = citation->source;
    }
  return g_string_free (sources, FALSE);
}

static char *
describe_citations (AtlasRecord *record)
{
  GString *citations = g_string_new (NULL);

  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      g_autofree char *place = atlas_citation_to_string (atlas_record_get_citation (record, i));

      g_string_append_printf (citations, "%s%s", i > 0 ? "; " : "", place);
    }
  return g_string_free (citations, FALSE);
}

static char *
describe (const AtlasFacts *facts, AtlasRecord *record, Column column)
{
  AtlasPlace *place = ATLAS_IS_PLACE (record) ? ATLAS_PLACE (record) : NULL;

  switch (column)
    {
    case COLUMN_KIND:
      return g_strdup (atlas_code_for (ATLAS_TYPE_RECORD_KIND,
                                       (int) atlas_record_get_kind (record)));
    case COLUMN_ID:
      return g_strdup (atlas_record_get_id (record));
    case COLUMN_NAME:
      return g_strdup (atlas_record_get_name (record, facts->language));
    case COLUMN_SUMMARY:
      return g_strdup (atlas_record_get_summary (record, facts->language));
    case COLUMN_DATE:
      return format_date (atlas_record_get_date (record));
    case COLUMN_SINCE:
      return format_date (atlas_beginning_of (record, atlas_scope_get_dataset (facts->scope)));
    case COLUMN_IN_DOUBT:
      return g_strdup (atlas_facts_is_in_doubt (facts, record) ? "true" : "false");
    case COLUMN_PLACES:
      return describe_places (facts, record);
    case COLUMN_LATITUDE:
      return place != NULL ? format_degrees (atlas_place_get_latitude (place)) : g_strdup ("");
    case COLUMN_LONGITUDE:
      return place != NULL ? format_degrees (atlas_place_get_longitude (place)) : g_strdup ("");
    case COLUMN_VALUE:
      return describe_measure (record, FALSE);
    case COLUMN_UNIT:
      return describe_measure (record, TRUE);
    case COLUMN_STATUS:
      return g_strdup (atlas_describe_status_code (record));
    case COLUMN_SOURCE:
      return describe_sources (facts, record);
    case COLUMN_CITATIONS:
      return describe_citations (record);
    case COLUMN_INFERRED:
      return g_strjoinv (" ", (char **) (gpointer) atlas_record_get_inferred (record));
    case COLUMN_NOTE:
      return g_strdup (atlas_record_get_note (record, facts->language));
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_record (AtlasTableText *table, const AtlasFacts *facts, AtlasRecord *record)
{
  for (int i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *text = describe (facts, record, (Column) i);

      columns[i].add (table, text);
    }
  atlas_table_text_end_line (table);
}

static void
add_left_out (AtlasTableText *table, const AtlasFacts *facts)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  g_autofree char *words = atlas_facts_describe_left_out (facts);
  g_autofree char *number = g_strdup_printf ("%u", atlas_dataset_get_n_at_fault (dataset) +
                                                     atlas_dataset_get_n_dependent (dataset));

  if (*words == '\0')
    return;
  for (int i = 0; i < N_COLUMNS; i++)
    columns[i].add (table, i == COLUMN_KIND    ? LEFT_OUT_KIND
                           : i == COLUMN_NAME  ? words
                           : i == COLUMN_VALUE ? number
                                               : "");
  atlas_table_text_end_line (table);
}

/**
 * atlas_csv_writer_write:
 * @facts: the facts to write; names are in its language
 *
 * Returns: (transfer full): a CSV file with the records in the scope and the filter, and a line
 *   about the records left out if the dataset is partial
 */
GBytes *
atlas_csv_writer_write (const AtlasFacts *facts)
{
  AtlasTableText *table = atlas_table_text_new (ATLAS_TABLE_FORMAT_CSV, BYTE_ORDER_MARK);
  char *text;

  for (int i = 0; i < N_COLUMNS; i++)
    atlas_table_text_add_plain (table, columns[i].title);
  atlas_table_text_end_line (table);
  add_left_out (table, facts);
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = atlas_facts_list (facts, (AtlasRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        add_record (table, facts, records->pdata[i]);
    }
  text = atlas_table_text_free_to_string (table);
  return g_bytes_new_take (text, strlen (text));
}
