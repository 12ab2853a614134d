/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-row.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_MARK (atlas_mark_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMark, atlas_mark, ATLAS, MARK, GtkWidget)

void atlas_mark_set (AtlasMark *self, AtlasRowMark mark, guint detail);

G_END_DECLS
