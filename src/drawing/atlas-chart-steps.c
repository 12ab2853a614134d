/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chart-steps.h"

#include <math.h>

/*
 * AtlasChartSteps: how far something has come, as a line of steps.
 */
struct _AtlasChartSteps
{
  AtlasChart parent_instance;

  guint n_steps;
  guint n_reached;
};

G_DEFINE_FINAL_TYPE (AtlasChartSteps, atlas_chart_steps, ATLAS_TYPE_CHART)

#define STEP_HEIGHT 4.0
#define STEP_GAP 4.0

static double
atlas_chart_steps_get_height (AtlasChart            *chart,
                              const AtlasChartStyle *style)
{
  return STEP_HEIGHT;
}

static void
atlas_chart_steps_draw (AtlasChart            *chart,
                        cairo_t               *cr,
                        double                 width,
                        const AtlasChartStyle *style)
{
  AtlasChartSteps *self = ATLAS_CHART_STEPS (chart);

  for (guint i = 0; i < self->n_steps; i++)
    {
      AtlasChartColor color = atlas_chart_color_for_track (style->dark);
      double x, length;

      if (i < self->n_reached)
        color = style->dark ? (AtlasChartColor) { 0.93, 0.52, 0.20 }
                            : (AtlasChartColor) { 0.84, 0.37, 0.00 };
      atlas_chart_steps_locate_step (self, i, width, &x, &length);
      cairo_set_source_rgb (cr, color.red, color.green, color.blue);
      atlas_chart_rounded_rectangle (cr, x, 0, length, STEP_HEIGHT, STEP_HEIGHT / 2);
      cairo_fill (cr);
    }
}

static void
atlas_chart_steps_class_init (AtlasChartStepsClass *klass)
{
  AtlasChartClass *chart_class = ATLAS_CHART_CLASS (klass);

  chart_class->get_height = atlas_chart_steps_get_height;
  chart_class->draw = atlas_chart_steps_draw;
}

static void
atlas_chart_steps_init (AtlasChartSteps *self)
{
}

/**
 * atlas_chart_steps_new:
 * @n_steps: how many steps there are, at least 1
 * @n_reached: how many of them are behind
 *
 * Returns: (transfer full): a line of steps
 */
AtlasChart *
atlas_chart_steps_new (guint n_steps,
                       guint n_reached)
{
  AtlasChartSteps *self;

  g_return_val_if_fail (n_steps > 0 && n_reached <= n_steps, NULL);

  self = g_object_new (ATLAS_TYPE_CHART_STEPS, NULL);
  self->n_steps = n_steps;
  self->n_reached = n_reached;
  return ATLAS_CHART (self);
}

/**
 * atlas_chart_steps_locate_step:
 * @self: a line of steps
 * @index: a step, from 0
 * @width: how wide the line is drawn
 * @x: (out): where to put its left
 * @length: (out): where to put its length
 */
void
atlas_chart_steps_locate_step (AtlasChartSteps *self,
                               guint            index,
                               double           width,
                               double          *x,
                               double          *length)
{
  g_return_if_fail (ATLAS_IS_CHART_STEPS (self));
  g_return_if_fail (index < self->n_steps);

  *length = MAX ((width - (self->n_steps - 1) * STEP_GAP) / self->n_steps, 0);
  *x = index * (*length + STEP_GAP);
}
