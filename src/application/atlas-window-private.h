/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-window.h"

G_BEGIN_DECLS

struct _AtlasWindow
{
  AdwApplicationWindow parent_instance;

  /* Template widgets */
  GtkWidget     *search_entry;
  GtkStack      *stack;
  AdwStatusPage *error_page;
  GtkPaned      *paned;
  GtkWidget     *map_view;
  GtkWidget     *side_panel;

  /* Owned references */
  AtlasNavigation *navigation;
  GSettings       *settings;
  GCancellable    *cancellable; /* of the reading under way, if any */
  GtkFileChooserNative *chooser;
};

void _atlas_window_class_install_actions (AtlasWindowClass *klass);
void _atlas_window_init_actions          (AtlasWindow      *self);

G_END_DECLS
