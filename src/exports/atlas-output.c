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
 * Writes bytes to a file atomically.
 *
 * They are written to a temporary file beside the target, which replaces the target when all data
 * is on disk. Pipes and devices are written directly, because they cannot be replaced.
 */

/* The largest number of symbolic links that Linux follows. */
#define MAX_LINKS 40

/**
 * atlas_output_append:
 * @array: (type GByteArray): the bytes so far
 * @data: (array length=length): more bytes
 * @length: their number
 *
 * Appends bytes; a #cairo_write_func_t.
 *
 * Returns: %CAIRO_STATUS_SUCCESS
 */
cairo_status_t
atlas_output_append (void *array, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (array, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
set_error (GError **error, int code, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               /* Translators: the name of a file, and the reason given by the system. */
               _("“%s” could not be written: %s."), name, g_strerror (code));
  return FALSE;
}

static gboolean
write_all (int fd, GBytes *bytes)
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
write_in_place (const char *path, GBytes *bytes, GError **error)
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

/* Writes the data and copies the access mode of the @old file. Returns 0 or an errno. */
static int
fill_and_close (int fd, GBytes *bytes, const struct stat *old)
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
replace (const char *path, const struct stat *old, GBytes *bytes, GError **error)
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
  /* Let the system apply the umask to a new file: reading the umask means setting it, for all
   * threads. */
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

/* Returns the target of a dangling symbolic link, following as many links as the system does. NULL
 * if @path is not a link, or if there is a loop. */
static char *
follow_dangling_link (const char *path)
{
  g_autofree char *target = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *next = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;

      if (next == NULL)
        return i > 0 ? g_steal_pointer (&target) : NULL;
      folder = g_path_get_dirname (target);
      g_free (target);
      target =
        g_path_is_absolute (next) ? g_steal_pointer (&next) : g_build_filename (folder, next, NULL);
    }
  return NULL;
}

/* Creates a new file; a dangling link stays a link and its target is created. */
static gboolean
create (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *target = follow_dangling_link (path);

  return replace (target != NULL ? target : path, NULL, bytes, error);
}

/**
 * atlas_output_write:
 * @path: a file in the encoding of file names, or "-" for standard output
 * @bytes: the content
 * @cancellable: (nullable): a cancellable, which is checked before writing starts
 * @error: return location for a #GError of %G_IO_ERROR with a message of one sentence
 *
 * Writes a file. An existing file is replaced only after the new one is complete; it stays if that
 * fails.
 *
 * Returns: whether the file was written
 */
gboolean
atlas_output_write (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autofree char *target = NULL;
  struct stat old;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (strcmp (path, "-") == 0)
    return write_all (STDOUT_FILENO, bytes) || set_error (error, errno, _("the standard output"));
  if (stat (path, &old) != 0)
    return errno == ENOENT || errno == ENOTDIR ? create (path, bytes, error)
                                               : set_error (error, errno, path);
  if (S_ISDIR (old.st_mode))
    return set_error (error, EISDIR, path);
  if (!S_ISREG (old.st_mode))
    return write_in_place (path, bytes, error);
  /* Replacing only needs permission for the folder, so check that of the file itself. */
  if (access (path, W_OK) != 0)
    return set_error (error, errno, path);
  /* Replace the target of a symbolic link, not the link. */
  target = realpath (path, NULL);
  return replace (target != NULL ? target : path, &old, bytes, error);
}
