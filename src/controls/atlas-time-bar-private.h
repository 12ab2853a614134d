/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-playback.h"
#include "atlas-time-bar.h"

G_BEGIN_DECLS

AtlasPlayback *_atlas_time_bar_get_playback (AtlasTimeBar *self);

G_END_DECLS
