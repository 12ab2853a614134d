/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-project.h"

#include "atlas-enum-types.h"

/*
 * AtlasProject: something that is built, founded or studied.
 */
struct _AtlasProject
{
  AtlasRecord parent_instance;

  AtlasProjectKind  kind;
  AtlasProjectStage stage;
  AtlasDecimal      *length_km;
  AtlasDate         *expected;
};

G_DEFINE_FINAL_TYPE (AtlasProject, atlas_project, ATLAS_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_KIND,
  PROP_STAGE,
  PROP_LENGTH_KM,
  PROP_EXPECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
atlas_project_finalize (GObject *object)
{
  AtlasProject *self = ATLAS_PROJECT (object);

  atlas_decimal_free (self->length_km);
  atlas_date_free (self->expected);

  G_OBJECT_CLASS (atlas_project_parent_class)->finalize (object);
}

static void
atlas_project_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AtlasProject *self = ATLAS_PROJECT (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_STAGE:
      g_value_set_enum (value, self->stage);
      break;
    case PROP_LENGTH_KM:
      g_value_set_boxed (value, self->length_km);
      break;
    case PROP_EXPECTED:
      g_value_set_boxed (value, self->expected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_project_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AtlasProject *self = ATLAS_PROJECT (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = (AtlasProjectKind) g_value_get_enum (value);
      break;
    case PROP_STAGE:
      self->stage = (AtlasProjectStage) g_value_get_enum (value);
      break;
    case PROP_LENGTH_KM:
      self->length_km = g_value_dup_boxed (value);
      break;
    case PROP_EXPECTED:
      self->expected = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_project_class_init (AtlasProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = atlas_project_finalize;
  object_class->get_property = atlas_project_get_property;
  object_class->set_property = atlas_project_set_property;
  ATLAS_RECORD_CLASS (klass)->kind = ATLAS_RECORD_KIND_PROJECT;

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, ATLAS_TYPE_PROJECT_KIND,
                       ATLAS_PROJECT_KIND_INDUSTRY, flags);
  properties[PROP_STAGE] =
    g_param_spec_enum ("stage", NULL, NULL, ATLAS_TYPE_PROJECT_STAGE,
                       ATLAS_PROJECT_STAGE_UNKNOWN, flags);
  properties[PROP_LENGTH_KM] =
    g_param_spec_boxed ("length-km", NULL, NULL, ATLAS_TYPE_DECIMAL, flags);
  properties[PROP_EXPECTED] = g_param_spec_boxed ("expected", NULL, NULL, ATLAS_TYPE_DATE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_project_init (AtlasProject *self)
{
}

/**
 * atlas_project_get_kind:
 * @self: a project
 *
 * Returns: what it is
 */
AtlasProjectKind
atlas_project_get_kind (AtlasProject *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), ATLAS_PROJECT_KIND_INDUSTRY);

  return self->kind;
}

/**
 * atlas_project_get_stage:
 * @self: a project
 *
 * Returns: how far it has come
 */
AtlasProjectStage
atlas_project_get_stage (AtlasProject *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), ATLAS_PROJECT_STAGE_UNKNOWN);

  return self->stage;
}

/**
 * atlas_project_get_length_km:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): the length in kilometres, or NULL
 */
const AtlasDecimal *
atlas_project_get_length_km (AtlasProject *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), NULL);

  return self->length_km;
}

/**
 * atlas_project_get_expected:
 * @self: a project
 *
 * Returns: (transfer none) (nullable): when it is to be done, or NULL
 */
const AtlasDate *
atlas_project_get_expected (AtlasProject *self)
{
  g_return_val_if_fail (ATLAS_IS_PROJECT (self), NULL);

  return self->expected;
}
