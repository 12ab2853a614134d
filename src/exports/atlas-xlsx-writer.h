/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-facts.h"
#include "atlas-page-setup.h"

G_BEGIN_DECLS

GBytes *
atlas_xlsx_writer_write (const AtlasFacts *facts, const AtlasPageSetup *setup, GError **error);

G_END_DECLS
