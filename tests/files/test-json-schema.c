/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <json-glib/json-glib.h>
#include <string.h>

#include "atlas-decimal.h"
#include "atlas-enum-types.h"
#include "atlas-json-layout-private.h"
#include "atlas-schema.h"

/*
 * Tests that data/dataset.schema.json agrees with the tables of the program.
 *
 * The test puts everything that the program knows about the format into the file: kinds, members
 * and their order, descriptions, types, ranges, words, and which members are required. Parts that
 * only the file has are kept: the meaning of words, the definition of citations, and stricter
 * conditions. The test fails if the file changes; then run `ninja -C _build update-schema`.
 */
#define PATH "data/dataset.schema.json"

/* The enumeration value for a missing member. */
#define UNKNOWN "unknown"

/* Returns the member with that name; creates it if it does not exist. */
static JsonObject *
get_object (JsonObject *object, const char *name)
{
  if (!json_object_has_member (object, name))
    json_object_set_object_member (object, name, json_object_new ());
  return json_object_get_object_member (object, name);
}

static void
set_type (JsonObject *object, const char *type)
{
  json_object_remove_member (object, "$ref");
  json_object_set_string_member (object, "type", type);
}

static void
set_reference (JsonObject *object, const char *definition)
{
  g_autofree char *path = g_strconcat ("#/$defs/", definition, NULL);

  json_object_remove_member (object, "type");
  json_object_set_string_member (object, "$ref", path);
}

/* Without a definition the elements are strings. */
static void
set_array (JsonObject *object, const char *definition)
{
  set_type (object, "array");
  if (definition != NULL)
    set_reference (get_object (object, "items"), definition);
  else
    set_type (get_object (object, "items"), "string");
}

static const char *
find_description (JsonArray *words, const char *word)
{
  for (guint i = 0; words != NULL && i < json_array_get_length (words); i++)
    {
      JsonObject *object = json_array_get_object_element (words, i);

      if (g_str_equal (json_object_get_string_member (object, "const"), word))
        return json_object_get_string_member (object, "description");
    }
  return "";
}

static void
set_words (JsonObject *object, GEnumClass *enum_class)
{
  JsonArray *old = json_object_has_member (object, "oneOf")
                     ? json_object_get_array_member (object, "oneOf")
                     : NULL;
  JsonArray *words = json_array_new ();

  for (guint i = 0; i < enum_class->n_values; i++)
    {
      const char *nick = enum_class->values[i].value_nick;
      JsonObject *word;

      if (g_str_equal (nick, UNKNOWN))
        continue;
      word = json_object_new ();
      json_object_set_string_member (word, "const", nick);
      json_object_set_string_member (word, "description", find_description (old, nick));
      json_array_add_object_element (words, word);
    }
  json_object_set_array_member (object, "oneOf", words);
}

static void
set_property (JsonObject *object, GParamSpec *pspec)
{
  const GType type = G_PARAM_SPEC_VALUE_TYPE (pspec);

  if (G_IS_PARAM_SPEC_ENUM (pspec))
    set_words (object, G_PARAM_SPEC_ENUM (pspec)->enum_class);
  else if (G_IS_PARAM_SPEC_UINT (pspec))
    {
      set_type (object, "integer");
      json_object_set_int_member (object, "minimum", G_PARAM_SPEC_UINT (pspec)->minimum);
      json_object_set_int_member (object, "maximum", G_PARAM_SPEC_UINT (pspec)->maximum);
    }
  else if (G_IS_PARAM_SPEC_DOUBLE (pspec))
    {
      set_type (object, "number");
      json_object_set_int_member (object, "minimum", (gint64) G_PARAM_SPEC_DOUBLE (pspec)->minimum);
      json_object_set_int_member (object, "maximum", (gint64) G_PARAM_SPEC_DOUBLE (pspec)->maximum);
    }
  else if (type == ATLAS_TYPE_TEXT)
    set_reference (object, "text");
  else if (type == ATLAS_TYPE_DATE)
    set_reference (object, "date");
  else if (type == ATLAS_TYPE_PERIOD)
    set_reference (object, "period");
  else if (type == G_TYPE_STRV)
    set_array (object, NULL);
  else
    set_type (object, type == ATLAS_TYPE_DECIMAL ? "number"
                      : type == G_TYPE_BOOLEAN   ? "boolean"
                                                 : "string");
}

