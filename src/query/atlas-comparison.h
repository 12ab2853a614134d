/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-figure.h"
#include "atlas-filter.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

/**
 * AtlasSide:
 * @ATLAS_SIDE_FIRST: the subject of the scope
 * @ATLAS_SIDE_SECOND: the place or link with which it is compared
 *
 * The two sides of a comparison.
 */
typedef enum
{
  ATLAS_SIDE_FIRST,
  ATLAS_SIDE_SECOND,
} AtlasSide;

#define ATLAS_N_SIDES (ATLAS_SIDE_SECOND + 1)

/**
 * AtlasShare:
 * @ATLAS_SHARE_FIRST: only the first has it
 * @ATLAS_SHARE_SECOND: only the second has it
 * @ATLAS_SHARE_COMMON: both have it
 *
 * The shares of a comparison; the first two have the values of #AtlasSide.
 */
typedef enum
{
  ATLAS_SHARE_FIRST,
  ATLAS_SHARE_SECOND,
  ATLAS_SHARE_COMMON,
} AtlasShare;

#define ATLAS_N_SHARES (ATLAS_SHARE_COMMON + 1)

/**
 * AtlasFigurePair:
 * @figures: the figures, indexed by #AtlasSide
 *
 * Two comparable figures: with the same unit, status, time and topics.
 */
typedef struct
{
  AtlasFigure *figures[ATLAS_N_SIDES];
} AtlasFigurePair;

/**
 * ATLAS_COMPARISON_MAX_SECTIONS:
 *
 * The maximum number of sections with what both have in common and apart.
 */
#define ATLAS_COMPARISON_MAX_SECTIONS 7

#define ATLAS_TYPE_COMPARISON (atlas_comparison_get_type ())

G_DECLARE_FINAL_TYPE (AtlasComparison, atlas_comparison, ATLAS, COMPARISON, GObject)

AtlasComparison *atlas_comparison_new (AtlasScope *scope, AtlasFilter *filter);
AtlasRecord *atlas_comparison_get_subject (AtlasComparison *self, AtlasSide side);
gboolean atlas_comparison_has_link (AtlasComparison *self);
GPtrArray *atlas_comparison_get_links (AtlasComparison *self, AtlasShare share);
GPtrArray *
atlas_comparison_get_links_with (AtlasComparison *self, AtlasSide side, AtlasRecord *partner);
GArray *atlas_comparison_get_figures (AtlasComparison *self);
guint atlas_comparison_get_n_sections (AtlasComparison *self);
GPtrArray *atlas_comparison_get_section (AtlasComparison *self, guint section, AtlasShare share);
const char *
atlas_comparison_name_section (AtlasComparison *self, guint section, AtlasLanguage language);
GPtrArray *atlas_comparison_dup_common (AtlasComparison *self);
GPtrArray *atlas_comparison_get_joint_figures (AtlasComparison *self);
GPtrArray *atlas_comparison_get_own_figures (AtlasComparison *self, AtlasSide side);
gboolean
atlas_comparison_is_in_doubt (AtlasComparison *self, AtlasRecord *record, AtlasShare share);

G_END_DECLS
