/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chart-bar.h"

#include "atlas-chart-private.h"
#include "atlas-description.h"
#include "atlas-format.h"
#include "atlas-schema.h"

/*
 * AtlasChartBar: one bar of several that share an axis.
 *
 * A chart is a group of rows. Each row draws its own bar, so that the user can reach it, read its
 * name and open its citation. The rows share a ruler, so the lines of the axis continue from row to
 * row. A part is drawn inside the frame of its whole, at its own position. The last bar of a group
 * shows the labels.
 */
struct _AtlasChartBar
{
  AtlasChart parent_instance;

  AtlasSeries *series;
  guint index;
  AtlasChartRuler *ruler;
  gboolean shows_labels;
};

G_DEFINE_FINAL_TYPE (AtlasChartBar, atlas_chart_bar, ATLAS_TYPE_CHART)

#define BAR_HEIGHT 14.0
#define LINE_OVERHANG 3.0

/* The height without labels: the lines of the ruler extend above and below the bar. */
#define BARE_HEIGHT (BAR_HEIGHT + 2 * LINE_OVERHANG)

static const AtlasSpan *
get_span (AtlasChartBar *self)
{
  return atlas_series_get_span (self->series, self->index);
}

static double
atlas_chart_bar_get_height (AtlasChart *chart, const AtlasChartStyle *style)
{
  AtlasChartBar *self = ATLAS_CHART_BAR (chart);

  return BARE_HEIGHT + (self->shows_labels ? atlas_chart_ruler_get_height (self->ruler, style) : 0);
}

/* Finds the position of a span. It is at least one unit long, so that it is visible. */
static void
locate_span (AtlasChartBar *self, const AtlasSpan *span, double width, double *x, double *length)
{
  const double from = atlas_chart_ruler_locate (self->ruler, span->from, width);
  const double to = atlas_chart_ruler_locate (self->ruler, span->to, width);

  *x = MIN (from, MAX (width - 1, 0));
  *length = MAX (to - *x, 1);
}

/* Draws the frame of the whole to which the part belongs. */
static void
draw_whole (AtlasChartBar *self, cairo_t *cr, double width, const AtlasChartStyle *style)
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

/* Finds the left edge and the length of the bar. */
void
_atlas_chart_bar_locate (AtlasChartBar *self, double width, double *x, double *length)
{
  locate_span (self, get_span (self), width, x, length);
}

static void
atlas_chart_bar_draw (AtlasChart *chart, cairo_t *cr, double width, const AtlasChartStyle *style)
{
  AtlasChartBar *self = ATLAS_CHART_BAR (chart);
  double x, length;

  draw_whole (self, cr, width, style);
  atlas_chart_ruler_draw_lines (self->ruler, cr, width, BARE_HEIGHT, style);
  _atlas_chart_bar_locate (self, width, &x, &length);
  atlas_chart_fill_bar (cr, x, LINE_OVERHANG, length, BAR_HEIGHT,
                        atlas_chart_tone_for_span (get_span (self)), style->dark);
  if (self->shows_labels)
    atlas_chart_ruler_draw_labels (self->ruler, cr, width, BARE_HEIGHT, style);
}

static AtlasRecord *
atlas_chart_bar_pick (AtlasChart *chart, double x, double y, double width)
{
  if (x < 0 || x >= width || y < 0 || y >= BARE_HEIGHT)
    return NULL;
  return get_span (ATLAS_CHART_BAR (chart))->record;
}

/* The name, the exact value (money to the last yuan) and the citation. */
static char *
atlas_chart_bar_tell (AtlasChart *chart, double x, double y, double width, AtlasLanguage language)
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
  else if (atlas_record_lacks_source (record))
    citation = g_strdup (atlas_describe_no_source (language));
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
 * @index: the index of the span that the bar draws
 * @ruler: the axis of the spans
 *
 * Returns: (transfer full): a bar without labels
 */
AtlasChart *
atlas_chart_bar_new (AtlasSeries *series, guint index, AtlasChartRuler *ruler)
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
 * Makes the bar draw the labels of the axis below itself. The last bar of a group does this.
 */
void
atlas_chart_bar_show_labels (AtlasChartBar *self)
{
  g_return_if_fail (ATLAS_IS_CHART_BAR (self));

  self->shows_labels = TRUE;
}
