/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_PAGE_SWITCHER (atlas_page_switcher_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPageSwitcher, atlas_page_switcher, ATLAS, PAGE_SWITCHER, GtkWidget)

G_END_DECLS
