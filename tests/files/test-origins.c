/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-origins.h"

#include <json-glib/json-glib.h>
#include <string.h>

static GPtrArray *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return atlas_origins_read (bytes, error);
}

/* The bundled file has all attributions that the licences require. */
static void
test_shipped (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "data", "base-map", "ORIGINS.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) origins = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  origins = read_text (text, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (origins->len, >, 0);
  for (guint i = 0; i < origins->len; i++)
    {
      const AtlasOrigin *origin = g_ptr_array_index (origins, i);

      g_assert_cmpstr (origin->name, !=, "");
      g_assert_cmpstr (origin->version, !=, "");
      g_assert_cmpstr (origin->licence, !=, "");
      g_assert_cmpstr (origin->attribution, !=, "");
      g_assert_cmpstr (origin->taken, !=, "");
    }
}

static void
test_gaps (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) origins =
    read_text ("{\"origins\": [{\"package\": \"a\", \"version\": 1, \"note\": null}, 5]}", &error);
  const AtlasOrigin *origin;

  g_assert_no_error (error);
  g_assert_cmpuint (origins->len, ==, 1);
  origin = g_ptr_array_index (origins, 0);
  g_assert_cmpstr (origin->name, ==, "a");
  g_assert_cmpstr (origin->version, ==, "");
  g_assert_cmpstr (origin->note, ==, "");
}

static void
test_refused (void)
{
  static const char *const texts[] = { "", "[]", "{}", "{\"origins\": {}}" };
  g_autoptr (GError) not_json = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (texts[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
  g_assert_null (read_text ("{\"origins\": [", &not_json));
  g_assert_true (not_json != NULL && not_json->domain == JSON_PARSER_ERROR);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/origins/shipped", test_shipped);
  g_test_add_func ("/files/origins/gaps", test_gaps);
  g_test_add_func ("/files/origins/refused", test_refused);
  return g_test_run ();
}
