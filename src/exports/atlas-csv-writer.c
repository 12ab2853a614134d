/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-csv-writer.h"

#include <string.h>

#include "atlas-beginning.h"
#include "atlas-enum-types.h"
#include "atlas-figure.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-partnership.h"
#include "atlas-plan.h"
#include "atlas-project.h"
#include "atlas-route.h"
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

static const char * const columns[] = {
  "kind",     "id",        "name",  "summary", "date",   "since",  "in_doubt",  "places",
  "latitude", "longitude", "value", "unit",    "status", "source", "citations", "inferred",
  "note",
};

typedef struct
{
  const AtlasFacts *facts;
  AtlasTableText   *table;
} Writer;

static const char *
get_nick (GType type,
          int   value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);

  return g_enum_get_value (klass, value)->value_nick;
}

static void
add_date (Writer      *self,
          AtlasRecord *record)
{
  const AtlasDate *date = atlas_record_get_date (record);
  g_autofree char *iso = date != NULL ? atlas_date_to_iso (date) : g_strdup ("");

  atlas_table_text_add_plain (self->table, iso);
}

/* Adds the columns "since" and "in_doubt". */
static void
add_beginning (Writer      *self,
               AtlasRecord *record)
{
  const AtlasDate *date =
    atlas_beginning_of (record, atlas_scope_get_dataset (self->facts->scope));
  g_autofree char *iso = date != NULL ? atlas_date_to_iso (date) : g_strdup ("");

  atlas_table_text_add_plain (self->table, iso);
  atlas_table_text_add_plain (self->table,
                              atlas_facts_is_in_doubt (self->facts, record) ? "true" : "false");
}

static void
add_places (Writer      *self,
            AtlasRecord *record)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts->scope);
  g_autoptr (GPtrArray) ends =
    ATLAS_IS_LINK (record) ? atlas_link_dup_ends (ATLAS_LINK (record), dataset) : NULL;
  g_autofree char *places = NULL;

  if (ends != NULL)
    places = atlas_facts_join (self->facts, ends);
  else
    places = atlas_facts_join_references (
      self->facts, record, ATLAS_IS_PLACE (record) ? ATLAS_ROLE_PARENT : ATLAS_ROLE_PLACES);
  atlas_table_text_add_data (self->table, places);
}

static void
add_degrees (Writer  *self,
             gboolean known,
             double   degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  atlas_table_text_add_plain (
    self->table, known ? g_ascii_formatd (digits, sizeof digits, "%.6f", degrees) : "");
}

static void
add_position (Writer      *self,
              AtlasRecord *record)
{
  const gboolean known = ATLAS_IS_PLACE (record);

  add_degrees (self, known, known ? atlas_place_get_latitude (ATLAS_PLACE (record)) : 0);
  add_degrees (self, known, known ? atlas_place_get_longitude (ATLAS_PLACE (record)) : 0);
}

static void
add_value (Writer      *self,
           AtlasRecord *record)
{
  g_autofree char *value = g_strdup ("");
  const char *unit = "";

  if (ATLAS_IS_FIGURE (record) && atlas_figure_get_value (ATLAS_FIGURE (record)) != NULL)
    {
      g_free (value);
      value = atlas_decimal_to_string (*atlas_figure_get_value (ATLAS_FIGURE (record)));
      unit = get_nick (ATLAS_TYPE_UNIT, (int) atlas_figure_get_unit (ATLAS_FIGURE (record)));
    }
  else if (ATLAS_IS_ROUTE (record) && atlas_route_get_trips_per_day (ATLAS_ROUTE (record)) > 0)
    {
      g_free (value);
      value = g_strdup_printf ("%u", atlas_route_get_trips_per_day (ATLAS_ROUTE (record)));
      unit = get_nick (ATLAS_TYPE_UNIT, ATLAS_UNIT_TRIP_PER_DAY);
    }
  else if (ATLAS_IS_PROJECT (record) && atlas_project_get_length_km (ATLAS_PROJECT (record)) != NULL)
    {
      g_free (value);
      value = atlas_decimal_to_string (*atlas_project_get_length_km (ATLAS_PROJECT (record)));
      unit = get_nick (ATLAS_TYPE_UNIT, ATLAS_UNIT_KM);
    }
  atlas_table_text_add_plain (self->table, value);
  atlas_table_text_add_plain (self->table, unit);
}

