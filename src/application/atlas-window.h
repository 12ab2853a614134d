/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-application.h"
#include "atlas-library.h"
#include "atlas-navigation.h"
#include "atlas-view.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_WINDOW (atlas_window_get_type ())

G_DECLARE_FINAL_TYPE (AtlasWindow, atlas_window, ATLAS, WINDOW, AdwApplicationWindow)

AtlasWindow *atlas_window_new (AtlasApplication *application);
AtlasWindow *atlas_window_new_for_library (AtlasApplication *application, AtlasLibrary *library);
AtlasWindow *atlas_window_new_for_file (AtlasApplication *application, GFile *file);
void atlas_window_open (AtlasWindow *self, GFile *file);
gboolean atlas_window_is_for (AtlasWindow *self, GFile *file);
void atlas_window_flush (AtlasWindow *self);
void atlas_window_show_view (AtlasWindow *self, AtlasView *view);
void atlas_window_show_link (AtlasWindow *self, const char *uri);

G_END_DECLS
