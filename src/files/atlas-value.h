/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-reading.h"

G_BEGIN_DECLS

gboolean    atlas_value_expect_array    (AtlasReading *reading,
                                         guint         at,
                                         JsonNode     *node);
gboolean    atlas_value_expect_object   (AtlasReading *reading,
                                         guint         at,
                                         JsonNode     *node);
void        atlas_value_require         (AtlasReading *reading,
                                         guint         at,
                                         JsonNode     *node,
                                         ...) G_GNUC_NULL_TERMINATED;
void        atlas_value_warn_of_unknown (AtlasReading *reading,
                                         guint         at);
const char *atlas_value_read_string     (AtlasReading *reading,
                                         guint         at,
                                         JsonNode     *node);
AtlasText  *atlas_value_read_text       (AtlasReading *reading,
                                         guint         at,
                                         JsonNode     *node);
AtlasText  *atlas_value_read_name       (AtlasReading *reading,
                                         guint         at,
                                         JsonNode     *node);
gboolean    atlas_value_read_date       (AtlasReading *reading,
                                         guint         at,
                                         JsonNode     *node,
                                         AtlasDate    *date);
gboolean    atlas_value_read_uint       (AtlasReading *reading,
                                         guint         at,
                                         JsonNode     *node,
                                         guint         least,
                                         guint         greatest,
                                         guint        *number);
gboolean    atlas_value_read_property   (AtlasReading *reading,
                                         guint         at,
                                         JsonNode     *node,
                                         GParamSpec   *pspec,
                                         GValue       *value);

G_END_DECLS
