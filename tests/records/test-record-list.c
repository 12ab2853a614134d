/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#define N_THREADS 4
#define N_PASSES 20000

static void
test_items (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  GListModel *list = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PROJECT);
  g_autoptr (AtlasRecord) item = NULL;

  g_assert_true (g_list_model_get_item_type (list) == ATLAS_TYPE_RECORD);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  item = g_list_model_get_item (list, 0);
  g_assert_true (item == atlas_test_dataset_get (dataset, "road"));
  g_assert_null (g_list_model_get_item (list, 1));
}

/* A list stays valid as long as there is a reference, even without its dataset. */
static void
test_outlives_dataset (void)
{
  AtlasDataset *dataset = atlas_test_dataset_new ();
  GListModel *list = g_object_ref (atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PROJECT));
  g_autoptr (AtlasRecord) item = NULL;

  g_assert_finalize_object (dataset);
  item = g_list_model_get_item (list, 0);
  g_assert_cmpstr (atlas_record_get_id (item), ==, "road");
  g_assert_finalize_object (list);
}

static gpointer
read_in_thread (gpointer data)
{
  GPtrArray *expected = g_object_get_data (data, "expected");

  for (guint pass = 0; pass < N_PASSES; pass++)
    for (guint i = 0; i < expected->len; i++)
      {
        g_autoptr (AtlasRecord) record = g_list_model_get_item (data, i);

        g_assert_true (record == g_ptr_array_index (expected, i));
      }
  return NULL;
}

/* Several threads can read a dataset: pages are laid out in threads while panels list the same
 * records. */
static void
test_threads (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  GListModel *list = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);
  g_autoptr (GPtrArray) expected = g_ptr_array_new_with_free_func (g_object_unref);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (expected, g_list_model_get_item (list, i));
  g_assert_cmpuint (expected->len, >, 2);
  g_object_set_data (G_OBJECT (list), "expected", expected);
  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new (NULL, read_in_thread, list);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/records/record-list/items", test_items);
  g_test_add_func ("/records/record-list/outlives-dataset", test_outlives_dataset);
  g_test_add_func ("/records/record-list/threads", test_threads);
  return g_test_run ();
}
