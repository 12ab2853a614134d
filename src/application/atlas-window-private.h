/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-window.h"

#include "atlas-exporter.h"
#include "atlas-faults-bar.h"
#include "atlas-faults-page.h"
#include "atlas-form-panel.h"
#include "atlas-library.h"
#include "atlas-magnifier.h"
#include "atlas-map-view.h"
#include "atlas-panel-view.h"
#include "atlas-presenter.h"
#include "atlas-search-entry.h"
#include "atlas-side-panel.h"
#include "atlas-time-bar.h"
#include "atlas-tour-list.h"
#include "atlas-view.h"

G_BEGIN_DECLS

typedef struct _AtlasTourSaving AtlasTourSaving;

/* What to do with a window after a question or after saving. */
typedef void (*AtlasWindowFunc) (AtlasWindow *self);

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
  AtlasMagnifier *magnifier;
  AtlasMapView *map_view;
  AtlasPresenter *presenter;
  AtlasTimeBar *time_bar;
  GtkStack *main_stack;
  AdwBin *projects_bin;
  GtkStack *side_stack;
  AtlasSidePanel *side_panel;
  AtlasFormPanel *form_panel;
  GtkWidget *checks;
  AtlasPanelView *checks_view;
  GtkWidget *save_button;
  GMenu *edit_menu;
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

  /* The library */
  AtlasLibrary *library;          /* the dataset with its edits, or NULL */
  AtlasWindowFunc then;           /* what to do after saving, while a question is open; or NULL */
  AtlasWindowFunc after_question; /* what to do when unsaved edits are settled, or NULL */
  AtlasDataset *given_up;         /* the state of the library that the user has discarded, until
                                   * another library takes its place */
  GFile *to_open;                 /* the file to open then */
  gboolean is_closing;
  gboolean is_refused;          /* whether the file was changed and cannot be read any more */
  gboolean has_checks;          /* whether checks_view has its panel */
  AtlasRecordKind picked_kind;  /* of the link whose ends are picked on the map */
  GSimpleAction *show_projects; /* whether the projects stand in place of the map */

  AtlasView *reset;  /* the view before filter and time were reset, or NULL */
  AtlasView *wanted; /* the view to show after the dataset has been read, or NULL */

  /* The tours */
  AtlasTourList *tours;
  char *tour_id; /* of the tour that was used last, or NULL */
  char *etag;    /* of the file that keeps the tours, if known */
  gboolean is_bundled;
  gboolean is_loading_tours;
  AtlasTourSaving *saving; /* while the file is being written; borrowed */

  /* The presentation */
  gboolean is_presenting;
  gboolean was_fullscreen; /* since it began */
  AtlasTour *tour;         /* the tour that is presented, or NULL */
  guint position;          /* of the view in the tour, from 1; 0 for the view from before */
  AtlasView *presented;    /* the view that is presented */
  AtlasView *before;       /* the view from before */
  int width_before;        /* the size of the map before */
  int height_before;
  gint64 settled;           /* the monotonic time at which the window has its size again */
  GtkEventController *keys; /* borrowed from the window */
  GtkEventController *pointer;
  gint64 began;     /* the monotonic time at which it began or ended */
  double pointer_x; /* where it was seen last; NAN if not yet */
  double pointer_y;

  guint wanted_id;  /* tick callback that shows it */
  guint present_id; /* timeout after which the window is shown without a dataset */
  guint loading_id; /* timeout after which the spinner is shown */
};

void _atlas_window_class_install_actions (AtlasWindowClass *klass);
void _atlas_window_init_actions (AtlasWindow *self);
void _atlas_window_list_datasets (AtlasWindow *self);
void _atlas_window_open_bundled (AtlasWindow *self);
void _atlas_window_show_faults (AtlasWindow *self);
void _atlas_window_hide_faults (AtlasWindow *self);
void _atlas_window_stop_reading (AtlasWindow *self);
AtlasView *_atlas_window_take_view (AtlasWindow *self);
void _atlas_window_apply_view (AtlasWindow *self, const AtlasView *view);
void _atlas_window_apply_scope (AtlasWindow *self, const AtlasView *view);
void _atlas_window_class_install_tours (AtlasWindowClass *klass);
void _atlas_window_init_tours (AtlasWindow *self);
void _atlas_window_dispose_tours (AtlasWindow *self);
void _atlas_window_load_tours (AtlasWindow *self, gboolean is_bundled);
AtlasTour *_atlas_window_get_tour (AtlasWindow *self);
void _atlas_window_class_install_presentation (AtlasWindowClass *klass);
void _atlas_window_init_presentation (AtlasWindow *self);
void _atlas_window_dispose_presentation (AtlasWindow *self);
void _atlas_window_present_tour (AtlasWindow *self, AtlasTour *tour, guint position);
void _atlas_window_class_install_library (AtlasWindowClass *klass);
void _atlas_window_init_library (AtlasWindow *self);
void _atlas_window_set_library (AtlasWindow *self, AtlasLibrary *library);
void _atlas_window_create_record (AtlasWindow *self, AtlasDraft *draft);
void _atlas_window_class_install_picking (AtlasWindowClass *klass);
void _atlas_window_init_picking (AtlasWindow *self);
void _atlas_window_enable_picking (AtlasWindow *self, gboolean is_enabled);
void _atlas_window_append_picking (GMenu *menu);
gboolean _atlas_window_fill_link (AtlasDraft *draft, AtlasRecord *from, AtlasRecord *to);
gboolean _atlas_window_stop_picking (AtlasWindow *self);
void _atlas_window_class_install_saving (AtlasWindowClass *klass);
void _atlas_window_init_saving (AtlasWindow *self);
gboolean _atlas_window_has_unsaved (AtlasWindow *self);
void _atlas_window_update_saving (AtlasWindow *self);
void
_atlas_window_save (AtlasWindow *self, GFile *file, AtlasSaveFlags flags, AtlasWindowFunc then);
void _atlas_window_drop_given_up (AtlasWindow *self);
void _atlas_window_keep_given_up (AtlasWindow *self);
void _atlas_window_confirm_loss (AtlasWindow *self, AtlasWindowFunc then);
void _atlas_window_follow_disk (AtlasWindow *self);
void _atlas_window_show_library (AtlasWindow *self, AtlasLibrary *library);
void _atlas_window_replace (AtlasWindow *self, GFile *file);
void _atlas_window_take_file (AtlasWindow *self, GFile *file);
void _atlas_window_refuse (AtlasWindow *self, GPtrArray *faults, GError *error);
void _atlas_window_refuse_change (AtlasWindow *self, GPtrArray *faults, const GError *error);
void _atlas_window_accept_change (AtlasWindow *self);
void _atlas_window_update_title (AtlasWindow *self);
void _atlas_window_follow_tours (AtlasWindow *self);
void _atlas_window_show_wanted (AtlasWindow *self);
void _atlas_window_show_toast (AtlasWindow *self, const char *text);

G_END_DECLS
