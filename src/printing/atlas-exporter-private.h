/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-exporter.h"

G_BEGIN_DECLS

char *
_atlas_exporter_choose_name (const char *name, AtlasExportFormat offered, AtlasExportFormat chosen);
void _atlas_exporter_write (AtlasExporter *self,
                            const char *path,
                            gboolean every_page,
                            GtkWindow *parent);

G_END_DECLS
