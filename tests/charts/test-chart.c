/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <string.h>

#include "atlas-chart-private.h"
#include "atlas-enum-types.h"
#include "atlas-test-dataset.h"

/* A whole of 400, a completed half of it, and a planned thousandth of it. */
typedef struct
{
  AtlasDataset *dataset;
  AtlasSeries *series;
  AtlasChartRuler *ruler;
} Account;

static void
add_figure (AtlasDataset *dataset,
            const char *id,
            AtlasDecimal value,
            AtlasFigureStatus status,
            const char *whole)
{
  g_autoptr (AtlasFigure) figure =
    g_object_new (ATLAS_TYPE_FIGURE, "id", id, "value", &value, "unit", ATLAS_UNIT_CNY_100M,
                  "status", status, NULL);

  g_assert_true (atlas_dataset_add (dataset, ATLAS_RECORD (figure)));
  if (whole != NULL)
    atlas_record_add_reference (ATLAS_RECORD (figure), ATLAS_ROLE_PART_OF,
                                atlas_test_dataset_get (dataset, whole));
}

static Account *
account_new (void)
{
  Account *account = g_new0 (Account, 1);

  account->dataset = atlas_dataset_new ();
  add_figure (account->dataset, "whole", 4000000, ATLAS_FIGURE_STATUS_PLANNED, NULL);
  add_figure (account->dataset, "done", 2000000, ATLAS_FIGURE_STATUS_COMPLETED, "whole");
  add_figure (account->dataset, "tiny", 4000, ATLAS_FIGURE_STATUS_PLANNED, "whole");
  atlas_dataset_complete (account->dataset);
  account->series = atlas_series_new ();
  atlas_series_add_figure (account->series, account->dataset,
                           ATLAS_FIGURE (atlas_test_dataset_get (account->dataset, "whole")));
  account->ruler =
    atlas_chart_ruler_new (atlas_series_get_axis (account->series), ATLAS_UNIT_CNY_100M);
  return account;
}

static void
account_free (Account *account)
{
  g_assert_finalize_object (account->ruler);
  g_assert_finalize_object (account->series);
  g_object_unref (account->dataset);
  g_free (account);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Account, account_free)

static AtlasChart *
draw_span (Account *account, guint index)
{
  return atlas_chart_bar_new (account->series, index, account->ruler);
}

static void
test_new_destroy (void)
{
  g_autoptr (Account) account = account_new ();

  g_assert_finalize_object (draw_span (account, 0));
  g_assert_finalize_object (atlas_chart_steps_new (ATLAS_TYPE_PROJECT_STAGE, 2));
}

