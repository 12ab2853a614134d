/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-base-map.h"
#include "atlas-facts.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_YEARS (atlas_years_get_type ())

G_DECLARE_FINAL_TYPE (AtlasYears, atlas_years, ATLAS, YEARS, GObject)

AtlasYears *
atlas_years_new (const AtlasFacts *facts, AtlasBaseMap *base_map, guint width, guint height);
guint atlas_years_get_length (AtlasYears *self);
AtlasDate atlas_years_get_moment (AtlasYears *self, guint index);
GBytes *atlas_years_write_frame (AtlasYears *self, guint index, GError **error);

G_END_DECLS
