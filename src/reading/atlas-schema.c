/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-schema.h"

#include "atlas-commitment.h"
#include "atlas-enum-types.h"
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
 * AtlasSchema: which members the records of a kind may have.
 *
 * Types, ranges and vocabularies are those of the properties of the model's classes. What these
 * cannot say stands in the two tables below: names of arrays, members that must be there, and who
 * may refer to whom.
 */
static const struct
{
  const char *array;
  GType     (*get_type) (void);
  AtlasCiting citing;
  const char *required[4]; /* beside "id" and "name" */
} kinds[ATLAS_N_RECORD_KINDS] = {
  [ATLAS_RECORD_KIND_SOURCE] =
    { "sources", atlas_source_get_type, ATLAS_CITING_FREE, { "title", "sections" } },
  [ATLAS_RECORD_KIND_PLACE] =
    { "places", atlas_place_get_type, ATLAS_CITING_FREE, { "kind", "latitude", "longitude" } },
  [ATLAS_RECORD_KIND_INDUSTRY] =
    { "industries", atlas_industry_get_type, ATLAS_CITING_FREE, { "group" } },
  [ATLAS_RECORD_KIND_ORGANIZATION] =
    { "organizations", atlas_organization_get_type, ATLAS_CITING_FREE, { "kind" } },
  [ATLAS_RECORD_KIND_PLAN] = { "plans", atlas_plan_get_type, ATLAS_CITING_WANTED, { NULL } },
  [ATLAS_RECORD_KIND_PARTNERSHIP] =
    { "partnerships", atlas_partnership_get_type, ATLAS_CITING_WANTED, { "kind", "members" } },
  [ATLAS_RECORD_KIND_ROUTE] =
    { "routes", atlas_route_get_type, ATLAS_CITING_WANTED, { "from", "to" } },
  [ATLAS_RECORD_KIND_EVENT] = { "events", atlas_event_get_type, ATLAS_CITING_WANTED, { "kind" } },
  [ATLAS_RECORD_KIND_FIGURE] =
    { "figures", atlas_figure_get_type, ATLAS_CITING_NEEDED, { "value", "unit" } },
  [ATLAS_RECORD_KIND_PROJECT] =
    { "projects", atlas_project_get_type, ATLAS_CITING_WANTED, { "kind" } },
  [ATLAS_RECORD_KIND_COMMITMENT] =
    { "commitments", atlas_commitment_get_type, ATLAS_CITING_WANTED, { "responsible" } },
};

#define KIND(name) (1u << ATLAS_RECORD_KIND_##name)
#define ANY_KIND   ((1u << ATLAS_N_RECORD_KINDS) - 1)
#define SINGLE     TRUE

static const struct
{
  guint    owners;  /* the kinds of which the records may refer so */
  guint    targets; /* the kinds of records to which they may refer */
  gboolean single;  /* one reference and not an array of them */
  guint    least;   /* how many there must be in an array */
} roles[ATLAS_N_ROLES] = {
  [ATLAS_ROLE_PLACES] = { ANY_KIND, KIND (PLACE), FALSE, 0 },
  [ATLAS_ROLE_ABOUT] = { ANY_KIND, ANY_KIND, FALSE, 0 },
  [ATLAS_ROLE_PARENT] = { KIND (PLACE), KIND (PLACE), SINGLE, 0 },
  [ATLAS_ROLE_MEMBERS] =
    { KIND (PARTNERSHIP), KIND (PLACE) | KIND (ORGANIZATION), FALSE, 2 },
  [ATLAS_ROLE_INDUSTRIES] = { KIND (PARTNERSHIP), KIND (INDUSTRY), FALSE, 0 },
  [ATLAS_ROLE_PLANS] = { KIND (PARTNERSHIP), KIND (PLAN), FALSE, 0 },
  [ATLAS_ROLE_FROM] = { KIND (ROUTE), KIND (PLACE), SINGLE, 0 },
  [ATLAS_ROLE_TO] = { KIND (ROUTE), KIND (PLACE), SINGLE, 0 },
  [ATLAS_ROLE_STATIONS] = { KIND (ROUTE), KIND (PLACE), FALSE, 0 },
  [ATLAS_ROLE_ACTORS] = { KIND (EVENT), KIND (PLACE) | KIND (ORGANIZATION), FALSE, 0 },
  [ATLAS_ROLE_PART_OF] = { KIND (FIGURE), KIND (FIGURE), SINGLE, 0 },
  [ATLAS_ROLE_INVESTMENT] = { KIND (PROJECT), KIND (FIGURE), SINGLE, 0 },
  [ATLAS_ROLE_PARTNERS] = { KIND (PROJECT), KIND (PLACE) | KIND (ORGANIZATION), FALSE, 0 },
  [ATLAS_ROLE_RESPONSIBLE] =
    { KIND (COMMITMENT), KIND (PLACE) | KIND (ORGANIZATION), FALSE, 1 },
  [ATLAS_ROLE_ISSUER] = { KIND (PLAN), KIND (PLACE) | KIND (ORGANIZATION), FALSE, 0 },
};

