/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-shown.h"

#include "atlas-test-dataset.h"

static void
test_list (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasScope) scope =
    atlas_scope_new (dataset, atlas_test_dataset_get (dataset, "siping"));
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (GPtrArray) all =
    atlas_shown_list (scope, NULL, ATLAS_SHOWN_PART_ALL, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_autoptr (GPtrArray) some = NULL;
  AtlasRecord *hidden = atlas_test_dataset_get (dataset, "siping-auto");
  AtlasRecord *foreign = atlas_test_dataset_get (dataset, "liaoyuan-new");

  atlas_filter_set_shows_group (filter, ATLAS_LINK_GROUP_ZONE, FALSE);
  some = atlas_shown_list (scope, filter, ATLAS_SHOWN_PART_ALL, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_true (atlas_shown_contains (scope, NULL, hidden));
  g_assert_false (atlas_shown_contains (scope, filter, hidden));
  g_assert_false (atlas_shown_contains (scope, NULL, foreign));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/shown/list", test_list);
  return g_test_run ();
}
