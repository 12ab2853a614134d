/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

/**
 * AtlasFacet:
 * @ATLAS_FACET_LINKS: links, by #AtlasLinkGroup
 * @ATLAS_FACET_INDUSTRIES: industries, by #AtlasIndustryGroup
 * @ATLAS_FACET_EVENTS: events, by #AtlasEventKind
 *
 * A classification of records, by which a filter can hide them.
 */
typedef enum
{
  ATLAS_FACET_LINKS,
  ATLAS_FACET_INDUSTRIES,
  ATLAS_FACET_EVENTS,
} AtlasFacet;

#define ATLAS_N_FACETS (ATLAS_FACET_EVENTS + 1)

/* The largest number of values of a facet, for arrays with one element per value. */
#define ATLAS_MAX_FACET_VALUES 16

guint atlas_facet_get_n_values (AtlasFacet self);
const char *atlas_facet_get_name (AtlasFacet self, AtlasLanguage language);
const char *atlas_facet_get_label (AtlasFacet self, guint value, AtlasLanguage language);
const char *atlas_facet_get_code (AtlasFacet self, guint value);
gboolean atlas_facet_find_code (AtlasFacet self, const char *code, guint *value);
gboolean atlas_facet_get_value (AtlasFacet self, AtlasRecord *record, guint *value);

G_END_DECLS
