/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-row.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_SIGN (atlas_sign_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSign, atlas_sign, ATLAS, SIGN, GtkWidget)

void atlas_sign_set (AtlasSign *self, AtlasRowSign sign, guint detail);

G_END_DECLS
