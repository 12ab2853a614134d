/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-partnership.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-link.h"
#include "atlas-member-private.h"

/*
 * AtlasPartnership: a co-operation between places, or between organizations.
 */
struct _AtlasPartnership
{
  AtlasRecord parent_instance;

  AtlasPartnershipKind kind;
  AtlasPartnershipStage stage;
};

static void link_interface_init (AtlasLinkInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasPartnership,
                               atlas_partnership,
                               ATLAS_TYPE_RECORD,
                               G_IMPLEMENT_INTERFACE (ATLAS_TYPE_LINK, link_interface_init))

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_WORD (AtlasPartnership, kind, ATLAS_REQUIRED, atlas_partnership_kind_get_type,
              ATLAS_PARTNERSHIP_KIND_CITY_PAIR, NC_ ("member", "Kind"), "What sort of link."),
  ATLAS_REFERENCES (members, 2, MEMBERS, ATLAS_PARTY, "Places or organizations."),
  ATLAS_REFERENCES (industries, 0, INDUSTRIES, ATLAS_KIND (INDUSTRY),
                    "Industries that it carries."),
  ATLAS_REFERENCES (plans, 0, PLANS, ATLAS_KIND (PLAN),
                    "Plans that it rests on or that rest on it."),
  ATLAS_WORD (AtlasPartnership, stage, ATLAS_OPTIONAL, atlas_partnership_stage_get_type,
              ATLAS_PARTNERSHIP_STAGE_UNKNOWN, NC_ ("member", "Stage"),
              "How far it has come; absent when unknown."),
};
/* clang-format on */

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
link_interface_init (AtlasLinkInterface *iface)
{
  iface->get_group = atlas_partnership_get_group;
}

static void
atlas_partnership_class_init (AtlasPartnershipClass *klass)
{
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_PARTNERSHIP,
                                   members, G_N_ELEMENTS (members));
}

static void
atlas_partnership_init (AtlasPartnership *self)
{
}

/**
 * atlas_partnership_get_stage:
 * @self: a partnership
 *
 * Returns: its stage
 */
AtlasPartnershipStage
atlas_partnership_get_stage (AtlasPartnership *self)
{
  g_return_val_if_fail (ATLAS_IS_PARTNERSHIP (self), ATLAS_PARTNERSHIP_STAGE_UNKNOWN);

  return self->stage;
}
