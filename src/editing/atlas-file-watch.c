/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-file-watch.h"

#include <stdlib.h>

/*
 * AtlasFileWatch: tells when another program changes, replaces, renames or deletes a file.
 *
 * Events of the file system only cause a check, because programs save in different ways: one
 * replaces the file, another one renames the old file and writes a new one. The check compares the
 * etag when the events have stopped. Where there are no events, such as in network folders,
 * atlas_file_watch_check() does the same on request.
 */

/* How long there must be no event before the file is checked, in milliseconds. */
#define DELAY 200

struct _AtlasFileWatch
{
  GObject parent_instance;

  GFile *file;
  char *etag;           /* of the known content; NULL if unknown */
  AtlasFileState state; /* that was reported last */
  char *reported;       /* the etag that was reported last; NULL if none */
  GFile *renamed;       /* the new name of the file, if it was renamed; NULL otherwise */
  GPtrArray *monitors;  /* of GFileMonitor */
  GCancellable *cancellable;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (AtlasFileWatch, atlas_file_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
atlas_file_watch_dispose (GObject *object)
{
  AtlasFileWatch *self = ATLAS_FILE_WATCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->timeout, g_source_remove);
  for (guint i = 0; i < self->monitors->len; i++)
    {
      g_signal_handlers_disconnect_by_data (self->monitors->pdata[i], self);
      g_file_monitor_cancel (self->monitors->pdata[i]);
    }
  g_ptr_array_set_size (self->monitors, 0);

  G_OBJECT_CLASS (atlas_file_watch_parent_class)->dispose (object);
}

static void
atlas_file_watch_finalize (GObject *object)
{
  AtlasFileWatch *self = ATLAS_FILE_WATCH (object);

  g_ptr_array_unref (self->monitors);
  g_object_unref (self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->renamed);
  g_free (self->etag);
  g_free (self->reported);

  G_OBJECT_CLASS (atlas_file_watch_parent_class)->finalize (object);
}

static void
atlas_file_watch_class_init (AtlasFileWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_file_watch_dispose;
  object_class->finalize = atlas_file_watch_finalize;

  /**
   * AtlasFileWatch::changed:
   * @self: a watch
   * @state: an #AtlasFileState
   *
   * Emitted once for each new content, when the file is missing, and when it has the known content
   * again.
   */
  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
atlas_file_watch_init (AtlasFileWatch *self)
{
  self->monitors = g_ptr_array_new_with_free_func (g_object_unref);
  self->cancellable = g_cancellable_new ();
}

/* @etag is NULL if the file is missing. */
static void
report (AtlasFileWatch *self, const char *etag)
{
  const AtlasFileState state = etag == NULL                        ? ATLAS_FILE_STATE_MISSING
                               : g_strcmp0 (etag, self->etag) == 0 ? ATLAS_FILE_STATE_SAME
                                                                   : ATLAS_FILE_STATE_CHANGED;
  const gboolean is_news = state != self->state || (state == ATLAS_FILE_STATE_CHANGED &&
                                                    g_strcmp0 (etag, self->reported) != 0);

  if (!is_news)
    return;
  self->state = state;
  g_free (self->reported);
  self->reported = g_strdup (etag);
  g_signal_emit (self, signals[CHANGED], 0, (int) state);
}

static void
query_cb (GObject *source_object, GAsyncResult *result, gpointer user_data)
{
  AtlasFileWatch *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source_object), result, &error);
  const char *etag = info != NULL ? g_file_info_get_etag (info) : NULL;

  /* The watch may be gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    report (self, NULL);
  else if (etag != NULL)
    report (self, etag);
}

static gboolean
timeout_cb (gpointer user_data)
{
  AtlasFileWatch *self = user_data;

  self->timeout = 0;
  atlas_file_watch_check (self);
  return G_SOURCE_REMOVE;
}

static void
event_cb (GFileMonitor *monitor,
          GFile *file,
          GFile *other_file,
          GFileMonitorEvent event,
          gpointer user_data)
{
  AtlasFileWatch *self = user_data;

  if (event == G_FILE_MONITOR_EVENT_RENAMED && g_file_equal (file, self->file))
    g_set_object (&self->renamed, other_file);
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (DELAY, timeout_cb, self);
}

static void
add_monitor (AtlasFileWatch *self, GFile *file)
{
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);

  if (monitor == NULL)
    return;
  g_signal_connect (monitor, "changed", G_CALLBACK (event_cb), self);
  g_ptr_array_add (self->monitors, monitor);
}

/* A symbolic link and its target may change separately. */
static void
add_monitor_of_target (AtlasFileWatch *self)
{
  const char *path = g_file_is_native (self->file) ? g_file_peek_path (self->file) : NULL;
  char *target = path != NULL ? realpath (path, NULL) : NULL;
  g_autoptr (GFile) file = target != NULL ? g_file_new_for_path (target) : NULL;

  if (file != NULL && !g_file_equal (file, self->file))
    add_monitor (self, file);
  free (target);
}

/**
 * atlas_file_watch_new:
 * @file: a file
 * @etag: (nullable): the etag of its known content
 *
 * Returns: (transfer full): a watch that runs until it is disposed
 */
AtlasFileWatch *
atlas_file_watch_new (GFile *file, const char *etag)
{
  AtlasFileWatch *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (ATLAS_TYPE_FILE_WATCH, NULL);
  self->file = g_object_ref (file);
  self->etag = g_strdup (etag);
  add_monitor (self, file);
  add_monitor_of_target (self);
  return self;
}

/**
 * atlas_file_watch_set_etag:
 * @self: a watch
 * @etag: (nullable): the etag of the content that the program itself wrote or read
 *
 * This content is not reported.
 */
void
atlas_file_watch_set_etag (AtlasFileWatch *self, const char *etag)
{
  g_autofree char *copy = g_strdup (etag);

  g_return_if_fail (ATLAS_IS_FILE_WATCH (self));

  g_free (self->etag);
  self->etag = g_steal_pointer (&copy);
  self->state = ATLAS_FILE_STATE_SAME;
  g_clear_object (&self->renamed);
}

/**
 * atlas_file_watch_check:
 * @self: a watch
 *
 * Checks the file now. Call this when the window gets the focus, because network folders may not
 * report changes. Does not block.
 */
void
atlas_file_watch_check (AtlasFileWatch *self)
{
  g_return_if_fail (ATLAS_IS_FILE_WATCH (self));

  g_file_query_info_async (self->file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE,
                           G_PRIORITY_DEFAULT, self->cancellable, query_cb, self);
}

/**
 * atlas_file_watch_get_renamed:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the new name of the file, if the file was renamed within its
 *   folder
 */
GFile *
atlas_file_watch_get_renamed (AtlasFileWatch *self)
{
  g_return_val_if_fail (ATLAS_IS_FILE_WATCH (self), NULL);

  return self->renamed;
}
