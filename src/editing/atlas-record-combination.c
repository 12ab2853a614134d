/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-record-combination-private.h"

#include <string.h>

#include "atlas-extras.h"
#include "atlas-schema.h"
#include "atlas-source.h"

/*
 * Creates a record from the members of two records.
 *
 * The values are properties, which are set when the record is created. References, citations,
 * sections and unknown members are added to it afterwards.
 */

typedef struct
{
  AtlasRecord *main;
  AtlasRecord *other;
  const char *const *members; /* taken from the other record */
} Combination;

static AtlasRecord *
find_origin (const Combination *self, const char *member)
{
  return g_strv_contains (self->members, member) ? self->other : self->main;
}

static AtlasRecord *
create_with_values (const Combination *self, const AtlasSchema *schema)
{
  GValue values[ATLAS_SCHEMA_MAX_MEMBERS] = { 0 };
  const char *names[ATLAS_SCHEMA_MAX_MEMBERS];
  GObject *record;
  guint n = 0;

  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = schema->members->pdata[i];

      if (member->pspec == NULL)
        continue;
      names[n] = member->pspec->name;
      g_value_init (&values[n], G_PARAM_SPEC_VALUE_TYPE (member->pspec));
      g_object_get_property (G_OBJECT (find_origin (self, member->name)), member->pspec->name,
                             &values[n]);
      n++;
    }
  record = g_object_new_with_properties (schema->type, n, names, values);
  for (guint i = 0; i < n; i++)
    g_value_unset (&values[i]);
  return ATLAS_RECORD (record);
}

/* A reference or citation stores only the id of its target, so the target need not be there. */
static AtlasRecord *
create_target (GType type, const char *id)
{
  return g_object_new (type, "id", id, NULL);
}

static void
add_references (AtlasRecord *record, AtlasRecord *origin, AtlasRole role)
{
  const char *const *ids = atlas_record_get_reference_ids (origin, role);

  for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autoptr (AtlasRecord) target = create_target (G_OBJECT_TYPE (record), ids[i]);

      atlas_record_add_reference (record, role, target);
    }
}

static void
add_citations (AtlasRecord *record, AtlasRecord *origin)
{
  for (guint i = 0; i < atlas_record_get_n_citations (origin); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (origin, i);
      g_autoptr (AtlasRecord) source = create_target (ATLAS_TYPE_SOURCE, citation->source);

      atlas_record_add_citation (record, source, citation->section, citation->paragraph);
    }
}

static void
add_sections (AtlasSource *source, AtlasSource *origin)
{
  for (guint i = 0; i < atlas_source_get_n_sections (origin); i++)
    {
      const char *id = atlas_source_get_section_id (origin, i);

      atlas_source_add_section (source, id,
                                (AtlasText *) atlas_source_get_section_title_text (origin, id),
                                atlas_source_count_paragraphs (origin, id));
    }
}

static void
add_member (const Combination *self, AtlasRecord *record, const AtlasMember *member)
{
  AtlasRecord *origin = find_origin (self, member->name);

  if (member->targets != 0)
    add_references (record, origin, member->role);
  else if (member->form == ATLAS_MEMBER_FORM_CITES)
    add_citations (record, origin);
  else if (member->form == ATLAS_MEMBER_FORM_SECTIONS)
    add_sections (ATLAS_SOURCE (record), ATLAS_SOURCE (origin));
}

/* Returns the member of the record that is, or contains, an unknown member. The paths of citations
 * and sections begin with the name of their list; those of titles lie in sections. */
static char *
dup_member_of_extra (const AtlasExtra *extra)
{
  if (*extra->within == '\0')
    return g_strdup (extra->name);
  if (g_str_has_prefix (extra->within, "titles/"))
    return g_strdup ("sections");
  return g_strndup (extra->within, strcspn (extra->within, "/"));
}

static void
add_extras (const Combination *self, AtlasRecord *record, AtlasRecord *origin)
{
  const AtlasExtras *extras = atlas_extras_get (origin);

  for (guint i = 0; extras != NULL && i < extras->len; i++)
    {
      const AtlasExtra *extra = extras->pdata[i];
      g_autofree char *member = dup_member_of_extra (extra);

      if (find_origin (self, member) == origin)
        atlas_extras_add (record, extra->within, extra->after, extra->name,
                          g_strdup (extra->value));
    }
}

/**
 * _atlas_record_combine:
 * @record: a record
 * @other: another record of the same kind, or @record
 * @members: (array zero-terminated=1): the names of members
 *
 * Returns: (transfer full): a new record with the members of @record, except @members, which it has
 *   from @other
 */
AtlasRecord *
_atlas_record_combine (AtlasRecord *record, AtlasRecord *other, const char *const *members)
{
  const Combination self = { record, other, members };
  const AtlasSchema *schema = atlas_schema_get (atlas_record_get_kind (record));
  AtlasRecord *combined = create_with_values (&self, schema);

  for (guint i = 0; i < schema->members->len; i++)
    add_member (&self, combined, schema->members->pdata[i]);
  add_extras (&self, combined, record);
  if (other != record)
    add_extras (&self, combined, other);
  return combined;
}
