/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-draft.h"
#include "atlas-search.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FORM_CONTEXT (atlas_form_context_get_type ())

G_DECLARE_FINAL_TYPE (AtlasFormContext, atlas_form_context, ATLAS, FORM_CONTEXT, GObject)

AtlasFormContext *atlas_form_context_new (AtlasDataset *dataset, AtlasDraft *draft);
AtlasFormContext *atlas_form_context_new_entry (AtlasFormContext *outer, AtlasDraft *draft);
AtlasDraft *atlas_form_context_get_draft (AtlasFormContext *self);
AtlasDataset *atlas_form_context_get_dataset (AtlasFormContext *self);
void atlas_form_context_set_dataset (AtlasFormContext *self, AtlasDataset *dataset);
void atlas_form_context_prepare_search (AtlasFormContext *self);
AtlasSearch *atlas_form_context_get_search (AtlasFormContext *self);
gboolean atlas_form_context_is_entry (AtlasFormContext *self);
void atlas_form_context_change (AtlasFormContext *self, const char *member);

G_END_DECLS
