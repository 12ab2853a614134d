/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-schema.h"

#include <json-glib/json-glib.h>

#include "atlas-enum-types.h"
#include "atlas-figure.h"
#include "atlas-place.h"
#include "atlas-source.h"
#include "atlas-text.h"

static const char *const arrays[ATLAS_N_RECORD_KINDS] = {
  "sources", "places", "industries", "organizations", "plans",       "partnerships",
  "routes",  "events", "figures",    "projects",      "commitments",
};

static void
test_kinds (void)
{
  for (guint i = 0; i < ATLAS_N_RECORD_KINDS; i++)
    {
      const AtlasSchema *schema = atlas_schema_get ((AtlasRecordKind) i);
      g_autoptr (AtlasRecord) record = g_object_new (schema->type, NULL);

      g_assert_cmpint (schema->kind, ==, i);
      g_assert_cmpint (atlas_record_get_kind (record), ==, i);
      g_assert_cmpstr (schema->array, ==, arrays[i]);
    }
}

/* Every property and every role has a member with its name and a unique flag. */
static void
test_members (void)
{
  for (guint i = 0; i < ATLAS_N_RECORD_KINDS; i++)
    {
      const AtlasSchema *schema = atlas_schema_get ((AtlasRecordKind) i);
      guint32 flags = 0;

      for (guint j = 0; j < schema->members->len; j++)
        {
          const AtlasMember *member = g_ptr_array_index (schema->members, j);

          g_assert_true (atlas_schema_lookup (schema, member->name) == member);
          g_assert_null (strchr (member->name, '-'));
          g_assert_cmpuint (flags & member->flag, ==, 0);
          flags |= member->flag;
        }
      g_assert_cmpint (atlas_schema_lookup (schema, "id")->form, ==, ATLAS_MEMBER_FORM_ID);
      g_assert_true (atlas_schema_lookup (schema, "id")->required);
      g_assert_true (atlas_schema_lookup (schema, "name")->required);
      g_assert_cmpint (atlas_schema_lookup (schema, "inferred")->form, ==,
                       ATLAS_MEMBER_FORM_INFERRED);
      g_assert_cmpint (atlas_schema_lookup (schema, "cites")->form, ==, ATLAS_MEMBER_FORM_CITES);
      g_assert_null (atlas_schema_lookup (schema, "color"));
    }
}

static void
test_forms (void)
{
  const AtlasSchema *place = atlas_schema_get (ATLAS_RECORD_KIND_PLACE);
  const AtlasSchema *route = atlas_schema_get (ATLAS_RECORD_KIND_ROUTE);
  const AtlasSchema *plan = atlas_schema_get (ATLAS_RECORD_KIND_PLAN);
  const AtlasSchema *source = atlas_schema_get (ATLAS_RECORD_KIND_SOURCE);

  g_assert_cmpint (atlas_schema_lookup (place, "parent")->form, ==, ATLAS_MEMBER_FORM_REFERENCE);
  g_assert_cmpint (atlas_schema_lookup (place, "places")->form, ==, ATLAS_MEMBER_FORM_REFERENCES);
  g_assert_cmpint (atlas_schema_lookup (route, "trips_per_day")->form, ==,
                   ATLAS_MEMBER_FORM_PROPERTY);
  g_assert_true (atlas_schema_lookup (route, "from")->required);
  g_assert_false (atlas_schema_lookup (route, "stations")->required);
  g_assert_null (atlas_schema_lookup (route, "members"));
  /* The issuer of a source is a text, that of a plan is references. */
  g_assert_true (G_PARAM_SPEC_VALUE_TYPE (atlas_schema_lookup (source, "issuer")->pspec) ==
                 ATLAS_TYPE_TEXT);
  g_assert_cmpint (atlas_schema_lookup (plan, "issuer")->form, ==, ATLAS_MEMBER_FORM_REFERENCES);
  g_assert_cmpint (atlas_schema_lookup (source, "sections")->form, ==, ATLAS_MEMBER_FORM_SECTIONS);
  g_assert_null (atlas_schema_lookup (place, "sections"));
  g_assert_true (atlas_member_can_be_inferred (atlas_schema_lookup (place, "parent")));
  g_assert_true (atlas_member_can_be_inferred (atlas_schema_lookup (place, "code")));
  g_assert_false (atlas_member_can_be_inferred (atlas_schema_lookup (place, "id")));
  g_assert_false (atlas_member_can_be_inferred (atlas_schema_lookup (source, "sections")));
}

static void
test_targets (void)
{
  const AtlasSchema *partnership = atlas_schema_get (ATLAS_RECORD_KIND_PARTNERSHIP);
  const AtlasMember *about = atlas_schema_lookup (partnership, "about");
  const AtlasMember *members = atlas_schema_lookup (partnership, "members");
  const AtlasMember *parent =
    atlas_schema_lookup (atlas_schema_get (ATLAS_RECORD_KIND_PLACE), "parent");

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_assert_true (atlas_member_allows_target (about, (AtlasRecordKind) kind));
      g_assert_cmpint (atlas_member_allows_target (parent, (AtlasRecordKind) kind), ==,
                       kind == ATLAS_RECORD_KIND_PLACE);
      g_assert_cmpint (atlas_member_allows_target (members, (AtlasRecordKind) kind), ==,
                       kind == ATLAS_RECORD_KIND_PLACE || kind == ATLAS_RECORD_KIND_ORGANIZATION);
    }
  g_assert_cmpuint (members->least, ==, 2);
  g_assert_true (members->required);
  g_assert_cmpuint (about->least, ==, 0);
}

