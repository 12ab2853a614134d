/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-reading-private.h"

G_BEGIN_DECLS

/**
 * AtlasFoundMember:
 * @name: the name of a member that the format defines
 * @at: the number of its value in the index
 * @node: (nullable): its value, or %NULL if the object does not have the member
 *
 * A member to find with _atlas_value_find_members().
 */
typedef struct
{
  const char *name;
  guint at;
  JsonNode *node;
} AtlasFoundMember;

gboolean _atlas_value_expect_array (AtlasReading *reading, guint at, JsonNode *node);
gboolean _atlas_value_expect_object (AtlasReading *reading, guint at, JsonNode *node);
void
_atlas_value_require (AtlasReading *reading, guint at, JsonNode *node, ...) G_GNUC_NULL_TERMINATED;
void _atlas_value_find_members (AtlasReading *reading,
                                guint at,
                                JsonNode *node,
                                AtlasFoundMember *members,
                                guint n_members);
void _atlas_value_warn_of_unknown (AtlasReading *reading, guint at);
const char *_atlas_value_read_string (AtlasReading *reading, guint at, JsonNode *node);
AtlasText *_atlas_value_read_text (AtlasReading *reading, guint at, JsonNode *node);
AtlasText *_atlas_value_read_name (AtlasReading *reading, guint at, JsonNode *node);
gboolean _atlas_value_read_date (AtlasReading *reading, guint at, JsonNode *node, AtlasDate *date);
gboolean _atlas_value_read_uint (AtlasReading *reading,
                                 guint at,
                                 JsonNode *node,
                                 guint least,
                                 guint greatest,
                                 guint *number);
gboolean _atlas_value_read_property (AtlasReading *reading,
                                     guint at,
                                     JsonNode *node,
                                     GParamSpec *pspec,
                                     GValue *value);

G_END_DECLS
