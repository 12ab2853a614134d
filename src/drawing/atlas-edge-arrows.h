/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <pango/pangocairo.h>

#include "atlas-link-geometry.h"
#include "atlas-map-style.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

/* More arrows than these would only clutter the edge; further ends join the nearest arrow. */
#define ATLAS_MAX_EDGE_ARROWS 8

/**
 * AtlasEdgeArrowsRequest:
 * @extent: the part of the Web Mercator square that is in view
 * @width: the width of the view, in pixels
 * @height: its height
 * @obstacles: (array length=n_obstacles): boxes that no arrow may cover, in pixels
 * @n_obstacles: the number of @obstacles
 * @context: the Pango context for the names
 * @font_size: the size of the names, in pixels
 * @language: the language of the names
 *
 * The view for which arrows are placed.
 */
typedef struct
{
  AtlasExtent extent;
  double width;
  double height;
  const AtlasExtent *obstacles;
  guint n_obstacles;
  PangoContext *context;
  double font_size;
  AtlasLanguage language;
} AtlasEdgeArrowsRequest;

/**
 * AtlasEdgeArrow:
 * @places: (element-type AtlasPlace): the places to which it points, the nearest first
 * @box: its position in the view, in pixels
 * @angle: its direction, in radians clockwise from the east
 * @text: the name and distance of the nearest place
 * @spoken: names, distances and directions of all places, for assistive technology
 * @layout: @text as a layout
 *
 * An arrow at the edge of a view.
 */
typedef struct
{
  GPtrArray *places;
  AtlasExtent box;
  double angle;
  char *text;
  char *spoken;
  PangoLayout *layout;
} AtlasEdgeArrow;

GPtrArray *atlas_edge_arrows_list_ends (AtlasLinkGeometry *geometry, AtlasScope *scope);
GPtrArray *atlas_edge_arrows_place (GPtrArray *ends, const AtlasEdgeArrowsRequest *request);
void atlas_edge_arrow_paint (cairo_t *cr,
                             const AtlasEdgeArrow *self,
                             AtlasMapStyle style,
                             gboolean is_lifted);

G_END_DECLS
