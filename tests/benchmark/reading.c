/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <json-glib/json-glib.h>
#include <sys/resource.h>

#include "atlas-reader.h"

/*
 * Reads a file once and prints how many milliseconds that took, from bytes in memory to something
 * that can be used, and how many MiB the process held at its height.
 *
 *   reading atlas|json-glib FILE
 */
static gpointer
read_with_atlas (GBytes  *bytes,
                 GError **error)
{
  return atlas_reader_read_bytes ("file", bytes, NULL, NULL, error);
}

static gpointer
read_with_json_glib (GBytes  *bytes,
                     GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return NULL;
  return g_steal_pointer (&parser);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GMappedFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) result = NULL;
  struct rusage usage;
  gint64 start, end;

  if (argc != 3 || (file = g_mapped_file_new (argv[2], FALSE, &error)) == NULL)
    g_error ("reading atlas|json-glib FILE: %s", error != NULL ? error->message : "");
  /* A copy, so that no time is spent on loading. */
  bytes = g_bytes_new (g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
  g_clear_pointer (&file, g_mapped_file_unref);

  start = g_get_monotonic_time ();
  result = g_str_equal (argv[1], "atlas") ? read_with_atlas (bytes, &error)
                                          : read_with_json_glib (bytes, &error);
  end = g_get_monotonic_time ();
  if (result == NULL)
    g_error ("%s", error->message);

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%.1f %.1f\n", (double) (end - start) / 1000, (double) usage.ru_maxrss / 1024);
  return 0;
}
