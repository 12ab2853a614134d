/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-form-context.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_RECORD_PICKER (atlas_record_picker_get_type ())

G_DECLARE_FINAL_TYPE (AtlasRecordPicker, atlas_record_picker, ATLAS, RECORD_PICKER, GtkPopover)

GtkWidget *atlas_record_picker_new (AtlasFormContext *context, const AtlasMember *member);
void atlas_record_picker_set_text (AtlasRecordPicker *self, const char *text);
void atlas_record_picker_pick (AtlasRecordPicker *self);

G_END_DECLS
