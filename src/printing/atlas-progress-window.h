/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_PROGRESS_WINDOW (atlas_progress_window_get_type ())

G_DECLARE_FINAL_TYPE (AtlasProgressWindow, atlas_progress_window, ATLAS, PROGRESS_WINDOW, AdwWindow)

AtlasProgressWindow *
atlas_progress_window_new (GtkWindow *parent, const char *name, GCancellable *cancellable);
void atlas_progress_window_set_fraction (AtlasProgressWindow *self, double fraction);

G_END_DECLS
