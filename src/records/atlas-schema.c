/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-schema.h"

#include "atlas-commitment.h"
#include "atlas-decimal.h"
#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-figure.h"
#include "atlas-industry.h"
#include "atlas-log.h"
#include "atlas-organization.h"
#include "atlas-partnership.h"
#include "atlas-place.h"
#include "atlas-plan.h"
#include "atlas-project.h"
#include "atlas-route.h"
#include "atlas-source.h"

/*
 * AtlasSchema: the kinds of record, and the members of each kind in the order in which they are
 * written.
 *
 * The class of each kind defines the table of its own members; AtlasRecord defines the table of the
 * members that all kinds have. The reader, the writer, the CSV file, the labels and the JSON schema
 * for editors use the schemas made from these tables.
 */

/* The text between the elements of a list. */
#define SEPARATOR "; "

/* The largest number of decimal places that a double between -180 and 180 needs, except for numbers
 * very close to zero. */
#define MAX_PLACES 17

static const struct
{
  const char *array;
  GType (*get_type) (void);
  AtlasCiting citing;
  const char *description;
} kinds[ATLAS_N_RECORD_KINDS] = {
  [ATLAS_RECORD_KIND_SOURCE] = { "sources", atlas_source_get_type, ATLAS_CITING_FREE,
                                 "A document from which facts are cited." },
  [ATLAS_RECORD_KIND_PLACE] = { "places", atlas_place_get_type, ATLAS_CITING_FREE,
                                "Something with a point on the map." },
  [ATLAS_RECORD_KIND_INDUSTRY] = { "industries", atlas_industry_get_type, ATLAS_CITING_WANTED,
                                   "An industry as a source words it; like ones share a group and "
                                   "are not merged." },
  [ATLAS_RECORD_KIND_ORGANIZATION] = { "organizations", atlas_organization_get_type,
                                       ATLAS_CITING_WANTED, "A body that acts." },
  [ATLAS_RECORD_KIND_PLAN] = { "plans", atlas_plan_get_type, ATLAS_CITING_WANTED,
                               "A named plan, policy, strategy, field of work or text of an "
                               "agreement. `status` tells "
                               "the documents from what is none. A proper title stands in the name "
                               "without its brackets." },
  [ATLAS_RECORD_KIND_PARTNERSHIP] = { "partnerships", atlas_partnership_get_type,
                                      ATLAS_CITING_WANTED,
                                      "A link between places or organizations. Where a member is "
                                      "an organization, the link ends "
                                      "at that organization's places." },
  [ATLAS_RECORD_KIND_ROUTE] = { "routes", atlas_route_get_type, ATLAS_CITING_WANTED,
                                "A bus line between two cities." },
  [ATLAS_RECORD_KIND_EVENT] = { "events", atlas_event_get_type, ATLAS_CITING_WANTED,
                                "Something that happened. Without a date, the sources give none." },
  [ATLAS_RECORD_KIND_FIGURE] = { "figures", atlas_figure_get_type, ATLAS_CITING_WANTED,
                                 "A number that a source states." },
  [ATLAS_RECORD_KIND_PROJECT] = { "projects", atlas_project_get_type, ATLAS_CITING_WANTED,
                                  "Something that is built, developed or carried on." },
  [ATLAS_RECORD_KIND_COMMITMENT] = { "commitments", atlas_commitment_get_type, ATLAS_CITING_WANTED,
                                     "A promise or next step." },
};

static void
add_member (AtlasSchema *self, GObjectClass *object_class, const AtlasMember *row)
{
  AtlasMember *member = g_memdup2 (row, sizeof *row);
  g_autofree char *property = g_strdelimit (g_strdup (row->name), "_", '-');

  g_assert (self->members->len < ATLAS_SCHEMA_MAX_MEMBERS);
  member->flag = 1u << self->members->len;
  if (row->type != G_TYPE_INVALID)
    member->pspec = g_object_class_find_property (object_class, property);
  g_ptr_array_add (self->members, member);
  g_hash_table_insert (self->by_name, (gpointer) member->name, member);
}

/* Adds the members that all kinds have. The row without a name is replaced by those of @klass. */
static void
add_members (AtlasSchema *self, AtlasRecordClass *klass)
{
  const AtlasRecordClass *parent = g_type_class_peek_parent (klass);

  for (guint i = 0; i < parent->n_members; i++)
    if (parent->members[i].name != NULL)
      add_member (self, G_OBJECT_CLASS (klass), &parent->members[i]);
    else
      for (guint j = 0; j < klass->n_members; j++)
        add_member (self, G_OBJECT_CLASS (klass), &klass->members[j]);
}

