/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"
#include "atlas-link.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PARTNERS (atlas_partners_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPartners, atlas_partners, ATLAS, PARTNERS, GObject)

AtlasPartners *atlas_partners_new (AtlasScope *scope, AtlasFilter *filter, guint most);
AtlasPlace *atlas_partners_get_subject (AtlasPartners *self);
guint atlas_partners_get_n (AtlasPartners *self);
AtlasRecord *atlas_partners_get_partner (AtlasPartners *self, guint index);
AtlasPlace *atlas_partners_get_home (AtlasPartners *self, guint index);
GPtrArray *atlas_partners_get_links (AtlasPartners *self, guint index);
gboolean atlas_partners_is_in_doubt (AtlasPartners *self, AtlasLink *link);

G_END_DECLS
