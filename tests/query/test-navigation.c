/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-navigation.h"

typedef struct
{
  AtlasDataset *dataset;
  AtlasNavigation *navigation;
  GString *notified; /* the names of the properties that changed */
} Fixture;

static void
notify_cb (AtlasNavigation *navigation, GParamSpec *pspec, Fixture *fixture)
{
  g_string_append_printf (fixture->notified, "%s ", pspec->name);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dataset = atlas_test_dataset_new ();
  fixture->navigation = atlas_navigation_new ();
  fixture->notified = g_string_new (NULL);
  atlas_navigation_set_dataset (fixture->navigation, fixture->dataset);
  g_signal_connect (fixture->navigation, "notify", G_CALLBACK (notify_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->navigation);
  g_assert_finalize_object (fixture->dataset);
  g_string_free (fixture->notified, TRUE);
}

static void
visit (Fixture *fixture, const char *id)
{
  atlas_navigation_visit (fixture->navigation, atlas_test_dataset_get (fixture->dataset, id));
}

static const char *
get_subject (Fixture *fixture)
{
  AtlasRecord *subject = atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation));

  return subject != NULL ? atlas_record_get_id (subject) : NULL;
}

static void
test_new_destroy (void)
{
  AtlasNavigation *navigation = atlas_navigation_new ();

  g_assert_null (atlas_navigation_get_dataset (navigation));
  g_assert_null (atlas_navigation_get_scope (navigation));
  g_assert_null (atlas_navigation_get_hovered (navigation));
  g_assert_false (atlas_navigation_get_can_go_back (navigation));
  g_assert_true (atlas_filter_is_open (atlas_navigation_get_filter (navigation)));
  g_assert_finalize_object (navigation);
}

static void
test_opens_on_province (Fixture *fixture, gconstpointer data)
{
  g_assert_true (atlas_navigation_get_dataset (fixture->navigation) == fixture->dataset);
  g_assert_null (get_subject (fixture));
  g_assert_false (atlas_navigation_get_can_go_back (fixture->navigation));
}

static void
test_visit_and_back (Fixture *fixture, gconstpointer data)
{
  visit (fixture, "siping");
  visit (fixture, "changping");
  g_assert_cmpstr (get_subject (fixture), ==, "changping");

  atlas_navigation_go_back (fixture->navigation);
  g_assert_cmpstr (get_subject (fixture), ==, "siping");
  g_assert_true (atlas_navigation_get_can_go_back (fixture->navigation));

  atlas_navigation_go_back (fixture->navigation);
  g_assert_null (get_subject (fixture));
  g_assert_false (atlas_navigation_get_can_go_back (fixture->navigation));

  atlas_navigation_go_back (fixture->navigation);
  g_assert_null (get_subject (fixture));
}

static void
test_notify (Fixture *fixture, gconstpointer data)
{
  atlas_navigation_visit (fixture->navigation, NULL);
  atlas_navigation_go_back (fixture->navigation);
  g_assert_cmpstr (fixture->notified->str, ==, "");

  visit (fixture, "siping");
  visit (fixture, "siping");
  visit (fixture, "changping");
  g_assert_cmpstr (fixture->notified->str, ==, "scope can-go-back scope ");

  g_string_truncate (fixture->notified, 0);
  atlas_navigation_go_back (fixture->navigation);
  atlas_navigation_go_back (fixture->navigation);
  g_assert_cmpstr (fixture->notified->str, ==, "scope scope can-go-back ");
}

static void
test_hovered (Fixture *fixture, gconstpointer data)
{
  AtlasRecord *siping = atlas_test_dataset_get (fixture->dataset, "siping");

  atlas_navigation_set_hovered (fixture->navigation, siping);
  atlas_navigation_set_hovered (fixture->navigation, siping);
  g_assert_true (atlas_navigation_get_hovered (fixture->navigation) == siping);
  atlas_navigation_set_hovered (fixture->navigation, NULL);
  g_assert_null (atlas_navigation_get_hovered (fixture->navigation));
  g_assert_cmpstr (fixture->notified->str, ==, "hovered hovered ");

  /* Leaving a widget keeps what another widget has set since. */
  atlas_navigation_set_hovered (fixture->navigation, siping);
  atlas_navigation_leave (fixture->navigation,
                          atlas_test_dataset_get (fixture->dataset, "liaoyuan"));
  atlas_navigation_leave (fixture->navigation, NULL);
  g_assert_true (atlas_navigation_get_hovered (fixture->navigation) == siping);
  atlas_navigation_leave (fixture->navigation, siping);
  g_assert_null (atlas_navigation_get_hovered (fixture->navigation));
}

