/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-json-index-private.h"

#include <string.h>

static AtlasJsonIndex *
make_index (const char *text)
{
  g_autoptr (AtlasFaultList) faults = _atlas_fault_list_new (text, strlen (text));

  return _atlas_json_index_new (text, strlen (text), faults, NULL);
}

static const char text[] = "{ \"a\": [1, {\"b\\n\": [], \"c\": \"长\"}, [[2]]],\n"
                           "  \"long name\": {},\n"
                           "  \"z\": null }";

static const struct
{
  const char *place;
  const char *value;
} values[] = {
  { "", text },
  { "a", "[1, {\"b\\n\": [], \"c\": \"长\"}, [[2]]]" },
  { "a[0]", "1" },
  { "a[1]", "{\"b\\n\": [], \"c\": \"长\"}" },
  { "a[1].b\\u000a", "[]" },
  { "a[1].c", "\"长\"" },
  { "a[2]", "[[2]]" },
  { "a[2][0]", "[2]" },
  { "a[2][0][0]", "2" },
  { "long name", "{}" },
  { "z", "null" },
};

static void
test_values (void)
{
  g_autoptr (AtlasJsonIndex) index = make_index (text);

  g_assert_nonnull (index);
  g_assert_cmpuint (_atlas_json_index_get (index, 0)->next, ==, G_N_ELEMENTS (values));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      const AtlasJsonValue *value = _atlas_json_index_get (index, i);

      g_assert_cmpmem (text + value->offset, value->length, values[i].value,
                       strlen (values[i].value));
      g_assert_cmpint (_atlas_json_index_peek (index, i), ==, values[i].value[0]);
      g_assert_false (value->faulty);
    }
}

static void
test_next (void)
{
  const guint next[] = { 11, 9, 3, 6, 5, 6, 9, 9, 9, 10, 11 };
  g_autoptr (AtlasJsonIndex) index = make_index (text);

  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    g_assert_cmpuint (_atlas_json_index_get (index, i)->next, ==, next[i]);
}

static void
test_names (void)
{
  const char *names[] = { NULL, "a", NULL, NULL, "b\n", "c", NULL, NULL, NULL, "long name", "z" };
  g_autoptr (AtlasJsonIndex) index = make_index (text);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] == NULL)
      g_assert_cmpuint (_atlas_json_index_get (index, i)->name, ==, 0);
    else
      {
        g_autofree char *name = _atlas_json_index_dup_name (index, i);

        g_assert_cmpstr (name, ==, names[i]);
      }
}

/* The answer does not depend on earlier requests. */
static void
test_places (void)
{
  const guint n_values = G_N_ELEMENTS (values);
  g_autoptr (AtlasJsonIndex) index = make_index (text);

  for (guint i = 0; i < n_values * n_values; i++)
    {
      g_autofree char *first = _atlas_json_index_dup_place (index, i / n_values);
      g_autofree char *second = _atlas_json_index_dup_place (index, i % n_values);

      g_assert_cmpstr (first, ==, values[i / n_values].place);
      g_assert_cmpstr (second, ==, values[i % n_values].place);
    }
}

static void
test_faulty (void)
{
  const gboolean faulty[] = { TRUE, FALSE, FALSE, TRUE, FALSE, TRUE, TRUE };
  g_autoptr (AtlasJsonIndex) index = make_index ("[[1], [2, {\"a\": 03}]]");

  g_assert_cmpuint (_atlas_json_index_get (index, 0)->next, ==, G_N_ELEMENTS (faulty));
  for (guint i = 0; i < G_N_ELEMENTS (faulty); i++)
    g_assert_cmpint (_atlas_json_index_get (index, i)->faulty, ==, faulty[i]);
}

static void
test_unfollowable (void)
{
  g_assert_null (make_index (""));
  g_assert_null (make_index ("[1"));
  g_assert_null (make_index ("[1] 2"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json-index/values", test_values);
  g_test_add_func ("/json-index/next", test_next);
  g_test_add_func ("/json-index/names", test_names);
  g_test_add_func ("/json-index/places", test_places);
  g_test_add_func ("/json-index/faulty", test_faulty);
  g_test_add_func ("/json-index/unfollowable", test_unfollowable);

  return g_test_run ();
}
