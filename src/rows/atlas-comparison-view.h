/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-comparison.h"
#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_COMPARISON_VIEW (atlas_comparison_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasComparisonView, atlas_comparison_view, ATLAS, COMPARISON_VIEW, GtkWidget)

GtkWidget *atlas_comparison_view_new (AtlasComparison *comparison, AtlasNavigation *navigation);

G_END_DECLS
