/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-partnership.h"

#include "atlas-enum-types.h"
#include "atlas-link.h"

/*
 * AtlasPartnership: a co-operation between places, or between organizations.
 */
struct _AtlasPartnership
{
  AtlasRecord parent_instance;

  AtlasPartnershipKind  kind;
  AtlasPartnershipStage stage;
};

static void link_interface_init (AtlasLinkInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasPartnership, atlas_partnership, ATLAS_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_LINK, link_interface_init))

enum
{
  PROP_0,
  PROP_KIND,
  PROP_STAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static AtlasLinkGroup
atlas_partnership_get_group (AtlasLink *link)
{
  switch (ATLAS_PARTNERSHIP (link)->kind)
    {
    case ATLAS_PARTNERSHIP_KIND_ZONE_COOPERATION:
      return ATLAS_LINK_GROUP_ZONE;
    case ATLAS_PARTNERSHIP_KIND_FRAMEWORK:
      return ATLAS_LINK_GROUP_FRAMEWORK;
    case ATLAS_PARTNERSHIP_KIND_INTEGRATION:
    case ATLAS_PARTNERSHIP_KIND_DEMONSTRATION_AREA:
      return ATLAS_LINK_GROUP_INTEGRATION;
    case ATLAS_PARTNERSHIP_KIND_ENTERPRISE:
      return ATLAS_LINK_GROUP_ENTERPRISE;
    case ATLAS_PARTNERSHIP_KIND_CITY_PAIR:
    case ATLAS_PARTNERSHIP_KIND_REGIONAL_BRAND:
    case ATLAS_PARTNERSHIP_KIND_ENERGY:
    default:
      return ATLAS_LINK_GROUP_PAIR;
    }
}

static void
atlas_partnership_list_members (AtlasLink    *link,
                                AtlasDataset *dataset,
                                GPtrArray    *members)
{
  const AtlasRecords references =
    atlas_dataset_get_references (dataset, ATLAS_RECORD (link), ATLAS_ROLE_MEMBERS);

  for (guint i = 0; i < references.len; i++)
    g_ptr_array_add (members, atlas_records_get (&references, i));
}

static void
link_interface_init (AtlasLinkInterface *iface)
{
  iface->get_group = atlas_partnership_get_group;
  iface->list_members = atlas_partnership_list_members;
}

static void
atlas_partnership_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AtlasPartnership *self = ATLAS_PARTNERSHIP (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_STAGE:
      g_value_set_enum (value, self->stage);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_partnership_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AtlasPartnership *self = ATLAS_PARTNERSHIP (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = (AtlasPartnershipKind) g_value_get_enum (value);
      break;
    case PROP_STAGE:
      self->stage = (AtlasPartnershipStage) g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_partnership_class_init (AtlasPartnershipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atlas_partnership_get_property;
  object_class->set_property = atlas_partnership_set_property;
  ATLAS_RECORD_CLASS (klass)->kind = ATLAS_RECORD_KIND_PARTNERSHIP;

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, ATLAS_TYPE_PARTNERSHIP_KIND,
                       ATLAS_PARTNERSHIP_KIND_CITY_PAIR, flags);
  properties[PROP_STAGE] =
    g_param_spec_enum ("stage", NULL, NULL, ATLAS_TYPE_PARTNERSHIP_STAGE,
                       ATLAS_PARTNERSHIP_STAGE_UNKNOWN, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_partnership_init (AtlasPartnership *self)
{
}

/**
 * atlas_partnership_get_kind:
 * @self: a partnership
 *
 * Returns: what it is
 */
AtlasPartnershipKind
atlas_partnership_get_kind (AtlasPartnership *self)
{
  g_return_val_if_fail (ATLAS_IS_PARTNERSHIP (self), ATLAS_PARTNERSHIP_KIND_CITY_PAIR);

  return self->kind;
}

/**
 * atlas_partnership_get_stage:
 * @self: a partnership
 *
 * Returns: how far it has come
 */
AtlasPartnershipStage
atlas_partnership_get_stage (AtlasPartnership *self)
{
  g_return_val_if_fail (ATLAS_IS_PARTNERSHIP (self), ATLAS_PARTNERSHIP_STAGE_UNKNOWN);

  return self->stage;
}
