/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-caption.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_PRESENTER (atlas_presenter_get_type ())

G_DECLARE_FINAL_TYPE (AtlasPresenter, atlas_presenter, ATLAS, PRESENTER, GtkWidget)

void atlas_presenter_set_caption (AtlasPresenter *self, const AtlasCaption *caption);
void atlas_presenter_set_progress (AtlasPresenter *self, guint position, guint n_steps);
void atlas_presenter_set_black (AtlasPresenter *self, gboolean is_black);
gboolean atlas_presenter_get_black (AtlasPresenter *self);
void atlas_presenter_move_pointer (AtlasPresenter *self, double x, double y);
double atlas_presenter_get_factor (AtlasPresenter *self);
int atlas_presenter_get_foot (AtlasPresenter *self);

G_END_DECLS
