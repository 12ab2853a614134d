/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include "atlas-event.h"
#include "atlas-partnership.h"
#include "atlas-place.h"

static void
test_new_destroy (void)
{
  g_assert_finalize_object (atlas_dataset_new ());
  g_assert_finalize_object (atlas_test_dataset_new ());
}

/* References form cycles, but as ids, so they do not leak. */
static void
test_frees_circles (void)
{
  AtlasDataset *dataset = atlas_dataset_new ();
  AtlasRecord *partnership = g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", "partnership", NULL);
  AtlasRecord *event = g_object_new (ATLAS_TYPE_EVENT, "id", "event", NULL);

  g_assert_true (atlas_dataset_add (dataset, partnership));
  g_assert_true (atlas_dataset_add (dataset, event));
  atlas_record_add_reference (partnership, ATLAS_ROLE_ABOUT, event);
  atlas_record_add_reference (event, ATLAS_ROLE_ABOUT, partnership);
  atlas_record_add_reference (event, ATLAS_ROLE_ABOUT, event);
  atlas_dataset_complete (dataset);

  g_object_add_weak_pointer (G_OBJECT (partnership), (gpointer *) &partnership);
  g_object_add_weak_pointer (G_OBJECT (event), (gpointer *) &event);
  g_object_unref (partnership);
  g_object_unref (event);
  g_assert_nonnull (partnership);
  g_assert_finalize_object (dataset);
  g_assert_null (partnership);
  g_assert_null (event);
}

static void
test_record_outlives (void)
{
  AtlasDataset *dataset = atlas_test_dataset_new ();
  AtlasRecord *record = g_object_ref (atlas_test_dataset_get (dataset, "changping"));

  g_assert_finalize_object (dataset);
  g_assert_cmpstr (atlas_record_get_id (record), ==, "changping");
  g_assert_cmpstr (atlas_record_get_reference_ids (record, ATLAS_ROLE_MEMBERS)[0], ==, "changchun");
  g_assert_cmpstr (atlas_record_get_citation (record, 0)->source, ==, "reply");
  g_assert_finalize_object (record);
}

static void
test_head (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  AtlasDate date = { 2021, 5, 30 };

  g_assert_cmpstr (atlas_dataset_get_title (dataset, ATLAS_LANGUAGE_EN), ==, "Test atlas");
  g_assert_cmpint (atlas_date_compare (atlas_dataset_get_date (dataset), &date), ==, 0);
  g_assert_null (atlas_dataset_get_approval_number (dataset));

  atlas_dataset_set_head (dataset, NULL, NULL, "GS(2021)1");
  g_assert_cmpstr (atlas_dataset_get_title (dataset, ATLAS_LANGUAGE_EN), ==, "");
  g_assert_null (atlas_dataset_get_date (dataset));
  g_assert_cmpstr (atlas_dataset_get_approval_number (dataset), ==, "GS(2021)1");
}

static void
test_records (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  GListModel *places = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);
  g_autoptr (AtlasRecord) second = g_list_model_get_item (places, 1);

  g_assert_true (g_list_model_get_item_type (places) == ATLAS_TYPE_RECORD);
  g_assert_cmpuint (g_list_model_get_n_items (places), ==, 6);
  g_assert_cmpstr (atlas_record_get_id (second), ==, "changchun");
  g_assert_true (atlas_dataset_lookup (dataset, "changchun") == second);
  g_assert_null (atlas_dataset_lookup (dataset, "atlantis"));
}

static void
test_links (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autofree char *ids = atlas_test_dataset_join (atlas_dataset_get_links (dataset));

  g_assert_cmpstr (ids, ==, "siping-auto liaoyuan-new changping works-siping bus");
}

static void
test_add_refuses (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasRecord) twin = g_object_new (ATLAS_TYPE_EVENT, "id", "changchun", NULL);
  g_autoptr (AtlasRecord) nameless = g_object_new (ATLAS_TYPE_EVENT, NULL);

  g_assert_false (atlas_dataset_add (dataset, twin));
  g_assert_true (ATLAS_IS_PLACE (atlas_dataset_lookup (dataset, "changchun")));

  g_test_expect_message (G_LOG_DOMAIN, G_LOG_LEVEL_CRITICAL, "*id != NULL*failed");
  g_assert_false (atlas_dataset_add (dataset, nameless));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/dataset/new-destroy", test_new_destroy);
  g_test_add_func ("/records/dataset/frees-circles", test_frees_circles);
  g_test_add_func ("/records/dataset/record-outlives", test_record_outlives);
  g_test_add_func ("/records/dataset/head", test_head);
  g_test_add_func ("/records/dataset/records", test_records);
  g_test_add_func ("/records/dataset/links", test_links);
  g_test_add_func ("/records/dataset/add-refuses", test_add_refuses);

  return g_test_run ();
}