static void
set_member (JsonObject *object, const AtlasMember *member)
{
  json_object_set_string_member (object, "description", member->description);
  switch (member->form)
    {
    case ATLAS_MEMBER_FORM_REFERENCE:
      set_reference (object, "reference");
      break;
    case ATLAS_MEMBER_FORM_REFERENCES:
      set_reference (object, "references");
      if (member->least > 0)
        json_object_set_int_member (object, "minItems", member->least);
      break;
    case ATLAS_MEMBER_FORM_CITES:
      set_array (object, "citation");
      break;
    case ATLAS_MEMBER_FORM_SECTIONS:
      set_array (object, "section");
      break;
    case ATLAS_MEMBER_FORM_PROGRESS:
      set_array (object, "progress");
      break;
    case ATLAS_MEMBER_FORM_FOLLOW_UPS:
      set_array (object, "follow-up");
      break;
    case ATLAS_MEMBER_FORM_INFERRED:
    case ATLAS_MEMBER_FORM_ID:
    case ATLAS_MEMBER_FORM_PROPERTY:
    default:
      set_property (object, member->pspec);
    }
}

/* Whether records of all kinds have the member. */
static gboolean
is_common (const AtlasMember *member)
{
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    if (atlas_schema_lookup (atlas_schema_get ((AtlasRecordKind) kind), member->name) == NULL)
      return FALSE;
  return TRUE;
}

/* Sets in @definition the members of @schema that all kinds have, or those of its kind. */
static void
set_members (JsonObject *definition, const AtlasSchema *schema, gboolean common)
{
  JsonObject *old = get_object (definition, "properties");
  JsonObject *properties = json_object_new ();

  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = g_ptr_array_index (schema->members, i);

      if (is_common (member) != common)
        continue;
      set_member (get_object (old, member->name), member);
      json_object_set_member (properties, member->name, json_object_dup_member (old, member->name));
    }
  json_object_set_object_member (definition, "properties", properties);
}

static void
set_kind (JsonObject *definition, const AtlasSchema *schema)
{
  JsonArray *all = json_array_new ();
  JsonArray *required = json_array_new ();
  JsonObject *record = json_object_new ();

  set_reference (record, "record");
  json_array_add_object_element (all, record);
  for (guint i = 0; i < schema->members->len; i++)
    {
      const AtlasMember *member = g_ptr_array_index (schema->members, i);

      if (member->required)
        json_array_add_string_element (required, member->name);
    }
  json_object_set_string_member (definition, "description", schema->description);
  json_object_set_string_member (definition, "type", "object");
  json_object_set_array_member (definition, "allOf", all);
  json_object_set_array_member (definition, "required", required);
  set_members (definition, schema, FALSE);
  json_object_set_boolean_member (definition, "unevaluatedProperties", FALSE);
}

static GString *
update (JsonObject *root)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ATLAS_TYPE_RECORD_KIND);
  JsonObject *definitions = json_object_get_object_member (root, "$defs");
  JsonObject *properties = json_object_get_object_member (root, "properties");
  g_autoptr (JsonNode) node = json_node_alloc ();
  g_autofree char *text = NULL;

  set_members (get_object (definitions, "record"), atlas_schema_get (ATLAS_RECORD_KIND_SOURCE),
               TRUE);
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      const AtlasSchema *schema = atlas_schema_get ((AtlasRecordKind) kind);
      const char *name = g_enum_get_value (kinds, (int) kind)->value_nick;

      set_kind (get_object (definitions, name), schema);
      set_array (get_object (properties, schema->array), name);
    }
  json_node_init_object (node, root);
  text = json_to_string (node, FALSE);
  return _atlas_json_lay_out (text, strlen (text));
}

static char *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static GString *
update_file (const char *path)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  return update (json_node_get_object (json_parser_get_root (parser)));
}

static void
test_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, PATH, NULL);
  g_autofree char *text = load (path);
  g_autoptr (GString) updated = update_file (path);

  g_assert_cmpstr (text, ==, updated->str);
  /* A new word needs a description. */
  g_assert_null (strstr (text, "\"description\": \"\""));
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--update"))
    {
      g_autoptr (GString) updated = update_file (argv[2]);

      return g_file_set_contents (argv[2], updated->str, (gssize) updated->len, NULL) ? 0 : 1;
    }

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-schema/file", test_file);

  return g_test_run ();
}
