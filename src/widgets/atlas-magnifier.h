/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_MAGNIFIER (atlas_magnifier_get_type ())

G_DECLARE_FINAL_TYPE (AtlasMagnifier, atlas_magnifier, ATLAS, MAGNIFIER, GtkWidget)

double atlas_magnifier_get_factor (AtlasMagnifier *self);
void atlas_magnifier_set_factor (AtlasMagnifier *self, double factor);

G_END_DECLS
