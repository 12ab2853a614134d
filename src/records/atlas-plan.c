/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-plan.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-member-private.h"

/*
 * AtlasPlan: a plan, policy or agreement, either a document or a strategy or slogan without a
 * document.
 */
struct _AtlasPlan
{
  AtlasRecord parent_instance;

  AtlasPeriod *period;
  AtlasPlanStatus status;
};

G_DEFINE_FINAL_TYPE (AtlasPlan, atlas_plan, ATLAS_TYPE_RECORD)

/* clang-format off */
static const AtlasMember members[] = {
  ATLAS_REFERENCES (issuer, 0, ISSUER, ATLAS_PARTY,
                    "Organizations or places that drew it up, issued or signed it, or are to "
                    "write it."),
  ATLAS_WORD (AtlasPlan, status, ATLAS_OPTIONAL, atlas_plan_status_get_type,
              ATLAS_PLAN_STATUS_UNKNOWN, NC_ ("member", "Status"),
              "How far it has come as a document; absent when the sources do not let one say."),
  ATLAS_BOXED (AtlasPlan, period, ATLAS_OPTIONAL, atlas_period_get_type, NC_ ("member", "Period"),
               "The years for which it holds."),
};
/* clang-format on */

static void
atlas_plan_class_init (AtlasPlanClass *klass)
{
  _atlas_record_class_set_members (ATLAS_RECORD_CLASS (klass), ATLAS_RECORD_KIND_PLAN, members,
                                   G_N_ELEMENTS (members));
}

static void
atlas_plan_init (AtlasPlan *self)
{
}

/**
 * atlas_plan_get_period:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the period that it covers, or %NULL
 */
const AtlasPeriod *
atlas_plan_get_period (AtlasPlan *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAN (self), NULL);

  return self->period;
}

/**
 * atlas_plan_is_document:
 * @self: a plan
 *
 * Returns: whether there is a document; %FALSE if it is still to be written, or for a strategy or
 *   slogan. Only documents have a bar on a timeline.
 */
gboolean
atlas_plan_is_document (AtlasPlan *self)
{
  g_return_val_if_fail (ATLAS_IS_PLAN (self), FALSE);

  return self->status != ATLAS_PLAN_STATUS_PLANNED && self->status != ATLAS_PLAN_STATUS_POLICY;
}
