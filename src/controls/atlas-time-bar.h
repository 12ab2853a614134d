/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_TIME_BAR (atlas_time_bar_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTimeBar, atlas_time_bar, ATLAS, TIME_BAR, GtkWidget)

GtkWidget *atlas_time_bar_new (AtlasNavigation *navigation);

G_END_DECLS
