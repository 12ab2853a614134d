/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_NAVIGATION (atlas_navigation_get_type ())

G_DECLARE_FINAL_TYPE (AtlasNavigation, atlas_navigation, ATLAS, NAVIGATION, GObject)

AtlasNavigation *atlas_navigation_new (void);
AtlasDataset *atlas_navigation_get_dataset (AtlasNavigation *self);
void atlas_navigation_set_dataset (AtlasNavigation *self, AtlasDataset *dataset);
AtlasScope *atlas_navigation_get_scope (AtlasNavigation *self);
AtlasFilter *atlas_navigation_get_filter (AtlasNavigation *self);
AtlasRecord *atlas_navigation_get_hovered (AtlasNavigation *self);
void atlas_navigation_set_hovered (AtlasNavigation *self, AtlasRecord *hovered);
void atlas_navigation_leave (AtlasNavigation *self, AtlasRecord *record);
gboolean atlas_navigation_lifts (AtlasNavigation *self, AtlasRecord *record);
void atlas_navigation_reveal (AtlasNavigation *self, AtlasRecord *record);
gboolean atlas_navigation_get_can_go_back (AtlasNavigation *self);
void atlas_navigation_visit (AtlasNavigation *self, AtlasRecord *subject);
gboolean atlas_navigation_can_compare (AtlasNavigation *self, AtlasRecord *other);
void atlas_navigation_compare (AtlasNavigation *self, AtlasRecord *other);
void atlas_navigation_compare_both (AtlasNavigation *self, AtlasRecord *first, AtlasRecord *second);
gboolean atlas_navigation_is_at (AtlasNavigation *self, AtlasRecord *subject);
void atlas_navigation_go_back (AtlasNavigation *self);
void atlas_navigation_begin_detour (AtlasNavigation *self);
void atlas_navigation_end_detour (AtlasNavigation *self);
void atlas_navigation_return_to (AtlasNavigation *self, AtlasScope *scope);
void
atlas_navigation_count (AtlasNavigation *self, AtlasFacet facet, guint *counts, guint *undated);

G_END_DECLS
