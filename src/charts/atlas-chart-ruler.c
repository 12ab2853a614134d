/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chart-ruler.h"

#include <math.h>

#include "atlas-format.h"

/*
 * AtlasChartRuler: the axis that several bars share: lines at round values, and their labels.
 *
 * The bars of a group use the same ruler, so their lines meet. The ruler has as many ticks as
 * labels fit side by side. Only the last label has the unit; the others have only digits.
 */
struct _AtlasChartRuler
{
  GObject parent_instance;

  AtlasAxis axis;
  AtlasUnit unit;

  /* The ticks, and the width, language and font for which they were laid out. */
  GArray *ticks; /* of AtlasChartTick */
  double width;
  AtlasLanguage language;
  PangoFontDescription *font;
};

G_DEFINE_FINAL_TYPE (AtlasChartRuler, atlas_chart_ruler, G_TYPE_OBJECT)

#define MAX_TICKS 8
#define LABEL_GAP 10.0
#define LABEL_SPACE 3.0

static void
clear_tick (gpointer data)
{
  AtlasChartTick *tick = data;

  g_free (tick->label);
}

static char *
format_tick (AtlasChartRuler *self, double value, double last, AtlasLanguage language)
{
  AtlasDecimal decimal, last_decimal;

  if (!atlas_decimal_from_double (value, &decimal) ||
      !atlas_decimal_from_double (last, &last_decimal))
    return g_strdup ("");
  return value < last ? atlas_format_tick (decimal, last_decimal, self->unit, language)
                      : atlas_format_quantity (decimal, self->unit, language);
}

static AtlasChartTick
place_tick (AtlasChartRuler *self,
            PangoLayout *layout,
            double value,
            double last,
            double width,
            AtlasLanguage language)
{
  AtlasChartTick tick = { .label = format_tick (self, value, last, language) };
  PangoRectangle extents;

  pango_layout_set_text (layout, tick.label, -1);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  tick.x = atlas_axis_get_position (&self->axis, value) * width;
  tick.label_width = extents.width;
  tick.label_x = CLAMP (tick.x - tick.label_width / 2, 0, MAX (width - tick.label_width, 0));
  return tick;
}

/* Computes the ticks again. Returns whether their labels do not overlap. */
static gboolean
place_ticks (AtlasChartRuler *self, PangoLayout *layout, guint most_ticks)
{
  g_autoptr (GArray) values = atlas_axis_list_ticks (&self->axis, most_ticks);
  double end = -LABEL_GAP;
  gboolean fits = TRUE;

  g_array_set_size (self->ticks, 0);
  for (guint i = 0; i < values->len; i++)
    {
      const AtlasChartTick tick =
        place_tick (self, layout, g_array_index (values, double, i),
                    g_array_index (values, double, values->len - 1), self->width, self->language);

      fits = fits && tick.label_x >= end + LABEL_GAP;
      end = tick.label_x + tick.label_width;
      g_array_append_val (self->ticks, tick);
    }
  return fits && end <= self->width;
}

static void
lay_out (AtlasChartRuler *self, double width, const AtlasChartStyle *style)
{
  g_autoptr (PangoLayout) layout = atlas_chart_create_layout (NULL, style->font, style->language);
  guint most_ticks = MAX_TICKS;

  self->width = width;
  self->language = style->language;
  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (style->font);
  while (most_ticks >= 2 && !place_ticks (self, layout, most_ticks))
    most_ticks--;
  /* When even two labels overlap, keep the last: it has the largest value and the unit. */
  if (most_ticks == 1 && self->ticks->len > 1)
    g_array_remove_range (self->ticks, 0, self->ticks->len - 1);
}

static void
atlas_chart_ruler_finalize (GObject *object)
{
  AtlasChartRuler *self = ATLAS_CHART_RULER (object);

  g_array_unref (self->ticks);
  g_clear_pointer (&self->font, pango_font_description_free);

  G_OBJECT_CLASS (atlas_chart_ruler_parent_class)->finalize (object);
}

static void
atlas_chart_ruler_class_init (AtlasChartRulerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_chart_ruler_finalize;
}

static void
atlas_chart_ruler_init (AtlasChartRuler *self)
{
  self->ticks = g_array_new (FALSE, FALSE, sizeof (AtlasChartTick));
  g_array_set_clear_func (self->ticks, clear_tick);
}

/**
 * atlas_chart_ruler_new:
 * @axis: the axis on which bars lie
 * @unit: the unit of its values
 *
 * Returns: (transfer full): a ruler
 */
AtlasChartRuler *
atlas_chart_ruler_new (AtlasAxis axis, AtlasUnit unit)
{
  AtlasChartRuler *self = g_object_new (ATLAS_TYPE_CHART_RULER, NULL);

  self->axis = axis;
  self->unit = unit;
  return self;
}