/* Lengths of bars are proportional to amounts, and parts are at their position in the whole. */
static void
test_lengths (void)
{
  g_autoptr (Account) account = account_new ();
  const struct
  {
    double x;
    double length;
  } expected[] = { { 0, 200 }, { 0, 100 }, { 100, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (AtlasChart) bar = draw_span (account, i);
      double x, length;

      _atlas_chart_bar_locate (ATLAS_CHART_BAR (bar), 200, &x, &length);
      g_assert_cmpfloat (x, ==, expected[i].x);
      /* Even the smallest amount is visible. */
      g_assert_cmpfloat (length, ==, expected[i].length);
    }
}

/* The whole strip of a bar reacts to the pointer, so that small bars can be found. */
static void
test_pick (void)
{
  g_autoptr (Account) account = account_new ();
  g_autoptr (AtlasChart) bar = draw_span (account, 2);

  g_assert_cmpstr (atlas_record_get_id (atlas_chart_pick (bar, 10, 5, 200)), ==, "tiny");
  g_assert_cmpstr (atlas_record_get_id (atlas_chart_pick (bar, 199, 19, 200)), ==, "tiny");
  g_assert_null (atlas_chart_pick (bar, -1, 5, 200));
  g_assert_null (atlas_chart_pick (bar, 200, 5, 200));
  g_assert_null (atlas_chart_pick (bar, 10, 50, 200));
  g_assert_null (atlas_chart_pick (bar, 0, 0, 0));
}

static void
test_tell (void)
{
  g_autoptr (Account) account = account_new ();
  g_autoptr (AtlasChart) bar = draw_span (account, 2);
  g_autofree char *english = atlas_chart_tell (bar, 1, 5, 200, ATLAS_LANGUAGE_EN);
  g_autofree char *chinese = atlas_chart_tell (bar, 1, 5, 200, ATLAS_LANGUAGE_ZH);
  g_autofree char *nothing = atlas_chart_tell (bar, 1, 50, 200, ATLAS_LANGUAGE_EN);

  g_assert_cmpstr (english, ==, "\nCNY 40 million\n= CNY 40,000,000\n〔No source yet〕");
  g_assert_cmpstr (chinese, ==, "\n4,000万元\n= 40,000,000元\n〔No source yet〕");
  g_assert_null (nothing);
}

/* At any width and in any language, labels do not overlap, stay within the width, and the last one
 * has the unit. */
static void
test_ticks (void)
{
  const struct
  {
    AtlasAxis axis;
    AtlasUnit unit;
  } cases[] = {
    { { 0, 653.33 }, ATLAS_UNIT_CNY_100M }, { { 0, 11000 }, ATLAS_UNIT_ENTERPRISE },
    { { -3, 72.7 }, ATLAS_UNIT_PERCENT },   { { 0, 37 }, ATLAS_UNIT_TRIP_PER_DAY },
    { { 0, 1 }, ATLAS_UNIT_CNY_100M },      { { 0, 1e11 }, ATLAS_UNIT_CNY_100M },
  };
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
      for (double width = 180; width <= 640; width += 20)
        {
          const AtlasChartStyle style = { font, (AtlasLanguage) language, FALSE };
          g_autoptr (AtlasChartRuler) ruler = atlas_chart_ruler_new (cases[i].axis, cases[i].unit);
          GArray *ticks = atlas_chart_ruler_get_ticks (ruler, width, &style);
          double end = 0;

          g_assert_cmpuint (ticks->len, >=, 1);
          g_assert_cmpuint (ticks->len, <=, 8);
          for (guint j = 0; j < ticks->len; j++)
            {
              const AtlasChartTick *tick = &g_array_index (ticks, AtlasChartTick, j);

              g_assert_cmpfloat (tick->label_x, >=, j > 0 ? end + 1 : 0);
              end = tick->label_x + tick->label_width;
              g_assert_cmpfloat (end, <=, width);
              g_assert_cmpfloat (tick->x, <=, width);
            }
        }
  pango_font_description_free (font);
}

static void
test_tick_labels (void)
{
  g_autoptr (AtlasChartRuler) ruler =
    atlas_chart_ruler_new ((AtlasAxis) { 0, 653.33 }, ATLAS_UNIT_CNY_100M);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8");
  const struct
  {
    AtlasLanguage language;
    const char *last;
  } cases[] = { { ATLAS_LANGUAGE_ZH, "600亿元" }, { ATLAS_LANGUAGE_EN, "CNY 60 billion" } };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const AtlasChartStyle style = { font, cases[i].language, FALSE };
      GArray *ticks = atlas_chart_ruler_get_ticks (ruler, 400, &style);

      g_assert_cmpstr (g_array_index (ticks, AtlasChartTick, 0).label, ==, "0");
      g_assert_cmpstr (g_array_index (ticks, AtlasChartTick, ticks->len - 1).label, ==,
                       cases[i].last);
      g_assert_cmpfloat_with_epsilon (g_array_index (ticks, AtlasChartTick, ticks->len - 1).x,
                                      400 * 600 / 653.33, 1e-9);
    }
  pango_font_description_free (font);
}

static void
test_steps (void)
{
  g_autoptr (AtlasChart) chart = atlas_chart_steps_new (ATLAS_TYPE_PROJECT_STAGE, 5);
  AtlasChartSteps *steps = ATLAS_CHART_STEPS (chart);
  g_autofree char *whole = atlas_chart_describe (chart, ATLAS_LANGUAGE_EN);
  g_autofree char *first = atlas_chart_tell (chart, 0, 5, 120, ATLAS_LANGUAGE_EN);
  g_autofree char *last = atlas_chart_tell (chart, 119, 5, 120, ATLAS_LANGUAGE_EN);
  g_autofree char *beyond = atlas_chart_tell (chart, 120, 5, 120, ATLAS_LANGUAGE_EN);
  double x, length;

  g_assert_cmpstr (whole, ==, "Step 5 of 6: Under construction");
  g_assert_cmpstr (first, ==, "Step 1 of 6: Idea");
  g_assert_cmpstr (last, ==, "Step 6 of 6: Done");
  g_assert_null (beyond);
  _atlas_chart_steps_locate (steps, 0, 140, &x, &length);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (length, ==, 20);
  _atlas_chart_steps_locate (steps, 5, 140, &x, &length);
  g_assert_cmpfloat (x + length, ==, 140);
  _atlas_chart_steps_locate (steps, 1, 2, &x, &length);
  g_assert_cmpfloat (length, ==, 0);
}

