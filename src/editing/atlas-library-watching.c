/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-library-private.h"
#include "atlas-saving.h"

/*
 * Follows what other programs do with the file of an AtlasLibrary.
 */

/* Returns whether the file lies in the same folder under another name, with the known content. */
static gboolean
is_renamed (AtlasLibrary *self, GFile *renamed)
{
  g_autofree char *etag =
    renamed != NULL && self->etag != NULL ? atlas_saving_find_etag (renamed, NULL) : NULL;

  return etag != NULL && g_str_equal (etag, self->etag);
}

static void
changed_cb (AtlasFileWatch *watch, int state, gpointer user_data)
{
  AtlasLibrary *self = user_data;
  GFile *renamed = atlas_file_watch_get_renamed (watch);

  /* What the library itself writes is not reported. */
  if (self->is_saving)
    {
      self->has_missed = TRUE;
      return;
    }
  if (state == ATLAS_FILE_STATE_MISSING && is_renamed (self, renamed))
    {
      g_autoptr (GFile) file = g_object_ref (renamed);

      _atlas_library_set_saved (self, self->saved, file, self->etag);
      return;
    }
  if (self->is_missing != (state == ATLAS_FILE_STATE_MISSING))
    _atlas_library_set_missing (self, state == ATLAS_FILE_STATE_MISSING);
  _atlas_library_report_state (self, (AtlasFileState) state);
}

/* Watches the file of the library, which may be another one than before. It may have changed since
 * it was read or written, so this looks at it at once. */
void
_atlas_library_watch_file (AtlasLibrary *self)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_clear_object (&self->watch);
  if (self->file == NULL || !self->is_editable)
    return;
  self->watch = atlas_file_watch_new (self->file, self->etag);
  g_signal_connect (self->watch, "changed", G_CALLBACK (changed_cb), self);
  atlas_file_watch_check (self->watch);
}

/**
 * atlas_library_check_file:
 * @self: a library
 *
 * Finds out whether another program has changed the file, for network folders that do not report
 * it. Call this when the window gets the focus. Does not block; see AtlasLibrary::changed-on-disk.
 */
void
atlas_library_check_file (AtlasLibrary *self)
{
  g_return_if_fail (ATLAS_IS_LIBRARY (self));

  if (self->watch != NULL && !self->is_saving)
    atlas_file_watch_check (self->watch);
}
