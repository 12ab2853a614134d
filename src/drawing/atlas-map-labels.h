/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map.h"
#include "atlas-map-style.h"

G_BEGIN_DECLS

/**
 * AtlasMapLabelKinds:
 * @ATLAS_LABEL_SEA: seas
 * @ATLAS_LABEL_NEIGHBOUR: the provinces and countries around Jilin
 * @ATLAS_LABEL_PREFECTURE: prefectures of Jilin, across their area
 * @ATLAS_LABEL_TOWN: cities, with a dot
 * @ATLAS_LABEL_COUNTY: counties and districts, with a dot at the seat
 * @ATLAS_LABEL_RIVER: rivers, along their course
 * @ATLAS_LABEL_LAKE: lakes and reservoirs
 *
 * The kinds of names on the map.
 */
typedef enum
{
  ATLAS_LABEL_SEA = 1 << 0,
  ATLAS_LABEL_NEIGHBOUR = 1 << 1,
  ATLAS_LABEL_PREFECTURE = 1 << 2,
  ATLAS_LABEL_TOWN = 1 << 3,
  ATLAS_LABEL_COUNTY = 1 << 4,
  ATLAS_LABEL_RIVER = 1 << 5,
  ATLAS_LABEL_LAKE = 1 << 6,
} AtlasMapLabelKinds;

#define ATLAS_LABELS_ALL ((1 << 7) - 1)

/**
 * AtlasMapLabelsRequest:
 * @extent: the part of the Web Mercator square that is in view
 * @width: the width of the view in pixels or points
 * @height: the height of the view
 * @style: the map style
 * @language: the language of the names
 * @kinds: the kinds of names
 * @obstacles: (array length=n_obstacles) (nullable): boxes that no label may cover
 * @n_obstacles: the number of @obstacles
 * @without: (array zero-terminated=1) (nullable): GB/T 2260 codes of places that the caller names
 *   itself
 *
 * The labels to place. Members that are not set are zero.
 */
typedef struct
{
  AtlasExtent extent;
  double width;
  double height;
  AtlasMapStyle style;
  AtlasLanguage language;
  AtlasMapLabelKinds kinds;
  const AtlasExtent *obstacles;
  guint n_obstacles;
  const char *const *without;
} AtlasMapLabelsRequest;

typedef struct _AtlasMapLabels AtlasMapLabels;

AtlasMapLabels *atlas_map_labels_new (AtlasBaseMap *base_map, const AtlasMapLabelsRequest *request);
void atlas_map_labels_free (AtlasMapLabels *self);
void atlas_map_labels_draw (const AtlasMapLabels *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasMapLabels, atlas_map_labels_free)

G_END_DECLS
