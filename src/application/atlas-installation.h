/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void atlas_installation_find (void);
const char *atlas_installation_get_locale_dir (void);
char *atlas_installation_dup_tours_file (void);
char *atlas_installation_dup_data_file (const char *name);

G_END_DECLS
