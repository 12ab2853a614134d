/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-playback.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TIME_HANDLE (atlas_time_handle_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTimeHandle, atlas_time_handle, ATLAS, TIME_HANDLE, GtkWidget)

void
atlas_time_handle_set_playback (AtlasTimeHandle *self, GtkRange *range, AtlasPlayback *playback);
void atlas_time_handle_measure_veil (AtlasTimeHandle *self, GdkRectangle *area);
void atlas_time_handle_measure_grip (AtlasTimeHandle *self, GdkRectangle *area);

G_END_DECLS