/* Reading again gives other objects with the same ids. */
static void
test_another_dataset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDataset) again = atlas_test_dataset_new ();
  g_autoptr (AtlasDataset) empty = atlas_dataset_new ();

  visit (fixture, "siping");
  visit (fixture, "changping");
  atlas_navigation_set_hovered (fixture->navigation,
                                atlas_test_dataset_get (fixture->dataset, "siping"));
  g_string_truncate (fixture->notified, 0);

  atlas_navigation_set_dataset (fixture->navigation, again);
  g_assert_true (atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation)) ==
                 atlas_test_dataset_get (again, "changping"));
  g_assert_null (atlas_navigation_get_hovered (fixture->navigation));
  g_assert_true (atlas_navigation_get_can_go_back (fixture->navigation));
  g_assert_nonnull (strstr (fixture->notified->str, "dataset "));
  g_assert_nonnull (strstr (fixture->notified->str, "scope "));

  /* Back leads to the same places. */
  atlas_navigation_go_back (fixture->navigation);
  g_assert_true (atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation)) ==
                 atlas_test_dataset_get (again, "siping"));
  atlas_navigation_go_back (fixture->navigation);
  g_assert_null (get_subject (fixture));
  g_assert_false (atlas_navigation_get_can_go_back (fixture->navigation));

  visit (fixture, "siping");
  atlas_navigation_set_dataset (fixture->navigation, empty);
  g_assert_null (get_subject (fixture));
  g_assert_false (atlas_navigation_get_can_go_back (fixture->navigation));
}

static gboolean
lifts (Fixture *fixture, const char *hovered, const char *id)
{
  atlas_navigation_set_hovered (fixture->navigation,
                                hovered != NULL ? atlas_test_dataset_get (fixture->dataset, hovered)
                                                : NULL);
  return atlas_navigation_lifts (fixture->navigation,
                                 atlas_test_dataset_get (fixture->dataset, id));
}

/* Related records highlight each other. */
static void
test_lifts (Fixture *fixture, gconstpointer data)
{
  g_assert_false (lifts (fixture, NULL, "signed"));
  g_assert_true (lifts (fixture, "signed", "signed"));
  g_assert_true (lifts (fixture, "signed", "changping"));
  g_assert_true (lifts (fixture, "changping", "signed"));
  g_assert_true (lifts (fixture, "plan", "changping"));
  g_assert_true (lifts (fixture, "changping", "plan"));
  g_assert_true (lifts (fixture, "surveyed", "liaoyuan"));
  g_assert_true (lifts (fixture, "liaoyuan", "surveyed"));
  g_assert_false (lifts (fixture, "signed", "bus"));
  g_assert_false (lifts (fixture, "changping", "siping"));
  g_assert_false (lifts (fixture, "signed", "approved"));
}

static void
compare (Fixture *fixture, const char *id)
{
  atlas_navigation_compare (fixture->navigation, atlas_test_dataset_get (fixture->dataset, id));
}

static void
assert_compares (Fixture *fixture, const char *first, const char *second)
{
  AtlasScope *scope = atlas_navigation_get_scope (fixture->navigation);
  AtlasRecord *other = atlas_scope_get_other (scope);

  g_assert_cmpstr (get_subject (fixture), ==, first);
  g_assert_cmpstr (other != NULL ? atlas_record_get_id (other) : NULL, ==, second);
}

