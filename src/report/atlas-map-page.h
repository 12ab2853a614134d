/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-base-map.h"
#include "atlas-scope.h"

G_BEGIN_DECLS

gboolean atlas_map_page_export (AtlasScope     *scope,
                                AtlasBaseMap   *base_map,
                                AtlasLanguage   language,
                                const char     *path,
                                GError        **error);

G_END_DECLS
