/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-facts.h"
#include "atlas-navigation.h"
#include "atlas-row.h"

G_BEGIN_DECLS

/**
 * AtlasPanelState:
 * @ATLAS_PANEL_STATE_UNKNOWN: there is no dataset
 * @ATLAS_PANEL_STATE_ROWS: there are rows
 * @ATLAS_PANEL_STATE_EMPTY: the scope has no rows
 * @ATLAS_PANEL_STATE_FILTERED: the filter hides all rows of the scope
 *
 * Whether a panel has rows, and if not, why.
 */
typedef enum
{
  ATLAS_PANEL_STATE_UNKNOWN,
  ATLAS_PANEL_STATE_ROWS,
  ATLAS_PANEL_STATE_EMPTY,
  ATLAS_PANEL_STATE_FILTERED,
} AtlasPanelState;

#define ATLAS_TYPE_PANEL (atlas_panel_get_type ())

G_DECLARE_DERIVABLE_TYPE (AtlasPanel, atlas_panel, ATLAS, PANEL, GObject)

/**
 * AtlasPanelClass:
 * @fill: adds the rows for the current scope and filter
 * @parts_doubt: whether @fill is called twice if the filter has a time: first for records in that
 *   time, then for undated ones; atlas_panel_list_shown() returns the records of the current part
 */
struct _AtlasPanelClass
{
  GObjectClass parent_class;

  void (*fill) (AtlasPanel *self);

  gboolean parts_doubt;
};

AtlasNavigation *atlas_panel_get_navigation (AtlasPanel *self);
AtlasDataset *atlas_panel_get_dataset (AtlasPanel *self);
gboolean atlas_panel_get_active (AtlasPanel *self);
void atlas_panel_set_active (AtlasPanel *self, gboolean active);
AtlasPanelState atlas_panel_get_state (AtlasPanel *self);
AtlasRow *atlas_panel_find_row (AtlasPanel *self, AtlasRecord *record, guint *position);
gboolean atlas_panel_find_id (AtlasPanel *self, const char *id, guint *position);

/* For subclasses: refresh() when something else that they show has changed, the others during
 * fill(). */
void atlas_panel_refresh (AtlasPanel *self);
AtlasFilter *atlas_panel_get_filter (AtlasPanel *self);
gboolean atlas_panel_is_in_doubt (AtlasPanel *self);
AtlasFacts atlas_panel_get_facts (AtlasPanel *self);
GPtrArray *atlas_panel_list_shown (AtlasPanel *self, AtlasRecordKind kind);
void atlas_panel_begin_group (AtlasPanel *self, const char *heading);
AtlasRow *atlas_panel_add (AtlasPanel *self, AtlasRecord *record, const char *title);
AtlasRow *atlas_panel_add_report (AtlasPanel *self, AtlasRecord *report);

G_END_DECLS
