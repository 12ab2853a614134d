/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-origins.h"

#include <json-glib/json-glib.h>

/* Reads the origins of the base map. build-aux/derive-base-map writes them, and they are compiled
 * into the program with the base map. */

static void
free_origin (gpointer data)
{
  AtlasOrigin *origin = data;

  g_free (origin->name);
  g_free (origin->version);
  g_free (origin->licence);
  g_free (origin->attribution);
  g_free (origin->taken);
  g_free (origin->note);
  g_free (origin);
}

/* A member that is missing or not a string is an empty string. */
static char *
dup_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_dup_string (node)
           : g_strdup ("");
}

static void
add_origin (GPtrArray *origins, JsonNode *node)
{
  AtlasOrigin *origin;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  object = json_node_get_object (node);
  origin = g_new (AtlasOrigin, 1);
  *origin = (AtlasOrigin) {
    .name = dup_member (object, "package"),
    .version = dup_member (object, "version"),
    .licence = dup_member (object, "licence"),
    .attribution = dup_member (object, "attribution"),
    .taken = dup_member (object, "taken"),
    .note = dup_member (object, "note"),
  };
  g_ptr_array_add (origins, origin);
}

/**
 * atlas_origins_read:
 * @bytes: the content of ORIGINS.json
 * @error: return location for an error
 *
 * Reads the origins of the base map. Elements that are not origins are skipped.
 *
 * Returns: (transfer full) (element-type AtlasOrigin): the origins in their order, or %NULL with an
 *   error of %JSON_PARSER_ERROR when @bytes is not JSON, or of %G_IO_ERROR when it names no origins
 */
GPtrArray *
atlas_origins_read (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GPtrArray) origins = g_ptr_array_new_with_free_func (free_origin);
  JsonNode *root, *list = NULL;
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    list = json_object_get_member (json_node_get_object (root), "origins");
  if (list == NULL || !JSON_NODE_HOLDS_ARRAY (list))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "No array of origins");
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
    add_origin (origins, json_array_get_element (json_node_get_array (list), i));
  return g_steal_pointer (&origins);
}
