/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-navigation.h"
#include "atlas-tour-list.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TOURS_WINDOW (atlas_tours_window_get_type ())

G_DECLARE_FINAL_TYPE (AtlasToursWindow, atlas_tours_window, ATLAS, TOURS_WINDOW, AdwWindow)

GtkWidget *atlas_tours_window_new (GtkWindow *parent,
                                   AtlasNavigation *navigation,
                                   AtlasTourList *tours,
                                   const char *id);

G_END_DECLS
