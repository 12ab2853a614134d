/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-view.h"

#include "atlas-test-dataset.h"

static void
assert_link (const char *uri, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasView) view = atlas_view_parse (uri, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = atlas_view_to_uri (view);
  g_assert_cmpstr (text, ==, expected);
}

/* A link says the same after it was read. */
static void
test_links (void)
{
  static const char *const links[] = {
    "jilin-atlas:?scope=siping",
    "jilin-atlas:?scope=siping,changchun",
    "jilin-atlas:?from=2018&until=2019-03-31",
    "jilin-atlas:?until=2021-05&links=bus",
    "jilin-atlas:?events=",
    "jilin-atlas:?scope=bus-liaoyuan-siping&page=transport&at=43.1667,124.3505,8.25",
    "jilin-atlas:?scope=a%26b%3Dc%20%E5%9B%9B",
    "jilin-atlas:?",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    assert_link (links[i], links[i]);
}

/* The order, unknown parameters and digits without a meaning do not matter. */
static void
test_other_forms (void)
{
  assert_link ("jilin-atlas:", "jilin-atlas:?");
  assert_link ("JILIN-ATLAS:?until=2017&scope=siping&theme=dark",
               "jilin-atlas:?scope=siping&until=2017");
  assert_link ("jilin-atlas:?at=43,125,7", "jilin-atlas:?at=43.0000,125.0000,7.00");
}

static void
test_refused (void)
{
  static const char *const links[] = {
    "",
    "siping",
    "http://example.org/?scope=siping",
    "jilin-atlas:?until=soon",
    "jilin-atlas:?from=2020&until=2019",
    "jilin-atlas:?links=buses",
    "jilin-atlas:?links=bus,",
    "jilin-atlas:?at=43,125",
    "jilin-atlas:?at=43,125,7,8",
    "jilin-atlas:?at=91,125,7",
    "jilin-atlas:?at=43,125,nan",
    "jilin-atlas:?at=43,125,-1",
    "jilin-atlas:?scope=%00",
    "jilin-atlas:?scope=%ff",
    "jilin-atlas:?scope",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", links[i]);
      g_assert_null (atlas_view_parse (links[i], &error));
      g_assert_true (error != NULL && error->domain == G_URI_ERROR);
    }
}

static void
test_long (void)
{
  g_autofree char *name = g_strnfill (100 * 1000, 'a');
  g_autofree char *uri = g_strconcat ("jilin-atlas:?scope=", name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (atlas_view_parse (uri, &error));
  g_assert_error (error, G_URI_ERROR, G_URI_ERROR_FAILED);
}

/* The filter of a link shows the values that it lists, and no other. */
static void
test_filter (void)
{
  g_autoptr (AtlasView) view = atlas_view_parse ("jilin-atlas:?links=bus&until=2017", NULL);

  g_assert_nonnull (view);
  for (guint value = 0; value < atlas_facet_get_n_values (ATLAS_FACET_LINKS); value++)
    g_assert_cmpint (atlas_filter_get_shows (view->filter, ATLAS_FACET_LINKS, value), ==,
                     g_str_equal (atlas_facet_get_code (ATLAS_FACET_LINKS, value), "bus"));
  g_assert_true (atlas_filter_get_shows (view->filter, ATLAS_FACET_EVENTS, 0));
  g_assert_cmpint (atlas_filter_get_until (view->filter)->year, ==, 2017);
}

/* The ids of a scope lead back to it; those of a missing record do not. */
static void
test_scopes (void)
{
  static const char *const ids[] = { "", "siping", "siping,changchun", "jl-changping" };
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (AtlasScope) scope = atlas_scope_new_from_ids (dataset, ids[i]);
      g_autofree char *same = atlas_scope_dup_ids (scope);

      g_assert_cmpstr (same, ==, ids[i]);
    }
  g_assert_null (atlas_scope_new_from_ids (dataset, "nowhere"));
  g_assert_null (atlas_scope_new_from_ids (dataset, "siping,nowhere"));
  g_assert_null (atlas_scope_new_from_ids (dataset, "siping,siping"));
  g_assert_null (atlas_scope_new_from_ids (dataset, ","));
}

/* A copy has its own filter. */
static void
test_copy (void)
{
  const char *link = "jilin-atlas:?scope=siping&links=bus&page=transport&at=43.5000,125.0000,8.00";
  g_autoptr (AtlasView) view = atlas_view_parse (link, NULL);
  g_autoptr (AtlasView) copy = atlas_view_copy (view);
  g_autofree char *same = NULL;

  atlas_filter_reset (view->filter);
  same = atlas_view_to_uri (copy);
  g_assert_cmpstr (same, ==, link);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/view/links", test_links);
  g_test_add_func ("/query/view/other-forms", test_other_forms);
  g_test_add_func ("/query/view/refused", test_refused);
  g_test_add_func ("/query/view/long", test_long);
  g_test_add_func ("/query/view/filter", test_filter);
  g_test_add_func ("/query/view/scopes", test_scopes);
  g_test_add_func ("/query/view/copy", test_copy);
  return g_test_run ();
}
