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
 * AtlasSchema: the kinds of record, and the members of each kind in the order in which they are
 * written.
 *
 * The class of each kind defines the table of its own members; AtlasRecord defines the table of the
 * members that all kinds have. The reader, the writer, the labels and the JSON schema for editors
 * use the schemas made from these tables.
 */
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
  [ATLAS_RECORD_KIND_INDUSTRY] = { "industries", atlas_industry_get_type, ATLAS_CITING_FREE,
                                   "An industry as a source words it; like ones share a group and "
                                   "are not merged." },
  [ATLAS_RECORD_KIND_ORGANIZATION] = { "organizations", atlas_organization_get_type,
                                       ATLAS_CITING_FREE, "A body that acts." },
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
  [ATLAS_RECORD_KIND_FIGURE] = { "figures", atlas_figure_get_type, ATLAS_CITING_NEEDED,
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
 * atlas_member_can_be_inferred:
 * @self: a member
 *
 * Returns: whether a source can imply the member without stating it. Values and references can be
 *   inferred. The id, the citations, the sections and the list of what is inferred cannot.
 */
gboolean
atlas_member_can_be_inferred (const AtlasMember *self)
{
  return self->form == ATLAS_MEMBER_FORM_PROPERTY || self->targets != 0;
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
