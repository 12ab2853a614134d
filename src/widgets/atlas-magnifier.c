/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-magnifier.h"

#include <math.h>

/*
 * AtlasMagnifier: shows its child larger, for people who read it from far away.
 *
 * The child gets a smaller size and a transform, so everything in it grows together: lines, text,
 * distances and the areas that can be clicked. The child does not need to know the factor.
 *
 * The minimum size is that of the child without magnification, so that a window never grows because
 * of it. Without room, the child is magnified less.
 */
struct _AtlasMagnifier
{
  GtkWidget parent_instance;

  GtkWidget *child;
  double factor;
};

enum
{
  PROP_0,
  PROP_CHILD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AtlasMagnifier, atlas_magnifier, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
atlas_magnifier_get_request_mode (GtkWidget *widget)
{
  AtlasMagnifier *self = ATLAS_MAGNIFIER (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child)
                             : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

#define OPPOSITE(orientation)                                                                      \
  ((orientation) == GTK_ORIENTATION_HORIZONTAL ? GTK_ORIENTATION_VERTICAL                          \
                                               : GTK_ORIENTATION_HORIZONTAL)

static void
atlas_magnifier_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  AtlasMagnifier *self = ATLAS_MAGNIFIER (widget);
  int child_size = -1;

  if (self->child == NULL || !gtk_widget_get_visible (self->child))
    return;
  if (for_size >= 0)
    {
      /* The factor gets smaller where the child would be below its minimum. */
      gtk_widget_measure (self->child, OPPOSITE (orientation), -1, &child_size, NULL, NULL, NULL);
      child_size = MAX (child_size, (int) floor (for_size / self->factor));
    }
  gtk_widget_measure (self->child, orientation, child_size, minimum, natural, NULL, NULL);
  *natural = (int) ceil (*natural * self->factor);
}

/* The largest factor, up to the wanted one, at which the child has its minimum size. */
static double
find_factor (AtlasMagnifier *self, int width, int height)
{
  int minimum_width, minimum_height;
  double factor;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL,
                      NULL);
  factor = MIN (self->factor, width / (double) MAX (minimum_width, 1));
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL,
                      MAX ((int) floor (width / factor), minimum_width), &minimum_height, NULL,
                      NULL, NULL);
  return MAX (MIN (factor, height / (double) MAX (minimum_height, 1)), 1);
}

static void
atlas_magnifier_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  AtlasMagnifier *self = ATLAS_MAGNIFIER (widget);
  double factor;

  if (self->child == NULL || !gtk_widget_should_layout (self->child))
    return;
  factor = self->factor > 1 ? find_factor (self, width, height) : 1;
  if (factor == 1)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
  else
    gtk_widget_allocate (self->child, (int) floor (width / factor), (int) floor (height / factor),
                         -1, gsk_transform_scale (NULL, (float) factor, (float) factor));
}

static void
atlas_magnifier_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, ATLAS_MAGNIFIER (object)->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_magnifier_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  AtlasMagnifier *self = ATLAS_MAGNIFIER (object);

  switch (prop_id)
    {
    case PROP_CHILD:
      g_clear_pointer (&self->child, gtk_widget_unparent);
      self->child = g_value_get_object (value);
      if (self->child != NULL)
        gtk_widget_set_parent (self->child, GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_magnifier_dispose (GObject *object)
{
  g_clear_pointer (&ATLAS_MAGNIFIER (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (atlas_magnifier_parent_class)->dispose (object);
}

static void
atlas_magnifier_class_init (AtlasMagnifierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atlas_magnifier_get_property;
  object_class->set_property = atlas_magnifier_set_property;
  object_class->dispose = atlas_magnifier_dispose;
  widget_class->get_request_mode = atlas_magnifier_get_request_mode;
  widget_class->measure = atlas_magnifier_measure;
  widget_class->size_allocate = atlas_magnifier_size_allocate;

  /**
   * AtlasMagnifier:child:
   *
   * The widget that is shown larger.
   */
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_magnifier_init (AtlasMagnifier *self)
{
  self->factor = 1;
}

/**
 * atlas_magnifier_get_factor:
 * @self: a magnifier
 *
 * Returns: how many times larger the child is shown, at least 1
 */
double
atlas_magnifier_get_factor (AtlasMagnifier *self)
{
  g_return_val_if_fail (ATLAS_IS_MAGNIFIER (self), 1);

  return self->factor;
}

/**
 * atlas_magnifier_set_factor:
 * @self: a magnifier
 * @factor: how many times larger to show the child, at least 1
 */
void
atlas_magnifier_set_factor (AtlasMagnifier *self, double factor)
{
  g_return_if_fail (ATLAS_IS_MAGNIFIER (self));
  g_return_if_fail (factor >= 1);

  if (factor == self->factor)
    return;
  self->factor = factor;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
