/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-output.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  GBytes *bytes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atlas-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "summary.pdf", NULL);
  fixture->bytes = g_bytes_new_static ("new", 3);
}

static void
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_no_errno (g_remove (path));
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty_folder (fixture->folder);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
  g_free (fixture->path);
  g_bytes_unref (fixture->bytes);
}

static void
write_old (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, "old", -1, &error);
  g_assert_no_error (error);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  while (g_dir_read_name (dir) != NULL)
    n_files++;
  return n_files;
}

static void
test_new_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const mode_t mask = umask (0027);
  struct stat status;

  g_assert_true (atlas_output_write (fixture->path, fixture->bytes, NULL, &error));
  umask (mask);
  g_assert_no_error (error);
  assert_contents (fixture->path, "new");
  g_assert_no_errno (stat (fixture->path, &status));
  g_assert_cmpuint (status.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* The file is replaced and keeps its access mode. */
static void
test_replace (Fixture *fixture, gconstpointer data)
{
  struct stat old, new;

  write_old (fixture->path);
  g_assert_no_errno (g_chmod (fixture->path, 0600));
  g_assert_no_errno (stat (fixture->path, &old));
  g_assert_true (atlas_output_write (fixture->path, fixture->bytes, NULL, NULL));
  g_assert_no_errno (stat (fixture->path, &new));
  assert_contents (fixture->path, "new");
  g_assert_cmpuint (new.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (new.st_ino, !=, old.st_ino);
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.pdf", NULL);

  write_old (target);
  g_assert_no_errno (symlink ("target.pdf", fixture->path));
  g_assert_true (atlas_output_write (fixture->path, fixture->bytes, NULL, NULL));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_contents (target, "new");
}

/* For a dangling link, through another link, the target is created. */
static void
test_dangling_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "target.pdf", NULL);
  g_autofree char *middle = g_build_filename (fixture->folder, "middle.pdf", NULL);

  g_assert_no_errno (symlink (target, middle));
  g_assert_no_errno (symlink ("middle.pdf", fixture->path));
  g_assert_true (atlas_output_write (fixture->path, fixture->bytes, NULL, NULL));
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (middle, G_FILE_TEST_IS_SYMLINK));
  assert_contents (target, "new");
  g_assert_no_errno (g_remove (middle));
}

static void
assert_refused (const char *path, GBytes *bytes, GIOErrorEnum code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (atlas_output_write (path, bytes, NULL, &error));
  g_assert_error (error, G_IO_ERROR, (int) code);
  g_assert_null (strchr (error->message, '\n'));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "summary.pdf", NULL);

  assert_refused (path, fixture->bytes, G_IO_ERROR_NOT_FOUND);
  assert_refused (fixture->folder, fixture->bytes, G_IO_ERROR_IS_DIRECTORY);
}

/* A file name may be any bytes; the error message is valid text. */
static void
test_odd_name (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "\xff", NULL);
  g_autofree char *path = g_build_filename (folder, "summary.pdf", NULL);

  assert_refused (path, fixture->bytes, G_IO_ERROR_NOT_FOUND);
  g_assert_no_errno (g_mkdir (folder, 0700));
  assert_refused (folder, fixture->bytes, G_IO_ERROR_IS_DIRECTORY);
}

/* A limit on the file size simulates a full disk. */
static void
test_full (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (100000), 100000);
  struct rlimit old, small;

  write_old (fixture->path);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &old));
  small = old;
  small.rlim_cur = 4096;
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &small));
  assert_refused (fixture->path, bytes, g_io_error_from_errno (EFBIG));
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &old));
  assert_contents (fixture->path, "old");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* A device is written to, not replaced. */
static void
test_device (Fixture *fixture, gconstpointer data)
{
  g_assert_true (atlas_output_write ("/dev/null", fixture->bytes, NULL, NULL));
  assert_refused ("/dev/full", fixture->bytes, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_file_test ("/dev/full", G_FILE_TEST_EXISTS));
}

/* Runs in a subprocess without the rights of the super user. */
static void
test_read_only_subprocess (void)
{
  const char *path = g_getenv ("ATLAS_TEST_PATH");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  if (getuid () == 0)
    g_assert_no_errno (setuid (65534));
  assert_refused (path, bytes, G_IO_ERROR_PERMISSION_DENIED);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  write_old (fixture->path);
  g_assert_no_errno (g_chmod (fixture->folder, 0755));
  g_assert_no_errno (g_chmod (fixture->path, 0444));
  g_setenv ("ATLAS_TEST_PATH", fixture->path, TRUE);
  g_test_trap_subprocess ("/exports/output/read-only/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  assert_contents (fixture->path, "old");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_old (fixture->path);
  g_cancellable_cancel (cancellable);
  g_assert_false (atlas_output_write (fixture->path, fixture->bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_contents (fixture->path, "old");
}

static void
test_standard_output_subprocess (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);

  g_assert_true (atlas_output_write ("-", bytes, NULL, NULL));
}

static void
test_standard_output (void)
{
  g_test_trap_subprocess ("/exports/output/standard-output/subprocess", 0,
                          G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*new*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/exports/output/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("new-file", test_new_file);
  ADD ("replace", test_replace);
  ADD ("link", test_link);
  ADD ("dangling-link", test_dangling_link);
  ADD ("no-folder", test_no_folder);
  ADD ("odd-name", test_odd_name);
  ADD ("full", test_full);
  ADD ("device", test_device);
  ADD ("read-only", test_read_only);
  ADD ("cancelled", test_cancelled);
#undef ADD
  g_test_add_func ("/exports/output/read-only/subprocess", test_read_only_subprocess);
  g_test_add_func ("/exports/output/standard-output", test_standard_output);
  g_test_add_func ("/exports/output/standard-output/subprocess", test_standard_output_subprocess);
  return g_test_run ();
}
