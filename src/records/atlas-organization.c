/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-organization.h"

#include "atlas-enum-types.h"

/*
 * AtlasOrganization: a government, company, school or institute that acts.
 */
struct _AtlasOrganization
{
  AtlasRecord parent_instance;

  AtlasOrganizationKind kind;
};

G_DEFINE_FINAL_TYPE (AtlasOrganization, atlas_organization, ATLAS_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_KIND,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
atlas_organization_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  AtlasOrganization *self = ATLAS_ORGANIZATION (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_organization_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  AtlasOrganization *self = ATLAS_ORGANIZATION (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = (AtlasOrganizationKind) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_organization_class_init (AtlasOrganizationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_organization_get_property;
  object_class->set_property = atlas_organization_set_property;
  ATLAS_RECORD_CLASS (klass)->kind = ATLAS_RECORD_KIND_ORGANIZATION;

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, ATLAS_TYPE_ORGANIZATION_KIND,
                       ATLAS_ORGANIZATION_KIND_GOVERNMENT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_organization_init (AtlasOrganization *self)
{
}

/**
 * atlas_organization_get_kind:
 * @self: an organization
 *
 * Returns: what it is
 */
AtlasOrganizationKind
atlas_organization_get_kind (AtlasOrganization *self)
{
  g_return_val_if_fail (ATLAS_IS_ORGANIZATION (self), ATLAS_ORGANIZATION_KIND_GOVERNMENT);

  return self->kind;
}
