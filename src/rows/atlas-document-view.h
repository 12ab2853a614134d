/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-dataset.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_DOCUMENT_VIEW (atlas_document_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasDocumentView, atlas_document_view, ATLAS, DOCUMENT_VIEW, GtkWidget)

GtkWidget *atlas_document_view_new (void);
void atlas_document_view_set_record (AtlasDocumentView *self,
                                     AtlasDataset *dataset,
                                     AtlasRecord *record);
void atlas_document_view_attach (AtlasDocumentView *self, GFile *file);

G_END_DECLS