static void
add_status (Writer      *self,
            AtlasRecord *record)
{
  const char *status = "";

  if (ATLAS_IS_FIGURE (record))
    status = get_nick (ATLAS_TYPE_FIGURE_STATUS,
                       (int) atlas_figure_get_status (ATLAS_FIGURE (record)));
  else if (ATLAS_IS_PROJECT (record))
    status = get_nick (ATLAS_TYPE_PROJECT_STAGE,
                       (int) atlas_project_get_stage (ATLAS_PROJECT (record)));
  else if (ATLAS_IS_PARTNERSHIP (record))
    status = get_nick (ATLAS_TYPE_PARTNERSHIP_STAGE,
                       (int) atlas_partnership_get_stage (ATLAS_PARTNERSHIP (record)));
  else if (ATLAS_IS_PLAN (record))
    status = get_nick (ATLAS_TYPE_PLAN_STATUS, (int) atlas_plan_get_status (ATLAS_PLAN (record)));
  else if (ATLAS_IS_ROUTE (record))
    status = get_nick (ATLAS_TYPE_URBAN_STYLE,
                       (int) atlas_route_get_urban_style (ATLAS_ROUTE (record)));
  atlas_table_text_add_plain (self->table, status);
}

static void
add_origin (Writer      *self,
            AtlasRecord *record)
{
  g_autoptr (GString) sources = g_string_new (NULL);
  g_autoptr (GString) citations = g_string_new (NULL);
  g_autofree char *inferred =
    g_strjoinv (" ", (char **) (gpointer) atlas_record_get_inferred (record));
  const char *former = NULL;

  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (record, i);
      AtlasRecord *source =
        atlas_dataset_get_source (atlas_scope_get_dataset (self->facts->scope), citation);
      g_autofree char *place = atlas_citation_to_string (citation);

      if (g_strcmp0 (citation->source, former) != 0)
        g_string_append_printf (sources, "%s%s", sources->len > 0 ? "; " : "",
                                atlas_record_get_name (source, self->facts->language));
      g_string_append_printf (citations, "%s%s", i > 0 ? "; " : "", place);
      former = citation->source;
    }
  atlas_table_text_add_data (self->table, sources->str);
  atlas_table_text_add_data (self->table, citations->str);
  atlas_table_text_add_data (self->table, inferred);
}

static void
add_record (Writer      *self,
            AtlasRecord *record)
{
  const AtlasLanguage language = self->facts->language;

  atlas_table_text_add_plain (
    self->table, get_nick (ATLAS_TYPE_RECORD_KIND, (int) atlas_record_get_kind (record)));
  /* Do not escape the id, because other programs use it to find the record. */
  atlas_table_text_add_words (self->table, atlas_record_get_id (record));
  atlas_table_text_add_data (self->table, atlas_record_get_name (record, language));
  atlas_table_text_add_data (self->table, atlas_record_get_summary (record, language));
  add_date (self, record);
  add_beginning (self, record);
  add_places (self, record);
  add_position (self, record);
  add_value (self, record);
  add_status (self, record);
  add_origin (self, record);
  atlas_table_text_add_data (self->table, atlas_record_get_note (record, language));
  atlas_table_text_end_line (self->table);
}

static void
add_left_out (Writer *self)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (self->facts->scope);
  g_autofree char *words = atlas_facts_describe_left_out (self->facts);
  g_autofree char *number = g_strdup_printf ("%u", atlas_dataset_get_n_at_fault (dataset) +
                                                     atlas_dataset_get_n_dependent (dataset));

  if (*words == '\0')
    return;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    atlas_table_text_add_data (self->table, strcmp (columns[i], "kind") == 0    ? LEFT_OUT_KIND
                                            : strcmp (columns[i], "name") == 0  ? words
                                            : strcmp (columns[i], "value") == 0 ? number
                                                                                : "");
  atlas_table_text_end_line (self->table);
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
  Writer self = {
    facts, atlas_table_text_new (ATLAS_TABLE_FORMAT_CSV, BYTE_ORDER_MARK)
  };
  char *text;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    atlas_table_text_add_plain (self.table, columns[i]);
  atlas_table_text_end_line (self.table);
  add_left_out (&self);
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = atlas_facts_list (facts, (AtlasRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        add_record (&self, records->pdata[i]);
    }
  text = atlas_table_text_free_to_string (self.table);
  return g_bytes_new_take (text, strlen (text));
}
