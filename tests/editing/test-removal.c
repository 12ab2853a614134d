/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-library.h"
#include "atlas-removal.h"
#include "atlas-test-editing.h"

static gboolean
remove_record (AtlasLibrary *library, const char *id, GError **error)
{
  AtlasDataset *dataset = atlas_library_get_dataset (library);
  AtlasRecord *record = atlas_dataset_lookup (dataset, id);
  g_autoptr (GPtrArray) put = atlas_removal_detach (dataset, record, error);
  const char *const removed[] = { id, NULL };

  return put != NULL && atlas_library_edit (library, put, removed, 0, error);
}

/* The records that referred to it are kept, without the reference; undo brings both back. */
static void
test_detach (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_editing_read_shipped ();
  g_autoptr (AtlasLibrary) library = atlas_library_new (base, NULL, NULL, TRUE);
  AtlasRecord *industry = atlas_dataset_lookup (base, "ind-hydrogen");
  g_autoptr (GPtrArray) referrers = atlas_removal_list_referrers (base, industry);
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset;

  g_assert_cmpuint (referrers->len, >, 0);
  g_assert_true (remove_record (library, "ind-hydrogen", &error));
  g_assert_no_error (error);
  dataset = atlas_library_get_dataset (library);
  g_assert_null (atlas_dataset_lookup (dataset, "ind-hydrogen"));
  for (guint i = 0; i < referrers->len; i++)
    {
      AtlasRecord *changed =
        atlas_dataset_lookup (dataset, atlas_record_get_id (referrers->pdata[i]));

      g_assert_nonnull (changed);
      for (guint role = 0; role < ATLAS_N_ROLES; role++)
        g_assert_false (atlas_record_refers_to (changed, (AtlasRole) role, industry));
    }
  atlas_library_undo (library);
  g_assert_true (atlas_library_get_dataset (library) == base);
}

/* A link needs its ends, so a city with links cannot be removed; nothing changes. */
static void
test_needed (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_editing_read_shipped ();
  g_autoptr (AtlasLibrary) library = atlas_library_new (base, NULL, NULL, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_false (remove_record (library, "siping", &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_STILL_NEEDED);
  g_assert_true (atlas_library_get_dataset (library) == base);
}

/* Records that cite a source are its referrers. They stay, without a source. */
static void
test_source (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_editing_read_shipped ();
  AtlasRecord *source = atlas_dataset_lookup (base, "jl-2021-17");
  g_autoptr (GPtrArray) referrers = atlas_removal_list_referrers (base, source);
  g_autoptr (GPtrArray) put = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (referrers->len, >, 300);
  put = atlas_removal_detach (base, source, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (put->len, ==, referrers->len);
  for (guint i = 0; i < put->len; i++)
    g_assert_cmpuint (atlas_record_get_n_citations (put->pdata[i]), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/editing/removal/detach", test_detach);
  g_test_add_func ("/editing/removal/needed", test_needed);
  g_test_add_func ("/editing/removal/source", test_source);

  return g_test_run ();
}
