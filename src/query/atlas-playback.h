/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PLAYBACK (atlas_playback_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPlayback, atlas_playback, ATLAS, PLAYBACK, GObject)

AtlasPlayback *atlas_playback_new (AtlasNavigation *navigation);
guint32 atlas_playback_get_first_day (AtlasPlayback *self);
guint32 atlas_playback_get_last_day (AtlasPlayback *self);
GPtrArray *atlas_playback_get_events (AtlasPlayback *self);
guint32 atlas_playback_get_event_day (AtlasPlayback *self, guint index);
GPtrArray *atlas_playback_list_latest (AtlasPlayback *self);
double atlas_playback_get_position (AtlasPlayback *self);
void atlas_playback_set_position (AtlasPlayback *self, double day);
double atlas_playback_get_beginning (AtlasPlayback *self);
void atlas_playback_set_beginning (AtlasPlayback *self, double day);
gboolean
atlas_playback_seek_interval (AtlasPlayback *self, const AtlasDate *from, const AtlasDate *until);
gboolean atlas_playback_get_playing (AtlasPlayback *self);
void atlas_playback_set_playing (AtlasPlayback *self, gboolean playing);
void atlas_playback_step (AtlasPlayback *self, int direction);
void atlas_playback_tick (AtlasPlayback *self, gint64 time);

G_END_DECLS
