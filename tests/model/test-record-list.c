/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-record-list.h"

#include "atlas-test-dataset.h"

#define N_THREADS 4
#define N_PASSES 20000

static void
changed_cb (GListModel *model,
            guint       position,
            guint       n_removed,
            guint       n_added,
            guint      *n_calls)
{
  g_assert_cmpuint (position, ==, 0);
  g_assert_cmpuint (n_removed, ==, 0);
  g_assert_cmpuint (n_added, ==, 1);
  (*n_calls)++;
}

static void
test_append (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasRecord *record = atlas_test_dataset_get (dataset, "changping");
  AtlasRecordList *list = atlas_record_list_new ();
  g_autoptr (AtlasRecord) item = NULL;
  guint n_calls = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), &n_calls);
  g_assert_cmpuint (g_list_model_get_item_type (G_LIST_MODEL (list)), ==, ATLAS_TYPE_RECORD);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 0));
  atlas_record_list_append (list, record);
  g_assert_cmpuint (n_calls, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  item = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_true (item == record);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), 1));
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

/* Who reads a dataset gets its records, whoever else reads it: pages are put together in threads while
 * the panels list the same records. */
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
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record-list/append", test_append);
  g_test_add_func ("/model/record-list/threads", test_threads);
  return g_test_run ();
}
