/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-years.h"

#include <glib/gstdio.h>
#include <string.h>

#include "atlas-export.h"
#include "atlas-film-writer.h"
#include "pages-fixture.h"

/* Tests the pictures of the years, and a film with a program in place of the encoder. */

static AtlasDataset *dataset;

static AtlasYears *
new_years (const char *id, AtlasFilter *filter, guint width, guint height)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, id);
  const AtlasFacts facts = { scope, filter, ATLAS_LANGUAGE_ZH, ATLAS_SHOWN_PART_ALL };

  return atlas_years_new (&facts, atlas_base_map_get_default (), width, height);
}

/* From January of the year of the first event to the date of the dataset. */
static void
test_moments (void)
{
  g_autoptr (AtlasYears) years = new_years (NULL, NULL, 640, 360);
  const AtlasDate first = atlas_years_get_moment (years, 0);
  const AtlasDate second = atlas_years_get_moment (years, 1);
  const AtlasDate last = atlas_years_get_moment (years, atlas_years_get_length (years) - 1);

  g_assert_cmpuint (atlas_years_get_length (years), ==, 5 * 12 + 5);
  g_assert_cmpint (first.year * 100 + first.month, ==, 201601);
  g_assert_cmpint (second.year * 100 + second.month, ==, 201602);
  g_assert_cmpint (last.year * 10000 + last.month * 100 + last.day, ==, 20210530);
}

/* The interval of the filter limits the pictures. */
static void
test_interval (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasYears) years = NULL;

  atlas_filter_set_time (filter, &(AtlasDate) { 2019, 3, 0 }, &(AtlasDate) { 2020, 2, 0 });
  years = new_years (NULL, filter, 640, 360);
  g_assert_cmpuint (atlas_years_get_length (years), ==, 12);
  /* The filter of the caller does not change. */
  g_assert_cmpint (atlas_filter_get_until (filter)->year, ==, 2020);
}

static guint
read_length (GBytes *png, gsize offset)
{
  const guint8 *data = g_bytes_get_data (png, NULL);

  return (guint) data[offset] << 24 | (guint) data[offset + 1] << 16 |
         (guint) data[offset + 2] << 8 | data[offset + 3];
}

/* A picture has the wanted size and the same bytes each time, and moments differ. */
static void
test_frame (void)
{
  g_autoptr (AtlasYears) years = new_years ("siping", NULL, 640, 360);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = atlas_years_write_frame (years, 0, &error);
  g_autoptr (GBytes) last =
    atlas_years_write_frame (years, atlas_years_get_length (years) - 1, &error);
  g_autoptr (GBytes) again = atlas_years_write_frame (years, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read_length (first, 16), ==, 640);
  g_assert_cmpuint (read_length (first, 20), ==, 360);
  g_assert_true (g_bytes_equal (first, again));
  g_assert_false (g_bytes_equal (first, last));
}

/* The narrowest picture that can be chosen has its text and its map, too; a failed assertion of the
 * code that draws ends the test. */
static void
test_narrow (void)
{
  g_autoptr (AtlasYears) years =
    new_years ("siping", NULL, ATLAS_EXPORT_MIN_FRAME_SIZE, ATLAS_EXPORT_MIN_FRAME_SIZE * 8);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) frame = atlas_years_write_frame (years, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (read_length (frame, 16), ==, ATLAS_EXPORT_MIN_FRAME_SIZE);
  g_assert_cmpuint (read_length (frame, 20), ==, ATLAS_EXPORT_MIN_FRAME_SIZE * 8);
}

/* A dataset without a date has one picture. */
static void
test_empty (void)
{
  g_autoptr (AtlasDataset) empty = atlas_dataset_new ();
  g_autoptr (AtlasScope) scope = NULL;
  g_autoptr (AtlasYears) years = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) frame = NULL;

  atlas_dataset_complete (empty);
  scope = atlas_scope_new (empty, NULL);
  years = atlas_years_new (&(AtlasFacts) { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL },
                           atlas_base_map_get_default (), 320, 240);
  g_assert_cmpuint (atlas_years_get_length (years), ==, 1);
  frame = atlas_years_write_frame (years, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (frame);
}

/* Films --------------------------------------------------------------------------------------- */

static AtlasYears *
new_short_years (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();

  atlas_filter_set_time (filter, &(AtlasDate) { 2020, 11, 0 }, &(AtlasDate) { 2021, 1, 0 });
  return new_years ("siping", filter, 320, 240);
}

/* Makes a folder with an executable @name that runs @script, and no other program. */
static char *
make_programs (const char *name, const char *script)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("atlas-programs-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_no_error (error);
  g_file_set_contents (path, script, -1, &error);
  g_assert_no_error (error);
  g_assert_no_errno (g_chmod (path, 0700));
  g_setenv ("PATH", folder, TRUE);
  return folder;
}

