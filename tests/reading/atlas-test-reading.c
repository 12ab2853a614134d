/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-reading.h"

#include <string.h>

/**
 * atlas_test_load:
 * @path: a file, from the top of the project
 *
 * Returns: (transfer full): what it holds
 */
GBytes *
atlas_test_load (const char *path)
{
  g_autofree char *filename = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (filename, &contents, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (contents, length);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * atlas_test_list:
 * @folder: a folder, from the top of the project
 *
 * Returns: (transfer full) (element-type utf8): the names of the JSON files in it, without
 *   ".json", sorted
 */
GPtrArray *
atlas_test_list (const char *folder)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) directory = g_dir_open (path, 0, &error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (directory)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - strlen (".json")));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/**
 * atlas_test_assert_faults:
 * @faults: (element-type AtlasFault): what a reading found
 * @expected: (array length=n_expected): what it should have found
 * @n_expected: how many faults that are
 *
 * Asserts that these faults were found, in this order, and no others.
 */
void
atlas_test_assert_faults (GPtrArray            *faults,
                          const AtlasTestFault *expected,
                          gsize                 n_expected)
{
  for (guint i = 0; i < MIN (faults->len, n_expected); i++)
    {
      const AtlasFault *fault = g_ptr_array_index (faults, i);

      g_test_message ("%u: %s: %s", fault->line, fault->place, fault->message);
      g_assert_cmpstr (fault->place, ==, expected[i].place);
      g_assert_cmpint (fault->code, ==, expected[i].code);
      g_assert_cmpuint (fault->line, ==, expected[i].line);
      g_assert_cmpint (fault->severity, ==, expected[i].severity);
    }
  g_assert_cmpuint (faults->len, ==, n_expected);
}

/**
 * atlas_test_read_anything:
 * @text: (array length=length): any bytes at all
 * @length: how many
 *
 * Reads @text, also leniently, and asserts what holds for every file: there is either a dataset or an error; the
 * faults stand in the order of the file, on lines that it has; and each makes one line of text.
 */
void
atlas_test_read_anything (const char *text,
                          gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasDataset) parts = NULL;
  gboolean has_error = FALSE;
  guint n_lines = 1, line = 1;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n';
  dataset = atlas_reader_read_bytes ("file", bytes, NULL, &faults, &error);
  for (guint i = 0; i < faults->len; i++)
    {
      const AtlasFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *string = atlas_fault_to_string (fault, "file");

      has_error |= fault->severity == ATLAS_FAULT_SEVERITY_ERROR;
      g_assert_cmpuint (fault->line, >=, line);
      g_assert_cmpuint (fault->line, <=, n_lines);
      g_assert_cmpuint (fault->column, >=, 1);
      g_assert_true (g_utf8_validate (string, -1, NULL));
      g_assert_null (strpbrk (string, "\n\r\033"));
      line = fault->line;
    }
  g_assert_true ((dataset == NULL) == has_error);
  g_assert_true ((dataset == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (error->domain == ATLAS_READ_ERROR);

  parts = atlas_reader_read_bytes_leniently ("file", bytes, NULL, NULL, NULL);
  g_assert_true (parts != NULL || dataset == NULL);
}
