/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <stdio.h>

#include "fuzz.h"

/*
 * Runs a fuzz target with the given files and the files of given folders, with TAP output. Inputs
 * that a fuzzer has found are kept in such a folder as regression tests.
 */
static void
list_files (const char *path, GPtrArray *files)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  if (folder == NULL)
    {
      g_ptr_array_add (files, g_strdup (path));
      return;
    }
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (files, g_build_filename (path, name, NULL));
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i < argc; i++)
    list_files (argv[i], files);
  printf ("1..%u\n", files->len);
  for (guint i = 0; i < files->len; i++)
    {
      const char *file = g_ptr_array_index (files, i);
      g_autofree char *name = g_path_get_basename (file);
      g_autofree char *contents = NULL;
      gsize length;
      gboolean loaded = g_file_get_contents (file, &contents, &length, NULL);

      if (loaded)
        LLVMFuzzerTestOneInput ((const uint8_t *) contents, length);
      printf ("%s %u - %s\n", loaded ? "ok" : "not ok", i + 1, name);
    }
  return 0;
}
