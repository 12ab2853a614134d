/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-link.h"
#include "atlas-projection.h"

G_BEGIN_DECLS

/**
 * AtlasLinkCurve:
 * @links: (element-type AtlasLink): the links that the curve represents: one, or several gathered
 *   links
 * @group: the group of these links
 * @is_outline: whether it surrounds places instead of joining two
 * @is_pale: whether all of @links are undated, so that it is not known whether they exist at the
 *   moment shown
 * @points: the shape: a point, then three for each cubic Bézier segment
 * @n_points: the number of @points
 * @bounds: the bounding box
 *
 * A line of the map in the Web Mercator square.
 */
typedef struct
{
  GPtrArray *links;
  AtlasLinkGroup group;
  gboolean is_outline;
  gboolean is_pale;
  AtlasPoint *points;
  guint n_points;
  AtlasExtent bounds;
} AtlasLinkCurve;

AtlasLinkCurve *atlas_link_curve_new_arc (GPtrArray *links,
                                          AtlasLinkGroup group,
                                          AtlasPoint from,
                                          AtlasPoint to,
                                          double bulge);
AtlasLinkCurve *atlas_link_curve_new_outline (GPtrArray *links,
                                              AtlasLinkGroup group,
                                              const AtlasPoint *places,
                                              guint n_places,
                                              double distance);
void atlas_link_curve_free (AtlasLinkCurve *self);
AtlasPoint atlas_link_curve_get_point (const AtlasLinkCurve *self, double at);
double atlas_link_curve_get_distance (const AtlasLinkCurve *self, AtlasPoint point);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasLinkCurve, atlas_link_curve_free)

G_END_DECLS
