/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

#include "atlas-navigation.h"
#include "atlas-row.h"

G_BEGIN_DECLS

/**
 * AtlasPanelState:
 * @ATLAS_PANEL_STATE_UNKNOWN: no dataset is there
 * @ATLAS_PANEL_STATE_ROWS: there are rows
 * @ATLAS_PANEL_STATE_EMPTY: the scope has none
 * @ATLAS_PANEL_STATE_FILTERED: the filter hides all that the scope has
 *
 * Whether a panel has rows, and why not.
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
 * @fill: adds the rows for the scope and filter as they are
 * @parts_doubt: whether, where the filter has a time, @fill is called twice: first for what is known
 *   to lie in it, then for what is undated; atlas_panel_list_shown() gives one or the other
 */
struct _AtlasPanelClass
{
  GObjectClass parent_class;

  void (*fill) (AtlasPanel *self);

  gboolean parts_doubt;
};

AtlasNavigation *atlas_panel_get_navigation (AtlasPanel      *self);
AtlasDataset    *atlas_panel_get_dataset    (AtlasPanel      *self);
void             atlas_panel_set_navigation (AtlasPanel      *self,
                                             AtlasNavigation *navigation);
gboolean         atlas_panel_get_active     (AtlasPanel      *self);
void             atlas_panel_set_active     (AtlasPanel      *self,
                                             gboolean         active);
AtlasPanelState  atlas_panel_get_state      (AtlasPanel      *self);
AtlasRow        *atlas_panel_find_row       (AtlasPanel      *self,
                                             AtlasRecord     *record,
                                             guint           *position);

/* For subclasses: the first when something else changes what they show, the others to fill. */
void             atlas_panel_refresh        (AtlasPanel      *self);
AtlasFilter     *atlas_panel_get_filter     (AtlasPanel      *self);
gboolean         atlas_panel_is_in_doubt    (AtlasPanel      *self);
GPtrArray       *atlas_panel_list_shown     (AtlasPanel      *self,
                                             AtlasRecordKind  kind);
void             atlas_panel_begin_group    (AtlasPanel      *self,
                                             const char      *heading);
AtlasRow        *atlas_panel_add            (AtlasPanel      *self,
                                             AtlasRecord     *record,
                                             const char      *title);

G_END_DECLS
