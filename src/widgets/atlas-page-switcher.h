/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_PAGE_SWITCHER (atlas_page_switcher_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPageSwitcher, atlas_page_switcher, ATLAS, PAGE_SWITCHER, GtkWidget)

GtkStack *atlas_page_switcher_get_stack (AtlasPageSwitcher *self);
void      atlas_page_switcher_set_stack (AtlasPageSwitcher *self,
                                         GtkStack          *stack);

G_END_DECLS
