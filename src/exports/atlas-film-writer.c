/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-film-writer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/*
 * Writes the years of a scope as a film.
 *
 * Video encoders are large, so the atlas does not link to one: it writes the pictures into a
 * temporary folder and runs ffmpeg or, for WebM, GStreamer, if one of them is installed. The
 * program runs in that folder and gets the names of files only: both programs read % in a path as
 * the place of a number.
 */

/* The last picture stays for this time, in seconds, so that users see the final state. */
#define REST_AT_END 3

/* The share of the progress for the pictures; the rest is for the encoder. */
#define PICTURES_SHARE 0.8

/* The names of the pictures for the encoders; name_frame() makes the same names. */
#define PICTURES "%05d.png"

static const char *
get_film_name (AtlasFilmFormat format)
{
  return format == ATLAS_FILM_FORMAT_GIF ? "film.gif" : "film.webm";
}

static char *
name_frame (const char *folder, guint index)
{
  g_autofree char *name = g_strdup_printf ("%05u.png", index + 1);

  return g_build_filename (folder, name, NULL);
}

static gboolean
write_frame_file (const char *folder, guint index, GBytes *frame, GError **error)
{
  g_autofree char *path = name_frame (folder, index);

  return g_file_set_contents (path, g_bytes_get_data (frame, NULL),
                              (gssize) g_bytes_get_size (frame), error);
}

/* Repeats the last picture. */
static guint
write_rest (const char *folder, guint n_frames, GBytes *last, guint n_repeats, GError **error)
{
  for (guint i = 0; i < n_repeats; i++)
    if (!write_frame_file (folder, n_frames + i, last, error))
      return 0;
  return n_frames + n_repeats;
}

/* Returns the number of files, or 0 with @error set. */
static guint
write_frames (AtlasYears *years,
              const char *folder,
              guint frames_per_second,
              GCancellable *cancellable,
              AtlasProgressFunc progress,
              gpointer progress_data,
              GError **error)
{
  const guint n_frames = atlas_years_get_length (years);
  g_autoptr (GBytes) frame = NULL;

  for (guint i = 0; i < n_frames; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return 0;
      g_clear_pointer (&frame, g_bytes_unref);
      frame = atlas_years_write_frame (years, i, error);
      if (frame == NULL || !write_frame_file (folder, i, frame, error))
        return 0;
      if (progress != NULL)
        progress (PICTURES_SHARE * (i + 1.0) / n_frames, progress_data);
    }
  return write_rest (folder, n_frames, frame, REST_AT_END * frames_per_second, error);
}

static void
remove_folder (const char *folder, guint n_files, const char *film)
{
  for (guint i = 0; i < n_files; i++)
    {
      g_autofree char *path = name_frame (folder, i);

      g_unlink (path);
    }
  g_unlink (film);
  g_rmdir (folder);
}

/* Programs ------------------------------------------------------------------------------------ */

static GStrv
make_ffmpeg (guint frames_per_second, AtlasFilmFormat format)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *rate = g_strdup_printf ("%u", frames_per_second);

  g_strv_builder_add_many (words, "ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-framerate",
                           rate, "-i", PICTURES, "-fflags", "+bitexact", "-flags", "+bitexact",
                           "-map_metadata", "-1", NULL);
  /* A palette for the whole film keeps the colors of the map. */
  if (format == ATLAS_FILM_FORMAT_GIF)
    g_strv_builder_add_many (words, "-filter_complex",
                             "split[a][b];[a]palettegen[p];[b][p]paletteuse=dither=none", "-loop",
                             "0", NULL);
  else
    g_strv_builder_add_many (words, "-c:v", "libvpx-vp9", "-pix_fmt", "yuv420p", "-crf", "24",
                             "-b:v", "0", NULL);
  g_strv_builder_add (words, get_film_name (format));
  return g_strv_builder_end (words);
}

static GStrv
make_gstreamer (guint frames_per_second)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *sink = g_strconcat ("location=", get_film_name (ATLAS_FILM_FORMAT_WEBM), NULL);
  g_autofree char *caps = g_strdup_printf ("caps=image/png,framerate=%u/1", frames_per_second);

  g_strv_builder_add_many (words, "gst-launch-1.0", "-q", "multifilesrc", "location=" PICTURES,
                           "start-index=1", caps, "!", "pngdec", "!", "videoconvert", "!", "vp8enc",
                           "deadline=1", "target-bitrate=6000000", "!", "webmmux", "!", "filesink",
                           sink, NULL);
  return g_strv_builder_end (words);
}

