/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-shown.h"

#include <string.h>

#include "atlas-beginning.h"
#include "atlas-link.h"
#include "atlas-reader.h"
#include "atlas-test-dataset.h"

static void
test_list (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasScope) scope =
    atlas_scope_new (dataset, atlas_test_dataset_get (dataset, "siping"));
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (GPtrArray) all =
    atlas_shown_list (scope, NULL, ATLAS_SHOWN_PART_ALL, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_autoptr (GPtrArray) some = NULL;
  AtlasRecord *hidden = atlas_test_dataset_get (dataset, "siping-auto");
  AtlasRecord *foreign = atlas_test_dataset_get (dataset, "liaoyuan-new");

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  some = atlas_shown_list (scope, filter, ATLAS_SHOWN_PART_ALL, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_true (atlas_shown_contains (scope, NULL, hidden));
  g_assert_false (atlas_shown_contains (scope, filter, hidden));
  g_assert_false (atlas_shown_contains (scope, NULL, foreign));
}

static void
assert_part (AtlasScope *scope,
             AtlasFilter *filter,
             AtlasShownPart part,
             AtlasRecordKind kind,
             const char *expected)
{
  g_autoptr (GPtrArray) records = atlas_shown_list (scope, filter, part, kind);
  g_autofree char *ids = atlas_test_dataset_join (records);

  g_assert_cmpstr (ids, ==, expected);
}

/* One industry has a link of 2016 and an undated one, one has only an undated link, one has a link
 * of 2020, and one has none. */
#define LINKS                                                                                      \
  "{'format': 'jilin-atlas', 'version': 1, 'title': 'T', 'sources': [], 'places': ["               \
  "{'id': 'a', 'name': 'A', 'kind': 'prefecture', 'latitude': 43, 'longitude': 125},"              \
  "{'id': 'b', 'name': 'B', 'kind': 'prefecture', 'latitude': 44, 'longitude': 126},"              \
  "{'id': 'c', 'name': 'C', 'kind': 'prefecture', 'latitude': 42, 'longitude': 124}],"             \
  "'industries': [{'id': 'dated', 'name': 'D', 'group': 'energy'},"                                \
  "{'id': 'undated', 'name': 'U', 'group': 'energy'},"                                             \
  "{'id': 'later', 'name': 'L', 'group': 'energy'},"                                               \
  "{'id': 'alone', 'name': 'N', 'group': 'energy'}],"                                              \
  "'partnerships': ["                                                                              \
  "{'id': 'p', 'name': 'P', 'kind': 'city-pair', 'date': '2016-02', 'members': ['a', 'b'],"        \
  "'industries': ['dated']},"                                                                      \
  "{'id': 'q', 'name': 'Q', 'kind': 'city-pair', 'members': ['b', 'c'],"                           \
  "'industries': ['dated', 'undated']},"                                                           \
  "{'id': 'r', 'name': 'R', 'kind': 'city-pair', 'date': '2020', 'members': ['a', 'c'],"           \
  "'industries': ['later']}]}"

/* The partnerships of the industry "dated", and the industries of the undated part: "dated" is
 * there because an undated partnership has it, even though a dated one has it too. */
static void
assert_carriers (AtlasScope *scope, AtlasFilter *filter, AtlasShownPart part, const char *expected)
{
  AtlasRecord *dated = atlas_dataset_lookup (atlas_scope_get_dataset (scope), "dated");
  g_autoptr (GPtrArray) carriers = atlas_shown_list_carriers (scope, filter, part, dated);
  g_autoptr (GPtrArray) industries = atlas_shown_list_industries (scope, filter, part);
  g_autofree char *ids = atlas_test_dataset_join (carriers);
  g_autofree char *carried = atlas_test_dataset_join (industries);

  g_assert_cmpstr (ids, ==, expected);
  g_assert_cmpstr (carried, ==, part == ATLAS_SHOWN_PART_UNDATED ? "dated undated" : "dated alone");
}

/* The state of an industry is that of the records of the scope that name it. */
static void
test_industries (void)
{
  g_autofree char *json = g_strdelimit (g_strdup (LINKS), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset =
    atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasScope) scope = NULL;
  g_autoptr (AtlasScope) place = NULL;
  AtlasRecord *later;
  const AtlasRecordKind kind = ATLAS_RECORD_KIND_INDUSTRY;

  g_assert_no_error (error);
  scope = atlas_scope_new (dataset, NULL);
  place = atlas_scope_new (dataset, atlas_dataset_lookup (dataset, "c"));
  later = atlas_dataset_lookup (dataset, "later");
  assert_part (scope, filter, ATLAS_SHOWN_PART_KNOWN, kind, "dated undated later alone");
  assert_part (scope, filter, ATLAS_SHOWN_PART_UNDATED, kind, "");
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2017, 0, 0 });
  assert_part (scope, filter, ATLAS_SHOWN_PART_KNOWN, kind, "dated alone");
  assert_part (scope, filter, ATLAS_SHOWN_PART_UNDATED, kind, "undated");
  assert_part (place, filter, ATLAS_SHOWN_PART_KNOWN, kind, "");
  assert_part (place, filter, ATLAS_SHOWN_PART_UNDATED, kind, "dated undated");
  assert_carriers (scope, filter, ATLAS_SHOWN_PART_KNOWN, "p");
  assert_carriers (scope, filter, ATLAS_SHOWN_PART_UNDATED, "q");
  g_assert_false (atlas_shown_contains (scope, filter, later));
  g_assert_true (atlas_shown_contains (scope, NULL, later));
  g_assert_false (atlas_shown_is_in_doubt (scope, NULL, later));
}

