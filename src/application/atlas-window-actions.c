/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-window-private.h"

void
_atlas_window_class_install_actions (AtlasWindowClass *klass)
{
}
