/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chart-bar.h"

#include <math.h>

#include "atlas-format.h"

/*
 * AtlasChartBar: one bar along an axis, with its parts against their whole.
 *
 * A whole is the ground on which its parts lie. A span without parts is simply a bar: several
 * charts on the same axis compare.
 */
struct _AtlasChartBar
{
  AtlasChart parent_instance;

  AtlasSeries *series;
  AtlasAxis    axis;
  gboolean     shows_ticks;
  AtlasUnit    unit; /* of the ticks */
};

G_DEFINE_FINAL_TYPE (AtlasChartBar, atlas_chart_bar, ATLAS_TYPE_CHART)

#define BAR_HEIGHT 12.0
#define THIN_BAR_HEIGHT 6.0
#define TICK_LENGTH 4.0
#define TICK_GAP 2.0
#define LABEL_GAP 12.0

static double
get_bar_height (AtlasChartBar *self)
{
  return atlas_series_get_length (self->series) > 1 ? BAR_HEIGHT : THIN_BAR_HEIGHT;
}

/* A size in points is one in pixels of 1/96 inch; pango-cairo draws both alike. */
static double
get_font_height (const PangoFontDescription *font)
{
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}

static double
atlas_chart_bar_get_height (AtlasChart            *chart,
                            const AtlasChartStyle *style)
{
  AtlasChartBar *self = ATLAS_CHART_BAR (chart);
  double height = get_bar_height (self);

  if (self->shows_ticks)
    height += TICK_LENGTH + TICK_GAP + get_font_height (style->font) * 1.5;
  return ceil (height);
}

static void
set_color (cairo_t         *cr,
           AtlasChartColor  color)
{
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

static gboolean
has_parts (AtlasChartBar *self,
           guint          index)
{
  return index + 1 < atlas_series_get_length (self->series) &&
         atlas_series_get_span (self->series, index + 1)->depth >
           atlas_series_get_span (self->series, index)->depth;
}

static void
draw_span (AtlasChartBar         *self,
           cairo_t               *cr,
           guint                  index,
           double                 width,
           const AtlasChartStyle *style)
{
  const AtlasSpan *span = atlas_series_get_span (self->series, index);
  const double height = get_bar_height (self);
  double x, length;

  atlas_chart_bar_locate_span (self, index, width, &x, &length);
  if (span->depth == 0 && has_parts (self, index))
    set_color (cr, atlas_chart_color_for_track (style->dark));
  else
    set_color (cr, atlas_chart_color_for_tone (atlas_chart_tone_for_span (span), style->dark));
  cairo_rectangle (cr, x, 0, length, height);
  cairo_fill (cr);
  if (span->record != NULL && span->record == style->lifted && atlas_series_get_length (self->series) > 1)
    {
      set_color (cr, atlas_chart_color_for_ink (style->dark));
      cairo_rectangle (cr, x, height - 2, length, 2);
      cairo_fill (cr);
    }
}

/* A label, and how wide it is. Zero is zero in any unit. */
static double
set_label (AtlasChartBar         *self,
           PangoLayout           *layout,
           double                 value,
           const AtlasChartStyle *style)
{
  g_autofree char *label = NULL;
  AtlasDecimal decimal;
  PangoRectangle extents;

  if (value != 0 && atlas_decimal_from_double (value, &decimal))
    label = atlas_format_quantity (decimal, self->unit, style->language);
  pango_layout_set_text (layout, label != NULL ? label : "0", -1);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  return extents.width;
}

static void
draw_ticks (AtlasChartBar         *self,
            cairo_t               *cr,
            double                 width,
            const AtlasChartStyle *style)
{
  const double top = get_bar_height (self);
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (GArray) ticks = NULL;
  double label_width;

  pango_context_set_language (
    pango_layout_get_context (layout),
    pango_language_from_string (atlas_language_get_pango_tag (style->language)));
  pango_layout_set_font_description (layout, style->font);
  label_width = set_label (self, layout, self->axis.to, style);
  ticks = atlas_axis_list_ticks (&self->axis,
                                 (guint) CLAMP (width / (label_width + LABEL_GAP) + 1, 2, 8));
  set_color (cr, atlas_chart_color_for_ink (style->dark));
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < ticks->len; i++)
    {
      const double value = g_array_index (ticks, double, i);
      const double x = atlas_axis_get_position (&self->axis, value) * width;

      cairo_move_to (cr, CLAMP (floor (x) + 0.5, 0.5, width - 0.5), top + TICK_GAP);
      cairo_rel_line_to (cr, 0, TICK_LENGTH);
      cairo_stroke (cr);
      label_width = set_label (self, layout, value, style);
      cairo_move_to (cr, CLAMP (x - label_width / 2, 0, MAX (width - label_width, 0)),
                     top + TICK_GAP + TICK_LENGTH);
      pango_cairo_show_layout (cr, layout);
    }
}

