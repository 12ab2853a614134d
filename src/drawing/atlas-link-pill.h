/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-link-painter.h"

G_BEGIN_DECLS

/**
 * AtlasLinkPill:
 * @curve: the curve to which it belongs
 * @number: its number: daily trips of a bus route, or the number of links of the curve
 * @centre: its centre in the Web Mercator square
 * @width: its width, in units of the context
 * @height: its height, in units of the context
 *
 * A number on a line.
 */
typedef struct
{
  const AtlasLinkCurve *curve;
  guint number;
  AtlasPoint centre;
  double width;
  double height;
} AtlasLinkPill;

/**
 * AtlasLinkSigns:
 * @has_trips: whether a bus route shows its daily trips
 * @has_counts: whether a line shows how many links it represents
 * @has_outlines: whether a link is drawn as an outline around its places
 * @has_pale: whether a line is paler because its links are undated
 * @count_group: the group of a line with a count, if there is one
 * @outline_group: the group of an outline, if there is one
 * @pale_group: the group of a paler line, if there is one
 *
 * The signs on a map of links, beside the lines themselves, that a legend has to explain.
 */
typedef struct
{
  gboolean has_trips;
  gboolean has_counts;
  gboolean has_outlines;
  gboolean has_pale;
  AtlasLinkGroup count_group;
  AtlasLinkGroup outline_group;
  AtlasLinkGroup pale_group;
} AtlasLinkSigns;

gboolean atlas_link_pill_place (AtlasLinkPill *self,
                                const AtlasLinkCurve *curve,
                                AtlasLinkGeometry *geometry,
                                const AtlasLinkView *view,
                                AtlasScope *scope,
                                GArray *occupied);
GArray *atlas_link_pill_place_all (AtlasLinkGeometry *geometry,
                                   const AtlasLinkView *view,
                                   AtlasScope *scope,
                                   GArray *occupied);
AtlasExtent atlas_link_pill_measure (const AtlasLinkPill *self, const AtlasLinkView *view);
void atlas_link_pill_paint (cairo_t *cr,
                            const AtlasLinkPill *self,
                            const AtlasLinkView *view,
                            AtlasLinkState state);
void atlas_link_pill_paint_sample (cairo_t *cr,
                                   AtlasLinkGroup group,
                                   guint number,
                                   AtlasMapStyle style,
                                   double x,
                                   double y);
void atlas_link_signs_find (AtlasLinkSigns *self, AtlasLinkGeometry *geometry, AtlasScope *scope);

G_END_DECLS
