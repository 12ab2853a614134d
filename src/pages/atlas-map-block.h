/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map.h"
#include "atlas-facts.h"
#include "atlas-typesetter.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_MAP_BLOCK (atlas_map_block_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMapBlock, atlas_map_block, ATLAS, MAP_BLOCK, AtlasBlock)

AtlasBlock *atlas_map_block_new (AtlasTypesetter *typesetter,
                                 AtlasBaseMap *base_map,
                                 const AtlasFacts *facts,
                                 double max_height);
const char *atlas_map_block_get_origin (AtlasMapBlock *self);
double atlas_map_block_get_origin_height (AtlasMapBlock *self);
char *atlas_map_block_describe_origin (AtlasDataset *dataset,
                                       const char *remarks,
                                       AtlasLanguage language);
void atlas_map_block_set_extent (AtlasMapBlock *self, const AtlasExtent *extent);
const AtlasExtent *atlas_map_block_get_extent (AtlasMapBlock *self);
AtlasFacts atlas_map_block_get_facts (AtlasMapBlock *self);
AtlasBaseMap *atlas_map_block_get_base_map (AtlasMapBlock *self);
guint atlas_map_block_get_n_entries (AtlasMapBlock *self);
const char *atlas_map_block_get_entry (AtlasMapBlock *self, guint index, AtlasLinkGroup *group);
void atlas_map_block_set_max_height (AtlasMapBlock *self, double max_height);
void atlas_map_block_set_map_height (AtlasMapBlock *self, double height);

G_END_DECLS