static void
atlas_chart_bar_draw (AtlasChart            *chart,
                      cairo_t               *cr,
                      double                 width,
                      const AtlasChartStyle *style)
{
  AtlasChartBar *self = ATLAS_CHART_BAR (chart);

  cairo_save (cr);
  atlas_chart_rounded_rectangle (cr, 0, 0, width, get_bar_height (self), 3);
  cairo_clip (cr);
  set_color (cr, atlas_chart_color_for_track (style->dark));
  cairo_paint (cr);
  for (guint i = 0; i < atlas_series_get_length (self->series); i++)
    draw_span (self, cr, i, width, style);
  cairo_restore (cr);
  if (self->shows_ticks)
    draw_ticks (self, cr, width, style);
}

static AtlasRecord *
atlas_chart_bar_pick (AtlasChart *chart,
                      double      x,
                      double      y,
                      double      width)
{
  AtlasChartBar *self = ATLAS_CHART_BAR (chart);
  const AtlasSpan *span;

  if (width <= 0 || x < 0 || x > width || y < 0 || y > get_bar_height (self))
    return NULL;
  span = atlas_series_pick (self->series, atlas_axis_get_value (&self->axis, x / width));
  return span != NULL ? span->record : NULL;
}

static void
atlas_chart_bar_finalize (GObject *object)
{
  AtlasChartBar *self = ATLAS_CHART_BAR (object);

  g_clear_object (&self->series);

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
}

static void
atlas_chart_bar_init (AtlasChartBar *self)
{
}

/**
 * atlas_chart_bar_new:
 * @series: its spans
 * @axis: the axis on which they lie
 *
 * Returns: (transfer full): a bar without ticks
 */
AtlasChart *
atlas_chart_bar_new (AtlasSeries *series,
                     AtlasAxis    axis)
{
  AtlasChartBar *self;

  g_return_val_if_fail (ATLAS_IS_SERIES (series), NULL);

  self = g_object_new (ATLAS_TYPE_CHART_BAR, NULL);
  self->series = g_object_ref (series);
  self->axis = axis;
  return ATLAS_CHART (self);
}

/**
 * atlas_chart_bar_show_ticks:
 * @self: a bar
 * @unit: what its values count
 *
 * Draws the axis with its values under the bar.
 */
void
atlas_chart_bar_show_ticks (AtlasChartBar *self,
                            AtlasUnit      unit)
{
  g_return_if_fail (ATLAS_IS_CHART_BAR (self));

  self->shows_ticks = TRUE;
  self->unit = unit;
}

/**
 * atlas_chart_bar_locate_span:
 * @self: a bar
 * @index: a span of its series
 * @width: how wide the bar is drawn
 * @x: (out): where to put its left
 * @length: (out): where to put how long it is drawn: at least one unit, so that it can be seen
 *
 * Returns: whether there is such a span
 */
gboolean
atlas_chart_bar_locate_span (AtlasChartBar *self,
                             guint          index,
                             double         width,
                             double        *x,
                             double        *length)
{
  const AtlasSpan *span;

  g_return_val_if_fail (ATLAS_IS_CHART_BAR (self), FALSE);

  if (index >= atlas_series_get_length (self->series))
    return FALSE;
  span = atlas_series_get_span (self->series, index);
  *x = atlas_axis_get_position (&self->axis, span->from) * width;
  *length = MAX (atlas_axis_get_position (&self->axis, span->to) * width - *x, 1);
  return TRUE;
}
