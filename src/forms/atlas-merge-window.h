/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-library.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_MERGE_WINDOW (atlas_merge_window_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMergeWindow, atlas_merge_window, ATLAS, MERGE_WINDOW, AdwWindow)

GtkWidget *atlas_merge_window_new (GtkWindow *parent, AtlasLibrary *library, AtlasMerge *merge);

G_END_DECLS
