/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-industry.h"

#include "atlas-enum-types.h"

/*
 * AtlasIndustry: a field of business, as the source words it.
 *
 * Two that the source words differently stay two, in one group.
 */
struct _AtlasIndustry
{
  AtlasRecord parent_instance;

  AtlasIndustryGroup group;
};

G_DEFINE_FINAL_TYPE (AtlasIndustry, atlas_industry, ATLAS_TYPE_RECORD)

enum
{
  PROP_0,
  PROP_GROUP,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
atlas_industry_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AtlasIndustry *self = ATLAS_INDUSTRY (object);

  switch (prop_id)
    {
    case PROP_GROUP:
      g_value_set_enum (value, self->group);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_industry_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AtlasIndustry *self = ATLAS_INDUSTRY (object);

  switch (prop_id)
    {
    case PROP_GROUP:
      self->group = (AtlasIndustryGroup) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_industry_class_init (AtlasIndustryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_industry_get_property;
  object_class->set_property = atlas_industry_set_property;
  ATLAS_RECORD_CLASS (klass)->kind = ATLAS_RECORD_KIND_INDUSTRY;

  properties[PROP_GROUP] =
    g_param_spec_enum ("group", NULL, NULL, ATLAS_TYPE_INDUSTRY_GROUP,
                       ATLAS_INDUSTRY_GROUP_AUTOMOTIVE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_industry_init (AtlasIndustry *self)
{
}

/**
 * atlas_industry_get_group:
 * @self: an industry
 *
 * Returns: the group that gathers kindred industries
 */
AtlasIndustryGroup
atlas_industry_get_group (AtlasIndustry *self)
{
  g_return_val_if_fail (ATLAS_IS_INDUSTRY (self), ATLAS_INDUSTRY_GROUP_AUTOMOTIVE);

  return self->group;
}
