/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-schema.h"

#include "atlas-commitment.h"
#include "atlas-event.h"
#include "atlas-figure.h"
#include "atlas-industry.h"
#include "atlas-organization.h"
#include "atlas-partnership.h"
#include "atlas-place.h"
#include "atlas-plan.h"
#include "atlas-project.h"
#include "atlas-route.h"
#include "atlas-source.h"

/*
 * AtlasSchema: the members of each kind of record, in the order in which they are written.
 *
 * The reader, the writer and the JSON schema for editors use these tables. Types, ranges and
 * vocabularies are those of the GObject properties, which have the names of the members. The tables
 * add which members are required, to which kinds a reference may point, and a description.
 */
#define KIND(name) (1u << ATLAS_RECORD_KIND_##name)
#define ANY_KIND   ((1u << ATLAS_N_RECORD_KINDS) - 1)
#define PARTY      (KIND (PLACE) | KIND (ORGANIZATION))

#define REQUIRED TRUE
#define OPTIONAL FALSE

/* Macros for: any member; a value, which is a GObject property; one reference; an array of
 * references with a smallest length. */
#define MEMBER(member_name, need, member_form, words) \
  { .name = member_name, .form = ATLAS_MEMBER_FORM_##member_form, .required = need, \
    .description = words }
#define VALUE(member_name, need, words) MEMBER (member_name, need, PROPERTY, words)
#define ONE(member_name, need, member_role, kinds, words) \
  { .name = member_name, .form = ATLAS_MEMBER_FORM_REFERENCE, .required = need, \
    .role = ATLAS_ROLE_##member_role, .targets = kinds, .description = words }
#define MANY(member_name, at_least, member_role, kinds, words) \
  { .name = member_name, .form = ATLAS_MEMBER_FORM_REFERENCES, .required = at_least > 0, \
    .least = at_least, .role = ATLAS_ROLE_##member_role, .targets = kinds, .description = words }

/* The members that all kinds have, before and after those of the kind. */
static const AtlasMember first_members[] = {
  MEMBER ("id", REQUIRED, ID,
          "Unique over the whole file; ASCII words joined by hyphens by custom."),
  VALUE ("name", REQUIRED, "A short label."),
  VALUE ("summary", OPTIONAL, "One or two short sentences in our own words."),
  VALUE ("pinyin", OPTIONAL,
         "The Chinese name read aloud: one ASCII syllable for each character, without tones, ü "
         "written v; letters and numbers of the name are words of their own; single spaces "
         "between."),
  VALUE ("aliases", OPTIONAL,
         "Other names by which people look for it, in any language: full and older names, other "
         "transcriptions. They are searched and not shown."),
  { .name = NULL },
};

static const AtlasMember last_members[] = {
  MANY ("places", 0, PLACES, KIND (PLACE),
        "Places where the record is at home or where it happens."),
  MANY ("about", 0, ABOUT, ANY_KIND,
        "Any records that this one concerns. An event names here what it founds, signs or issues, "
        "so that a link can appear with its event."),
  VALUE ("date", OPTIONAL,
         "When it happened, was issued or was founded; of a partnership, since when it is known."),
  MEMBER ("cites", OPTIONAL, CITES, "Where the sources say it."),
  MEMBER ("inferred", OPTIONAL, INFERRED,
          "Members of this record that the sources imply but do not state; a note must say why. "
          "“name” stands for the whole record or the wording of its name."),
  VALUE ("note", OPTIONAL,
         "What was inferred and why, what the sources contradict, leave open or misspell."),
  { .name = NULL },
};

static const AtlasMember source_members[] = {
  VALUE ("title", REQUIRED, "The full title."),
  VALUE ("number", OPTIONAL, "The reference number that the document bears."),
  VALUE ("issuer", OPTIONAL, "Who wrote it."),
  MEMBER ("sections", REQUIRED, SECTIONS, "Its sections, which citations name."),
  { .name = NULL },
};

static const AtlasMember place_members[] = {
  VALUE ("kind", REQUIRED, "What sort of place."),
  VALUE ("latitude", REQUIRED, "Degrees north, WGS 84."),
  VALUE ("longitude", REQUIRED, "Degrees east, WGS 84."),
  VALUE ("approximate", OPTIONAL,
         "Whether the point was set by hand, to a kilometre or, for areas, only roughly."),
  ONE ("parent", OPTIONAL, PARENT, KIND (PLACE),
       "The place in which this one lies. Parents may not form a circle."),
  VALUE ("code", OPTIONAL, "The GB/T 2260 code."),
  { .name = NULL },
};

static const AtlasMember industry_members[] = {
  VALUE ("group", REQUIRED, "The field to which it belongs."),
  { .name = NULL },
};

static const AtlasMember organization_members[] = {
  VALUE ("kind", REQUIRED, "What sort of body."),
  { .name = NULL },
};

static const AtlasMember plan_members[] = {
  MANY ("issuer", 0, ISSUER, PARTY,
        "Organizations or places that drew it up, issued or signed it, or are to write it."),
  VALUE ("status", OPTIONAL,
         "How far it has come as a document; absent when the sources do not let one say."),
  VALUE ("period", OPTIONAL, "The years for which it holds."),
  { .name = NULL },
};

static const AtlasMember partnership_members[] = {
  VALUE ("kind", REQUIRED, "What sort of link."),
  MANY ("members", 2, MEMBERS, PARTY, "Places or organizations."),
  MANY ("industries", 0, INDUSTRIES, KIND (INDUSTRY), "Industries that it carries."),
  MANY ("plans", 0, PLANS, KIND (PLAN), "Plans that it rests on or that rest on it."),
  VALUE ("stage", OPTIONAL, "How far it has come; absent when unknown."),
  { .name = NULL },
};

static const AtlasMember route_members[] = {
  ONE ("from", REQUIRED, FROM, KIND (PLACE), "A place."),
  ONE ("to", REQUIRED, TO, KIND (PLACE), "A place."),
  MANY ("stations", 0, STATIONS, KIND (PLACE),
        "Stations at which it begins and ends, where known."),
  VALUE ("trips_per_day", OPTIONAL,
         "Trips of a day, for both directions as the source counts them."),
  VALUE ("vehicles", OPTIONAL, "Number of vehicles."),
  VALUE ("vehicle_type", OPTIONAL, "What vehicles they are."),
  VALUE ("urban_style", OPTIONAL,
         "Whether the line runs in the way of a city bus; absent when unknown."),
  { .name = NULL },
};

static const AtlasMember event_members[] = {
  VALUE ("kind", REQUIRED, "What happened."),
  MANY ("actors", 0, ACTORS, PARTY, "Organizations or places that acted."),
  { .name = NULL },
};

static const AtlasMember figure_members[] = {
  VALUE ("value", REQUIRED, "In the unit below, with four decimals at most."),
  VALUE ("unit", REQUIRED, "What is counted."),
  VALUE ("status", OPTIONAL, "What the number says."),
  VALUE ("period", OPTIONAL, "The time over which it was or is to be reached."),
  VALUE ("as_of", OPTIONAL, "The moment for which a count or amount holds."),
  ONE ("part_of", OPTIONAL, PART_OF, KIND (FIGURE),
       "The figure of which this one is a part; its value lies within that one's and may not be "
       "added to it."),
  { .name = NULL },
};

static const AtlasMember project_members[] = {
  VALUE ("kind", REQUIRED, "What sort of project."),
  VALUE ("stage", OPTIONAL,
         "How far it has come, by the rule of FORMAT.md; absent when the sources do not let one "
         "say."),
  MANY ("partners", 0, PARTNERS, PARTY, "Organizations or places that carry it."),
  ONE ("investment", OPTIONAL, INVESTMENT, KIND (FIGURE),
       "The figure, in cny-100m, that states what was invested."),
  VALUE ("length_km", OPTIONAL, "Length in kilometres."),
  VALUE ("expected", OPTIONAL, "When it is to be finished."),
  { .name = NULL },
};

static const AtlasMember commitment_members[] = {
  MANY ("responsible", 1, RESPONSIBLE, PARTY,
        "Organizations or places that are to act, and who urges them."),
  { .name = NULL },
};

static const struct
{
  const char        *array;
  GType            (*get_type) (void);
  AtlasCiting        citing;
  const AtlasMember *members;
  const char        *description;
} kinds[ATLAS_N_RECORD_KINDS] = {
  [ATLAS_RECORD_KIND_SOURCE] =
    { "sources", atlas_source_get_type, ATLAS_CITING_FREE, source_members,
      "A document from which facts are cited." },
  [ATLAS_RECORD_KIND_PLACE] =
    { "places", atlas_place_get_type, ATLAS_CITING_FREE, place_members,
      "Something with a point on the map." },
  [ATLAS_RECORD_KIND_INDUSTRY] =
    { "industries", atlas_industry_get_type, ATLAS_CITING_FREE, industry_members,
      "An industry as a source words it; like ones share a group and are not merged." },
  [ATLAS_RECORD_KIND_ORGANIZATION] =
    { "organizations", atlas_organization_get_type, ATLAS_CITING_FREE, organization_members,
      "A body that acts." },
  [ATLAS_RECORD_KIND_PLAN] =
    { "plans", atlas_plan_get_type, ATLAS_CITING_WANTED, plan_members,
      "A named plan, policy, strategy, field of work or text of an agreement. `status` tells "
      "the documents from what is none. A proper title stands in the name without its brackets." },
  [ATLAS_RECORD_KIND_PARTNERSHIP] =
    { "partnerships", atlas_partnership_get_type, ATLAS_CITING_WANTED, partnership_members,
      "A link between places or organizations. Where a member is an organization, the link ends "
      "at that organization's places." },
  [ATLAS_RECORD_KIND_ROUTE] =
    { "routes", atlas_route_get_type, ATLAS_CITING_WANTED, route_members,
      "A bus line between two cities." },
  [ATLAS_RECORD_KIND_EVENT] =
    { "events", atlas_event_get_type, ATLAS_CITING_WANTED, event_members,
      "Something that happened. Without a date, the sources give none." },
  [ATLAS_RECORD_KIND_FIGURE] =
    { "figures", atlas_figure_get_type, ATLAS_CITING_NEEDED, figure_members,
      "A number that a source states." },
  [ATLAS_RECORD_KIND_PROJECT] =
    { "projects", atlas_project_get_type, ATLAS_CITING_WANTED, project_members,
      "Something that is built, developed or carried on." },
  [ATLAS_RECORD_KIND_COMMITMENT] =
    { "commitments", atlas_commitment_get_type, ATLAS_CITING_WANTED, commitment_members,
      "A promise or next step." },
};

static void
add_member (AtlasSchema       *self,
            GObjectClass      *object_class,
            const AtlasMember *row)
{
  AtlasMember *member = g_memdup2 (row, sizeof *row);
  g_autofree char *property = g_strdelimit (g_strdup (row->name), "_", '-');

  g_assert (self->members->len < ATLAS_SCHEMA_MOST_MEMBERS);
  member->flag = 1u << self->members->len;
  if (row->form == ATLAS_MEMBER_FORM_ID || row->form == ATLAS_MEMBER_FORM_PROPERTY ||
      row->form == ATLAS_MEMBER_FORM_INFERRED)
    {
      member->pspec = g_object_class_find_property (object_class, property);
      g_assert (member->pspec != NULL);
    }
  g_ptr_array_add (self->members, member);
  g_hash_table_insert (self->by_name, (gpointer) member->name, member);
}

static AtlasSchema *
make_schemas (void)
{
  AtlasSchema *schemas = g_new0 (AtlasSchema, ATLAS_N_RECORD_KINDS);

  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      const AtlasMember *parts[] = { first_members, kinds[kind].members, last_members };
      AtlasSchema *self = &schemas[kind];
      GObjectClass *object_class;

      self->kind = (AtlasRecordKind) kind;
      self->array = kinds[kind].array;
      self->description = kinds[kind].description;
      self->type = kinds[kind].get_type ();
      self->citing = kinds[kind].citing;
      self->members = g_ptr_array_new ();
      self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
      /* The class is never unreferenced, because the schemas live until the program ends. */
      object_class = g_type_class_ref (self->type);
      for (gsize part = 0; part < G_N_ELEMENTS (parts); part++)
        for (const AtlasMember *row = parts[part]; row->name != NULL; row++)
          add_member (self, object_class, row);
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
atlas_schema_lookup (const AtlasSchema *self,
                     const char        *name)
{
  return g_hash_table_lookup (self->by_name, name);
}

/**
 * atlas_member_allows_target:
 * @self: a member that holds references
 * @kind: a kind of record
 *
 * Returns: whether it may refer to records of that kind
 */
gboolean
atlas_member_allows_target (const AtlasMember *self,
                            AtlasRecordKind    kind)
{
  return (self->targets & (1u << kind)) != 0;
}
