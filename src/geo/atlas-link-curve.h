/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-link.h"
#include "atlas-projection.h"

G_BEGIN_DECLS

/**
 * AtlasLinkCurve:
 * @links: (element-type AtlasLink): what the curve stands for: one link, or several gathered
 * @group: the family of all of them
 * @is_outline: whether it runs around places and not from one to another
 * @is_pale: whether nothing says that any of @links is there at the moment shown
 * @points: the course: a point, then three for each cubic Bézier segment
 * @n_points: how many points there are
 * @bounds: the box around the course
 *
 * A line of the map in the Web Mercator square.
 */
typedef struct
{
  GPtrArray      *links;
  AtlasLinkGroup  group;
  gboolean        is_outline;
  gboolean        is_pale;
  AtlasPoint     *points;
  guint           n_points;
  AtlasExtent     bounds;
} AtlasLinkCurve;

AtlasLinkCurve *atlas_link_curve_new_arc      (GPtrArray            *links,
                                               AtlasLinkGroup        group,
                                               AtlasPoint            from,
                                               AtlasPoint            to,
                                               double                bulge);
AtlasLinkCurve *atlas_link_curve_new_outline  (GPtrArray            *links,
                                               AtlasLinkGroup        group,
                                               const AtlasPoint     *places,
                                               guint                 n_places,
                                               double                distance);
void            atlas_link_curve_free         (AtlasLinkCurve       *self);
AtlasPoint      atlas_link_curve_get_point    (const AtlasLinkCurve *self,
                                               double                at);
double          atlas_link_curve_get_distance (const AtlasLinkCurve *self,
                                               AtlasPoint            point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLinkCurve, atlas_link_curve_free)

G_END_DECLS
