/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-summary.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PREVIEW (atlas_preview_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPreview, atlas_preview, ATLAS, PREVIEW, GObject)

AtlasPreview *atlas_preview_new (void);
void atlas_preview_make (AtlasPreview *self,
                         AtlasScope *scope,
                         AtlasFilter *filter,
                         const AtlasSummaryOptions *options);
GListModel *atlas_preview_get_sheets (AtlasPreview *self);
AtlasSummary *atlas_preview_get_summary (AtlasPreview *self);
gboolean atlas_preview_is_busy (AtlasPreview *self);

G_END_DECLS