static gboolean
is_required (AtlasRecordKind  kind,
             const char      *name)
{
  if (g_str_equal (name, "id") || g_str_equal (name, "name"))
    return TRUE;
  for (gsize i = 0; kinds[kind].required[i] != NULL; i++)
    if (g_str_equal (name, kinds[kind].required[i]))
      return TRUE;
  return FALSE;
}

static void
add_member (AtlasSchema     *self,
            const char      *nick,
            AtlasMemberForm  form,
            GParamSpec      *pspec,
            AtlasRole        role)
{
  AtlasMember *member = g_new (AtlasMember, 1);
  char *name = g_strdelimit (g_strdup (nick), "-", '_');

  g_assert (self->members->len < ATLAS_SCHEMA_MOST_MEMBERS);
  *member = (AtlasMember) {
    .name = name, .form = form, .pspec = pspec, .role = role,
    .required = is_required (self->kind, name), .flag = 1u << self->members->len,
  };
  g_ptr_array_add (self->members, member);
  g_hash_table_insert (self->by_name, name, member);
}

static void
add_properties (AtlasSchema *self)
{
  /* Kept for good, as the schemas are. */
  GObjectClass *object_class = g_type_class_ref (self->type);
  guint n_pspecs;
  g_autofree GParamSpec **pspecs = g_object_class_list_properties (object_class, &n_pspecs);

  for (guint i = 0; i < n_pspecs; i++)
    {
      const char *name = pspecs[i]->name;
      AtlasMemberForm form = ATLAS_MEMBER_FORM_PROPERTY;

      if (g_str_equal (name, "id"))
        form = ATLAS_MEMBER_FORM_ID;
      else if (g_str_equal (name, "inferred"))
        form = ATLAS_MEMBER_FORM_INFERRED;
      add_member (self, name, form, pspecs[i], 0);
    }
}

static void
add_roles (AtlasSchema *self)
{
  g_autoptr (GTypeClass) role_class = g_type_class_ref (ATLAS_TYPE_ROLE);

  for (guint role = 0; role < ATLAS_N_ROLES; role++)
    if ((roles[role].owners & (1u << self->kind)) != 0)
      add_member (self, g_enum_get_value ((GEnumClass *) role_class, (int) role)->value_nick,
                  roles[role].single ? ATLAS_MEMBER_FORM_REFERENCE : ATLAS_MEMBER_FORM_REFERENCES,
                  NULL, (AtlasRole) role);
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
      self->type = kinds[kind].get_type ();
      self->citing = kinds[kind].citing;
      self->members = g_ptr_array_new ();
      self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
      add_properties (self);
      add_roles (self);
      add_member (self, "cites", ATLAS_MEMBER_FORM_CITES, NULL, 0);
      if (kind == ATLAS_RECORD_KIND_SOURCE)
        add_member (self, "sections", ATLAS_MEMBER_FORM_SECTIONS, NULL, 0);
    }
  return schemas;
}

/**
 * atlas_schema_get:
 * @kind: a kind of record
 *
 * Returns: (transfer none): what the format says of it; it is never freed
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
 * Returns: (transfer none) (nullable): what the format says of it, or NULL when it knows none
 */
const AtlasMember *
atlas_schema_lookup (const AtlasSchema *self,
                     const char        *name)
{
  return g_hash_table_lookup (self->by_name, name);
}

/**
 * atlas_schema_allows_target:
 * @role: how a record refers to another
 * @kind: the kind of the other
 *
 * Returns: whether records may refer to that kind so
 */
gboolean
atlas_schema_allows_target (AtlasRole       role,
                            AtlasRecordKind kind)
{
  return (roles[role].targets & (1u << kind)) != 0;
}

/**
 * atlas_schema_get_least:
 * @role: how a record refers to others
 *
 * Returns: how many references an array of that role needs
 */
guint
atlas_schema_get_least (AtlasRole role)
{
  return roles[role].least;
}
