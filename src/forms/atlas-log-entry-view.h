/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gtk/gtk.h>

#include "atlas-form-context.h"
#include "atlas-log.h"
#include "atlas-schema.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_LOG_ENTRY_VIEW (atlas_log_entry_view_get_type ())

G_DECLARE_FINAL_TYPE (AtlasLogEntryView, atlas_log_entry_view, ATLAS, LOG_ENTRY_VIEW, GtkWidget)

GtkWidget *atlas_log_entry_view_new (AtlasFormContext *form,
                                     const AtlasMember *log,
                                     const AtlasLogEntry *entry);
AtlasLogEntry *atlas_log_entry_view_dup_entry (AtlasLogEntryView *self);
void atlas_log_entry_view_set_expanded (AtlasLogEntryView *self, gboolean is_expanded);

G_END_DECLS
