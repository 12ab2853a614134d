/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-edit-history-private.h"
#include "atlas-file-watch.h"
#include "atlas-library.h"
#include "atlas-recovery.h"

G_BEGIN_DECLS

struct _AtlasLibrary
{
  GObject parent_instance;

  AtlasDataset *dataset;
  AtlasDataset *saved; /* as in the file; NULL if there is no file */
  GFile *file;
  char *etag; /* of the file as it was read or saved last; NULL if unknown */
  gboolean is_editable;
  gboolean is_saving;
  gboolean has_missed; /* whether the file changed while it was being saved */
  AtlasEditHistory *history;
  AtlasFileWatch *watch;   /* NULL if there is no file, or none that may be edited */
  gboolean is_missing;     /* whether the file was deleted or moved away */
  AtlasRecovery *recovery; /* NULL while there is nothing to recover */
};

void _atlas_library_set_dataset (AtlasLibrary *self, AtlasDataset *dataset);
void
_atlas_library_set_saved (AtlasLibrary *self, AtlasDataset *saved, GFile *file, const char *etag);
void _atlas_library_watch_file (AtlasLibrary *self);
void _atlas_library_set_missing (AtlasLibrary *self, gboolean is_missing);
void _atlas_library_report_state (AtlasLibrary *self, AtlasFileState state);

G_END_DECLS
