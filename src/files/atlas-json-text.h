/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void atlas_json_append_string (GString *text, const char *string);
void atlas_json_begin_member (GString *text, const char *name);

G_END_DECLS
