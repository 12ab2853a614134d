/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-draft.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_RECORD_FORM (atlas_record_form_get_type ())

G_DECLARE_FINAL_TYPE (AtlasRecordForm, atlas_record_form, ATLAS, RECORD_FORM, GtkWidget)

GtkWidget *atlas_record_form_new (AtlasDataset *dataset, AtlasDraft *draft);
AtlasDraft *atlas_record_form_get_draft (AtlasRecordForm *self);
AtlasRecord *atlas_record_form_get_record (AtlasRecordForm *self);
void atlas_record_form_accept (AtlasRecordForm *self, AtlasDataset *dataset);
void atlas_record_form_set_dataset (AtlasRecordForm *self, AtlasDataset *dataset);
gboolean atlas_record_form_focus_member (AtlasRecordForm *self, const char *member);

G_END_DECLS
