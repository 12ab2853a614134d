/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-filter.h"

/* Lists those of @ids that match @filter. */
static char *
list_matching (AtlasFilter *filter, AtlasDataset *dataset, const char *ids)
{
  g_auto (GStrv) split = g_strsplit (ids, " ", -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (gsize i = 0; split[i] != NULL; i++)
    {
      AtlasRecord *record = atlas_test_dataset_get (dataset, split[i]);

      if (atlas_filter_matches (filter, dataset, record))
        g_ptr_array_add (found, record);
    }
  return atlas_test_dataset_join (found);
}

static void
count_changes (AtlasFilter *filter, guint *count)
{
  (*count)++;
}

static void
test_new_destroy (void)
{
  AtlasFilter *filter = atlas_filter_new ();

  g_assert_true (atlas_filter_is_open (filter));
  g_assert_null (atlas_filter_get_until (filter));
  g_assert_finalize_object (filter);
}

static void
test_groups (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autofree char *ids = NULL;

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  ids = list_matching (filter, dataset, "siping siping-auto changping works-siping bus signed");
  g_assert_cmpstr (ids, ==, "siping changping works-siping signed");
  g_assert_false (atlas_filter_get_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS));
  g_assert_true (atlas_filter_get_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_PAIR));
  g_assert_false (atlas_filter_is_open (filter));
}

static void
test_industries (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autofree char *ids = NULL;

  /* A link without industries is not hidden. */
  atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_AUTOMOTIVE, FALSE);
  ids = list_matching (filter, dataset, "parts medicine siping-auto liaoyuan-new changping bus");
  g_assert_cmpstr (ids, ==, "medicine liaoyuan-new changping bus");
}

static void
test_events (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autofree char *ids = NULL;

  atlas_filter_set_shows (filter, ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_SURVEY, FALSE);
  ids = list_matching (filter, dataset, "approved signed surveyed");
  g_assert_cmpstr (ids, ==, "approved signed");
}

static void
test_until (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const struct
  {
    AtlasDate until;
    const char *expected;
  } cases[] = {
    { { 2015, 12, 31 }, "siping siping-auto" },
    /* A date without a day begins on the first day of its month. */
    { { 2016, 2, 1 }, "siping siping-auto approved" },
    { { 2016, 0, 0 }, "siping siping-auto approved" },
    /* A figure for a year counts from the first day of it. */
    { { 2020, 1, 1 }, "siping siping-auto approved done" },
    /* A link exists from the first event about it. */
    { { 2020, 8, 0 }, "siping siping-auto changping approved signed done" },
    { { 2021, 3, 8 }, "siping siping-auto changping approved signed total done" },
    { { 2021, 3, 9 }, "siping siping-auto changping approved signed surveyed total done" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasFilter) filter = atlas_filter_new ();
      g_autofree char *ids = NULL;

      atlas_filter_set_time (filter, NULL, &cases[i].until);
      ids = list_matching (filter, dataset,
                           "siping siping-auto changping approved signed surveyed total done");
      g_assert_cmpstr (ids, ==, cases[i].expected);
    }
}

