/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <shumate/shumate.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_ONLINE_SOURCE (atlas_online_source_get_type ())

G_DECLARE_FINAL_TYPE (AtlasOnlineSource,
                      atlas_online_source,
                      ATLAS,
                      ONLINE_SOURCE,
                      ShumateMapSource)

AtlasOnlineSource *atlas_online_source_new (const char *url_template, ShumateMapSource *offline);

G_END_DECLS