/* Returns NULL if no program is installed that writes @format. */
static GStrv
make_command (guint frames_per_second, AtlasFilmFormat format)
{
  g_autofree char *ffmpeg = g_find_program_in_path ("ffmpeg");
  g_autofree char *gstreamer = g_find_program_in_path ("gst-launch-1.0");

  if (ffmpeg != NULL)
    return make_ffmpeg (frames_per_second, format);
  if (gstreamer != NULL && format == ATLAS_FILM_FORMAT_WEBM)
    return make_gstreamer (frames_per_second);
  return NULL;
}

/* Runs the encoder in @folder and waits for it. It is stopped when @cancellable is cancelled. */
static gboolean
run (const char *const *command, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *complaint = NULL;

  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, command, error);
  if (process == NULL)
    return FALSE;
  if (!g_subprocess_communicate_utf8 (process, NULL, cancellable, NULL, &complaint, error))
    {
      g_subprocess_force_exit (process);
      g_subprocess_wait (process, NULL, NULL);
      return FALSE;
    }
  if (g_subprocess_wait_check (process, NULL, &reason))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: the name of a program, and what it says about its failure. */
               _("%s could not write the film: %s"), command[0],
                 complaint != NULL && *complaint != '\0' ? g_strchomp (complaint)
                                                         : reason->message);
  return FALSE;
}

static GBytes *
encode (const char *folder,
        const char *film,
        AtlasFilmFormat format,
        guint frames_per_second,
        GCancellable *cancellable,
        GError **error)
{
  g_auto (GStrv) command = make_command (frames_per_second, format);
  char *contents;
  gsize length;

  if (!run ((const char *const *) command, folder, cancellable, error) ||
      !g_file_get_contents (film, &contents, &length, error))
    return NULL;
  return g_bytes_new_take (contents, length);
}

static gboolean
check_program (AtlasFilmFormat format, GError **error)
{
  g_auto (GStrv) command = make_command (1, format);

  if (command != NULL)
    return TRUE;
  g_set_error_literal (
    error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
    format == ATLAS_FILM_FORMAT_GIF
    ? _("The program ffmpeg, which writes a GIF, is not installed. Numbered pictures need none.")
    : _("No program that writes a WebM film is installed: ffmpeg or GStreamer. Numbered pictures "
          "need none."));
  return FALSE;
}

/**
 * atlas_film_writer_write:
 * @years: the years of a scope
 * @format: the format
 * @frames_per_second: the number of pictures a second
 * @cancellable: (nullable): a cancellable
 * @progress: (nullable): a progress callback
 * @progress_data: data for @progress
 * @error: return location for a #GError of %G_IO_ERROR or %G_FILE_ERROR;
 *   %G_IO_ERROR_NOT_SUPPORTED if no encoder is installed
 *
 * Returns: (transfer full): the film, or %NULL
 */
GBytes *
atlas_film_writer_write (AtlasYears *years,
                         AtlasFilmFormat format,
                         guint frames_per_second,
                         GCancellable *cancellable,
                         AtlasProgressFunc progress,
                         gpointer progress_data,
                         GError **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *film = NULL;
  GBytes *bytes = NULL;
  guint n_files;

  g_return_val_if_fail (ATLAS_IS_YEARS (years), NULL);
  g_return_val_if_fail (frames_per_second > 0, NULL);

  if (!check_program (format, error))
    return NULL;
  folder = g_dir_make_tmp ("atlas-film-XXXXXX", error);
  if (folder == NULL)
    return NULL;
  film = g_build_filename (folder, get_film_name (format), NULL);
  n_files =
    write_frames (years, folder, frames_per_second, cancellable, progress, progress_data, error);
  if (n_files > 0)
    bytes = encode (folder, film, format, frames_per_second, cancellable, error);
  remove_folder (folder, atlas_years_get_length (years) + REST_AT_END * frames_per_second, film);
  return bytes;
}
