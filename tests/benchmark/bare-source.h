/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define BARE_TYPE_SOURCE (bare_source_get_type ())

G_DECLARE_FINAL_TYPE (BareSource, bare_source, BARE, SOURCE, ShumateMapSource)

guint bare_source_get_n_filled (BareSource *self);
GtkWidget *bare_source_create_map (BareSource *self);

G_END_DECLS