/* A second city is compared with the first, a third replaces the second; Back undoes each. */
static void
test_compare (Fixture *fixture, gconstpointer data)
{
  visit (fixture, "siping");
  compare (fixture, "liaoyuan");
  assert_compares (fixture, "siping", "liaoyuan");
  g_assert_false (atlas_navigation_is_at (fixture->navigation,
                                          atlas_test_dataset_get (fixture->dataset, "siping")));
  g_string_truncate (fixture->notified, 0);
  compare (fixture, "liaoyuan");
  g_assert_cmpstr (fixture->notified->str, ==, "");
  compare (fixture, "changchun");
  assert_compares (fixture, "siping", "changchun");
  g_assert_cmpstr (fixture->notified->str, ==, "scope ");

  atlas_navigation_go_back (fixture->navigation);
  assert_compares (fixture, "siping", "liaoyuan");
  /* Visiting the first subject ends the comparison. */
  visit (fixture, "siping");
  assert_compares (fixture, "siping", NULL);
  atlas_navigation_go_back (fixture->navigation);
  atlas_navigation_go_back (fixture->navigation);
  assert_compares (fixture, "siping", NULL);
}

/* Links are compared with links and places, also after the file was read again. */
static void
test_compare_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDataset) again = atlas_test_dataset_new ();

  visit (fixture, "changping");
  compare (fixture, "bus");
  assert_compares (fixture, "changping", "bus");
  compare (fixture, "liaoyuan");
  assert_compares (fixture, "changping", "liaoyuan");
  atlas_navigation_go_back (fixture->navigation);
  assert_compares (fixture, "changping", "bus");
  atlas_navigation_set_dataset (fixture->navigation, again);
  assert_compares (fixture, "changping", "bus");
}

/* A record that cannot be compared becomes the scope. */
static void
test_compare_visits (Fixture *fixture, gconstpointer data)
{
  compare (fixture, "changchun");
  assert_compares (fixture, "changchun", NULL);
  compare (fixture, "zone-auto");
  assert_compares (fixture, "zone-auto", NULL);
  compare (fixture, "changchun");
  assert_compares (fixture, "changchun", NULL);
  compare (fixture, "siping-auto");
  assert_compares (fixture, "siping-auto", NULL);
  compare (fixture, "siping-auto");
  assert_compares (fixture, "siping-auto", NULL);
  compare (fixture, "siping");
  assert_compares (fixture, "siping", NULL);
  compare (fixture, "siping");
  assert_compares (fixture, "siping", NULL);
  g_assert_false (atlas_navigation_can_compare (fixture->navigation, NULL));
}

static void
test_comparison_in_another_dataset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDataset) again = atlas_test_dataset_new ();

  visit (fixture, "siping");
  compare (fixture, "liaoyuan");
  atlas_navigation_set_dataset (fixture->navigation, again);
  assert_compares (fixture, "siping", "liaoyuan");
  g_assert_true (atlas_scope_get_other (atlas_navigation_get_scope (fixture->navigation)) ==
                 atlas_test_dataset_get (again, "liaoyuan"));
}

/* Scope, history and filter stay when a record is replaced or removed. */
static void
test_derived_dataset (Fixture *fixture, gconstpointer data)
{
  const char *const removed[] = { "surveyed", NULL };
  g_autoptr (AtlasRecord) city =
    g_object_new (ATLAS_TYPE_PLACE, "id", "siping", "code", "220300", NULL);
  g_autoptr (GPtrArray) put = g_ptr_array_new ();
  g_autoptr (AtlasDataset) derived = NULL;
  AtlasFilter *filter = atlas_navigation_get_filter (fixture->navigation);

  visit (fixture, "bus");
  visit (fixture, "surveyed");
  visit (fixture, "bus");
  visit (fixture, "siping");
  compare (fixture, "liaoyuan");
  visit (fixture, "siping");
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);

  g_ptr_array_add (put, city);
  derived = atlas_dataset_derive (fixture->dataset, put, removed, NULL);
  atlas_navigation_set_dataset (fixture->navigation, derived);
  g_assert_true (atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation)) ==
                 city);
  g_assert_false (atlas_filter_get_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS));
  atlas_navigation_go_back (fixture->navigation);
  assert_compares (fixture, "siping", "liaoyuan");
  g_assert_true (atlas_scope_get_subject (atlas_navigation_get_scope (fixture->navigation)) ==
                 city);
  atlas_navigation_go_back (fixture->navigation);
  assert_compares (fixture, "siping", NULL);
  /* Removing a scope from the history leaves no equal neighbours. */
  atlas_navigation_go_back (fixture->navigation);
  assert_compares (fixture, "bus", NULL);
  atlas_navigation_go_back (fixture->navigation);
  g_assert_null (get_subject (fixture));
  g_assert_false (atlas_navigation_get_can_go_back (fixture->navigation));
}

