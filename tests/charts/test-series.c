/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-series.h"

#include "atlas-test-dataset.h"

static AtlasFigure *
make_figure (AtlasDataset *dataset,
             const char *id,
             double value,
             AtlasFigureStatus status,
             const char *period,
             const char *whole)
{
  AtlasDecimal decimal;
  AtlasPeriod parsed;
  g_autoptr (AtlasFigure) figure = NULL;

  g_assert_true (atlas_decimal_from_double (value, &decimal));
  g_assert_true (atlas_period_parse (period, &parsed));
  figure = g_object_new (ATLAS_TYPE_FIGURE, "id", id, "value", &decimal, "unit",
                         ATLAS_UNIT_CNY_100M, "status", status, "period", &parsed, NULL);
  g_assert_true (atlas_dataset_add (dataset, ATLAS_RECORD (figure)));
  if (whole != NULL)
    atlas_record_add_reference (ATLAS_RECORD (figure), ATLAS_ROLE_PART_OF,
                                atlas_test_dataset_get (dataset, whole));
  return figure;
}

/* Figures as in the source: a total, its completed part, a five-year plan and its first year. */
static AtlasDataset *
make_account (void)
{
  AtlasDataset *dataset = atlas_dataset_new ();

  make_figure (dataset, "total", 653.33, ATLAS_FIGURE_STATUS_PLANNED, "2020/2025", NULL);
  make_figure (dataset, "plan", 585.44, ATLAS_FIGURE_STATUS_PLANNED, "2021/2025", "total");
  make_figure (dataset, "year", 97.2, ATLAS_FIGURE_STATUS_PLANNED, "2021", "plan");
  make_figure (dataset, "done", 67.88, ATLAS_FIGURE_STATUS_COMPLETED, "2020", "total");
  atlas_dataset_complete (dataset);
  return dataset;
}

static void
assert_decimal (AtlasDecimal decimal, const char *expected)
{
  g_autofree char *string = atlas_decimal_to_string (decimal);

  g_assert_cmpstr (string, ==, expected);
}

static void
assert_span (AtlasSeries *series,
             guint index,
             const char *id,
             guint depth,
             const char *from,
             const char *to)
{
  const AtlasSpan *span = atlas_series_get_span (series, index);

  g_assert_cmpstr (atlas_record_get_id (span->record), ==, id);
  g_assert_cmpuint (span->depth, ==, depth);
  assert_decimal (span->from, from);
  assert_decimal (span->to, to);
}

static void
test_new_destroy (void)
{
  g_assert_finalize_object (atlas_series_new ());
}

/* Parts lie exactly inside their whole, completed ones before planned ones. */
static void
test_parts (void)
{
  g_autoptr (AtlasDataset) dataset = make_account ();
  g_autoptr (AtlasSeries) series = atlas_series_new ();

  atlas_series_add_figure (series, dataset,
                           ATLAS_FIGURE (atlas_test_dataset_get (dataset, "total")));
  g_assert_cmpuint (atlas_series_get_length (series), ==, 4);
  assert_span (series, 0, "total", 0, "0", "653.33");
  assert_span (series, 1, "done", 1, "0", "67.88");
  assert_span (series, 2, "plan", 1, "67.88", "653.32");
  assert_span (series, 3, "year", 2, "67.88", "165.08");
  g_assert_cmpfloat (atlas_series_get_axis (series).from, ==, 0);
  g_assert_cmpfloat (atlas_series_get_axis (series).to, ==, 653.33);
}

static void
test_wholes (void)
{
  g_autoptr (AtlasDataset) dataset = make_account ();
  g_autoptr (AtlasSeries) series = atlas_series_new ();

  atlas_series_add_figure (series, dataset,
                           ATLAS_FIGURE (atlas_test_dataset_get (dataset, "total")));
  g_assert_null (atlas_series_get_whole (series, 0));
  g_assert_true (atlas_series_get_whole (series, 1) == atlas_series_get_span (series, 0));
  g_assert_true (atlas_series_get_whole (series, 2) == atlas_series_get_span (series, 0));
  g_assert_true (atlas_series_get_whole (series, 3) == atlas_series_get_span (series, 2));
}

/* Negative amounts are on the other side of 0. */
static void
test_amounts (void)
{
  g_autoptr (AtlasSeries) series = atlas_series_new ();

  atlas_series_add_amount (series, 727000, ATLAS_FIGURE_STATUS_COMPLETED, NULL);
  atlas_series_add_amount (series, -30000, ATLAS_FIGURE_STATUS_COMPLETED, NULL);
  g_assert_cmpint (atlas_span_get_amount (atlas_series_get_span (series, 0)), ==, 727000);
  g_assert_cmpint (atlas_span_get_amount (atlas_series_get_span (series, 1)), ==, -30000);
  g_assert_null (atlas_series_get_whole (series, 1));
  g_assert_cmpfloat (atlas_series_get_axis (series).from, ==, -3);
  g_assert_cmpfloat (atlas_series_get_axis (series).to, ==, 72.7);
}

/* A cycle of two figures is drawn and terminates. */
static void
test_circle (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_dataset_new ();
  g_autoptr (AtlasSeries) series = atlas_series_new ();
  AtlasFigure *one = make_figure (dataset, "one", 1, ATLAS_FIGURE_STATUS_STOCK, "2020", NULL);
  AtlasFigure *two = make_figure (dataset, "two", 2, ATLAS_FIGURE_STATUS_STOCK, "2020", "one");

  atlas_record_add_reference (ATLAS_RECORD (one), ATLAS_ROLE_PART_OF, ATLAS_RECORD (two));
  atlas_dataset_complete (dataset);
  atlas_series_add_figure (series, dataset, one);
  g_assert_cmpuint (atlas_series_get_length (series), ==, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/new-destroy", test_new_destroy);
  g_test_add_func ("/series/parts", test_parts);
  g_test_add_func ("/series/wholes", test_wholes);
  g_test_add_func ("/series/amounts", test_amounts);
  g_test_add_func ("/series/circle", test_circle);
  return g_test_run ();
}
