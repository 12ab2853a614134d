/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-link-geometry.h"
#include "atlas-map-style.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

/**
 * AtlasLinkView:
 * @origin: the point of the Web Mercator square at the origin of the context
 * @pixels_per_unit: the side of the square in units of the context
 * @style: the map style
 *
 * The mapping from the Web Mercator square to a context, and the style.
 */
typedef struct
{
  AtlasPoint origin;
  double pixels_per_unit;
  AtlasMapStyle style;
} AtlasLinkView;

/**
 * AtlasLinkState:
 * @ATLAS_LINK_STATE_DIMMED: outside of the scope
 * @ATLAS_LINK_STATE_PLAIN: in the scope of the whole province
 * @ATLAS_LINK_STATE_LIT: in the scope
 * @ATLAS_LINK_STATE_HOVERED: under the pointer
 *
 * How much a link stands out, from least to most.
 */
typedef enum
{
  ATLAS_LINK_STATE_DIMMED,
  ATLAS_LINK_STATE_PLAIN,
  ATLAS_LINK_STATE_LIT,
  ATLAS_LINK_STATE_HOVERED,
} AtlasLinkState;

#define ATLAS_N_LINK_STATES (ATLAS_LINK_STATE_HOVERED + 1)

AtlasLinkState
atlas_link_painter_get_state (const AtlasLinkCurve *curve, AtlasScope *scope, AtlasRecord *hovered);
guint32 atlas_link_painter_get_color (AtlasLinkGroup group, AtlasMapStyle style);
AtlasPoint atlas_link_view_project (const AtlasLinkView *self, AtlasPoint point);
AtlasExtent atlas_link_painter_measure_line (const AtlasLinkView *view,
                                             const AtlasLinkCurve *curve);
void atlas_link_painter_paint_line (cairo_t *cr,
                                    const AtlasLinkView *view,
                                    const AtlasLinkCurve *curve,
                                    AtlasLinkState state);
void atlas_link_painter_paint_sample (cairo_t *cr,
                                      AtlasLinkGroup group,
                                      AtlasMapStyle style,
                                      double x,
                                      double y,
                                      double width);
void atlas_link_painter_paint_pale_sample (cairo_t *cr,
                                           AtlasLinkGroup group,
                                           AtlasMapStyle style,
                                           double x,
                                           double y,
                                           double width);
void atlas_link_painter_paint_outline_sample (cairo_t *cr,
                                              AtlasLinkGroup group,
                                              AtlasMapStyle style,
                                              double width,
                                              double height);
void atlas_link_painter_paint (cairo_t *cr,
                               const AtlasLinkView *view,
                               AtlasLinkGeometry *geometry,
                               AtlasScope *scope,
                               GArray *occupied);

G_END_DECLS
