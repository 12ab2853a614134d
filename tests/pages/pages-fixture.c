/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "pages-fixture.h"

#include "atlas-reader.h"

/* Reads the bundled dataset, because its pages are what users see. */
AtlasDataset *
pages_fixture_read_dataset (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "jilin.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset = atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* NULL for the province. */
AtlasScope *
pages_fixture_new_scope (AtlasDataset *dataset, const char *id)
{
  AtlasRecord *subject = id != NULL ? atlas_dataset_lookup (dataset, id) : NULL;

  g_assert_true (id == NULL || subject != NULL);
  return atlas_scope_new (dataset, subject);
}

AtlasSummary *
pages_fixture_new_summary (AtlasScope *scope, const AtlasSummaryOptions *options)
{
  g_autoptr (GError) error = NULL;
  AtlasSummary *summary = atlas_summary_new (scope, NULL, atlas_base_map_get_default (), options,
                                             NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return summary;
}
