/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-text.h"

G_BEGIN_DECLS

GDateTime *atlas_print_date_new (void);
char *atlas_print_date_describe (GDateTime *date, AtlasLanguage language);

G_END_DECLS
