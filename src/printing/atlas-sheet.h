/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gdk/gdk.h>

#include "atlas-summary.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SHEET (atlas_sheet_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSheet, atlas_sheet, ATLAS, SHEET, GObject)

AtlasSheet *atlas_sheet_new (AtlasSummary *summary, guint page);
AtlasSummary *atlas_sheet_get_summary (AtlasSheet *self);
void atlas_sheet_set_summary (AtlasSheet *self, AtlasSummary *summary);
guint atlas_sheet_get_page (AtlasSheet *self);
char *atlas_sheet_describe (AtlasSheet *self);
void atlas_sheet_draw_async (AtlasSheet *self,
                             int width,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GdkTexture *atlas_sheet_draw_finish (GAsyncResult *result, GError **error);

G_END_DECLS
