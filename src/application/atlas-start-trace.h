/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-navigation.h"

G_BEGIN_DECLS

void atlas_start_trace_begin (GtkWidget *window, AtlasNavigation *navigation);

G_END_DECLS
