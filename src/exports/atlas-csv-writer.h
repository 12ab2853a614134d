/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-facts.h"

G_BEGIN_DECLS

GBytes *atlas_csv_writer_write (const AtlasFacts *facts);

G_END_DECLS
