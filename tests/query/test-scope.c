/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-scope.h"

/* Lists the ids of all records in the scope of @id, in the order of kinds and of the file. */
static char *
list_scope (AtlasDataset *dataset, const char *id)
{
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, atlas_test_dataset_get (dataset, id));
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) found = atlas_scope_dup_records (scope, (AtlasRecordKind) kind);

      g_ptr_array_extend (records, found, NULL, NULL);
    }
  return atlas_test_dataset_join (records);
}

static void
test_new_destroy (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();

  g_assert_finalize_object (atlas_scope_new (dataset, NULL));
  g_assert_finalize_object (atlas_scope_new (dataset,
                                             atlas_test_dataset_get (dataset, "changping")));
}

static void
test_province (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, NULL);

  g_assert_cmpint (atlas_scope_get_kind (scope), ==, ATLAS_SCOPE_KIND_PROVINCE);
  g_assert_null (atlas_scope_get_subject (scope));
  g_assert_true (atlas_scope_get_dataset (scope) == dataset);
  g_assert_cmpstr (atlas_scope_get_name (scope, ATLAS_LANGUAGE_ZH), ==, "试验图集");
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      g_autoptr (GPtrArray) records = atlas_scope_dup_records (scope, (AtlasRecordKind) kind);
      GListModel *all = atlas_dataset_get_records (dataset, (AtlasRecordKind) kind);

      g_assert_cmpuint (records->len, ==, g_list_model_get_n_items (all));
    }
}

/* The scope contains everything of both places, and nothing else. */
static void
test_comparison (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasRecord *siping = atlas_test_dataset_get (dataset, "siping");
  AtlasRecord *liaoyuan = atlas_test_dataset_get (dataset, "liaoyuan");
  g_autoptr (AtlasScope) scope = atlas_scope_new_comparison (dataset, siping, liaoyuan);
  g_autoptr (AtlasScope) first = atlas_scope_new (dataset, siping);
  g_autoptr (AtlasScope) second = atlas_scope_new (dataset, liaoyuan);

  g_assert_cmpint (atlas_scope_get_kind (scope), ==, ATLAS_SCOPE_KIND_COMPARISON);
  g_assert_true (atlas_scope_get_subject (scope) == siping);
  g_assert_true (atlas_scope_get_other (scope) == liaoyuan);
  g_assert_null (atlas_scope_get_other (first));
  g_assert_true (atlas_scope_is_about (scope, liaoyuan));
  g_assert_false (atlas_scope_is_about (scope, atlas_test_dataset_get (dataset, "bus")));
  g_assert_cmpstr (atlas_scope_get_name (scope, ATLAS_LANGUAGE_EN), ==, "Siping and Liaoyuan");
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *all = atlas_dataset_get_records (dataset, (AtlasRecordKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (all); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (all, i);

          g_assert_cmpint (atlas_scope_contains (scope, record), ==,
                           atlas_scope_contains (first, record) ||
                             atlas_scope_contains (second, record));
        }
    }
}

/* A record cannot be compared with itself, with a part of itself, or if it is neither a place nor a
 * link. */
static void
test_can_compare (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *first, *second;
    gboolean expected;
  } cases[] = {
    { "siping", "liaoyuan", TRUE },
    { "siping", "siping", FALSE },
    { "changchun", "zone-auto", FALSE },
    { "siping", "jilin", FALSE },
    { "bus", "changping", TRUE },
    { "bus", "bus", FALSE },
    { "liaoyuan", "changping", TRUE },
    { "siping", "changping", FALSE },
    { "changchun", "siping-auto", FALSE },
    { "zone-auto", "changping", TRUE },
    { "bus", "jilin", FALSE },
    { "siping", "parts", FALSE },
    { "bus", "plan", FALSE },
  };

  g_assert_false (atlas_scope_can_compare (dataset, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *first = atlas_test_dataset_get (dataset, cases[i].first);
      AtlasRecord *second = atlas_test_dataset_get (dataset, cases[i].second);

      g_test_message ("%s with %s", cases[i].first, cases[i].second);
      g_assert_cmpint (atlas_scope_can_compare (dataset, first, second), ==, cases[i].expected);
      g_assert_cmpint (atlas_scope_can_compare (dataset, second, first), ==, cases[i].expected);
      g_assert_false (atlas_scope_can_compare (dataset, first, NULL));
    }
}