/* Whether records of @schema may refer in @role, under the name of the role. */
static gboolean
has_role (const AtlasSchema *schema, AtlasRole role)
{
  g_autoptr (GTypeClass) role_class = g_type_class_ref (ATLAS_TYPE_ROLE);
  g_autofree char *name = g_strdelimit (
    g_strdup (g_enum_get_value ((GEnumClass *) role_class, (int) role)->value_nick), "-", '_');
  const AtlasMember *member = atlas_schema_lookup (schema, name);

  return member != NULL && member->role == role && member->targets != 0;
}

/* No property and no role is missing in the tables, and each member has a description. */
static void
test_complete (void)
{
  guint n_owners[ATLAS_N_ROLES] = { 0 };

  for (guint i = 0; i < ATLAS_N_RECORD_KINDS; i++)
    {
      const AtlasSchema *schema = atlas_schema_get ((AtlasRecordKind) i);
      g_autoptr (GTypeClass) object_class = g_type_class_ref (schema->type);
      guint n_pspecs;
      g_autofree GParamSpec **pspecs =
        g_object_class_list_properties ((GObjectClass *) object_class, &n_pspecs);

      for (guint j = 0; j < n_pspecs; j++)
        {
          g_autofree char *name = g_strdelimit (g_strdup (pspecs[j]->name), "-", '_');

          g_assert_true (atlas_schema_lookup (schema, name)->pspec == pspecs[j]);
        }
      for (guint j = 0; j < schema->members->len; j++)
        {
          const AtlasMember *member = schema->members->pdata[j];

          g_assert_nonnull (member->description);
          g_assert_cmpint (member->label != NULL, ==,
                           member->form == ATLAS_MEMBER_FORM_PROPERTY ||
                             member->form == ATLAS_MEMBER_FORM_PROGRESS ||
                             member->form == ATLAS_MEMBER_FORM_FOLLOW_UPS);
        }
      for (guint role = 0; role < ATLAS_N_ROLES; role++)
        n_owners[role] += has_role (schema, (AtlasRole) role);
    }
  for (guint role = 0; role < ATLAS_N_ROLES; role++)
    g_assert_cmpuint (n_owners[role], ==,
                      role <= ATLAS_ROLE_ABOUT    ? ATLAS_N_RECORD_KINDS
                      : role == ATLAS_ROLE_KEEPER ? 2
                                                  : 1);
}

/* Only places and sources need no citation. */
static void
test_citing (void)
{
  g_autoptr (AtlasRecord) source = g_object_new (ATLAS_TYPE_SOURCE, "id", "s", NULL);
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_PLACE, "id", "p", NULL);
  g_autoptr (AtlasRecord) figure = g_object_new (ATLAS_TYPE_FIGURE, "id", "f", NULL);

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    g_assert_cmpint (atlas_schema_get ((AtlasRecordKind) kind)->citing == ATLAS_CITING_FREE, ==,
                     kind == ATLAS_RECORD_KIND_SOURCE || kind == ATLAS_RECORD_KIND_PLACE);
  g_assert_false (atlas_record_lacks_source (source));
  g_assert_false (atlas_record_lacks_source (place));
  g_assert_true (atlas_record_lacks_source (figure));
  atlas_record_add_citation (figure, source, "1", 1);
  g_assert_false (atlas_record_lacks_source (figure));
}

static double
get_limit (JsonObject *place, const char *member, const char *limit)
{
  JsonObject *properties = json_object_get_object_member (place, "properties");

  return json_object_get_double_member (json_object_get_object_member (properties, member), limit);
}

/* The JSON schema and the program have the same ranges of coordinates. */
static void
test_ranges (void)
{
  static const char *const members[] = { "latitude", "longitude" };
  const AtlasSchema *schema = atlas_schema_get (ATLAS_RECORD_KIND_PLACE);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "dataset.schema.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *definitions, *place;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  definitions =
    json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "$defs");
  place = json_object_get_object_member (definitions, "place");
  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const GParamSpecDouble *pspec =
        G_PARAM_SPEC_DOUBLE (atlas_schema_lookup (schema, members[i])->pspec);

      g_assert_cmpfloat (get_limit (place, members[i], "minimum"), ==, pspec->minimum);
      g_assert_cmpfloat (get_limit (place, members[i], "maximum"), ==, pspec->maximum);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/kinds", test_kinds);
  g_test_add_func ("/schema/members", test_members);
  g_test_add_func ("/schema/forms", test_forms);
  g_test_add_func ("/schema/targets", test_targets);
  g_test_add_func ("/schema/complete", test_complete);
  g_test_add_func ("/schema/citing", test_citing);
  g_test_add_func ("/schema/ranges", test_ranges);

  return g_test_run ();
}
