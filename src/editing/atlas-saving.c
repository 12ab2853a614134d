/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-saving.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <unistd.h>

#include "atlas-writer.h"

/*
 * Writes a dataset to its file, so that the file always has either its former content or the whole
 * new one.
 *
 * GIO writes a new file beside the old one and renames it. It writes into the old file itself if
 * that is a symbolic link or has several names, or if the new file could not have the same owner or
 * folder. Links are therefore resolved before; in the other cases the file is copied to a backup,
 * with “~” after its name, before it is written.
 */

G_DEFINE_QUARK (atlas - save - error - quark, atlas_save_error)

/* Returns: (transfer full): the file to which a symbolic link leads, or @file */
static GFile *
resolve_link (GFile *file)
{
  const char *path = g_file_is_native (file) ? g_file_peek_path (file) : NULL;
  char *target = path != NULL ? realpath (path, NULL) : NULL;
  GFile *resolved = target != NULL ? g_file_new_for_path (target) : g_object_ref (file);

  free (target);
  return resolved;
}

static gboolean
is_folder_writable (GFile *file)
{
  g_autofree char *folder = g_path_get_dirname (g_file_peek_path (file));

  return access (folder, W_OK) == 0;
}

/* Whether GIO writes into the old file. Only root can give a new one to another owner. */
static gboolean
is_written_in_place (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_UNIX_NLINK "," G_FILE_ATTRIBUTE_UNIX_UID,
                       G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  const uid_t user = geteuid ();

  if (info == NULL || !g_file_is_native (file))
    return FALSE;
  return g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_NLINK) > 1 ||
         (user != 0 &&
          user != g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_UID)) ||
         !is_folder_writable (file);
}

/* Closes a stream that could not be written. Only a cancelled stream removes its temporary file and
 * keeps the old one. */
static void
give_up (GFileOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
}

static gboolean
write_bytes (GBytes *bytes,
             GFile *file,
             const char *etag,
             char **new_etag,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GFile) target = resolve_link (file);
  g_autoptr (GFileOutputStream) stream =
    g_file_replace (target, etag, is_written_in_place (target, cancellable), G_FILE_CREATE_NONE,
                    cancellable, error);
  gsize length;
  const void *content = g_bytes_get_data (bytes, &length);

  if (stream == NULL)
    return FALSE;
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), content, length, NULL, cancellable,
                                  error))
    {
      give_up (stream);
      return FALSE;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return FALSE;
  *new_etag = g_file_output_stream_get_etag (stream);
  return TRUE;
}

static void
set_error (GError **error, const GError *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_WRONG_ETAG))
    g_set_error_literal (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_CHANGED_ON_DISK,
                         _("Another program has changed this file since it was opened"));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error_literal (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_NO_SPACE,
                         _("There is no space left on the disk"));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANT_CREATE_BACKUP) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    g_set_error_literal (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_READ_ONLY,
                         _("You may not write to this file or its folder"));
  else
    g_set_error_literal (error, ATLAS_SAVE_ERROR, ATLAS_SAVE_ERROR_FAILED, cause->message);
}

/**
 * atlas_saving_write:
 * @dataset: a complete dataset
 * @file: the file; it need not exist
 * @etag: (nullable): the etag that the file must have if it exists, or %NULL to overwrite any file
 * @new_etag: (out) (optional) (transfer full): the etag of the written file
 * @cancellable: (nullable): a cancellable
 * @error: return location for an #AtlasSaveError or %G_IO_ERROR_CANCELLED
 *
 * Writes @dataset in canonical form. The file keeps its permissions; of a symbolic link, the target
 * is replaced. Blocks; any thread may call this function.
 *
 * Returns: whether @file has the new content; otherwise it is as before
 */
gboolean
atlas_saving_write (AtlasDataset *dataset,
                    GFile *file,
                    const char *etag,
                    char **new_etag,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  g_autofree char *written = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  bytes = atlas_writer_write (dataset);
  if (!write_bytes (bytes, file, etag, &written, cancellable, &cause))
    {
      set_error (error, cause);
      return FALSE;
    }
  if (new_etag != NULL)
    *new_etag = g_steal_pointer (&written);
  return TRUE;
}

/**
 * atlas_saving_find_etag:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 *
 * Blocks; any thread may call this function.
 *
 * Returns: (transfer full) (nullable): a string that changes when the content of @file does, or
 *   %NULL if the file does not exist or its system has none
 */
char *
atlas_saving_find_etag (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_ETAG_VALUE, G_FILE_QUERY_INFO_NONE, cancellable,
                            NULL);
  return info != NULL ? g_strdup (g_file_info_get_etag (info)) : NULL;
}
