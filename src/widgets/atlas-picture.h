/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GdkTexture *atlas_picture_new (cairo_surface_t *surface);
void atlas_picture_append (GtkSnapshot *snapshot,
                           GtkWidget *widget,
                           GdkPaintable *picture,
                           const graphene_rect_t *bounds);

G_END_DECLS
