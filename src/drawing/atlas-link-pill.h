/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-link-painter.h"

G_BEGIN_DECLS

/**
 * AtlasLinkPill:
 * @curve: the curve beside which it stands
 * @number: what it says: trips a day of a bus, or how many links the curve stands for
 * @centre: its place in the Web Mercator square
 * @width: in units of the context
 * @height: the same
 *
 * A number on a line.
 */
typedef struct
{
  const AtlasLinkCurve *curve;
  guint                 number;
  AtlasPoint            centre;
  double                width;
  double                height;
} AtlasLinkPill;

gboolean    atlas_link_pill_place     (AtlasLinkPill        *self,
                                       const AtlasLinkCurve *curve,
                                       const AtlasLinkView  *view,
                                       AtlasScope           *scope,
                                       GArray               *occupied);
GArray     *atlas_link_pill_place_all (AtlasLinkGeometry    *geometry,
                                       const AtlasLinkView  *view,
                                       AtlasScope           *scope,
                                       GArray               *occupied);
AtlasExtent atlas_link_pill_measure   (const AtlasLinkPill  *self,
                                       const AtlasLinkView  *view);
void        atlas_link_pill_paint     (cairo_t              *cr,
                                       const AtlasLinkPill  *self,
                                       const AtlasLinkView  *view,
                                       AtlasLinkState        state);

G_END_DECLS