/* Events before the beginning are hidden; links that began before are not. */
static void
test_from (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  const char *ids = "siping siping-auto changping approved signed surveyed total done";
  const struct
  {
    AtlasDate from;
    const char *expected;
  } cases[] = {
    { { 2016, 2, 29 }, "siping siping-auto changping approved signed surveyed total done" },
    { { 2016, 3, 0 }, "siping siping-auto changping signed surveyed total done" },
    { { 2020, 8, 31 }, "siping siping-auto changping signed surveyed total done" },
    { { 2021, 1, 1 }, "siping siping-auto changping surveyed total" },
    { { 2022, 0, 0 }, "siping siping-auto changping" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AtlasFilter) filter = atlas_filter_new ();
      g_autofree char *found = NULL;

      atlas_filter_set_time (filter, &cases[i].from, NULL);
      g_assert_false (atlas_filter_is_open (filter));
      found = list_matching (filter, dataset, ids);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Both ends are set with one signal, and a copy has both. */
static void
test_time (void)
{
  const AtlasDate from = { 2018, 0, 0 }, until = { 2020, 8, 0 };
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasFilter) copy = NULL;
  guint count = 0;

  g_signal_connect (filter, "changed", G_CALLBACK (count_changes), &count);
  atlas_filter_set_time (filter, &from, &until);
  atlas_filter_set_time (filter, &from, &until);
  g_assert_cmpuint (count, ==, 1);
  /* Values returned by a filter can be passed to it again. */
  atlas_filter_set_time (filter, atlas_filter_get_from (filter), NULL);
  g_assert_cmpint (atlas_date_compare (atlas_filter_get_from (filter), &from), ==, 0);
  atlas_filter_set_time (filter, atlas_filter_get_from (filter), &until);
  copy = atlas_filter_copy (filter);
  atlas_filter_reset (filter);
  g_assert_false (atlas_filter_has_time (filter));
  g_assert_cmpint (atlas_date_compare (atlas_filter_get_from (copy), &from), ==, 0);
  g_assert_cmpint (atlas_date_compare (atlas_filter_get_until (copy), &until), ==, 0);
}

/* Undated links of the bundled dataset are shown at all times, and in doubt before the date of the
 * document. */
static void
test_in_doubt (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  AtlasRecord *bus, *event, *step, *project, *figure, *plan;

  bus = atlas_dataset_lookup (dataset, "bus-liaoyuan-siping");
  event = atlas_dataset_lookup (dataset, "ev-changji-body");
  step =
    g_list_model_get_item (atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_COMMITMENT), 0);
  project =
    g_list_model_get_item (atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PROJECT), 0);
  figure = atlas_dataset_lookup (dataset, "fig-registered-changchun");
  g_assert_false (atlas_filter_is_in_doubt (filter, dataset, bus));

  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2017, 0, 0 });
  g_assert_true (atlas_filter_matches (filter, dataset, bus));
  g_assert_true (atlas_filter_is_in_doubt (filter, dataset, bus));
  g_assert_true (atlas_filter_is_in_doubt (filter, dataset, event));
  g_assert_true (atlas_filter_matches (filter, dataset, project));
  g_assert_true (atlas_filter_is_in_doubt (filter, dataset, project));
  /* Next steps, and figures without a date, have the date of the document. */
  g_assert_false (atlas_filter_matches (filter, dataset, step));
  g_assert_false (atlas_filter_matches (filter, dataset, figure));
  g_assert_true (atlas_filter_matches_at_any_time (filter, dataset, step));
  /* An undated plan for 2021 to 2025 is hidden before 2021; after that it is undated. */
  plan = atlas_dataset_lookup (dataset, "plan-ecology");
  g_assert_false (atlas_filter_matches (filter, dataset, plan));
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2020, 12, 31 });
  g_assert_false (atlas_filter_matches (filter, dataset, plan));
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2021, 1, 0 });
  g_assert_true (atlas_filter_matches (filter, dataset, plan));
  g_assert_true (atlas_filter_is_in_doubt (filter, dataset, plan));

  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2021, 5, 30 });
  g_assert_false (atlas_filter_is_in_doubt (filter, dataset, bus));
  g_assert_false (atlas_filter_is_in_doubt (filter, dataset, event));
  g_assert_true (atlas_filter_matches (filter, dataset, step));
  g_assert_true (atlas_filter_matches (filter, dataset, figure));

  /* An undated event may be before the beginning; a bus route still exists. */
  atlas_filter_set_time (filter, &(AtlasDate) { 2018, 0, 0 }, NULL);
  g_assert_true (atlas_filter_is_in_doubt (filter, dataset, event));
  g_assert_false (atlas_filter_is_in_doubt (filter, dataset, bus));
  g_object_unref (step);
  g_object_unref (project);
}

