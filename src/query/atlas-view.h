/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-filter.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

#define ATLAS_VIEW_SCHEME "jilin-atlas"

/**
 * AtlasView:
 * @scope: the ids of the scope, see atlas_scope_new_from_ids(); "" for the whole province
 * @filter: the filter, with the moment of time
 * @page: (nullable): the page of the side panel, such as "transport", or %NULL to keep it
 * @has_camera: whether the three members below are set; otherwise the map shows the whole scope
 * @latitude: the center of the map in degrees north, -85…85
 * @longitude: in degrees east, -180…180
 * @zoom: the zoom level of the map, 0…%ATLAS_VIEW_MAX_ZOOM
 *
 * What the window shows, in a form that can be kept and sent.
 */
typedef struct
{
  char *scope;
  AtlasFilter *filter;
  char *page;
  gboolean has_camera;
  double latitude;
  double longitude;
  double zoom;
} AtlasView;

#define ATLAS_VIEW_MAX_ZOOM 24

AtlasView *atlas_view_new (void);
AtlasView *atlas_view_copy (const AtlasView *self);
void atlas_view_free (AtlasView *self);
AtlasView *atlas_view_parse (const char *uri, GError **error);
char *atlas_view_to_uri (const AtlasView *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasView, atlas_view_free)

G_END_DECLS
