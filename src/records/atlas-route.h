/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_ROUTE (atlas_route_get_type ())

G_DECLARE_FINAL_TYPE (AtlasRoute, atlas_route, ATLAS, ROUTE, AtlasRecord)

guint atlas_route_get_trips_per_day (AtlasRoute *self);
guint atlas_route_get_vehicles (AtlasRoute *self);
const char *atlas_route_get_vehicle_type (AtlasRoute *self, AtlasLanguage language);

G_END_DECLS
