/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <math.h>

#include "atlas-chart.h"
#include "atlas-format.h"
#include "atlas-map-style.h"
#include "atlas-text-painter.h"
#include "atlas-time-glyph.h"
#include "atlas-timeline-private.h"

/* Draws a timeline from the positions that its layout computed. */

typedef struct
{
  AtlasTimeline *self;
  cairo_t *cr;
  PangoLayout *layout;
  const AtlasTimelineStyle *style;
} Drawing;

#define TICK_LENGTH 4.0
#define TICK_GAP 14.0
#define ARROW 5.0

static void
set_color (Drawing *drawing, AtlasChartColor color)
{
  cairo_set_source_rgb (drawing->cr, color.red, color.green, color.blue);
}

static void
set_ink (Drawing *drawing)
{
  set_color (drawing, drawing->style->strong ? drawing->style->dark ? (AtlasChartColor) { 1, 1, 1 }
                                                                    : (AtlasChartColor) { 0, 0, 0 }
                                             : atlas_chart_color_for_ink (drawing->style->dark));
}

static void
set_grid_color (Drawing *drawing)
{
  const AtlasChartColor color = atlas_chart_color_for_track (drawing->style->dark);

  cairo_set_source_rgba (drawing->cr, color.red, color.green, color.blue,
                         drawing->style->dark ? 0.6 : 1);
}

/* The color of names. It is stronger than that of the axis because names also stand on bars. */
static void
set_text_color (Drawing *drawing)
{
  set_color (drawing, drawing->style->dark ? (AtlasChartColor) { 0.95, 0.95, 0.95 }
                                           : (AtlasChartColor) { 0.13, 0.13, 0.13 });
}

static void
set_ground_color (Drawing *drawing)
{
  set_color (drawing, drawing->style->dark ? (AtlasChartColor) { 0.14, 0.14, 0.14 }
                                           : (AtlasChartColor) { 1, 1, 1 });
}

static void
set_sign_color (Drawing *drawing)
{
  if (drawing->style->strong)
    set_text_color (drawing);
  else
    set_color (drawing, drawing->style->dark ? (AtlasChartColor) { 0.47, 0.71, 0.96 }
                                             : (AtlasChartColor) { 0.00, 0.45, 0.70 });
}

/* A pale color, so that a name on it is legible. */
static void
set_bar_color (Drawing *drawing)
{
  set_color (drawing, drawing->style->dark ? (AtlasChartColor) { 0.30, 0.37, 0.48 }
                                           : (AtlasChartColor) { 0.76, 0.83, 0.92 });
}