/* The history is long but limited. */
static void
test_forgets (Fixture *fixture, gconstpointer data)
{
  guint n_back = 0;

  for (guint i = 0; i < 500; i++)
    visit (fixture, i % 2 == 0 ? "siping" : "liaoyuan");
  while (atlas_navigation_get_can_go_back (fixture->navigation))
    {
      atlas_navigation_go_back (fixture->navigation);
      n_back++;
    }
  g_assert_cmpuint (n_back, ==, 100);
  g_assert_cmpstr (get_subject (fixture), ==, "liaoyuan");
}

static void
test_refuses (void)
{
  g_autoptr (AtlasNavigation) navigation = atlas_navigation_new ();

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*dataset != NULL*failed");
  atlas_navigation_visit (navigation, NULL);
  g_test_assert_expected_messages ();
}

/* Counts records in the scope and in the rest of the filter. */
static void
test_count (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasNavigation) navigation = atlas_navigation_new ();
  AtlasFilter *filter = atlas_navigation_get_filter (navigation);
  const AtlasDate before = { 2019, 0, 0 };
  guint counts[ATLAS_MAX_FACET_VALUES] = { 7, 7 };
  guint undated[ATLAS_MAX_FACET_VALUES] = { 7, 7 };

  atlas_navigation_count (navigation, ATLAS_FACET_LINKS, counts, undated);
  g_assert_cmpuint (counts[ATLAS_LINK_GROUP_ZONE], ==, 0);
  atlas_navigation_set_dataset (navigation, dataset);
  atlas_navigation_count (navigation, ATLAS_FACET_LINKS, counts, undated);
  g_assert_cmpuint (counts[ATLAS_LINK_GROUP_ZONE], ==, 2);
  g_assert_cmpuint (counts[ATLAS_LINK_GROUP_BUS], ==, 1);
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  atlas_navigation_count (navigation, ATLAS_FACET_LINKS, counts, undated);
  g_assert_cmpuint (counts[ATLAS_LINK_GROUP_ZONE], ==, 2);
  atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_MEDICINE, FALSE);
  atlas_navigation_count (navigation, ATLAS_FACET_LINKS, counts, undated);
  g_assert_cmpuint (counts[ATLAS_LINK_GROUP_ZONE], ==, 1);
  atlas_navigation_count (navigation, ATLAS_FACET_INDUSTRIES, counts, undated);
  g_assert_cmpuint (counts[ATLAS_INDUSTRY_GROUP_MEDICINE], ==, 1);
  atlas_navigation_count (navigation, ATLAS_FACET_EVENTS, counts, undated);
  g_assert_cmpuint (counts[ATLAS_EVENT_KIND_APPROVAL], ==, 1);
  g_assert_cmpuint (counts[ATLAS_EVENT_KIND_SURVEY], ==, 1);
  atlas_filter_set_time (filter, NULL, &before);
  atlas_navigation_count (navigation, ATLAS_FACET_EVENTS, counts, undated);
  g_assert_cmpuint (counts[ATLAS_EVENT_KIND_APPROVAL], ==, 1);
  g_assert_cmpuint (counts[ATLAS_EVENT_KIND_SURVEY], ==, 0);
  g_assert_cmpuint (undated[ATLAS_EVENT_KIND_APPROVAL], ==, 0);
}

/* If time is filtered, undated links are counted separately, and so is an industry with only
 * undated links. Later links are not counted. Records hidden by the facet itself are counted. */
