/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-industry.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-member-private.h"

/*
 * AtlasIndustry: an industry in the wording of the source.
 *
 * Industries with different wordings are different records, possibly in the same group.
 */
struct _AtlasIndustry
{
  AtlasRecord parent_instance;

  AtlasIndustryGroup group;
};

G_DEFINE_FINAL_TYPE (AtlasIndustry, atlas_industry, ATLAS_TYPE_RECORD)

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_WORD (AtlasIndustry, group, ATLAS_REQUIRED, atlas_industry_group_get_type,
              ATLAS_INDUSTRY_GROUP_AUTOMOTIVE, NC_ ("member", "Field"),
              "The field to which it belongs."),
};
/* clang-format on */

static void
atlas_industry_class_init (AtlasIndustryClass *klass)
{
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_INDUSTRY, members,
                                   G_N_ELEMENTS (members));
}

static void
atlas_industry_init (AtlasIndustry *self)
{
}

/**
 * atlas_industry_get_group:
 * @self: an industry
 *
 * Returns: the group of similar industries
 */
AtlasIndustryGroup
atlas_industry_get_group (AtlasIndustry *self)
{
  g_return_val_if_fail (ATLAS_IS_INDUSTRY (self), ATLAS_INDUSTRY_GROUP_AUTOMOTIVE);

  return self->group;
}
