/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasOrigin:
 * @name: the package
 * @version: its version
 * @licence: its licence
 * @attribution: the attribution that the licence requires
 * @taken: which of its data is used
 * @note: the changes made to the data, or ""
 *
 * The origin of a part of the base map. No string is %NULL; all are plain text, not markup.
 */
typedef struct
{
  char *name;
  char *version;
  char *licence;
  char *attribution;
  char *taken;
  char *note;
} AtlasOrigin;

GPtrArray *atlas_origins_read (GBytes *bytes, GError **error);

G_END_DECLS
