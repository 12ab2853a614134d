/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * Puts bytes into a file, wholly or not at all.
 *
 * They go into a new file beside the target, which takes its place only when the disk has all of
 * them. A pipe or a device is written to as it is, since nothing can take its place.
 */

/* As many as Linux follows. */
#define MOST_LINKS 40

static gboolean
set_error (GError     **error,
           int          code,
           const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               /* Translators: the name of a file, and the reason given by the system. */
               _("“%s” could not be written: %s."), name, g_strerror (code));
  return FALSE;
}

static gboolean
write_all (int     fd,
           GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      const gssize written = write (fd, data, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      data += written;
      size -= (gsize) written;
    }
  return TRUE;
}

static gboolean
write_in_place (const char  *path,
                GBytes      *bytes,
                GError     **error)
{
  const int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  int code;

  if (fd < 0)
    return set_error (error, errno, path);
  code = write_all (fd, bytes) ? 0 : errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code == 0 || set_error (error, code, path);
}

/* Who could read the @old file may read the new one. 0, or what went wrong. */
static int
fill_and_close (int                fd,
                GBytes            *bytes,
                const struct stat *old)
{
  int code = 0;

  if (!write_all (fd, bytes) || (old != NULL && fchmod (fd, old->st_mode & 07777) != 0) ||
      fsync (fd) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code;
}

static gboolean
replace (const char         *path,
         const struct stat  *old,
         GBytes             *bytes,
         GError            **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *temporary = g_build_filename (folder, ".jilin-atlas-XXXXXX", NULL);
  int fd, code;

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autofree char *name = g_filename_display_name (folder);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("There is no folder “%s”."), name);
      return FALSE;
    }
  /* The system takes its mask off the mode of a new file: to ask for the mask is to change it, for
   * all threads, and this may be any of them. */
  fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, old != NULL ? 0600 : 0666);
  if (fd < 0)
    return set_error (error, errno, path);
  code = fill_and_close (fd, bytes, old);
  if (code == 0 && g_rename (temporary, path) != 0)
    code = errno;
  if (code == 0)
    return TRUE;
  g_unlink (temporary);
  return set_error (error, code, path);
}

/* Where a link leads that leads to nothing yet, through as many links as the system follows itself.
 * NULL when @path is no link, or when there is no end to them. */
static char *
follow_dangling_link (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (guint i = 0; i < MOST_LINKS; i++)
    {
      g_autofree char *next = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;

      if (next == NULL)
        return i > 0 ? g_steal_pointer (&target) : NULL;
      folder = g_path_get_dirname (target);
      g_free (target);
      target = g_path_is_absolute (next) ? g_steal_pointer (&next)
                                         : g_build_filename (folder, next, NULL);
    }
  return NULL;
}

/* A file that is not there is made; a link to it stays a link. */
static gboolean
create (const char  *path,
        GBytes      *bytes,
        GError     **error)
{
  g_autofree char *target = follow_dangling_link (path);

  return replace (target != NULL ? target : path, NULL, bytes, error);
}

/**
 * atlas_output_write:
 * @path: a file in the encoding of file names, or "-" for the standard output
 * @bytes: what it is to hold
 * @cancellable: (nullable): what stops it before it begins
 * @error: return location for a #GError of %G_IO_ERROR with one sentence
 *
 * Writes a file. One that is there already stays as it is until the new one is complete, and for
 * ever when that fails.
 *
 * Returns: whether all of it was written
 */
gboolean
atlas_output_write (const char    *path,
                    GBytes        *bytes,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *target = NULL;
  struct stat old;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (strcmp (path, "-") == 0)
    return write_all (STDOUT_FILENO, bytes) ||
           set_error (error, errno, _("the standard output"));
  if (stat (path, &old) != 0)
    return errno == ENOENT || errno == ENOTDIR ? create (path, bytes, error)
                                               : set_error (error, errno, path);
  if (S_ISDIR (old.st_mode))
    return set_error (error, EISDIR, path);
  if (!S_ISREG (old.st_mode))
    return write_in_place (path, bytes, error);
  /* A new file could take the place of one that may not be changed. */
  if (access (path, W_OK) != 0)
    return set_error (error, errno, path);
  /* What a link leads to is replaced, not the link. */
  target = realpath (path, NULL);
  return replace (target != NULL ? target : path, &old, bytes, error);
}