/* The first call shows only one value, with one signal, and the second one shows all. */
static void
test_show_only (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  guint count = 0;

  g_signal_connect (filter, "changed", G_CALLBACK (count_changes), &count);
  atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_ENERGY, FALSE);
  atlas_filter_show_only (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_ENERGY);
  g_assert_cmpuint (count, ==, 2);
  for (guint value = 0; value < ATLAS_N_INDUSTRY_GROUPS; value++)
    g_assert_cmpint (atlas_filter_get_shows (filter, ATLAS_FACET_INDUSTRIES, value), ==,
                     value == ATLAS_INDUSTRY_GROUP_ENERGY);
  g_assert_true (atlas_filter_get_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS));
  atlas_filter_show_only (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_ENERGY);
  g_assert_true (atlas_filter_is_open (filter));
}

static void
test_changed (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  AtlasDate date = { 2020, 0, 0 };
  guint count = 0;

  g_signal_connect (filter, "changed", G_CALLBACK (count_changes), &count);
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, TRUE);
  atlas_filter_set_time (filter, NULL, NULL);
  atlas_filter_reset (filter);
  g_assert_cmpuint (count, ==, 0);

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  g_assert_cmpuint (count, ==, 1);
  atlas_filter_set_time (filter, NULL, &date);
  atlas_filter_set_time (filter, NULL, &date);
  g_assert_cmpuint (count, ==, 2);

  atlas_filter_reset (filter);
  g_assert_cmpuint (count, ==, 3);
  g_assert_true (atlas_filter_is_open (filter));
}

/* A copy shows the same, and does not follow changes. */
static void
test_copy (void)
{
  const AtlasDate date = { 2020, 0, 0 };
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasFilter) copy = NULL;

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_AUTOMOTIVE, FALSE);
  atlas_filter_set_shows (filter, ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_MEETING, FALSE);
  atlas_filter_set_time (filter, NULL, &date);
  copy = atlas_filter_copy (filter);
  atlas_filter_reset (filter);
  g_assert_false (atlas_filter_get_shows (copy, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS));
  g_assert_true (atlas_filter_get_shows (copy, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE));
  g_assert_false (atlas_filter_get_shows (copy, ATLAS_FACET_INDUSTRIES,
                                          ATLAS_INDUSTRY_GROUP_AUTOMOTIVE));
  g_assert_false (atlas_filter_get_shows (copy, ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_MEETING));
  g_assert_cmpint (atlas_date_compare (atlas_filter_get_until (copy), &date), ==, 0);
}

static void
test_refuses (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL,
                         "*value < atlas_facet_get_n_values*failed");
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_N_LINK_GROUPS, FALSE);
  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*ATLAS_IS_RECORD*failed");
  g_assert_false (atlas_filter_matches (filter, dataset, NULL));
  g_test_assert_expected_messages ();
  g_assert_true (atlas_filter_is_open (filter));
}

static void
restored_cb (guint *count)
{
  (*count)++;
}

/* A copied state is restored exactly, with one signal. */
static void
test_restore (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasFilter) state = NULL;
  const AtlasDate until = { 2018, 4, 0 };
  guint n_changes = 0;

  atlas_filter_set_time (filter, NULL, &until);
  atlas_filter_set_shows (filter, ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_SURVEY, FALSE);
  state = atlas_filter_copy (filter);
  atlas_filter_reset (filter);
  g_signal_connect_swapped (filter, "changed", G_CALLBACK (restored_cb), &n_changes);
  atlas_filter_restore (filter, state);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpint (atlas_date_compare (atlas_filter_get_until (filter), &until), ==, 0);
  g_assert_false (atlas_filter_get_shows (filter, ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_SURVEY));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/filter/new-destroy", test_new_destroy);
  g_test_add_func ("/query/filter/groups", test_groups);
  g_test_add_func ("/query/filter/industries", test_industries);
  g_test_add_func ("/query/filter/events", test_events);
  g_test_add_func ("/query/filter/until", test_until);
  g_test_add_func ("/query/filter/from", test_from);
  g_test_add_func ("/query/filter/time", test_time);
  g_test_add_func ("/query/filter/in-doubt", test_in_doubt);
  g_test_add_func ("/query/filter/show-only", test_show_only);
  g_test_add_func ("/query/filter/changed", test_changed);
  g_test_add_func ("/query/filter/copy", test_copy);
  g_test_add_func ("/query/filter/refuses", test_refuses);

  g_test_add_func ("/query/filter/restore", test_restore);
  return g_test_run ();
}
