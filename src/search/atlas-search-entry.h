/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-navigation.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SEARCH_ENTRY (atlas_search_entry_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSearchEntry, atlas_search_entry, ATLAS, SEARCH_ENTRY, GtkWidget)

GtkWidget *atlas_search_entry_new (AtlasNavigation *navigation);

G_END_DECLS