static void
show_text (Drawing *drawing, const char *text, double x, double y, double width)
{
  PangoRectangle extents;

  pango_layout_set_text (drawing->layout, text, -1);
  pango_layout_set_ellipsize (drawing->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (drawing->layout, (int) ceil (width * PANGO_SCALE));
  pango_layout_get_pixel_extents (drawing->layout, NULL, &extents);
  cairo_move_to (drawing->cr, x, y - extents.height / 2.0);
  atlas_text_painter_show (drawing->cr, drawing->layout);
  cairo_new_path (drawing->cr);
  pango_layout_set_width (drawing->layout, -1);
}

static void
draw_line (Drawing *drawing, double x, double from, double to)
{
  cairo_move_to (drawing->cr, floor (x) + 0.5, from);
  cairo_line_to (drawing->cr, floor (x) + 0.5, to);
  cairo_stroke (drawing->cr);
}

static char *
label_tick (const AtlasDate *tick, AtlasLanguage language)
{
  return tick->month == 0 ? g_strdup_printf ("%u", tick->year)
                          : atlas_format_month_short (tick->month, language);
}

static double
get_tick_x (Drawing *drawing, const AtlasDate *tick)
{
  return _atlas_timeline_get_x (drawing->self, atlas_date_first_day (tick));
}

/* Computes how many ticks fit, from the widest label. */
static guint
count_tick_room (Drawing *drawing)
{
  const double year = _atlas_timeline_get_text_width (drawing->layout, "2000");
  g_autofree char *month = atlas_format_month_short (12, drawing->style->language);
  const double width = MAX (year, _atlas_timeline_get_text_width (drawing->layout, month));

  return (guint) CLAMP (drawing->self->width / (width + TICK_GAP), 1, 100);
}

/* A label is centred on the year or month that it names; when ticks are further apart, it stands at
 * the tick. */
static double
place_tick_label (Drawing *drawing, const AtlasDate *tick, double next_x, double width)
{
  const double x = get_tick_x (drawing, tick);
  const double end = _atlas_timeline_get_x (drawing->self, atlas_date_last_day (tick) + 1.0);

  return fabs (end - next_x) < 1 ? (x + next_x - width) / 2 : x + 3;
}

static void
draw_tick (Drawing *drawing, const AtlasDate *tick, double next_x)
{
  AtlasTimeline *self = drawing->self;
  const double x = get_tick_x (drawing, tick);
  g_autofree char *label = label_tick (tick, drawing->style->language);
  const double width = _atlas_timeline_get_text_width (drawing->layout, label);
  const double label_x = place_tick_label (drawing, tick, next_x, width);

  cairo_set_line_width (drawing->cr, 1);
  set_grid_color (drawing);
  draw_line (drawing, x, 0, self->axis_y);
  draw_line (drawing, x, self->axis_y + self->axis_height, self->height);
  set_ink (drawing);
  draw_line (drawing, x, self->axis_y, self->axis_y + TICK_LENGTH);
  show_text (drawing, label, CLAMP (label_x, 0, MAX (self->width - width, 0)),
             self->axis_y + self->axis_height / 2 + 1, width);
}

static void
draw_axis (Drawing *drawing)
{
  AtlasTimeline *self = drawing->self;
  g_autoptr (GArray) ticks = atlas_time_axis_list_ticks (&self->axis, count_tick_room (drawing));
  const double end = _atlas_timeline_get_x (self, self->axis.to);

  for (guint i = 0; i < ticks->len; i++)
    draw_tick (drawing, &g_array_index (ticks, AtlasDate, i),
               i + 1 < ticks->len ? get_tick_x (drawing, &g_array_index (ticks, AtlasDate, i + 1))
                                  : end);
  set_ink (drawing);
  cairo_set_line_width (drawing->cr, 1);
  draw_line (drawing, end, self->axis_y, self->axis_y + TICK_LENGTH);
  cairo_move_to (drawing->cr, 0, floor (self->axis_y) + 0.5);
  cairo_line_to (drawing->cr, self->width, floor (self->axis_y) + 0.5);
  cairo_stroke (drawing->cr);
}

/* Shades the time after the date of the source, because events after it are not known. */
static void
draw_future (Drawing *drawing)
{
  AtlasTimeline *self = drawing->self;
  const guint32 as_of = atlas_time_series_get_as_of (self->series);
  const AtlasChartColor color = atlas_chart_color_for_track (drawing->style->dark);
  double x;

  if (as_of == 0 || as_of + 1 >= self->axis.to || as_of < self->axis.from)
    return;
  x = _atlas_timeline_get_x (self, as_of + 1.0);
  cairo_set_source_rgba (drawing->cr, color.red, color.green, color.blue, 0.45);
  cairo_rectangle (drawing->cr, x, 0, self->width - x, self->axis_y);
  cairo_fill (drawing->cr);
}

/* Draws a line at the end of the time shown. */
static void
draw_moment (Drawing *drawing)
{
  AtlasTimeline *self = drawing->self;
  AtlasNavigation *navigation = drawing->style->navigation;
  const AtlasDate *until =
    navigation != NULL ? atlas_filter_get_until (atlas_navigation_get_filter (navigation)) : NULL;
  double x;

  if (until == NULL)
    return;
  x = _atlas_timeline_get_x (self, atlas_date_last_day (until) + 1.0);
  set_text_color (drawing);
  cairo_set_line_width (drawing->cr, 1);
  draw_line (drawing, x, 0, self->height);
  cairo_move_to (drawing->cr, floor (x) + 0.5, self->axis_y);
  cairo_rel_line_to (drawing->cr, -3.5, -5);
  cairo_rel_line_to (drawing->cr, 7, 0);
  cairo_close_path (drawing->cr);
  cairo_fill (drawing->cr);
}

static gboolean
is_lifted (Drawing *drawing, const AtlasTimeItem *item)
{
  AtlasRecord *report = drawing->style->report;

  if (report != NULL && item->report != NULL)
    return item->report == report;
  return drawing->style->navigation != NULL &&
         atlas_navigation_lifts (drawing->style->navigation, item->record);
}

/* Draws the days on which the event may lie as a line with two ends. */
static void
draw_span (Drawing *drawing, const AtlasTimelinePlacement *placement, gboolean is_expected)
{
  const double radius = drawing->self->density.radius;
  const double dashes[] = { 2, 2 };

  if (placement->to - placement->from <= 2 * radius)
    return;
  set_sign_color (drawing);
  cairo_set_line_width (drawing->cr, 1.5);
  if (is_expected)
    cairo_set_dash (drawing->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (drawing->cr, placement->from + 1, placement->y);
  cairo_line_to (drawing->cr, placement->to - 1, placement->y);
  cairo_stroke (drawing->cr);
  cairo_set_dash (drawing->cr, NULL, 0, 0);
  for (int end = 0; end < 2; end++)
    {
      cairo_move_to (drawing->cr, end == 0 ? placement->from + 1 : placement->to - 1,
                     placement->y - 3);
      cairo_rel_line_to (drawing->cr, 0, 6);
      cairo_stroke (drawing->cr);
    }
}

static void
draw_ring (Drawing *drawing, const AtlasTimelinePlacement *placement)
{
  set_text_color (drawing);
  cairo_set_line_width (drawing->cr, 2);
  cairo_arc (drawing->cr, placement->x, placement->y, drawing->self->density.radius + 1, 0,
             2 * G_PI);
  cairo_stroke (drawing->cr);
}

static void
draw_sign (Drawing *drawing, const AtlasTimeItem *item, const AtlasTimelinePlacement *placement)
{
  const gboolean is_expected = item->kind == ATLAS_TIME_ITEM_EXPECTED;
  const double radius = drawing->self->density.radius;
  const double dashes[] = { 2.5, 2 };
  cairo_t *cr = drawing->cr;

  draw_span (drawing, placement, is_expected);
  if (is_lifted (drawing, item))
    draw_ring (drawing, placement);
  cairo_arc (cr, placement->x, placement->y, radius - 0.5 - (is_expected ? 0.75 : 0), 0, 2 * G_PI);
  if (is_expected)
    {
      set_ground_color (drawing);
      cairo_fill_preserve (cr);
      set_sign_color (drawing);
      cairo_set_line_width (cr, 1.5);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      return;
    }
  set_sign_color (drawing);
  cairo_fill (cr);
  set_ground_color (drawing);
  atlas_time_glyph_draw (cr, item->record, placement->x, placement->y, radius * 1.15);
}

/* A bar that continues beyond the axis ends in a point. */
static void
trace_bar (Drawing *drawing, const AtlasTimelinePlacement *placement)
{
  const double height = drawing->self->density.bar_height;
  const double top = placement->y - height / 2;
  const double arrow = MIN (ARROW, height / 2);

  if (!placement->is_cut)
    {
      atlas_rounded_rectangle (drawing->cr, placement->from, top,
                               MAX (placement->to - placement->from, 2), height, 3);
      return;
    }
  cairo_new_sub_path (drawing->cr);
  cairo_arc (drawing->cr, placement->from + 3, top + 3, 3, G_PI, G_PI + G_PI_2);
  cairo_line_to (drawing->cr, placement->to - arrow, top);
  cairo_line_to (drawing->cr, placement->to, placement->y);
  cairo_line_to (drawing->cr, placement->to - arrow, top + height);
  cairo_arc (drawing->cr, placement->from + 3, top + height - 3, 3, G_PI_2, G_PI);
  cairo_close_path (drawing->cr);
}

/* Writes the year in which a period ends, when its end is beyond the axis. */
static void
draw_end_year (Drawing *drawing, const AtlasTimeItem *item, const AtlasTimelinePlacement *placement)
{
  g_autofree char *year = g_strdup_printf ("%u", atlas_date_from_day (item->last).year);
  const double width = _atlas_timeline_get_text_width (drawing->layout, year);

  if (placement->to - placement->from < width + 2 * ARROW)
    return;
  show_text (drawing, year, placement->to - ARROW - 2 - width, placement->y, width);
}

static void
draw_bar (Drawing *drawing, const AtlasTimeItem *item, const AtlasTimelinePlacement *placement)
{
  trace_bar (drawing, placement);
  set_bar_color (drawing);
  cairo_fill_preserve (drawing->cr);
  if (is_lifted (drawing, item) || drawing->style->strong)
    {
      set_text_color (drawing);
      cairo_set_line_width (drawing->cr, is_lifted (drawing, item) ? 2 : 1);
      cairo_stroke_preserve (drawing->cr);
    }
  cairo_new_path (drawing->cr);
  set_text_color (drawing);
  if (placement->is_cut && drawing->self->density.has_labels)
    draw_end_year (drawing, item, placement);
}

static void
draw_item (Drawing *drawing, guint index)
{
  const AtlasTimeItem *item = atlas_time_series_get_item (drawing->self->series, index);
  const AtlasTimelinePlacement *placement = atlas_timeline_get_placement (drawing->self, index);

  if (item->kind == ATLAS_TIME_ITEM_PERIOD)
    draw_bar (drawing, item, placement);
  else
    draw_sign (drawing, item, placement);
  if (placement->label_width < 1)
    return;
  set_text_color (drawing);
  show_text (drawing, atlas_time_item_get_name (item, drawing->style->language), placement->label_x,
             placement->y, placement->label_width);
}

/**
 * atlas_timeline_draw:
 * @self: a timeline that is laid out
 * @cr: where to draw; it begins at the origin
 * @style: how to draw it; with the font and language of the layout
 *
 * Draws the timeline. Items that the navigation highlights are drawn last, on top.
 */
void
atlas_timeline_draw (AtlasTimeline *self, cairo_t *cr, const AtlasTimelineStyle *style)
{
  g_autoptr (PangoLayout) layout = NULL;
  Drawing drawing;

  g_return_if_fail (ATLAS_IS_TIMELINE (self));
  g_return_if_fail (cr != NULL && style != NULL);

  if (self->height <= 0)
    return;
  layout = _atlas_timeline_create_layout (style);
  drawing = (Drawing) { self, cr, layout, style };
  cairo_save (cr);
  draw_future (&drawing);
  draw_axis (&drawing);
  draw_moment (&drawing);
  for (int lifted = FALSE; lifted <= TRUE; lifted++)
    for (guint i = 0; i < self->placements->len; i++)
      if (is_lifted (&drawing, atlas_time_series_get_item (self->series, i)) == lifted &&
          (lifted || !atlas_timeline_get_placement (self, i)->is_covered))
        draw_item (&drawing, i);
  cairo_restore (cr);
}
