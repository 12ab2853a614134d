/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-chart-steps.h"

#include "atlas-chart-private.h"
#include "atlas-labels.h"
#include "atlas-map-style.h"
#include "atlas-translation.h"

/*
 * AtlasChartSteps: progress, drawn as a line of steps.
 *
 * The steps are the values of an enumeration without the first one, which means "not stated".
 */
struct _AtlasChartSteps
{
  AtlasChart parent_instance;

  GType stages;
  guint n_steps;
  guint n_reached;
};

G_DEFINE_FINAL_TYPE (AtlasChartSteps, atlas_chart_steps, ATLAS_TYPE_CHART)

#define STEP_HEIGHT 5.0
#define STEP_GAP 4.0

/* The margin around the line that still reacts to the pointer. */
#define OVERHANG 3.0

static double
atlas_chart_steps_get_height (AtlasChart *chart, const AtlasChartStyle *style)
{
  return STEP_HEIGHT + 2 * OVERHANG;
}

/* Finds the left edge and the length of a step, from 0. */
void
_atlas_chart_steps_locate (AtlasChartSteps *self,
                           guint index,
                           double width,
                           double *x,
                           double *length)
{
  *length = MAX ((width - (self->n_steps - 1) * STEP_GAP) / self->n_steps, 0);
  *x = index * (*length + STEP_GAP);
}

static void
atlas_chart_steps_draw (AtlasChart *chart, cairo_t *cr, double width, const AtlasChartStyle *style)
{
  AtlasChartSteps *self = ATLAS_CHART_STEPS (chart);

  for (guint i = 0; i < self->n_steps; i++)
    {
      AtlasChartColor color = atlas_chart_color_for_track (style->dark);
      double x, length;

      if (i < self->n_reached)
        color = style->dark ? (AtlasChartColor) { 0.93, 0.52, 0.20 }
                            : (AtlasChartColor) { 0.84, 0.37, 0.00 };
      _atlas_chart_steps_locate (self, i, width, &x, &length);
      cairo_set_source_rgb (cr, color.red, color.green, color.blue);
      atlas_rounded_rectangle (cr, x, OVERHANG, length, STEP_HEIGHT, STEP_HEIGHT / 2);
      cairo_fill (cr);
    }
}

/* Such as "Step 5 of 6: Under construction". */
static char *
name_step (AtlasChartSteps *self, guint step, AtlasLanguage language)
{
  /* Translators: which step of how many, and its name, such as "Under construction". */
  return g_strdup_printf (atlas_translate (language, "Step %u of %u: %s"), step, self->n_steps,
                          atlas_label_for (self->stages, (int) step, language));
}

static char *
atlas_chart_steps_tell (AtlasChart *chart, double x, double y, double width, AtlasLanguage language)
{
  AtlasChartSteps *self = ATLAS_CHART_STEPS (chart);

  if (!(x >= 0 && x < width))
    return NULL;
  return name_step (self, 1 + (guint) (x / width * self->n_steps), language);
}

static char *
atlas_chart_steps_describe (AtlasChart *chart, AtlasLanguage language)
{
  AtlasChartSteps *self = ATLAS_CHART_STEPS (chart);

  return name_step (self, self->n_reached, language);
}

static void
atlas_chart_steps_class_init (AtlasChartStepsClass *klass)
{
  AtlasChartClass *chart_class = ATLAS_CHART_CLASS (klass);

  chart_class->get_height = atlas_chart_steps_get_height;
  chart_class->draw = atlas_chart_steps_draw;
  chart_class->tell = atlas_chart_steps_tell;
  chart_class->describe = atlas_chart_steps_describe;
}

static void
atlas_chart_steps_init (AtlasChartSteps *self)
{
}

/**
 * atlas_chart_steps_new:
 * @stages: the enumeration type of the stages, such as %ATLAS_TYPE_PROJECT_STAGE
 * @reached: the value that has been reached; not the first one
 *
 * Returns: (transfer full): a line of steps
 */
AtlasChart *
atlas_chart_steps_new (GType stages, guint reached)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (stages);
  AtlasChartSteps *self;

  g_return_val_if_fail (klass != NULL && reached > 0 && reached <= (guint) klass->maximum, NULL);

  self = g_object_new (ATLAS_TYPE_CHART_STEPS, NULL);
  self->stages = stages;
  self->n_steps = (guint) klass->maximum;
  self->n_reached = reached;
  return ATLAS_CHART (self);
}
