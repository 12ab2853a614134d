/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-playback.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_DATE_POPOVER (atlas_date_popover_get_type ())

G_DECLARE_FINAL_TYPE (AtlasDatePopover, atlas_date_popover, ATLAS, DATE_POPOVER, GtkPopover)

void atlas_date_popover_set_playback (AtlasDatePopover *self, AtlasPlayback *playback);

G_END_DECLS
