/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-recovery-files-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

#include "atlas-writer.h"

/*
 * The files with unsaved edits, in a folder of the user.
 *
 * For each library there is a key file, which says to what file the edits belong, and a file with
 * the edited dataset. The process that edits holds a lock on the key file. The kernel drops the
 * lock when the process ends in any way, so the lock tells whether the edits were left behind.
 */

#define GROUP "Recovery"

/* Returns: (transfer full): the path of the folder, which need not exist */
char *
_atlas_recovery_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "jilin-atlas", "recovery", NULL);
}

/* Returns: (transfer full): the path of one of the files with that id */
char *
_atlas_recovery_dup_path (const char *id, const char *suffix)
{
  g_autofree char *folder = _atlas_recovery_dup_folder ();

  return g_strdup_printf ("%s/%s%s", folder, id, suffix);
}

static void
set_error (GError **error, const char *path)
{
  const int saved = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", path,
               g_strerror (saved));
}

/* Opens a key file, with the flags of open(), and locks it. Close the returned descriptor to drop
 * the lock. Returns -1 if another process has the lock, or on another error. */
int
_atlas_recovery_lock (const char *path, int flags, GError **error)
{
  const int lock = g_open (path, flags | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (lock < 0)
    {
      set_error (error, path);
      return -1;
    }
  if (flock (lock, LOCK_EX | LOCK_NB) == 0)
    return lock;
  set_error (error, path);
  close (lock);
  return -1;
}

static gboolean
write_all (int descriptor, const char *text, gsize length)
{
  while (length > 0)
    {
      const gssize n_written = write (descriptor, text, length);

      if (n_written < 0 && errno != EINTR)
        return FALSE;
      if (n_written > 0)
        {
          text += n_written;
          length -= (gsize) n_written;
        }
    }
  return TRUE;
}

static void
set_string (GKeyFile *file, const char *name, const char *value)
{
  if (value != NULL)
    g_key_file_set_string (file, GROUP, name, value);
}

/* Writes the content of a locked key file. It is written in place, because the lock belongs to this
 * file and not to its name. */
gboolean
_atlas_recovery_write_key (int lock, const AtlasRecoveryKey *key, GError **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  gsize length;

  set_string (file, "uri", key->uri);
  set_string (file, "etag", key->etag);
  set_string (file, "title", key->title);
  g_key_file_set_integer (file, GROUP, "pid", (int) getpid ());
  text = g_key_file_to_data (file, &length, NULL);
  if (ftruncate (lock, 0) == 0 && lseek (lock, 0, SEEK_SET) == 0 && write_all (lock, text, length))
    return TRUE;
  set_error (error, "key");
  return FALSE;
}

/* Returns: (transfer full) (nullable): what a key file says, or %NULL if it cannot be read */
AtlasRecoveryKey *
_atlas_recovery_read_key (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  AtlasRecoveryKey *key;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL) ||
      !g_key_file_has_group (file, GROUP))
    return NULL;
  key = g_new0 (AtlasRecoveryKey, 1);
  key->uri = g_key_file_get_string (file, GROUP, "uri", NULL);
  key->etag = g_key_file_get_string (file, GROUP, "etag", NULL);
  key->title = g_key_file_get_string (file, GROUP, "title", NULL);
  return key;
}

void
_atlas_recovery_key_free (AtlasRecoveryKey *key)
{
  g_free (key->uri);
  g_free (key->etag);
  g_free (key->title);
  g_free (key);
}

/* Writes a dataset atomically. Only the user may read it. */
gboolean
_atlas_recovery_write (const char *path, AtlasDataset *dataset, GError **error)
{
  g_autoptr (GBytes) bytes = atlas_writer_write (dataset);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return g_file_set_contents_full (path, text, (gssize) length, G_FILE_SET_CONTENTS_CONSISTENT,
                                   0600, error);
}

/* Deletes all files with that id, the key last: without a key, nobody would find the others. */
void
_atlas_recovery_delete (const char *id)
{
  static const char *const suffixes[] = { ATLAS_RECOVERY_EDITS, ATLAS_RECOVERY_BASE,
                                          ATLAS_RECOVERY_KEY };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = _atlas_recovery_dup_path (id, suffixes[i]);

      g_unlink (path);
    }
}
