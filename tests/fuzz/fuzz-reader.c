/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-reader.h"
#include "atlas-writer.h"
#include "fuzz.h"

/* A written dataset can be read, and is written the same again. */
static void
check_writing (AtlasDataset *dataset)
{
  g_autoptr (GBytes) written = atlas_writer_write (dataset);
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) again =
    atlas_reader_read_bytes ("fuzz", written, ATLAS_READER_STRICT, NULL, NULL, &error);
  g_autoptr (GBytes) twice = NULL;

  g_assert_no_error (error);
  twice = atlas_writer_write (again);
  g_assert_true (g_bytes_equal (written, twice));
}

/*
 * Any bytes give either a dataset or an error with at least one fault.
 */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset =
    atlas_reader_read_bytes ("fuzz", bytes, ATLAS_READER_STRICT, NULL, &faults, &error);

  g_assert_true ((dataset == NULL) == (error != NULL));
  g_assert_true (dataset != NULL || faults->len > 0);
  for (guint i = 0; i < faults->len; i++)
    g_free (atlas_fault_to_string (g_ptr_array_index (faults, i), "fuzz"));
  if (dataset != NULL)
    check_writing (dataset);
  return 0;
}
