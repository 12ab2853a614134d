/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-figure.h"

#include "atlas-enum-types.h"

/*
 * AtlasFigure: a number that the source states, with its unit, time and status.
 */
struct _AtlasFigure
{
  AtlasRecord parent_instance;

  AtlasDecimal      *value;
  AtlasUnit         unit;
  AtlasDate         *as_of;
  AtlasPeriod       *period;
  AtlasFigureStatus status;
};

G_DEFINE_FINAL_TYPE (AtlasFigure, atlas_figure, ATLAS_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_VALUE,
  PROP_UNIT,
  PROP_AS_OF,
  PROP_PERIOD,
  PROP_STATUS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
atlas_figure_finalize (GObject *object)
{
  AtlasFigure *self = ATLAS_FIGURE (object);

  atlas_decimal_free (self->value);
  atlas_date_free (self->as_of);
  atlas_period_free (self->period);

  G_OBJECT_CLASS (atlas_figure_parent_class)->finalize (object);
}

static void
atlas_figure_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AtlasFigure *self = ATLAS_FIGURE (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_set_boxed (value, self->value);
      break;
    case PROP_UNIT:
      g_value_set_enum (value, self->unit);
      break;
    case PROP_AS_OF:
      g_value_set_boxed (value, self->as_of);
      break;
    case PROP_PERIOD:
      g_value_set_boxed (value, self->period);
      break;
    case PROP_STATUS:
      g_value_set_enum (value, self->status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_figure_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AtlasFigure *self = ATLAS_FIGURE (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      self->value = g_value_dup_boxed (value);
      break;
    case PROP_UNIT:
      self->unit = (AtlasUnit) g_value_get_enum (value);
      break;
    case PROP_AS_OF:
      self->as_of = g_value_dup_boxed (value);
      break;
    case PROP_PERIOD:
      self->period = g_value_dup_boxed (value);
      break;
    case PROP_STATUS:
      self->status = (AtlasFigureStatus) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_figure_class_init (AtlasFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_figure_finalize;
  object_class->get_property = atlas_figure_get_property;
  object_class->set_property = atlas_figure_set_property;
  ATLAS_RECORD_CLASS (klass)->kind = ATLAS_RECORD_KIND_FIGURE;

  properties[PROP_VALUE] = g_param_spec_boxed ("value", NULL, NULL, ATLAS_TYPE_DECIMAL, flags);
  properties[PROP_UNIT] =
    g_param_spec_enum ("unit", NULL, NULL, ATLAS_TYPE_UNIT, ATLAS_UNIT_ITEM, flags);
  properties[PROP_AS_OF] = g_param_spec_boxed ("as-of", NULL, NULL, ATLAS_TYPE_DATE, flags);
  properties[PROP_PERIOD] = g_param_spec_boxed ("period", NULL, NULL, ATLAS_TYPE_PERIOD, flags);
  properties[PROP_STATUS] =
    g_param_spec_enum ("status", NULL, NULL, ATLAS_TYPE_FIGURE_STATUS,
                       ATLAS_FIGURE_STATUS_STOCK, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_figure_init (AtlasFigure *self)
{
}

/**
 * atlas_figure_get_value:
 * @self: a figure
 *
 * Returns: (transfer none): the exact number, in units; in %ATLAS_UNIT_CNY_100M the decimal
 *   counts 10 000 yuan
 */
const AtlasDecimal *
atlas_figure_get_value (AtlasFigure *self)
{
  g_return_val_if_fail (ATLAS_IS_FIGURE (self), NULL);

  return self->value;
}

/**
 * atlas_figure_get_unit:
 * @self: a figure
 *
 * Returns: what it counts
 */
AtlasUnit
atlas_figure_get_unit (AtlasFigure *self)
{
  g_return_val_if_fail (ATLAS_IS_FIGURE (self), ATLAS_UNIT_ITEM);

  return self->unit;
}

/**
 * atlas_figure_get_as_of:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): the moment at which it held, or NULL
 */
const AtlasDate *
atlas_figure_get_as_of (AtlasFigure *self)
{
  g_return_val_if_fail (ATLAS_IS_FIGURE (self), NULL);

  return self->as_of;
}

/**
 * atlas_figure_get_period:
 * @self: a figure
 *
 * Returns: (transfer none) (nullable): the time over which it was counted, or NULL
 */
const AtlasPeriod *
atlas_figure_get_period (AtlasFigure *self)
{
  g_return_val_if_fail (ATLAS_IS_FIGURE (self), NULL);

  return self->period;
}

/**
 * atlas_figure_get_status:
 * @self: a figure
 *
 * Returns: whether it is there, done or to come
 */
AtlasFigureStatus
atlas_figure_get_status (AtlasFigure *self)
{
  g_return_val_if_fail (ATLAS_IS_FIGURE (self), ATLAS_FIGURE_STATUS_STOCK);

  return self->status;
}

/**
 * atlas_figure_is_change:
 * @figure: a figure
 * @dataset: its dataset
 *
 * Returns: whether it says by how many per cent another figure has changed
 */
gboolean
atlas_figure_is_change (AtlasFigure  *figure,
                        AtlasDataset *dataset)
{
  AtlasRecord *about =
    atlas_dataset_get_reference (dataset, ATLAS_RECORD (figure), ATLAS_ROLE_ABOUT);

  return atlas_figure_get_unit (figure) == ATLAS_UNIT_PERCENT && about != NULL &&
         ATLAS_IS_FIGURE (about);
}
