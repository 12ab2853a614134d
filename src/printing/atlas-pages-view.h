/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_PAGES_VIEW (atlas_pages_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPagesView, atlas_pages_view, ATLAS, PAGES_VIEW, GtkWidget)

void atlas_pages_view_set_sheets (AtlasPagesView *self, GListModel *sheets);
guint atlas_pages_view_get_page (AtlasPagesView *self);
void atlas_pages_view_set_busy (AtlasPagesView *self, gboolean busy);

G_END_DECLS