static AtlasSchema *
make_schemas (void)
{
  AtlasSchema *schemas = g_new0 (AtlasSchema, ATLAS_N_RECORD_KINDS);

  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      AtlasSchema *self = &schemas[kind];

      self->kind = (AtlasRecordKind) kind;
      self->array = kinds[kind].array;
      self->description = kinds[kind].description;
      self->type = kinds[kind].get_type ();
      self->citing = kinds[kind].citing;
      self->members = g_ptr_array_new ();
      self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
      /* The class is never unreferenced, because the schemas live until the program ends. */
      add_members (self, g_type_class_ref (self->type));
    }
  return schemas;
}

/**
 * atlas_schema_get:
 * @kind: a kind of record
 *
 * Returns: (transfer none): its schema, which is never freed
 */
const AtlasSchema *
atlas_schema_get (AtlasRecordKind kind)
{
  static AtlasSchema *schemas;

  g_return_val_if_fail (kind < ATLAS_N_RECORD_KINDS, NULL);

  if (g_once_init_enter (&schemas))
    g_once_init_leave (&schemas, make_schemas ());
  return &schemas[kind];
}

/**
 * atlas_schema_lookup:
 * @self: a schema
 * @name: the name of a member in a file
 *
 * Returns: (transfer none) (nullable): the member, or %NULL when the format does not define it
 */
const AtlasMember *
atlas_schema_lookup (const AtlasSchema *self, const char *name)
{
  return g_hash_table_lookup (self->by_name, name);
}

/**
 * atlas_record_lacks_source:
 * @record: a record
 *
 * Returns: whether @record has no citation although its kind needs one; it is then marked wherever
 *   it is shown
 */
gboolean
atlas_record_lacks_source (AtlasRecord *record)
{
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  return atlas_record_get_n_citations (record) == 0 &&
         atlas_schema_get (atlas_record_get_kind (record))->citing == ATLAS_CITING_WANTED;
}

/**
 * atlas_member_can_be_inferred:
 * @self: a member
 *
 * Returns: whether a source can imply the member without stating it. Values and references can be
 *   inferred. The id, the citations, the sections, a log and the list of what is inferred cannot.
 */
gboolean
atlas_member_can_be_inferred (const AtlasMember *self)
{
  return self->form == ATLAS_MEMBER_FORM_PROPERTY || atlas_member_is_reference (self);
}

/**
 * atlas_member_is_reference:
 * @self: a member
 *
 * Returns: whether it holds one or more references and nothing else
 */
gboolean
atlas_member_is_reference (const AtlasMember *self)
{
  return self->form == ATLAS_MEMBER_FORM_REFERENCE || self->form == ATLAS_MEMBER_FORM_REFERENCES;
}

/**
 * atlas_member_allows_target:
 * @self: a member that holds references
 * @kind: a kind of record
 *
 * Returns: whether it may refer to records of that kind
 */
gboolean
atlas_member_allows_target (const AtlasMember *self, AtlasRecordKind kind)
{
  return (self->targets & (1u << kind)) != 0;
}

/* Returns the fewest digits that identify @number, with a decimal point. */
static char *
format_double (double number)
{
  char digits[MAX (G_ASCII_DTOSTR_BUF_SIZE, MAX_PLACES + 10)];

  for (int n_places = 1; n_places <= MAX_PLACES; n_places++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%df", n_places);
      g_ascii_formatd (digits, sizeof digits, format, number);
      if (g_ascii_strtod (digits, NULL) == number)
        return g_strdup (digits);
    }
  return g_strdup (g_ascii_dtostr (digits, sizeof digits, number));
}

static char *
format_boxed (const GValue *value)
{
  gconstpointer boxed = g_value_get_boxed (value);

  if (boxed == NULL)
    return NULL;
  if (G_VALUE_HOLDS (value, ATLAS_TYPE_DECIMAL))
    return atlas_decimal_to_string (*(const AtlasDecimal *) boxed);
  return G_VALUE_HOLDS (value, ATLAS_TYPE_DATE) ? atlas_date_to_iso (boxed)
                                                : atlas_period_to_iso (boxed);
}

static char *
format_word (const AtlasMember *self, const GValue *value)
{
  const char *nick =
    g_enum_get_value (G_PARAM_SPEC_ENUM (self->pspec)->enum_class, g_value_get_enum (value))
      ->value_nick;

  return g_str_equal (nick, ATLAS_UNKNOWN) ? NULL : g_strdup (nick);
}

static void
get_value (const AtlasMember *self, AtlasRecord *record, GValue *value)
{
  g_value_init (value, G_PARAM_SPEC_VALUE_TYPE (self->pspec));
  g_object_get_property (G_OBJECT (record), self->pspec->name, value);
}