/**
 * atlas_chart_ruler_get_unit:
 * @self: a ruler
 *
 * Returns: the unit of its values
 */
AtlasUnit
atlas_chart_ruler_get_unit (AtlasChartRuler *self)
{
  g_return_val_if_fail (ATLAS_IS_CHART_RULER (self), ATLAS_UNIT_ITEM);

  return self->unit;
}

/**
 * atlas_chart_ruler_locate:
 * @self: a ruler
 * @value: a value of its axis
 * @width: how wide the axis is drawn
 *
 * Returns: the position of @value, from 0 to @width
 */
double
atlas_chart_ruler_locate (AtlasChartRuler *self, AtlasDecimal value, double width)
{
  g_return_val_if_fail (ATLAS_IS_CHART_RULER (self), 0);

  return atlas_axis_get_position (&self->axis, atlas_decimal_to_double (value)) * width;
}

/**
 * atlas_chart_ruler_get_ticks:
 * @self: a ruler
 * @width: how wide the axis is drawn
 * @style: how it is drawn
 *
 * Returns: (transfer none) (element-type AtlasChartTick): its ticks from left to right, without
 *   overlapping labels; valid until the next call with another width
 */
GArray *
atlas_chart_ruler_get_ticks (AtlasChartRuler *self, double width, const AtlasChartStyle *style)
{
  g_return_val_if_fail (ATLAS_IS_CHART_RULER (self), NULL);
  g_return_val_if_fail (style != NULL, NULL);

  if (self->font == NULL || self->width != width || self->language != style->language ||
      !pango_font_description_equal (self->font, style->font))
    lay_out (self, width, style);
  return self->ticks;
}

/* Convert points to pixels of 1/96 inch; pango-cairo draws both sizes the same. */
static double
get_font_height (const PangoFontDescription *font)
{
  const double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}

/**
 * atlas_chart_ruler_get_height:
 * @self: a ruler
 * @style: how it is drawn
 *
 * Returns: how high its labels are
 */
double
atlas_chart_ruler_get_height (AtlasChartRuler *self, const AtlasChartStyle *style)
{
  g_return_val_if_fail (ATLAS_IS_CHART_RULER (self), 0);

  return LABEL_SPACE + ceil (get_font_height (style->font) * 1.5);
}

/**
 * atlas_chart_ruler_draw_lines:
 * @self: a ruler
 * @cr: where to draw; the axis begins at the origin
 * @width: how wide it is drawn
 * @height: how long its lines are
 * @style: how to draw it
 *
 * Draws a thin line at each tick, and a stronger one at 0, where the bars begin.
 */
void
atlas_chart_ruler_draw_lines (AtlasChartRuler *self,
                              cairo_t *cr,
                              double width,
                              double height,
                              const AtlasChartStyle *style)
{
  const AtlasChartColor ink = atlas_chart_color_for_ink (style->dark);
  const double zero = atlas_chart_ruler_locate (self, 0, width);
  GArray *ticks = atlas_chart_ruler_get_ticks (self, width, style);

  g_return_if_fail (cr != NULL);

  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < ticks->len; i++)
    {
      const double x = g_array_index (ticks, AtlasChartTick, i).x;

      cairo_set_source_rgba (cr, ink.red, ink.green, ink.blue, x == zero ? 0.8 : 0.25);
      cairo_move_to (cr, CLAMP (floor (x) + 0.5, 0.5, width - 0.5), 0);
      cairo_rel_line_to (cr, 0, height);
      cairo_stroke (cr);
    }
}

/**
 * atlas_chart_ruler_draw_labels:
 * @self: a ruler
 * @cr: where to draw; the axis begins at the origin
 * @width: how wide it is drawn
 * @top: where the labels begin
 * @style: how to draw them
 */
void
atlas_chart_ruler_draw_labels (AtlasChartRuler *self,
                               cairo_t *cr,
                               double width,
                               double top,
                               const AtlasChartStyle *style)
{
  const AtlasChartColor ink = atlas_chart_color_for_ink (style->dark);
  GArray *ticks = atlas_chart_ruler_get_ticks (self, width, style);
  g_autoptr (PangoLayout) layout = atlas_chart_create_layout (cr, style->font, style->language);

  cairo_set_source_rgb (cr, ink.red, ink.green, ink.blue);
  for (guint i = 0; i < ticks->len; i++)
    {
      const AtlasChartTick *tick = &g_array_index (ticks, AtlasChartTick, i);

      pango_layout_set_text (layout, tick->label, -1);
      cairo_move_to (cr, tick->label_x, top + LABEL_SPACE);
      pango_cairo_show_layout (cr, layout);
    }
}
