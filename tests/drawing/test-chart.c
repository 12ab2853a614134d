/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chart-bar.h"
#include "atlas-chart-steps.h"

#include <string.h>

static AtlasChart *
make_bar (void)
{
  g_autoptr (AtlasSeries) series = atlas_series_new ();
  g_autoptr (AtlasFigure) whole = g_object_new (ATLAS_TYPE_FIGURE, "id", "whole", NULL);
  g_autoptr (AtlasFigure) done = g_object_new (ATLAS_TYPE_FIGURE, "id", "done", NULL);
  g_autoptr (AtlasFigure) tiny = g_object_new (ATLAS_TYPE_FIGURE, "id", "tiny", NULL);

  atlas_series_add (series, &(AtlasSpan) { 0, 400, 0, ATLAS_FIGURE_STATUS_PLANNED,
                                           ATLAS_RECORD (whole) });
  atlas_series_add (series, &(AtlasSpan) { 0, 100, 1, ATLAS_FIGURE_STATUS_COMPLETED,
                                           ATLAS_RECORD (done) });
  atlas_series_add (series, &(AtlasSpan) { 100, 100.1, 1, ATLAS_FIGURE_STATUS_PLANNED,
                                           ATLAS_RECORD (tiny) });
  return atlas_chart_bar_new (series, (AtlasAxis) { 0, 400 });
}

static void
test_new_destroy (void)
{
  g_assert_finalize_object (make_bar ());
  g_assert_finalize_object (atlas_chart_steps_new (6, 2));
}

static void
test_spans (void)
{
  g_autoptr (AtlasChart) chart = make_bar ();
  AtlasChartBar *bar = ATLAS_CHART_BAR (chart);
  double x, length;

  g_assert_true (atlas_chart_bar_locate_span (bar, 1, 200, &x, &length));
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (length, ==, 50);
  /* What is there is seen, however little it is. */
  g_assert_true (atlas_chart_bar_locate_span (bar, 2, 200, &x, &length));
  g_assert_cmpfloat (x, ==, 50);
  g_assert_cmpfloat (length, ==, 1);
  g_assert_false (atlas_chart_bar_locate_span (bar, 3, 200, &x, &length));
}

static void
test_pick (void)
{
  g_autoptr (AtlasChart) chart = make_bar ();

  g_assert_cmpstr (atlas_record_get_id (atlas_chart_pick (chart, 10, 5, 200)), ==, "done");
  g_assert_cmpstr (atlas_record_get_id (atlas_chart_pick (chart, 120, 5, 200)), ==, "whole");
  g_assert_null (atlas_chart_pick (chart, -1, 5, 200));
  g_assert_null (atlas_chart_pick (chart, 201, 5, 200));
  g_assert_null (atlas_chart_pick (chart, 10, 50, 200));
  g_assert_null (atlas_chart_pick (chart, 0, 0, 0));
}

static void
test_steps (void)
{
  g_autoptr (AtlasChart) chart = atlas_chart_steps_new (4, 3);
  double x, length;

  atlas_chart_steps_locate_step (ATLAS_CHART_STEPS (chart), 0, 112, &x, &length);
  g_assert_cmpfloat (x, ==, 0);
  g_assert_cmpfloat (length, ==, 25);
  atlas_chart_steps_locate_step (ATLAS_CHART_STEPS (chart), 3, 112, &x, &length);
  g_assert_cmpfloat (x + length, ==, 112);
  atlas_chart_steps_locate_step (ATLAS_CHART_STEPS (chart), 1, 2, &x, &length);
  g_assert_cmpfloat (length, ==, 0);
}

/* A plan within a plan is its nearer part. */
static void
test_tones (void)
{
  g_assert_cmpint (atlas_chart_tone_for_span (
                     &(AtlasSpan) { .depth = 1, .status = ATLAS_FIGURE_STATUS_COMPLETED }),
                   ==, ATLAS_CHART_TONE_DONE);
  g_assert_cmpint (atlas_chart_tone_for_span (
                     &(AtlasSpan) { .depth = 2, .status = ATLAS_FIGURE_STATUS_PLANNED }),
                   ==, ATLAS_CHART_TONE_NEAR);
  g_assert_cmpint (atlas_chart_tone_for_span (
                     &(AtlasSpan) { .depth = 1, .status = ATLAS_FIGURE_STATUS_EXPECTED }),
                   ==, ATLAS_CHART_TONE_FAR);
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  guint32 pixel;

  memcpy (&pixel,
          cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) +
            x * 4,
          sizeof pixel);
  return pixel;
}

/* Done and to come stand side by side in their colours, and the labels of the axis below. */
static void
test_draw (void)
{
  g_autoptr (AtlasChart) chart = make_bar ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 200, 60);
  cairo_t *cr = cairo_create (surface);
  PangoFontDescription *font = pango_font_description_from_string ("Sans 8");
  const AtlasChartStyle style = { font, ATLAS_LANGUAGE_EN, FALSE, NULL };
  double bare = atlas_chart_get_height (chart, &style);
  gboolean has_ink = FALSE;

  atlas_chart_bar_show_ticks (ATLAS_CHART_BAR (chart), ATLAS_UNIT_KM);
  g_assert_cmpfloat (atlas_chart_get_height (chart, &style), >, bare);
  atlas_chart_draw (chart, cr, 200, &style);
  cairo_surface_flush (surface);
  g_assert_cmphex (get_pixel (surface, 20, 6), ==, 0xff0073b3);
  g_assert_cmphex (get_pixel (surface, 150, 6), ==, 0xffe6e6e6);
  g_assert_cmphex (get_pixel (surface, 100, (int) bare + 1), ==, 0);
  for (int x = 0; x < 200; x++)
    for (int y = (int) bare + 8; y < 60; y++)
      has_ink |= get_pixel (surface, x, y) != 0;
  g_assert_true (has_ink);

  pango_font_description_free (font);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/new-destroy", test_new_destroy);
  g_test_add_func ("/chart/spans", test_spans);
  g_test_add_func ("/chart/pick", test_pick);
  g_test_add_func ("/chart/steps", test_steps);
  g_test_add_func ("/chart/tones", test_tones);
  g_test_add_func ("/chart/draw", test_draw);
  return g_test_run ();
}