/**
 * atlas_member_dup_code:
 * @self: a member with a property that is neither an #AtlasText nor an array
 * @record: a record with the member
 *
 * Returns: (transfer full) (nullable): its value as a dataset writes it, without quotation marks;
 *   %NULL if a dataset leaves it out
 */
char *
atlas_member_dup_code (const AtlasMember *self, AtlasRecord *record)
{
  g_auto (GValue) value = G_VALUE_INIT;

  get_value (self, record, &value);
  if (self->type == G_TYPE_STRING)
    return g_value_dup_string (&value);
  if (self->type == G_TYPE_BOXED)
    return format_boxed (&value);
  if (self->type == G_TYPE_ENUM)
    return format_word (self, &value);
  if (!self->required && g_param_value_defaults (self->pspec, &value))
    return NULL;
  if (self->type == G_TYPE_DOUBLE)
    return format_double (g_value_get_double (&value));
  return self->type == G_TYPE_UINT ? g_strdup_printf ("%u", g_value_get_uint (&value))
                                   : g_strdup (g_value_get_boolean (&value) ? "true" : "false");
}

static char *
join (const char *const *strings)
{
  return strings != NULL && strings[0] != NULL
           ? g_strjoinv (SEPARATOR, (char **) (gpointer) strings)
           : NULL;
}

static char *
join_citations (AtlasRecord *record)
{
  g_autoptr (GStrvBuilder) places = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      g_autofree char *place = atlas_citation_to_string (atlas_record_get_citation (record, i));

      g_strv_builder_add (places, place);
    }
  list = g_strv_builder_end (places);
  return join ((const char *const *) list);
}

static char *
join_sections (AtlasSource *source)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_null_terminated (0, NULL, TRUE);

  for (guint i = 0; i < atlas_source_get_n_sections (source); i++)
    g_ptr_array_add (ids, (gpointer) atlas_source_get_section_id (source, i));
  return join ((const char *const *) ids->pdata);
}

static char *
describe_entry (const AtlasLogEntry *entry, AtlasLanguage language)
{
  g_autoptr (GEnumClass) stages = g_type_class_ref (ATLAS_TYPE_PROJECT_STAGE);
  GString *words = g_string_new (NULL);
  g_autofree char *date = atlas_date_to_iso (&entry->date);

  g_string_append (words, date);
  if (entry->stage != ATLAS_PROJECT_STAGE_UNKNOWN)
    g_string_append_printf (words, " %s",
                            g_enum_get_value (stages, (int) entry->stage)->value_nick);
  if (entry->figure != NULL)
    g_string_append_printf (words, " %s", entry->figure);
  if (entry->note != NULL)
    g_string_append_printf (words, " %s", atlas_text_get (entry->note, language));
  for (guint i = 0; i < entry->citations->len; i++)
    {
      g_autofree char *place = atlas_citation_to_string (entry->citations->pdata[i]);

      g_string_append_printf (words, " [%s]", place);
    }
  if (entry->citations->len == 0)
    g_string_append (words, " [?]");
  return g_string_free (words, FALSE);
}

static char *
join_entries (const AtlasLog *log, AtlasLanguage language)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; log != NULL && i < log->len; i++)
    g_ptr_array_add (entries, describe_entry (log->pdata[i], language));
  g_ptr_array_add (entries, NULL);
  return join ((const char *const *) entries->pdata);
}

/**
 * atlas_member_describe:
 * @self: a member
 * @record: a record with the member
 * @language: the language of a text
 *
 * Returns: (transfer full) (nullable): its value on one line for other programs: a text in
 *   @language; the ids of referenced records and of sections; the places of citations; the entries
 *   of a log with all that they contain, and "[?]" if no source states them; any other value as
 *   atlas_member_dup_code(); %NULL if a dataset leaves it out
 */
char *
atlas_member_describe (const AtlasMember *self, AtlasRecord *record, AtlasLanguage language)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (atlas_member_is_reference (self))
    return join (atlas_record_get_reference_ids (record, self->role));
  if (self->form == ATLAS_MEMBER_FORM_CITES)
    return join_citations (record);
  if (self->form == ATLAS_MEMBER_FORM_SECTIONS)
    return join_sections (ATLAS_SOURCE (record));
  if (self->type != G_TYPE_BOXED)
    return atlas_member_dup_code (self, record);
  get_value (self, record, &value);
  if (G_VALUE_HOLDS (&value, G_TYPE_STRV))
    return join (g_value_get_boxed (&value));
  if (G_VALUE_HOLDS (&value, ATLAS_TYPE_LOG))
    return join_entries (g_value_get_boxed (&value), language);
  return G_VALUE_HOLDS (&value, ATLAS_TYPE_TEXT)
           ? g_strdup (atlas_text_get (g_value_get_boxed (&value), language))
           : format_boxed (&value);
}
