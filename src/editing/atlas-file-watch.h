/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasFileState:
 * @ATLAS_FILE_STATE_SAME: the file has the known content
 * @ATLAS_FILE_STATE_CHANGED: the file has another content
 * @ATLAS_FILE_STATE_MISSING: there is no file of this name
 */
typedef enum
{
  ATLAS_FILE_STATE_SAME,
  ATLAS_FILE_STATE_CHANGED,
  ATLAS_FILE_STATE_MISSING,
} AtlasFileState;

#define ATLAS_TYPE_FILE_WATCH (atlas_file_watch_get_type ())

G_DECLARE_FINAL_TYPE (AtlasFileWatch, atlas_file_watch, ATLAS, FILE_WATCH, GObject)

AtlasFileWatch *atlas_file_watch_new (GFile *file, const char *etag);
void atlas_file_watch_set_etag (AtlasFileWatch *self, const char *etag);
void atlas_file_watch_check (AtlasFileWatch *self);
GFile *atlas_file_watch_get_renamed (AtlasFileWatch *self);

G_END_DECLS
