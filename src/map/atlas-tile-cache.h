/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _AtlasTileCache AtlasTileCache;

AtlasTileCache *atlas_tile_cache_new (gsize budget);
void atlas_tile_cache_free (AtlasTileCache *self);
GdkTexture *atlas_tile_cache_lookup (AtlasTileCache *self, guint x, guint y, guint zoom);
void
atlas_tile_cache_insert (AtlasTileCache *self, guint x, guint y, guint zoom, GdkTexture *texture);
GdkPaintable *
atlas_tile_cache_dup_stand_in (AtlasTileCache *self, guint x, guint y, guint zoom, float size);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasTileCache, atlas_tile_cache_free)

G_END_DECLS
