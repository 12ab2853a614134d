/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-reading-private.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

AtlasReferences *_atlas_references_new (void);
void _atlas_references_free (AtlasReferences *self);
void _atlas_references_begin (AtlasReferences *self);
void _atlas_references_add (AtlasReferences *self,
                            AtlasReading *reading,
                            const AtlasMember *member,
                            guint at,
                            JsonNode *node);
void _atlas_references_begin_list (AtlasReferences *self);
const char *_atlas_references_add_one (AtlasReferences *self,
                                       AtlasReading *reading,
                                       const AtlasMember *member,
                                       guint at,
                                       JsonNode *node);
void _atlas_references_add_log_citations (AtlasReferences *self,
                                          AtlasReading *reading,
                                          guint at,
                                          JsonNode *node,
                                          GPtrArray *citations);
void _atlas_references_add_citations (AtlasReferences *self,
                                      AtlasReading *reading,
                                      guint at,
                                      JsonNode *node);
AtlasRecord *_atlas_references_find_record (AtlasReading *reading, guint at, const char *id);
void _atlas_references_read_citations (AtlasReferences *self,
                                       AtlasReading *reading,
                                       guint at,
                                       JsonNode *node,
                                       AtlasTourStep *step);
void _atlas_references_end (AtlasReferences *self, AtlasRecord *record);
void _atlas_references_check (AtlasReferences *self, AtlasReading *reading);
void _atlas_references_spread (AtlasReferences *self, AtlasReading *reading, GHashTable *left_out);
void _atlas_references_join (AtlasReferences *self, AtlasReading *reading, GHashTable *left_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasReferences, _atlas_references_free)

G_END_DECLS
