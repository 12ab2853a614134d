/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean _atlas_html_is_html (const char *text);
char *_atlas_html_to_text (const char *text);

G_END_DECLS
