/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void atlas_fonts_init (void);
gboolean atlas_fonts_are_there (void);

G_END_DECLS