static void
test_kinds (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *id;
    AtlasScopeKind expected;
  } cases[] = {
    { "siping", ATLAS_SCOPE_KIND_PLACE },    { "changping", ATLAS_SCOPE_KIND_LINK },
    { "bus", ATLAS_SCOPE_KIND_LINK },        { "parts", ATLAS_SCOPE_KIND_INDUSTRY },
    { "carmaker", ATLAS_SCOPE_KIND_RECORD }, { "signed", ATLAS_SCOPE_KIND_RECORD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *subject = atlas_test_dataset_get (dataset, cases[i].id);
      g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, subject);

      g_assert_cmpint (atlas_scope_get_kind (scope), ==, cases[i].expected);
      g_assert_true (atlas_scope_get_subject (scope) == subject);
      g_assert_true (atlas_scope_contains (scope, subject));
      g_assert_cmpstr (atlas_scope_get_name (scope, ATLAS_LANGUAGE_ZH), ==,
                       atlas_record_get_name (subject, ATLAS_LANGUAGE_ZH));
    }
}

static void
test_members (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *id, *expected;
  } cases[] = {
    /* Its links with their other ends, industries and plans; records about those links and parts of
     * them; of Liaoyuan only the bus route, and no event of the province. */
    { "siping",
      "changchun siping liaoyuan zone-auto parts carmaker plan siping-auto changping works-siping "
      "bus signed total done road-cost road next" },
    /* A city includes its zones. */
    { "changchun",
      "changchun siping liaoyuan zone-auto zone-new-area parts medicine carmaker plan siping-auto "
      "liaoyuan-new changping works-siping signed total done road-cost road" },
    { "zone-auto", "siping zone-auto parts siping-auto" },
    { "liaoyuan", "siping liaoyuan zone-new-area medicine liaoyuan-new bus surveyed" },
    /* Everything between its two ends. */
    { "changping",
      "changchun siping zone-auto parts carmaker plan siping-auto changping works-siping signed "
      "total done road-cost road" },
    { "siping-auto", "siping zone-auto parts siping-auto" },
    { "bus", "siping liaoyuan bus" },
    { "parts", "changchun siping zone-auto parts carmaker siping-auto works-siping" },
    /* The records to which it refers, those that refer to it, and the ends of these links. */
    { "carmaker", "changchun siping parts carmaker works-siping" },
    { "plan", "changchun siping plan changping signed total done next" },
    { "done", "total done" },
    { "road", "changchun siping road-cost road" },
    { "reply", "reply changchun siping plan changping signed total done" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ids = list_scope (dataset, cases[i].id);

      g_test_message ("%s", cases[i].id);
      g_assert_cmpstr (ids, ==, cases[i].expected);
    }
}

static void
test_refuses (void)
{
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*ATLAS_IS_DATASET*failed");
  g_assert_null (atlas_scope_new (NULL, NULL));
  g_test_assert_expected_messages ();
}

/* The highlighted prefectures: of a place, of both ends of a link, none for others. */
static void
test_prefectures (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *id;
    const char *codes;
  } cases[] = {
    { NULL, "" },
    { "siping", "220300" },
    { "zone-auto", "220100" },
    { "changping", "220100 220300" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *subject =
        cases[i].id != NULL ? atlas_test_dataset_get (dataset, cases[i].id) : NULL;
      g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, subject);
      g_auto (GStrv) codes = atlas_scope_dup_prefectures (scope);
      g_autofree char *joined = g_strjoinv (" ", codes);

      g_assert_cmpstr (joined, ==, cases[i].codes);
    }
}

/* The way up: through parents for a place, through the first end for a link. */
static void
test_ancestors (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    const char *id, *expected;
  } cases[] = {
    { NULL, "" },
    { "jilin", "" },
    { "siping", "jilin" },
    { "zone-auto", "jilin changchun" },
    { "changping", "jilin changchun" },
    { "siping-auto", "jilin siping" },
    { "parts", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      AtlasRecord *subject =
        cases[i].id != NULL ? atlas_test_dataset_get (dataset, cases[i].id) : NULL;
      g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, subject);
      g_autoptr (GPtrArray) ancestors = atlas_scope_dup_ancestors (scope);
      g_autofree char *ids = atlas_test_dataset_join (ancestors);

      g_assert_cmpstr (ids, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/scope/new-destroy", test_new_destroy);
  g_test_add_func ("/query/scope/province", test_province);
  g_test_add_func ("/query/scope/kinds", test_kinds);
  g_test_add_func ("/query/scope/comparison", test_comparison);
  g_test_add_func ("/query/scope/can-compare", test_can_compare);
  g_test_add_func ("/query/scope/members", test_members);
  g_test_add_func ("/query/scope/refuses", test_refuses);
  g_test_add_func ("/query/scope/prefectures", test_prefectures);
  g_test_add_func ("/query/scope/ancestors", test_ancestors);

  return g_test_run ();
}
