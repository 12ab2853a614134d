/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void atlas_set_css_class (GtkWidget *widget, const char *css_class, gboolean has_class);
void atlas_set_accessible_label (gpointer widget, const char *label);
void atlas_unparent_children (gpointer widget);
void atlas_drop_popover (GtkWidget **popover);
void atlas_empty_menu (GMenuModel *menu);

G_END_DECLS
