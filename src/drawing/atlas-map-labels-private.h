/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-base-map-private.h"
#include "atlas-label-placer.h"
#include "atlas-map-labels.h"
#include "atlas-map-text.h"

G_BEGIN_DECLS

typedef struct
{
  AtlasExtent box;
  const char *text; /* in the base map, or in a catalogue of translations */
  guint label;
} AtlasLabelBox;

struct _AtlasMapLabels
{
  AtlasBaseMap *map;
  AtlasMapLabelsRequest request; /* the pointers of the caller are cleared */
  const AtlasMapPalette *palette;
  double scale; /* pixels per unit of the base map */
  double zoom;
  guint level;

  GArray *pieces; /* of Piece */
  GArray *boxes;  /* of AtlasLabelBox */
  GArray *dots;   /* of AtlasPoint */
  guint n_labels;
};

/* State that is needed only during placement. */
typedef struct
{
  AtlasMapLabels *labels;
  AtlasLabelPlacer *placer;
  PangoContext *context;
  const char *const *without;
} AtlasLabelPlacing;

/* A name and its appearance. */
typedef struct
{
  const char *text;
  double size;
  AtlasMapTextFlags flags;
  guint32 color;
} AtlasLabelName;

double _atlas_map_labels_x (const AtlasMapLabels *self, double x);
double _atlas_map_labels_y (const AtlasMapLabels *self, double y);
const char *_atlas_map_labels_get_name (const AtlasMapLabels *self, const guint32 names[3]);
gboolean _atlas_map_labels_is_in_view (const AtlasMapLabels *self, double x, double y);
gboolean _atlas_map_labels_is_visible (const AtlasMapLabels *self, const AtlasMapBox *box);
void _atlas_map_labels_add_piece (AtlasMapLabels *self,
                                  PangoLayout *layout,
                                  double x,
                                  double y,
                                  double angle,
                                  guint32 color);
void _atlas_map_labels_add_box (AtlasMapLabels *self, const AtlasExtent *box, const char *text);
gboolean _atlas_label_placing_leaves_out (const AtlasLabelPlacing *placing, const char *code);
gboolean _atlas_label_placing_place_name (AtlasLabelPlacing *placing,
                                          const AtlasLabelName *name,
                                          const AtlasPoint *middles,
                                          guint n_middles);
void _atlas_label_placing_place_town (AtlasLabelPlacing *placing,
                                      const AtlasLabelName *name,
                                      double x,
                                      double y);
void _atlas_label_placing_place_seas (AtlasLabelPlacing *placing);
void _atlas_label_placing_place_beyond (AtlasLabelPlacing *placing);
void _atlas_label_placing_place_neighbours (AtlasLabelPlacing *placing);
void _atlas_label_placing_place_prefectures (AtlasLabelPlacing *placing);
void _atlas_label_placing_place_towns (AtlasLabelPlacing *placing);
void _atlas_label_placing_place_counties (AtlasLabelPlacing *placing);
void _atlas_label_placing_place_lakes (AtlasLabelPlacing *placing);
void _atlas_label_placing_place_rivers (AtlasLabelPlacing *placing);

G_END_DECLS
