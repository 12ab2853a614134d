/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <pango/pangocairo.h>

#include "atlas-link-geometry.h"
#include "atlas-map-style.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

/* More arrows than these are no help; what is left joins the nearest of them. */
#define ATLAS_MAX_EDGE_ARROWS 8

/**
 * AtlasEdgeArrowsRequest:
 * @extent: the part of the Web Mercator square that is in view
 * @width: the width of the view, in pixels
 * @height: its height
 * @obstacles: (array length=n_obstacles): what no arrow may cover, in pixels
 * @n_obstacles: how many there are
 * @context: what sets the names
 * @font_size: the size of the names, in pixels
 * @language: the language of the names
 *
 * Where arrows are wanted.
 */
typedef struct
{
  AtlasExtent        extent;
  double             width;
  double             height;
  const AtlasExtent *obstacles;
  guint              n_obstacles;
  PangoContext      *context;
  double             font_size;
  AtlasLanguage      language;
} AtlasEdgeArrowsRequest;

/**
 * AtlasEdgeArrow:
 * @places: (element-type AtlasPlace): what it points to, the nearest first
 * @box: where it stands, in pixels
 * @angle: where it points, in radians clockwise from the east
 * @text: the name and distance of the nearest place
 * @spoken: names, distances and directions of all places
 * @layout: @text, as it is drawn
 *
 * An arrow at the edge of a view.
 */
typedef struct
{
  GPtrArray   *places;
  AtlasExtent  box;
  double       angle;
  char        *text;
  char        *spoken;
  PangoLayout *layout;
} AtlasEdgeArrow;

GPtrArray *atlas_edge_arrows_list_ends (AtlasLinkGeometry            *geometry,
                                        AtlasScope                   *scope);
GPtrArray *atlas_edge_arrows_place     (GPtrArray                    *ends,
                                        const AtlasEdgeArrowsRequest *request);
void       atlas_edge_arrow_paint      (cairo_t                      *cr,
                                        const AtlasEdgeArrow         *self,
                                        AtlasMapStyle                 style,
                                        gboolean                      is_lifted);

G_END_DECLS
