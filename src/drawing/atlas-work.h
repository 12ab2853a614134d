/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void atlas_work_init (void);
void atlas_work_begin (void);
void atlas_work_end (void);
gboolean atlas_work_wait (gint64 patience);

G_END_DECLS
