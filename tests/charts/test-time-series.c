/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-time-series.h"

#include <string.h>

#include "atlas-dataset.h"
#include "atlas-reader.h"

static const char *const ids[] = {
  "day",    "month", "year",     "undated", "lasting", "told",
  "untold", "plain", "expected", "done",    "layout",  "to-come",
};

static AtlasDataset *
read_dataset (void)
{
  g_autofree char *json = g_strdup (
    "{'format': 'jilin-atlas', 'version': 1, 'title': 'Test', 'date': '2021-05-30', 'sources': [],"
    "'places': [],"
    "'events': [{'id': 'day', 'name': 'D', 'kind': 'signing', 'date': '2020-08-10'},"
    "           {'id': 'month', 'name': 'M', 'kind': 'plan', 'date': '2020-08',"
    "            'about': ['told']},"
    "           {'id': 'year', 'name': 'Y', 'kind': 'plan', 'date': '2020'},"
    "           {'id': 'undated', 'name': 'U', 'kind': 'survey', 'about': ['untold']}],"
    "'plans': [{'id': 'lasting', 'name': 'L', 'date': '2019', 'period': '2018/2025'},"
    "          {'id': 'told', 'name': 'T', 'date': '2020-08'},"
    "          {'id': 'untold', 'name': 'N', 'date': '2019-11'},"
    "          {'id': 'layout', 'name': 'A', 'period': '2020/2030', 'status': 'policy'},"
    "          {'id': 'to-come', 'name': 'C', 'period': '2020/2035', 'status': 'planned'},"
    "          {'id': 'plain', 'name': 'P'}],"
    "'projects': [{'id': 'expected', 'name': 'E', 'kind': 'road', 'expected': '2021-10'},"
    "             {'id': 'done', 'name': 'O', 'kind': 'road'}]}");
  g_autoptr (GBytes) bytes = g_bytes_new (g_strdelimit (json, "'", '"'), strlen (json));
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static AtlasTimeSeries *
make_series (AtlasDataset *dataset)
{
  AtlasTimeSeries *series = atlas_time_series_new (dataset);

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    atlas_time_series_add (series, atlas_dataset_lookup (dataset, ids[i]));
  return series;
}

static void
test_new_destroy (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  AtlasTimeSeries *series = atlas_time_series_new (dataset);
  AtlasTimeAxis axis;

  g_assert_cmpuint (atlas_time_series_get_length (series), ==, 0);
  g_assert_cmpuint (atlas_time_series_get_as_of (series), ==, 0);
  g_assert_false (atlas_time_series_get_axis (series, &axis));
  g_assert_finalize_object (series);
}

/* Items are sorted by time with their possible days; there are no duplicates, and no plans that are
 * not documents. */
static void
test_items (void)
{
  g_autoptr (AtlasDataset) dataset = read_dataset ();
  g_autoptr (AtlasTimeSeries) series = make_series (dataset);
  const struct
  {
    const char *id;
    AtlasTimeItemKind kind;
    AtlasDate first, last;
  } expected[] = {
    { "lasting", ATLAS_TIME_ITEM_PERIOD, { 2018, 1, 1 }, { 2025, 12, 31 } },
    { "untold", ATLAS_TIME_ITEM_HAPPENED, { 2019, 11, 1 }, { 2019, 11, 30 } },
    { "day", ATLAS_TIME_ITEM_HAPPENED, { 2020, 8, 10 }, { 2020, 8, 10 } },
    { "month", ATLAS_TIME_ITEM_HAPPENED, { 2020, 8, 1 }, { 2020, 8, 31 } },
    { "year", ATLAS_TIME_ITEM_HAPPENED, { 2020, 1, 1 }, { 2020, 12, 31 } },
    { "expected", ATLAS_TIME_ITEM_EXPECTED, { 2021, 10, 1 }, { 2021, 10, 31 } },
  };

  g_assert_cmpuint (atlas_time_series_get_length (series), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const AtlasTimeItem *item = atlas_time_series_get_item (series, i);

      g_assert_cmpstr (atlas_record_get_id (item->record), ==, expected[i].id);
      g_assert_cmpint (item->kind, ==, expected[i].kind);
      g_assert_cmpuint (item->first, ==, atlas_date_first_day (&expected[i].first));
      g_assert_cmpuint (item->last, ==, atlas_date_first_day (&expected[i].last));
    }
  g_assert_cmpuint (atlas_time_series_count (series, ATLAS_TIME_ITEM_HAPPENED), ==, 4);
  g_assert_cmpuint (atlas_time_series_get_n_undated (series), ==, 1);
  g_assert_cmpuint (atlas_time_series_get_as_of (series), ==,
                    atlas_date_first_day (&(AtlasDate) { 2021, 5, 30 }));
}

/* A plan gets an item if no event about it has one. */
static void
test_told (void)
{
  g_autoptr (AtlasDataset) dataset = read_dataset ();
  g_autoptr (AtlasTimeSeries) series = atlas_time_series_new (dataset);

  g_assert_true (atlas_time_series_add (series, atlas_dataset_lookup (dataset, "told")));
  g_assert_cmpuint (atlas_time_series_count (series, ATLAS_TIME_ITEM_HAPPENED), ==, 1);
  g_assert_false (atlas_time_series_add (series, atlas_dataset_lookup (dataset, "plain")));
  g_assert_cmpuint (atlas_time_series_get_n_undated (series), ==, 0);
}

static void
assert_axis (AtlasTimeSeries *series, guint16 first, guint16 last)
{
  AtlasTimeAxis axis;

  g_assert_true (atlas_time_series_get_axis (series, &axis));
  g_assert_cmpuint (axis.from, ==, atlas_date_first_day (&(AtlasDate) { first, 0, 0 }));
  g_assert_cmpuint (axis.to, ==, atlas_date_last_day (&(AtlasDate) { last, 0, 0 }) + 1);
}

static void
test_axis (void)
{
  g_autoptr (AtlasDataset) dataset = read_dataset ();
  g_autoptr (AtlasTimeSeries) series = atlas_time_series_new (dataset);

  atlas_time_series_add (series, atlas_dataset_lookup (dataset, "lasting"));
  assert_axis (series, 2018, 2025);
  /* A hidden item keeps its room on the axis; the end of a period does not count beside events. */
  atlas_time_series_make_room (series, atlas_dataset_lookup (dataset, "day"));
  assert_axis (series, 2018, 2020);
  g_assert_cmpuint (atlas_time_series_get_length (series), ==, 1);
  atlas_time_series_make_room (series, atlas_dataset_lookup (dataset, "expected"));
  atlas_time_series_make_room (series, atlas_dataset_lookup (dataset, "undated"));
  assert_axis (series, 2018, 2021);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/time-series/new-destroy", test_new_destroy);
  g_test_add_func ("/charts/time-series/items", test_items);
  g_test_add_func ("/charts/time-series/told", test_told);
  g_test_add_func ("/charts/time-series/axis", test_axis);
  return g_test_run ();
}
