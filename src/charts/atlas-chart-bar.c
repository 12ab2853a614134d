/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chart-bar.h"

#include "atlas-format.h"

/*
 * AtlasChartBar: one bar of several that share an axis.
 *
 * A group of rows is the chart: each draws its own bar, so that each can be reached, named and
 * cited by itself, and the bars stand one under the other on the lines of their ruler. A part lies
 * in the frame of its whole, at its own place in it. The last of a group shows the labels.
 */
struct _AtlasChartBar
{
  AtlasChart parent_instance;

  AtlasSeries     *series;
  guint            index;
  AtlasChartRuler *ruler;
  gboolean         shows_labels;
};

G_DEFINE_FINAL_TYPE (AtlasChartBar, atlas_chart_bar, ATLAS_TYPE_CHART)

#define BAR_HEIGHT 14.0
#define LINE_OVERHANG 3.0

/* How high it is without labels: the lines of the ruler look out above and below the bar. */
#define BARE_HEIGHT (BAR_HEIGHT + 2 * LINE_OVERHANG)

static const AtlasSpan *
get_span (AtlasChartBar *self)
{
  return atlas_series_get_span (self->series, self->index);
}

static double
atlas_chart_bar_get_height (AtlasChart            *chart,
                            const AtlasChartStyle *style)
{
  AtlasChartBar *self = ATLAS_CHART_BAR (chart);

  return BARE_HEIGHT +
         (self->shows_labels ? atlas_chart_ruler_get_height (self->ruler, style) : 0);
}

/* At least one unit, so that it can be seen. */
static void
locate_span (AtlasChartBar   *self,
             const AtlasSpan *span,
             double           width,
             double          *x,
             double          *length)
{
  const double from = atlas_chart_ruler_locate (self->ruler, span->from, width);
  const double to = atlas_chart_ruler_locate (self->ruler, span->to, width);

  *x = MIN (from, MAX (width - 1, 0));
  *length = MAX (to - *x, 1);
}

/* The frame of the whole, in which the part takes its place. */
static void
draw_whole (AtlasChartBar         *self,
            cairo_t               *cr,
            double                 width,
            const AtlasChartStyle *style)
{
  const AtlasSpan *whole = atlas_series_get_whole (self->series, self->index);
  const AtlasChartColor track = atlas_chart_color_for_track (style->dark);
  double x, length;

  if (whole == NULL)
    return;
  locate_span (self, whole, width, &x, &length);
  cairo_set_source_rgb (cr, track.red, track.green, track.blue);
  cairo_rectangle (cr, x, LINE_OVERHANG, length, BAR_HEIGHT);
  cairo_fill (cr);
}

static void
atlas_chart_bar_draw (AtlasChart            *chart,
                      cairo_t               *cr,
                      double                 width,
                      const AtlasChartStyle *style)
{
  AtlasChartBar *self = ATLAS_CHART_BAR (chart);
  const AtlasSpan *span = get_span (self);
  double x, length;

  draw_whole (self, cr, width, style);
  atlas_chart_ruler_draw_lines (self->ruler, cr, width, BARE_HEIGHT, style);
  locate_span (self, span, width, &x, &length);
  atlas_chart_fill_bar (cr, x, LINE_OVERHANG, length, BAR_HEIGHT,
                        atlas_chart_tone_for_span (span), style->dark);
  if (self->shows_labels)
    atlas_chart_ruler_draw_labels (self->ruler, cr, width, BARE_HEIGHT, style);
}

static AtlasRecord *
atlas_chart_bar_pick (AtlasChart *chart,
                      double      x,
                      double      y,
                      double      width)
{
  if (x < 0 || x >= width || y < 0 || y >= BARE_HEIGHT)
    return NULL;
  return get_span (ATLAS_CHART_BAR (chart))->record;
}

/* The name, the exact value, to the last yuan if it is money, and what states it. */
static char *
atlas_chart_bar_tell (AtlasChart    *chart,
                      double         x,
                      double         y,
                      double         width,
                      AtlasLanguage  language)
{
  AtlasChartBar *self = ATLAS_CHART_BAR (chart);
  AtlasRecord *record = atlas_chart_bar_pick (chart, x, y, width);
  const AtlasUnit unit = atlas_chart_ruler_get_unit (self->ruler);
  const AtlasDecimal amount = atlas_span_get_amount (get_span (self));
  g_autofree char *quantity = NULL;
  g_autofree char *yuan = NULL;
  g_autofree char *citation = NULL;

  if (record == NULL)
    return NULL;
  quantity = atlas_format_quantity (amount, unit, language);
  if (unit == ATLAS_UNIT_CNY_100M)
    yuan = atlas_format_yuan (amount, language);
  if (atlas_record_get_n_citations (record) > 0)
    citation = atlas_citation_to_string (atlas_record_get_citation (record, 0));
  return g_strdup_printf ("%s\n%s%s%s%s%s%s", atlas_record_get_name (record, language), quantity,
                          yuan != NULL ? "\n= " : "", yuan != NULL ? yuan : "",
                          citation != NULL ? "\n〔" : "", citation != NULL ? citation : "",
                          citation != NULL ? "〕" : "");
}

static void
atlas_chart_bar_finalize (GObject *object)
{
  AtlasChartBar *self = ATLAS_CHART_BAR (object);

  g_clear_object (&self->series);
  g_clear_object (&self->ruler);

  G_OBJECT_CLASS (atlas_chart_bar_parent_class)->finalize (object);
}

static void
atlas_chart_bar_class_init (AtlasChartBarClass *klass)
{
  AtlasChartClass *chart_class = ATLAS_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_chart_bar_finalize;
  chart_class->get_height = atlas_chart_bar_get_height;
  chart_class->draw = atlas_chart_bar_draw;
  chart_class->pick = atlas_chart_bar_pick;
  chart_class->tell = atlas_chart_bar_tell;
}

static void
atlas_chart_bar_init (AtlasChartBar *self)
{
}

/**
 * atlas_chart_bar_new:
 * @series: spans
 * @index: which of them it draws
 * @ruler: the axis on which they lie
 *
 * Returns: (transfer full): a bar without labels
 */
AtlasChart *
atlas_chart_bar_new (AtlasSeries     *series,
                     guint            index,
                     AtlasChartRuler *ruler)
{
  AtlasChartBar *self;

  g_return_val_if_fail (ATLAS_IS_SERIES (series), NULL);
  g_return_val_if_fail (index < atlas_series_get_length (series), NULL);
  g_return_val_if_fail (ATLAS_IS_CHART_RULER (ruler), NULL);

  self = g_object_new (ATLAS_TYPE_CHART_BAR, NULL);
  self->series = g_object_ref (series);
  self->index = index;
  self->ruler = g_object_ref (ruler);
  return ATLAS_CHART (self);
}

/**
 * atlas_chart_bar_show_labels:
 * @self: a bar
 *
 * Draws the labels of the axis under it, as the last bar of a group does.
 */
void
atlas_chart_bar_show_labels (AtlasChartBar *self)
{
  g_return_if_fail (ATLAS_IS_CHART_BAR (self));

  self->shows_labels = TRUE;
}

/**
 * atlas_chart_bar_locate:
 * @self: a bar
 * @width: how wide the axis is drawn
 * @x: (out): where to put its left
 * @length: (out): where to put how long it is drawn: at least one unit, so that it can be seen
 */
void
atlas_chart_bar_locate (AtlasChartBar *self,
                        double         width,
                        double        *x,
                        double        *length)
{
  g_return_if_fail (ATLAS_IS_CHART_BAR (self));

  locate_span (self, get_span (self), width, x, length);
}
