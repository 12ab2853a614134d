/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-draft.h"
#include "atlas-library.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_FORM_PANEL (atlas_form_panel_get_type ())

G_DECLARE_FINAL_TYPE (AtlasFormPanel, atlas_form_panel, ATLAS, FORM_PANEL, GtkWidget)

void atlas_form_panel_set_library (AtlasFormPanel *self, AtlasLibrary *library);
void atlas_form_panel_edit (AtlasFormPanel *self, AtlasRecord *record);
void atlas_form_panel_create (AtlasFormPanel *self, AtlasDraft *draft);
void atlas_form_panel_focus_member (AtlasFormPanel *self, const char *member);
void atlas_form_panel_close (AtlasFormPanel *self);
const char *atlas_form_panel_get_id (AtlasFormPanel *self);

G_END_DECLS
