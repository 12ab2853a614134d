/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-organization.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-member-private.h"

/*
 * AtlasOrganization: a government body, company, school or institute.
 */
struct _AtlasOrganization
{
  AtlasRecord parent_instance;

  AtlasOrganizationKind kind;
};

G_DEFINE_FINAL_TYPE (AtlasOrganization, atlas_organization, ATLAS_TYPE_RECORD)

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_WORD (AtlasOrganization, kind, ATLAS_REQUIRED, atlas_organization_kind_get_type,
              ATLAS_ORGANIZATION_KIND_GOVERNMENT, NC_ ("member", "Kind"), "What sort of body."),
};
/* clang-format on */

static void
atlas_organization_class_init (AtlasOrganizationClass *klass)
{
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_ORGANIZATION,
                                   members, G_N_ELEMENTS (members));
}

static void
atlas_organization_init (AtlasOrganization *self)
{
}
