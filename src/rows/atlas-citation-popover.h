/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CITATION_POPOVER (atlas_citation_popover_get_type ())

G_DECLARE_FINAL_TYPE (AtlasCitationPopover,
                      atlas_citation_popover,
                      ATLAS,
                      CITATION_POPOVER,
                      GtkPopover)

GtkWidget *atlas_citation_popover_new (AtlasRecord *record, AtlasDataset *dataset);

G_END_DECLS
