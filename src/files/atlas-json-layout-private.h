/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-json-text.h"

G_BEGIN_DECLS

GString *_atlas_json_lay_out (const char *text, gsize length);

G_END_DECLS
