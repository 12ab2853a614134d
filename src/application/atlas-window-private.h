/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-window.h"

#include "atlas-exporter.h"
#include "atlas-faults-bar.h"
#include "atlas-faults-page.h"
#include "atlas-map-view.h"
#include "atlas-search-entry.h"
#include "atlas-side-panel.h"
#include "atlas-time-bar.h"

G_BEGIN_DECLS

struct _AtlasWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay  *toast_overlay;
  GtkWidget        *header_bar;
  AtlasSearchEntry *search_entry;
  GtkSpinner       *spinner;
  GtkStack         *stack;
  GtkPaned         *paned;
  AtlasMapView     *map_view;
  AtlasTimeBar     *time_bar;
  AtlasSidePanel   *side_panel;
  AtlasFaultsBar   *faults_bar;
  AtlasFaultsPage  *faults_page;

  /* Owned references */
  AtlasNavigation      *navigation;
  GSettings            *settings;
  GFile                *file;        /* that is being read, or was read last */
  GFile                *shown;       /* the file of the dataset that is shown, if any */
  GPtrArray            *faults;      /* of AtlasFault: what is wrong with that file, or NULL */
  GCancellable         *cancellable; /* of the reading under way, if any */
  GtkFileChooserNative *chooser;     /* while it is open */
  AtlasExporter        *exporter;    /* while it runs */

  /* The view before Whole Province reset it, to undo that; both are NULL if there is none */
  AtlasScope     *reset_scope;
  AtlasFilter    *reset_filter;
  AtlasMapCamera  reset_camera;

  guint present_id; /* while the window waits for its dataset to come onto the screen */
  guint loading_id; /* until it is told that a dataset is being read */
};

void _atlas_window_class_install_actions (AtlasWindowClass *klass);
void _atlas_window_init_actions          (AtlasWindow      *self);
void _atlas_window_open_bundled          (AtlasWindow      *self);
void _atlas_window_show_faults           (AtlasWindow      *self);
void _atlas_window_hide_faults           (AtlasWindow      *self);
void _atlas_window_stop_reading          (AtlasWindow      *self);
void _atlas_window_show_toast            (AtlasWindow      *self,
                                          const char       *text);

G_END_DECLS
