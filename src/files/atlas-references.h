/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-reading.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

AtlasReferences *atlas_references_new           (void);
void             atlas_references_free          (AtlasReferences   *self);
void             atlas_references_begin         (AtlasReferences   *self);
void             atlas_references_add           (AtlasReferences   *self,
                                                 AtlasReading      *reading,
                                                 const AtlasMember *member,
                                                 guint              at,
                                                 JsonNode          *node);
void             atlas_references_add_citations (AtlasReferences   *self,
                                                 AtlasReading      *reading,
                                                 guint              at,
                                                 JsonNode          *node);
void             atlas_references_end           (AtlasReferences   *self,
                                                 AtlasRecord       *record);
void             atlas_references_check         (AtlasReferences   *self,
                                                 AtlasReading      *reading);
void             atlas_references_spread        (AtlasReferences   *self,
                                                 AtlasReading      *reading,
                                                 GHashTable        *left_out);
void             atlas_references_join          (AtlasReferences   *self,
                                                 AtlasReading      *reading,
                                                 GHashTable        *left_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReferences, atlas_references_free)

G_END_DECLS
