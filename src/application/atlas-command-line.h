/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void atlas_command_line_add_options (GApplication *application);
int atlas_command_line_run (GVariantDict *options);

G_END_DECLS
