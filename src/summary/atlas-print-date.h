/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-date.h"
#include "atlas-text.h"

G_BEGIN_DECLS

GDateTime *atlas_print_date_new (void);
AtlasDate atlas_print_date_get_day (GDateTime *date);
char *atlas_print_date_describe (GDateTime *date, AtlasLanguage language);

G_END_DECLS