static void
remove_programs (char *folder, const char *name, const char *former)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_setenv ("PATH", former, TRUE);
  g_assert_no_errno (g_remove (path));
  g_assert_no_errno (g_rmdir (folder));
  g_free (folder);
}

/* The last argument of ffmpeg is the film; the stand-in writes its arguments and the names of the
 * pictures there. No argument has the path of the folder, in which % would be read as a number. */
static void
test_ffmpeg (void)
{
  g_autofree char *former = g_strdup (g_getenv ("PATH"));
  g_autoptr (AtlasYears) years = new_short_years ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) film = NULL;
  g_autofree char *text = NULL;
  char *folder = make_programs ("ffmpeg", "#!/bin/sh\n"
                                          "for film; do :; done\n"
                                          "echo \"$@\" *.png > \"$film\"\n");

  film = atlas_film_writer_write (years, ATLAS_FILM_FORMAT_GIF, 5, NULL, NULL, NULL, &error);
  remove_programs (folder, "ffmpeg", former);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (film, NULL), g_bytes_get_size (film));
  g_assert_nonnull (strstr (text, "-framerate 5 "));
  g_assert_nonnull (strstr (text, "palettegen"));
  g_assert_null (strchr (text, '/'));
  /* November, December and January, and the rest of 3 seconds. */
  g_assert_nonnull (strstr (text, "00018.png"));
  g_assert_null (strstr (text, "00019.png"));
}

static void
test_failure (void)
{
  g_autofree char *former = g_strdup (g_getenv ("PATH"));
  g_autoptr (AtlasYears) years = new_short_years ();
  g_autoptr (GError) error = NULL;
  char *folder = make_programs ("ffmpeg", "#!/bin/sh\necho 'no encoder' >&2\nexit 3\n");

  g_assert_null (atlas_film_writer_write (years, ATLAS_FILM_FORMAT_WEBM, 1, NULL, NULL, NULL,
                                          &error));
  remove_programs (folder, "ffmpeg", former);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "no encoder"));
}

/* Without a program the error names what is missing. GStreamer writes no GIF. */
static void
test_no_program (void)
{
  g_autofree char *former = g_strdup (g_getenv ("PATH"));
  g_autoptr (AtlasYears) years = new_short_years ();
  g_autoptr (GError) error = NULL;
  char *folder = make_programs ("gst-launch-1.0", "#!/bin/sh\nexit 0\n");

  g_assert_null (atlas_film_writer_write (years, ATLAS_FILM_FORMAT_GIF, 1, NULL, NULL, NULL,
                                          &error));
  remove_programs (folder, "gst-launch-1.0", former);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (error->message, "ffmpeg"));
}

/* The installed GStreamer writes a WebM file, which begins with the mark of EBML. */
static void
test_webm (void)
{
  g_autofree char *former = g_strdup (g_getenv ("PATH"));
  g_autofree char *program = g_find_program_in_path ("gst-launch-1.0");
  g_autoptr (AtlasYears) years = new_short_years ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) film = NULL;
  g_autofree char *script = NULL;
  char *folder;

  g_assert_nonnull (program);
  script = g_strdup_printf ("#!/bin/sh\nexec %s \"$@\"\n", program);
  folder = make_programs ("gst-launch-1.0", script);
  film = atlas_film_writer_write (years, ATLAS_FILM_FORMAT_WEBM, 4, NULL, NULL, NULL, &error);
  remove_programs (folder, "gst-launch-1.0", former);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (film), >, 1000);
  g_assert_cmpmem (g_bytes_get_data (film, NULL), 4, "\x1a\x45\xdf\xa3", 4);
}

static void
cancel_cb (double fraction, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* A cancel stops before the next picture and leaves no folder behind. */
static void
test_cancel (void)
{
  g_autofree char *former = g_strdup (g_getenv ("PATH"));
  g_autoptr (AtlasYears) years = new_short_years ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  char *folder = make_programs ("ffmpeg", "#!/bin/sh\nexit 0\n");

  g_assert_null (atlas_film_writer_write (years, ATLAS_FILM_FORMAT_WEBM, 1, cancellable, cancel_cb,
                                          cancellable, &error));
  remove_programs (folder, "ffmpeg", former);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dataset = atlas_test_dataset_read_jilin ();
  g_test_add_func ("/exports/years/moments", test_moments);
  g_test_add_func ("/exports/years/interval", test_interval);
  g_test_add_func ("/exports/years/frame", test_frame);
  g_test_add_func ("/exports/years/narrow", test_narrow);
  g_test_add_func ("/exports/years/empty", test_empty);
  g_test_add_func ("/exports/years/ffmpeg", test_ffmpeg);
  g_test_add_func ("/exports/years/failure", test_failure);
  g_test_add_func ("/exports/years/no-program", test_no_program);
  g_test_add_func ("/exports/years/webm", test_webm);
  g_test_add_func ("/exports/years/cancel", test_cancel);
  status = g_test_run ();
  g_object_unref (dataset);
  return status;
}
