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
#include "atlas-view.h"

G_BEGIN_DECLS

struct _AtlasWindow
{
  AdwApplicationWindow parent_instance;

  /* Template children */
  AtlasNavigation *navigation;
  AdwToastOverlay *toast_overlay;
  GtkWidget *header_bar;
  AtlasSearchEntry *search_entry;
  GtkSpinner *spinner;
  GtkStack *stack;
  GtkPaned *paned;
  AtlasMapView *map_view;
  AtlasTimeBar *time_bar;
  AtlasSidePanel *side_panel;
  AtlasFaultsBar *faults_bar;
  AtlasFaultsPage *faults_page;

  /* Owned references */
  GSettings *settings;
  GFile *file;                   /* the file that is being read, or was read last */
  GFile *shown;                  /* the file of the dataset that is shown, if any */
  GPtrArray *faults;             /* of AtlasFault: what is wrong with that file, or NULL */
  GCancellable *cancellable;     /* of the current reading, if any */
  GtkFileChooserNative *chooser; /* while it is open */
  AtlasExporter *exporter;       /* while it runs */

  AtlasView *reset;  /* the view before filter and time were reset, or NULL */
  AtlasView *wanted; /* the view to show after the dataset has been read, or NULL */

  guint wanted_id;  /* tick callback that shows it */
  guint present_id; /* timeout after which the window is shown without a dataset */
  guint loading_id; /* timeout after which the spinner is shown */
};

void _atlas_window_class_install_actions (AtlasWindowClass *klass);
void _atlas_window_init_actions (AtlasWindow *self);
void _atlas_window_open_bundled (AtlasWindow *self);
void _atlas_window_show_faults (AtlasWindow *self);
void _atlas_window_hide_faults (AtlasWindow *self);
void _atlas_window_stop_reading (AtlasWindow *self);
AtlasView *_atlas_window_take_view (AtlasWindow *self);
void _atlas_window_apply_view (AtlasWindow *self, const AtlasView *view);
void _atlas_window_show_wanted (AtlasWindow *self);
void _atlas_window_show_toast (AtlasWindow *self, const char *text);

G_END_DECLS
