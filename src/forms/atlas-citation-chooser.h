/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-form-context.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CITATION_CHOOSER (atlas_citation_chooser_get_type ())

G_DECLARE_FINAL_TYPE (AtlasCitationChooser,
                      atlas_citation_chooser,
                      ATLAS,
                      CITATION_CHOOSER,
                      GtkPopover)

GtkWidget *atlas_citation_chooser_new (AtlasFormContext *context);

G_END_DECLS
