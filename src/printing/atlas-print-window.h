/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PRINT_WINDOW (atlas_print_window_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPrintWindow, atlas_print_window, ATLAS, PRINT_WINDOW, AdwWindow)

AtlasPrintWindow *
atlas_print_window_new (GtkWindow *parent, AtlasNavigation *navigation, GListModel *tours);

G_END_DECLS
