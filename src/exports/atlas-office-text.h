/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *atlas_office_text_clean (const char *text);
char *atlas_office_text_shorten (const char *text, gsize max, const char *mark);

G_END_DECLS
