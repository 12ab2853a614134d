/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_CITATION_MARK (atlas_citation_mark_get_type ())

G_DECLARE_FINAL_TYPE (AtlasCitationMark, atlas_citation_mark, ATLAS, CITATION_MARK, GtkButton)

GtkWidget *atlas_citation_mark_new (void);
void atlas_citation_mark_set_record (AtlasCitationMark *self,
                                     AtlasDataset *dataset,
                                     AtlasRecord *record);
void atlas_citation_mark_popup (AtlasCitationMark *self);
void atlas_citation_mark_set_short (AtlasCitationMark *self, gboolean is_short);

G_END_DECLS
