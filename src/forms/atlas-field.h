/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <adwaita.h>

#include "atlas-form-context.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FIELD (atlas_field_get_type ())

G_DECLARE_DERIVABLE_TYPE (AtlasField, atlas_field, ATLAS, FIELD, AdwPreferencesRow)

/**
 * AtlasFieldClass:
 * @refresh: shows names of the new dataset
 */
struct _AtlasFieldClass
{
  AdwPreferencesRowClass parent_class;

  void (*refresh) (AtlasField *self);
};

AtlasField *atlas_field_new (GType type, AtlasFormContext *context, const char *member);
AtlasFormContext *atlas_field_get_context (AtlasField *self);
AtlasDraft *atlas_field_get_draft (AtlasField *self);
AtlasDataset *atlas_field_get_dataset (AtlasField *self);
const AtlasMember *atlas_field_get_member (AtlasField *self);
const char *atlas_field_get_name (AtlasField *self);
const char *atlas_field_get_title (AtlasField *self);
void atlas_field_set_title (AtlasField *self, const char *title);
void atlas_field_add (AtlasField *self, GtkWidget *widget);
void atlas_field_set_control (AtlasField *self, GtkWidget *control);
void atlas_field_set_hint (AtlasField *self, const char *hint);
const char *atlas_field_get_message (AtlasField *self);
void atlas_field_set_fault (AtlasField *self, const char *fault);
gboolean atlas_field_has_fault (AtlasField *self);
void atlas_field_change (AtlasField *self);
void atlas_field_refresh (AtlasField *self);
void atlas_field_show_faults (AtlasField *self, GPtrArray *faults);

G_END_DECLS
