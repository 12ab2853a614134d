/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-plan.h"

#include "atlas-enum-types.h"

/*
 * AtlasPlan: a named plan, policy or agreement text, or a layout or slogan that is no text at all.
 */
struct _AtlasPlan
{
  AtlasRecord parent_instance;

  AtlasPeriod     *period;
  AtlasPlanStatus  status;
};

G_DEFINE_FINAL_TYPE (AtlasPlan, atlas_plan, ATLAS_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_PERIOD,
  PROP_STATUS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
atlas_plan_finalize (GObject *object)
{
  AtlasPlan *self = ATLAS_PLAN (object);

  atlas_period_free (self->period);

  G_OBJECT_CLASS (atlas_plan_parent_class)->finalize (object);
}

static void
atlas_plan_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  AtlasPlan *self = ATLAS_PLAN (object);

  switch (prop_id)
    {
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
atlas_plan_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  AtlasPlan *self = ATLAS_PLAN (object);

  switch (prop_id)
    {
    case PROP_PERIOD:
      self->period = g_value_dup_boxed (value);
      break;
    case PROP_STATUS:
      self->status = (AtlasPlanStatus) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_plan_class_init (AtlasPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_plan_finalize;
  object_class->get_property = atlas_plan_get_property;
  object_class->set_property = atlas_plan_set_property;
  ATLAS_RECORD_CLASS (klass)->kind = ATLAS_RECORD_KIND_PLAN;

  properties[PROP_PERIOD] = g_param_spec_boxed ("period", NULL, NULL, ATLAS_TYPE_PERIOD, flags);
  properties[PROP_STATUS] = g_param_spec_enum ("status", NULL, NULL, ATLAS_TYPE_PLAN_STATUS,
                                               ATLAS_PLAN_STATUS_UNKNOWN, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_plan_init (AtlasPlan *self)
{
}

/**
 * atlas_plan_get_period:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the years that it covers, or NULL
 */
const AtlasPeriod *
atlas_plan_get_period (AtlasPlan *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAN (self), NULL);

  return self->period;
}

/**
 * atlas_plan_get_status:
 * @self: a plan
 *
 * Returns: how far it has come as a document
 */
AtlasPlanStatus
atlas_plan_get_status (AtlasPlan *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAN (self), ATLAS_PLAN_STATUS_UNKNOWN);

  return self->status;
}

/**
 * atlas_plan_is_document:
 * @self: a plan
 *
 * Returns: whether there is a text; not when it is yet to be written, nor of a layout or a slogan.
 *   Only a document has a bar on a timeline.
 */
gboolean
atlas_plan_is_document (AtlasPlan *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAN (self), FALSE);

  return self->status != ATLAS_PLAN_STATUS_PLANNED && self->status != ATLAS_PLAN_STATUS_POLICY;
}
