/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-export.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_EXPORTER (atlas_exporter_get_type ())

G_DECLARE_FINAL_TYPE (AtlasExporter, atlas_exporter, ATLAS, EXPORTER, GObject)

AtlasExporter *
atlas_exporter_new (AtlasScope *scope, AtlasFilter *filter, const AtlasSummaryOptions *options);
void atlas_exporter_run (AtlasExporter *self, GtkWindow *parent);
char *atlas_exporter_suggest_name (const char *title);

G_END_DECLS