/* The number of links that begin by @until according to the data. */
static guint
count_dated (AtlasDataset *dataset, const AtlasDate *until)
{
  GPtrArray *links = atlas_dataset_get_links (dataset);
  guint n_dated = 0;

  for (guint i = 0; i < links->len; i++)
    {
      const AtlasDate *date = atlas_beginning_of (links->pdata[i], dataset);

      n_dated += date != NULL && atlas_date_last_day (date) <= atlas_date_last_day (until);
    }
  return n_dated;
}

static guint
count_part (AtlasScope *scope, AtlasFilter *filter, AtlasShownPart part)
{
  g_autoptr (GPtrArray) partnerships =
    atlas_shown_list (scope, filter, part, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_autoptr (GPtrArray) routes = atlas_shown_list (scope, filter, part, ATLAS_RECORD_KIND_ROUTE);

  return partnerships->len + routes->len;
}

/* For each month before the document, the known links are the dated ones, and the number of undated
 * ones, 32 of 45, does not change. On its date the document states all of them. */
static void
test_years (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, NULL);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  guint former = 0, n_all;

  for (guint month = 0; month < 5 * 12 + 4; month++)
    {
      const AtlasDate until = { (guint16) (2016 + month / 12), (guint8) (month % 12 + 1), 0 };
      guint n_known;

      atlas_filter_set_time (filter, NULL, &until);
      n_known = count_part (scope, filter, ATLAS_SHOWN_PART_KNOWN);
      g_assert_cmpuint (n_known, ==, count_dated (dataset, &until));
      g_assert_cmpuint (n_known, >=, former);
      g_assert_cmpuint (count_part (scope, filter, ATLAS_SHOWN_PART_UNDATED), ==, 32);
      former = n_known;
    }
  g_assert_cmpuint (former, ==, 13);
  g_assert_cmpuint (atlas_filter_count_undated (filter, dataset, atlas_dataset_get_links (dataset),
                                                &n_all),
                    ==, 32);
  g_assert_cmpuint (n_all, ==, 45);
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2021, 5, 30 });
  g_assert_cmpuint (count_part (scope, filter, ATLAS_SHOWN_PART_KNOWN), ==, 45);
  g_assert_cmpuint (count_part (scope, filter, ATLAS_SHOWN_PART_UNDATED), ==, 0);
}

static guint
count (AtlasScope *scope, AtlasFilter *filter, AtlasRecordKind kind)
{
  g_autoptr (GPtrArray) records = atlas_shown_list (scope, filter, ATLAS_SHOWN_PART_ALL, kind);

  return records->len;
}

/* With only the bus lines, what is not about one of them is left out: 6 of 71 projects, 4 of 31
 * figures. With a single group hidden, nothing else is left out. */
static void
test_only (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, NULL);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  AtlasRecord *station = atlas_dataset_lookup (dataset, "prj-station-siping");
  AtlasRecord *stop = atlas_dataset_lookup (dataset, "station-siping");
  AtlasRecord *road = atlas_dataset_lookup (dataset, "prj-raogai-yitong");

  atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS);
  g_assert_cmpuint (count (scope, filter, ATLAS_RECORD_KIND_ROUTE), ==, 3);
  g_assert_cmpuint (count (scope, filter, ATLAS_RECORD_KIND_PARTNERSHIP), ==, 0);
  g_assert_cmpuint (count (scope, filter, ATLAS_RECORD_KIND_PROJECT), ==, 6);
  g_assert_cmpuint (count (scope, filter, ATLAS_RECORD_KIND_FIGURE), ==, 4);
  g_assert_true (atlas_shown_contains (scope, filter, station));
  g_assert_true (atlas_shown_contains (scope, filter, stop));
  g_assert_false (atlas_shown_contains (scope, filter, road));
  atlas_filter_reset (filter);
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  g_assert_true (atlas_shown_contains (scope, filter, road));
  g_assert_cmpuint (count (scope, filter, ATLAS_RECORD_KIND_PROJECT), ==, 71);
}

/* With only one group of industries, a project is shown if it names one of them. */
static void
test_only_industries (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_read_jilin ();
  g_autoptr (AtlasScope) scope = atlas_scope_new (dataset, NULL);
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (GPtrArray) projects = NULL;

  atlas_filter_show_only (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_ENERGY);
  projects = atlas_shown_list (scope, filter, ATLAS_SHOWN_PART_ALL, ATLAS_RECORD_KIND_PROJECT);
  g_assert_cmpuint (projects->len, >, 0);
  g_assert_cmpuint (projects->len, <, 71);
  g_assert_true (atlas_shown_contains (scope, filter,
                                       atlas_dataset_lookup (dataset, "prj-green-park-baicheng")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/shown/list", test_list);
  g_test_add_func ("/query/shown/industries", test_industries);
  g_test_add_func ("/query/shown/years", test_years);
  g_test_add_func ("/query/shown/only", test_only);
  g_test_add_func ("/query/shown/only-industries", test_only_industries);
  return g_test_run ();
}