/* A plan that is part of a plan has the tone "near". */
static void
test_tones (void)
{
  g_assert_cmpint (atlas_chart_tone_for_span (
                     &(AtlasSpan) { .depth = 1, .status = ATLAS_FIGURE_STATUS_COMPLETED }),
                   ==, ATLAS_CHART_TONE_DONE);
  g_assert_cmpint (
    atlas_chart_tone_for_span (&(AtlasSpan) { .depth = 2, .status = ATLAS_FIGURE_STATUS_PLANNED }),
    ==, ATLAS_CHART_TONE_NEAR);
  g_assert_cmpint (
    atlas_chart_tone_for_span (&(AtlasSpan) { .depth = 1, .status = ATLAS_FIGURE_STATUS_EXPECTED }),
    ==, ATLAS_CHART_TONE_FAR);
}

/* The lightness of a pixel in grey, from 0 to 255. */
static double
get_lightness (cairo_surface_t *surface, int x, int y)
{
  guint32 pixel;

  memcpy (&pixel,
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) +
            x * 4,
          sizeof pixel);
  return 0.299 * (double) (pixel >> 16 & 0xff) + 0.587 * (double) (pixel >> 8 & 0xff) +
         0.114 * (double) (pixel & 0xff);
}

static double
get_mean_lightness (AtlasChartTone tone, gboolean dark)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 48, 14);
  cairo_t *cr = cairo_create (surface);
  double sum = 0;

  atlas_chart_fill_bar (cr, 0, 0, 48, 14, tone, dark);
  cairo_surface_flush (surface);
  for (int x = 8; x < 40; x++)
    for (int y = 2; y < 12; y++)
      sum += get_lightness (surface, x, y);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return sum / (32 * 10);
}

/* The tones for done, near and far differ strongly in grey. */
static void
test_grey (void)
{
  const double done = get_mean_lightness (ATLAS_CHART_TONE_DONE, FALSE);
  const double near = get_mean_lightness (ATLAS_CHART_TONE_NEAR, FALSE);
  const double far = get_mean_lightness (ATLAS_CHART_TONE_FAR, FALSE);
  const double done_dark = get_mean_lightness (ATLAS_CHART_TONE_DONE, TRUE);
  const double near_dark = get_mean_lightness (ATLAS_CHART_TONE_NEAR, TRUE);
  const double far_dark = get_mean_lightness (ATLAS_CHART_TONE_FAR, TRUE);

  g_assert_cmpfloat (near, >, done + 40);
  g_assert_cmpfloat (far, >, near + 15);
  g_assert_cmpfloat (near_dark, <, done_dark - 40);
  g_assert_cmpfloat (far_dark, <, near_dark - 15);
}

/* The bar is solid, the frame of the whole continues behind it, and labels are drawn if
 * requested. */
static void
test_draw (void)
{
  g_autoptr (Account) account = account_new ();
  g_autoptr (AtlasChart) bar = draw_span (account, 1);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 60);
  cairo_t *cr = cairo_create (surface);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8");
  const AtlasChartStyle style = { font, ATLAS_LANGUAGE_EN, FALSE };
  const double bare = atlas_chart_get_height (bar, &style);
  double ink = 0;

  atlas_chart_bar_show_labels (ATLAS_CHART_BAR (bar));
  g_assert_cmpfloat (atlas_chart_get_height (bar, &style), >, bare);
  atlas_chart_draw (bar, cr, 200, &style);
  cairo_surface_flush (surface);
  g_assert_cmpfloat (get_lightness (surface, 30, 10), <, 100);
  g_assert_cmpfloat (get_lightness (surface, 130, 10), >, 200);
  for (int x = 0; x < 200; x++)
    for (int y = (int) bare; y < 60; y++)
      ink += get_lightness (surface, x, y);
  g_assert_cmpfloat (ink, >, 0);

  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/new-destroy", test_new_destroy);
  g_test_add_func ("/chart/lengths", test_lengths);
  g_test_add_func ("/chart/pick", test_pick);
  g_test_add_func ("/chart/tell", test_tell);
  g_test_add_func ("/chart/ticks", test_ticks);
  g_test_add_func ("/chart/tick-labels", test_tick_labels);
  g_test_add_func ("/chart/steps", test_steps);
  g_test_add_func ("/chart/tones", test_tones);
  g_test_add_func ("/chart/grey", test_grey);
  g_test_add_func ("/chart/draw", test_draw);
  return g_test_run ();
}
