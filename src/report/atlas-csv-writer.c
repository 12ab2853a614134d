/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-csv-writer.h"

#include <string.h>

#include "atlas-enum-types.h"
#include "atlas-figure.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-partnership.h"
#include "atlas-project.h"
#include "atlas-route.h"

/*
 * The records of a scope as a table for a spreadsheet: RFC 4180, UTF-8 with a mark at its beginning,
 * without which spreadsheets take it for another encoding. One line a record, whatever its kind; its
 * kind, date and numbers are written as a dataset writes them, so that a program can read them.
 */

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static const char * const columns[] = {
  "kind",      "id",       "name",  "summary", "date",   "places",    "latitude",
  "longitude", "value",    "unit",  "status",  "source", "citations", "inferred",
  "note",
};

typedef struct
{
  const AtlasFacts *facts;
  GString          *lines;
  gboolean          in_line;
} Writer;

static void
begin_cell (Writer *self)
{
  if (self->in_line)
    g_string_append_c (self->lines, ',');
  self->in_line = TRUE;
}

/* What the program wrote itself, without anything that needs quoting. */
static void
add_plain (Writer     *self,
           const char *text)
{
  begin_cell (self);
  g_string_append (self->lines, text);
}

/* A spreadsheet takes text that begins so for a formula, and a dataset may come from anywhere. */
static gboolean
looks_like_formula (const char *text)
{
  return *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;
}

static void
add_text (Writer     *self,
          const char *text)
{
  begin_cell (self);
  g_string_append_c (self->lines, '"');
  if (looks_like_formula (text))
    g_string_append_c (self->lines, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (self->lines, '"');
      g_string_append_c (self->lines, *text);
    }
  g_string_append_c (self->lines, '"');
}

static void
end_line (Writer *self)
{
  g_string_append (self->lines, "\r\n");
  self->in_line = FALSE;
}

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

  add_plain (self, iso);
}

static void
add_places (Writer      *self,
            AtlasRecord *record)
{
  g_autoptr (GPtrArray) ends =
    ATLAS_IS_LINK (record) ? atlas_link_dup_ends (ATLAS_LINK (record)) : NULL;
  g_autofree char *places = NULL;

  if (ends != NULL)
    places = atlas_facts_join (self->facts, ends);
  else
    places = atlas_facts_join_references (
      self->facts, record, ATLAS_IS_PLACE (record) ? ATLAS_ROLE_PARENT : ATLAS_ROLE_PLACES);
  add_text (self, places);
}

static void
add_degrees (Writer  *self,
             gboolean known,
             double   degrees)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  add_plain (self, known ? g_ascii_formatd (digits, sizeof digits, "%.6f", degrees) : "");
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
  add_plain (self, value);
  add_plain (self, unit);
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
  else if (ATLAS_IS_ROUTE (record))
    status = get_nick (ATLAS_TYPE_URBAN_STYLE,
                       (int) atlas_route_get_urban_style (ATLAS_ROUTE (record)));
  add_plain (self, status);
}

static void
add_origin (Writer      *self,
            AtlasRecord *record)
{
  g_autoptr (GString) sources = g_string_new (NULL);
  g_autoptr (GString) citations = g_string_new (NULL);
  g_autofree char *inferred =
    g_strjoinv (" ", (char **) (gpointer) atlas_record_get_inferred (record));
  AtlasRecord *former = NULL;

  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (record, i);
      g_autofree char *place = atlas_citation_to_string (citation);

      if (citation->source != former)
        g_string_append_printf (sources, "%s%s", sources->len > 0 ? "; " : "",
                                atlas_record_get_name (citation->source, self->facts->language));
      g_string_append_printf (citations, "%s%s", i > 0 ? "; " : "", place);
      former = citation->source;
    }
  add_text (self, sources->str);
  add_text (self, citations->str);
  add_text (self, inferred);
}

static void
add_record (Writer      *self,
            AtlasRecord *record)
{
  const AtlasLanguage language = self->facts->language;

  add_plain (self, get_nick (ATLAS_TYPE_RECORD_KIND, (int) atlas_record_get_kind (record)));
  add_text (self, atlas_record_get_id (record));
  add_text (self, atlas_record_get_name (record, language));
  add_text (self, atlas_record_get_summary (record, language));
  add_date (self, record);
  add_places (self, record);
  add_position (self, record);
  add_value (self, record);
  add_status (self, record);
  add_origin (self, record);
  add_text (self, atlas_record_get_note (record, language));
  end_line (self);
}

/**
 * atlas_csv_writer_write:
 * @facts: what to write; names are in its language
 *
 * Returns: (transfer full): a CSV file with the records that are in scope and shown
 */
GBytes *
atlas_csv_writer_write (const AtlasFacts *facts)
{
  Writer self = { facts, g_string_new (BYTE_ORDER_MARK), FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_plain (&self, columns[i]);
  end_line (&self);
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = atlas_facts_list (facts, (AtlasRecordKind) kind);

      for (guint i = 0; i < records->len; i++)
        add_record (&self, records->pdata[i]);
    }
  return g_string_free_to_bytes (self.lines);
}
