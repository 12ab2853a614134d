/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-window.h"

G_BEGIN_DECLS

void atlas_recovering_offer (AtlasWindow *window);

G_END_DECLS
