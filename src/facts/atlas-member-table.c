/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fact-table-private.h"

#include "atlas-beginning.h"
#include "atlas-decimal.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-labels.h"

/*
 * A table of all kinds of record for other programs, with a column for each member of any kind, so
 * that a new member of a kind has a column too. Values are written as in a dataset, texts in one
 * language.
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

/* Returns the names of the cited documents, without repeating the previous one. */
static char *
describe_sources (const AtlasFacts *facts, const AtlasFactRow *row)
{
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);
  GString *sources = g_string_new (NULL);
  const char *former = NULL;

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

#define MEMBER(key, member) { key, NULL, 0, ATLAS_FACT_TYPE_TEXT, NULL, 0, member, 0 }
#define FACT(key, type, describe) { key, NULL, 0, ATLAS_FACT_TYPE_##type, describe, 0, NULL, 0 }

static const AtlasFactColumn first_columns[] = {
  FACT ("kind", CODE, describe_record_kind),
  MEMBER ("id", "id"),
  MEMBER ("name", "name"),
  MEMBER ("summary", "summary"),
  MEMBER ("date", "date"),
  FACT ("since", CODE, describe_since),
  FACT ("in_doubt", CODE, describe_doubt),
  FACT ("places", TEXT, describe_places),
  MEMBER ("latitude", "latitude"),
  MEMBER ("longitude", "longitude"),
  FACT ("value", NUMBER, describe_value),
  FACT ("unit", CODE, describe_unit),
  FACT ("status", CODE, describe_status),
  FACT ("source", TEXT, describe_sources),
  MEMBER ("citations", "cites"),
  MEMBER ("inferred", "inferred"),
  MEMBER ("note", "note"),
  MEMBER ("subkind", "kind"),
  FACT ("ends", ID, describe_end_ids),
  FACT ("end_codes", TEXT, describe_end_codes),
  MEMBER ("place_ids", "places"),
};

#undef MEMBER
#undef FACT

/* For atlas_fact_table_dup_cell(): the type of the value of @member. */
AtlasFactType
_atlas_fact_type_of_member (const AtlasMember *member)
{
  const GType type = member->pspec != NULL ? G_PARAM_SPEC_VALUE_TYPE (member->pspec) : G_TYPE_NONE;

  if (member->targets != 0 || member->form == ATLAS_MEMBER_FORM_ID)
    return ATLAS_FACT_TYPE_ID;
  if (type == G_TYPE_UINT || type == G_TYPE_DOUBLE || type == ATLAS_TYPE_DECIMAL)
    return ATLAS_FACT_TYPE_NUMBER;
  if (G_TYPE_IS_ENUM (type) || type == G_TYPE_BOOLEAN || type == ATLAS_TYPE_DATE ||
      type == ATLAS_TYPE_PERIOD)
    return ATLAS_FACT_TYPE_CODE;
  return ATLAS_FACT_TYPE_TEXT;
}

static gboolean
has_column (AtlasFactTable *self, const char *member)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const AtlasFactColumn *column = &g_array_index (self->columns, AtlasFactColumn, i);

      if (g_str_equal (column->key, member) || g_strcmp0 (column->member, member) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Adds the members of @kind that no column shows so far. */
static void
add_columns (AtlasFactTable *self, AtlasRecordKind kind)
{
  const AtlasSchema *schema = atlas_schema_get (kind);

  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = schema->members->pdata[i];
      const AtlasFactColumn column = { .key = member->name,
                                       .type = _atlas_fact_type_of_member (member),
                                       .member = member->name };

      if (!has_column (self, member->name))
        g_array_append_val (self->columns, column);
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
