/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

#include "atlas-marker-arrangement.h"
#include "atlas-place.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PLACE_MARKER (atlas_place_marker_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPlaceMarker, atlas_place_marker, ATLAS, PLACE_MARKER, ShumateMarker)

/**
 * AtlasPlaceState:
 * @ATLAS_PLACE_STATE_PLAIN: in the scope of the whole province
 * @ATLAS_PLACE_STATE_LIT: in the scope
 * @ATLAS_PLACE_STATE_SUBJECT: the subject of the scope
 * @ATLAS_PLACE_STATE_DIMMED: outside of the scope
 *
 * How much a place stands out.
 */
typedef enum
{
  ATLAS_PLACE_STATE_PLAIN,
  ATLAS_PLACE_STATE_LIT,
  ATLAS_PLACE_STATE_SUBJECT,
  ATLAS_PLACE_STATE_DIMMED,
} AtlasPlaceState;

AtlasPlaceMarker *atlas_place_marker_new (AtlasPlace *place);
void atlas_place_marker_set_state (AtlasPlaceMarker *self, AtlasPlaceState state);
void atlas_place_marker_set_hovered (AtlasPlaceMarker *self, gboolean hovered);
void atlas_place_marker_measure (AtlasPlaceMarker *self, AtlasMarkerBox *box);
void atlas_place_marker_allocate (AtlasPlaceMarker *self, AtlasPoint at, AtlasMarkerSide side);

G_END_DECLS
