/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

#include "atlas-link-curve.h"

G_BEGIN_DECLS

double atlas_viewport_get_pixels_per_unit (ShumateViewport *viewport);
double atlas_viewport_zoom_for_scale (ShumateViewport *viewport, double pixels_per_unit);
double atlas_viewport_round_scale (double pixels_per_unit);
AtlasPoint atlas_viewport_get_centre (ShumateViewport *viewport);
AtlasExtent atlas_viewport_get_extent (ShumateViewport *viewport, GtkWidget *widget);
AtlasPoint atlas_viewport_get_origin (ShumateViewport *viewport, GtkWidget *widget);

G_END_DECLS
