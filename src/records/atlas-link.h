/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-place.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LINK (atlas_link_get_type ())

G_DECLARE_INTERFACE (AtlasLink, atlas_link, ATLAS, LINK, AtlasRecord)

/**
 * AtlasLinkInterface:
 * @get_group: returns the group of the link
 *
 * What the map needs to know about a link to draw it.
 */
struct _AtlasLinkInterface
{
  GTypeInterface parent_interface;

  AtlasLinkGroup (*get_group) (AtlasLink *self);
};

AtlasLinkGroup atlas_link_get_group (AtlasLink *self);
GPtrArray *atlas_link_dup_ends (AtlasLink *self, AtlasDataset *dataset);
gboolean atlas_link_joins (AtlasLink *self, AtlasDataset *dataset, AtlasPlace *place);

G_END_DECLS
