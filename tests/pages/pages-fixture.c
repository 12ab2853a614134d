/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "pages-fixture.h"

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