static void
test_count_undated (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasNavigation) navigation = atlas_navigation_new ();
  AtlasFilter *filter = atlas_navigation_get_filter (navigation);
  guint counts[ATLAS_MAX_FACET_VALUES], undated[ATLAS_MAX_FACET_VALUES];

  atlas_navigation_set_dataset (navigation, dataset);
  atlas_navigation_count (navigation, ATLAS_FACET_LINKS, counts, undated);
  g_assert_cmpuint (counts[ATLAS_LINK_GROUP_INTEGRATION], ==, 1);
  g_assert_cmpuint (undated[ATLAS_LINK_GROUP_ZONE], ==, 0);
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2019, 0, 0 });
  for (int shows = 1; shows >= 0; shows--)
    {
      atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, shows);
      atlas_navigation_count (navigation, ATLAS_FACET_LINKS, counts, undated);
      g_assert_cmpuint (counts[ATLAS_LINK_GROUP_INTEGRATION], ==, 0);
      g_assert_cmpuint (counts[ATLAS_LINK_GROUP_ZONE], ==, 2);
      g_assert_cmpuint (undated[ATLAS_LINK_GROUP_ZONE], ==, 2);
    }
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, TRUE);
  atlas_navigation_count (navigation, ATLAS_FACET_INDUSTRIES, counts, undated);
  g_assert_cmpuint (counts[ATLAS_INDUSTRY_GROUP_MEDICINE], ==, 1);
  g_assert_cmpuint (undated[ATLAS_INDUSTRY_GROUP_MEDICINE], ==, 1);
}

/* A detour does not change the history, and leads back to where it began. */
static void
test_detour (Fixture *fixture, gconstpointer data)
{
  AtlasNavigation *navigation = fixture->navigation;
  g_autoptr (AtlasDataset) same = NULL;
  AtlasRecord *siping = atlas_test_dataset_get (fixture->dataset, "siping");
  AtlasRecord *changchun = atlas_test_dataset_get (fixture->dataset, "changchun");

  atlas_navigation_visit (navigation, siping);
  atlas_navigation_begin_detour (navigation);
  g_assert_false (atlas_navigation_get_can_go_back (navigation));
  atlas_navigation_visit (navigation, changchun);
  atlas_navigation_visit (navigation, NULL);
  atlas_navigation_go_back (navigation);
  g_assert_true (atlas_navigation_is_at (navigation, NULL));
  atlas_navigation_end_detour (navigation);
  g_assert_true (atlas_navigation_is_at (navigation, siping));
  atlas_navigation_go_back (navigation);
  g_assert_true (atlas_navigation_is_at (navigation, NULL));
  g_assert_false (atlas_navigation_get_can_go_back (navigation));

  /* Also if the dataset is read again meanwhile. */
  atlas_navigation_visit (navigation, siping);
  atlas_navigation_begin_detour (navigation);
  atlas_navigation_visit (navigation, changchun);
  same = atlas_dataset_derive (fixture->dataset, NULL, NULL, NULL);
  atlas_navigation_set_dataset (navigation, same);
  atlas_navigation_end_detour (navigation);
  g_assert_true (atlas_navigation_is_at (navigation, siping));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/query/navigation/" name, Fixture, NULL, set_up, function, tear_down)
  g_test_add_func ("/query/navigation/new-destroy", test_new_destroy);
  ADD ("opens-on-province", test_opens_on_province);
  ADD ("visit-and-back", test_visit_and_back);
  ADD ("notify", test_notify);
  ADD ("hovered", test_hovered);
  ADD ("lifts", test_lifts);
  ADD ("another-dataset", test_another_dataset);
  ADD ("compare", test_compare);
  ADD ("compare-links", test_compare_links);
  ADD ("compare-visits", test_compare_visits);
  ADD ("comparison-in-another-dataset", test_comparison_in_another_dataset);
  ADD ("derived-dataset", test_derived_dataset);
  ADD ("forgets", test_forgets);
  ADD ("detour", test_detour);
  g_test_add_func ("/query/navigation/refuses", test_refuses);
  g_test_add_func ("/query/navigation/count", test_count);
  g_test_add_func ("/query/navigation/count-undated", test_count_undated);

  return g_test_run ();
}
