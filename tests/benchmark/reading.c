/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <json-glib/json-glib.h>
#include <sys/resource.h>
#include <time.h>

#include "atlas-reader.h"

/*
 * Reads a file once, frees the dataset, and prints the processor time in milliseconds and the peak
 * memory of the process in MiB. Freeing is included, because the reader frees the trees of
 * json-glib while it runs.
 *
 * reading atlas|json-glib FILE
 */
static double
get_milliseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static gpointer
read_with_atlas (GBytes *bytes, GError **error)
{
  return atlas_reader_read_bytes ("file", bytes, ATLAS_READER_STRICT, NULL, NULL, error);
}

static gpointer
read_with_json_glib (GBytes *bytes, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  return g_steal_pointer (&parser);
}

int
main (int argc, char **argv)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) result = NULL;
  struct rusage usage;
  double start, end;

  if (argc != 3 || (file = g_mapped_file_new (argv[2], FALSE, &error)) == NULL)
    g_error ("reading atlas|json-glib FILE: %s", error != NULL ? error->message : "");
  /* A copy in memory, so that loading is not measured. */
  bytes = g_bytes_new (g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
  g_clear_pointer (&file, g_mapped_file_unref);

  start = get_milliseconds ();
  result = g_str_equal (argv[1], "atlas") ? read_with_atlas (bytes, &error)
                                          : read_with_json_glib (bytes, &error);
  if (result == NULL)
    g_error ("%s", error->message);
  g_clear_object (&result);
  end = get_milliseconds ();

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.1f %.1f\n", end - start, (double) usage.ru_maxrss / 1024);
  return 0;
}
