/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasOrigin:
 * @name: the package
 * @version: which of its versions
 * @licence: under what it may be used
 * @attribution: whom it asks to name
 * @taken: what was taken from it
 * @note: what was changed, or ""
 *
 * Where a part of the base map comes from. No string is %NULL, and none is markup.
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

GPtrArray *atlas_origins_read (GBytes  *bytes,
                               GError **error);

G_END_DECLS
