/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"
#include "atlas-scope.h"
#include "atlas-shown.h"

G_BEGIN_DECLS

/**
 * AtlasFacts:
 * @scope: the scope
 * @filter: (nullable): the filter to apply
 * @language: the language of the texts
 * @part: the part to show, if the filter has a time
 *
 * The input of a panel, a page or a file. The fields are borrowed.
 */
typedef struct
{
  AtlasScope *scope;
  AtlasFilter *filter;
  AtlasLanguage language;
  AtlasShownPart part;
} AtlasFacts;

gboolean atlas_facts_shows (const AtlasFacts *self, AtlasRecord *record);
gboolean atlas_facts_is_in_doubt (const AtlasFacts *self, AtlasRecord *record);
GPtrArray *atlas_facts_list (const AtlasFacts *self, AtlasRecordKind kind);
char *atlas_facts_describe_moment (const AtlasFacts *self);
char *atlas_facts_describe_scope (const AtlasFacts *self);
char *atlas_facts_describe_filter (const AtlasFacts *self);
char *atlas_facts_describe_limits (const AtlasFacts *self);
char *atlas_facts_describe_left_out (const AtlasFacts *self);
char *atlas_facts_describe_author (const AtlasFacts *self);

G_END_DECLS
