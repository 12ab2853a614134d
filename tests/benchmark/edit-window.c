/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-window-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "atlas-test-display.h"
#include "large-library.h"

/*
 * Opens a window on a library with the records of FILE, or with N_RECORDS copies of them. Prints
 * for each of some edits, and then for undoing each, the milliseconds from the edit to the end of
 * the next frame of the window, which shows it.
 *
 * edit-window FILE N_RECORDS
 */

#define N_TURNS 5

/* The pause between two edits, in which threads store the edits and update the search. */
#define REST_MS 3000

static double
get_milliseconds (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static void
edit (AtlasWindow *window, guint turn)
{
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (put, large_library_rename_project (atlas_library_get_dataset (window->library),
                                                      turn));
  atlas_library_edit (window->library, put, NULL, 0, NULL);
}

static void
rest (void)
{
  const double end = get_milliseconds () + REST_MS;

  while (get_milliseconds () < end)
    atlas_test_iterate ();
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("atlas-benchmark-XXXXXX", NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "library.json", NULL);
  AtlasApplication *application;
  AtlasWindow *window;

  g_setenv ("XDG_STATE_HOME", folder, TRUE);
  atlas_test_display_init (&argc, &argv);
  if (argc != 3)
    g_error ("edit-window FILE N_RECORDS");
  g_object_unref (large_library_write (argv[1], (guint) strtoul (argv[2], NULL, 10), file, NULL));
  application = atlas_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);
  window = atlas_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  atlas_window_open (window, file);
  await (atlas_navigation_get_dataset (window->navigation) != NULL);
  for (guint turn = 0; turn < 2 * N_TURNS; turn++)
    {
      double start;

      rest ();
      start = get_milliseconds ();
      if (turn < N_TURNS)
        edit (window, turn);
      else
        atlas_library_undo (window->library);
      atlas_test_wait_for_frames (GTK_WIDGET (window), 1);
      g_print ("%.2f\n", get_milliseconds () - start);
    }
  atlas_library_discard (window->library);
  g_file_delete (file, NULL, NULL);
  return 0;
}
