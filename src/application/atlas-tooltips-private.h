/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-tooltips.h"

G_BEGIN_DECLS

int _atlas_tooltips_count_columns (const char *text);

G_END_DECLS
