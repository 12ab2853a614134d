/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"
#include "atlas-link-curve.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LINK_GEOMETRY (atlas_link_geometry_get_type ())

typedef struct _AtlasLinkGeometry AtlasLinkGeometry;

GType atlas_link_geometry_get_type (void) G_GNUC_CONST;
AtlasLinkGeometry *atlas_link_geometry_new (AtlasDataset *dataset,
                                            GPtrArray *links,
                                            AtlasFilter *filter,
                                            AtlasScope *scope,
                                            gboolean unfold);
AtlasRecord *atlas_link_geometry_get_unfolder (AtlasRecord *subject, AtlasDataset *dataset);
AtlasLinkGeometry *atlas_link_geometry_ref (AtlasLinkGeometry *self);
void atlas_link_geometry_unref (AtlasLinkGeometry *self);
AtlasDataset *atlas_link_geometry_get_dataset (AtlasLinkGeometry *self);
guint atlas_link_geometry_get_n_curves (AtlasLinkGeometry *self);
const AtlasLinkCurve *atlas_link_geometry_get_curve (AtlasLinkGeometry *self, guint index);
GPtrArray *atlas_link_geometry_find_all (AtlasLinkGeometry *self,
                                         AtlasPoint point,
                                         double reach,
                                         double spread);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLinkGeometry, atlas_link_geometry_unref)

G_END_DECLS
