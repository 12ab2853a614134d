/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-exporter.h"

G_BEGIN_DECLS

/**
 * AtlasExporterPictures:
 * @ATLAS_EXPORTER_MAP: the map
 * @ATLAS_EXPORTER_PAGES: each page, in numbered files
 * @ATLAS_EXPORTER_YEARS: the map of each month, in numbered files
 *
 * What pictures show.
 */
typedef enum
{
  ATLAS_EXPORTER_MAP,
  ATLAS_EXPORTER_PAGES,
  ATLAS_EXPORTER_YEARS,
} AtlasExporterPictures;

char *
_atlas_exporter_choose_name (const char *name, AtlasExportFormat offered, AtlasExportFormat chosen);
void _atlas_exporter_write (AtlasExporter *self,
                            const char *path,
                            AtlasExporterPictures pictures,
                            GtkWindow *parent);

G_END_DECLS
