/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-beginning.h"
#include "atlas-event.h"
#include "atlas-partnership.h"
#include "atlas-place.h"
#include "atlas-project.h"
#include "atlas-source.h"
#include "atlas-test-dataset.h"
#include "atlas-test-large.h"

#define N_RECORDS 100000

static void
assert_same_records (AtlasRecords a, AtlasRecords b)
{
  g_assert_cmpuint (a.len, ==, b.len);
  for (guint i = 0; i < a.len; i++)
    g_assert_true (atlas_records_get (&a, i) == atlas_records_get (&b, i));
}

static void
assert_same_kind (AtlasDataset *a, AtlasDataset *b, AtlasRecordKind kind)
{
  GListModel *records = atlas_dataset_get_records (a, kind);
  GListModel *others = atlas_dataset_get_records (b, kind);

  g_assert_cmpuint (g_list_model_get_n_items (records), ==, g_list_model_get_n_items (others));
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);
      g_autoptr (AtlasRecord) other = g_list_model_get_item (others, i);

      g_assert_true (record == other);
      g_assert_true (atlas_dataset_lookup (b, atlas_record_get_id (record)) == record);
      for (guint role = 0; role < ATLAS_N_ROLES; role++)
        assert_same_records (atlas_dataset_get_references (a, record, (AtlasRole) role),
                             atlas_dataset_get_references (b, record, (AtlasRole) role));
      assert_same_records (atlas_dataset_get_referrers (a, record),
                           atlas_dataset_get_referrers (b, record));
    }
}

/* Asserts that both have the same records in the same order, with the same references and
 * referrers. */
static void
assert_same (AtlasDataset *a, AtlasDataset *b)
{
  g_autofree char *links = atlas_test_dataset_join (atlas_dataset_get_links (a));
  g_autofree char *others = atlas_test_dataset_join (atlas_dataset_get_links (b));

  g_assert_cmpstr (links, ==, others);
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    assert_same_kind (a, b, (AtlasRecordKind) kind);
}

/* Fills a new dataset with the records of another one. */
static AtlasDataset *
refill (AtlasDataset *other)
{
  AtlasDataset *dataset = atlas_dataset_new ();

  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (other, (AtlasRecordKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

          g_assert_true (atlas_dataset_add (dataset, record));
        }
    }
  atlas_dataset_complete (dataset);
  return dataset;
}

static AtlasDataset *
derive (AtlasDataset *base, AtlasRecord *put, const char *removed)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) ids = removed != NULL ? g_strsplit (removed, " ", -1) : NULL;
  AtlasDataset *derived;

  if (put != NULL)
    g_ptr_array_add (records, put);
  derived = atlas_dataset_derive (base, records, (const char *const *) ids, &error);
  g_assert_no_error (error);
  g_assert_true (ATLAS_IS_DATASET (derived));
  return derived;
}

static void
assert_referrers (AtlasDataset *dataset, const char *id, const char *expected)
{
  const AtlasRecords referrers =
    atlas_dataset_get_referrers (dataset, atlas_test_dataset_get (dataset, id));
  g_autoptr (GPtrArray) array = g_ptr_array_new ();
  g_autofree char *ids = NULL;

  for (guint i = 0; i < referrers.len; i++)
    g_ptr_array_add (array, atlas_records_get (&referrers, i));
  ids = atlas_test_dataset_join (array);
  g_assert_cmpstr (ids, ==, expected);
}

/* Without changes the derived dataset is equal. */
static void
test_nothing (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_dataset_new ();
  g_autoptr (AtlasDataset) derived = derive (base, NULL, NULL);

  g_assert_true (derived != base);
  assert_same (base, derived);
  g_assert_cmpstr (atlas_dataset_get_title (derived, ATLAS_LANGUAGE_EN), ==, "Test atlas");
  g_assert_false (atlas_dataset_is_partial (derived));
}

/* A dataset derived from a partial one is partial too. */
static void
test_partial (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_dataset_new ();
  g_autoptr (AtlasDataset) derived = NULL;

  atlas_dataset_set_left_out (base, 2, 1);
  derived = derive (base, NULL, NULL);
  g_assert_true (atlas_dataset_is_partial (derived));
  g_assert_cmpuint (atlas_dataset_get_n_at_fault (derived), ==, 2);
  g_assert_cmpuint (atlas_dataset_get_n_dependent (derived), ==, 1);
}

/* An event moves from one link to another: each dataset resolves its own references. */
static void
test_replace (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_dataset_new ();
  g_autoptr (AtlasRecord) event = g_object_new (ATLAS_TYPE_EVENT, "id", "signed", NULL);
  g_autoptr (AtlasDataset) derived = NULL;
  g_autoptr (AtlasDataset) filled = NULL;
  AtlasRecord *former = atlas_test_dataset_get (base, "signed");

  atlas_record_add_reference (event, ATLAS_ROLE_ABOUT,
                              atlas_test_dataset_get (base, "siping-auto"));
  derived = derive (base, event, NULL);

  g_assert_true (atlas_test_dataset_get (base, "signed") == former);
  g_assert_true (atlas_test_dataset_get (derived, "signed") == event);
  g_assert_true (atlas_test_dataset_get (derived, "total") ==
                 atlas_test_dataset_get (base, "total"));
  assert_referrers (base, "changping", "signed total");
  assert_referrers (derived, "changping", "total");
  assert_referrers (base, "siping-auto", "");
  assert_referrers (derived, "siping-auto", "signed");
  filled = refill (derived);
  assert_same (derived, filled);
  /* A record of one dataset is treated as the record with the same id in the other. */
  g_assert_true (atlas_dataset_get_reference (derived, former, ATLAS_ROLE_ABOUT) ==
                 atlas_test_dataset_get (base, "siping-auto"));
}

/* Only the kind of the replaced record has another object; the beginnings of links depend on it if
 * it is an event. */
static void
test_same_records (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_dataset_new ();
  g_autoptr (AtlasRecord) event = g_object_new (ATLAS_TYPE_EVENT, "id", "signed", NULL);
  g_autoptr (AtlasRecord) project = g_object_new (ATLAS_TYPE_PROJECT, "id", "road", NULL);
  g_autoptr (AtlasDataset) dated = derive (base, event, NULL);
  g_autoptr (AtlasDataset) built = derive (base, project, NULL);

  g_assert_true (atlas_dataset_has_same_records (base, dated, ATLAS_RECORD_KIND_PLACE));
  g_assert_false (atlas_dataset_has_same_records (base, dated, ATLAS_RECORD_KIND_EVENT));
  g_assert_false (atlas_dataset_has_same_records (base, built, ATLAS_RECORD_KIND_PROJECT));
  g_assert_false (atlas_beginning_is_same (base, dated));
  g_assert_true (atlas_beginning_is_same (base, built));
  g_assert_false (atlas_beginning_is_same (base, NULL));
}

/* References to a replaced record resolve to the new one in the new dataset. */
static void
test_replace_target (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_dataset_new ();
  g_autoptr (AtlasRecord) city =
    g_object_new (ATLAS_TYPE_PLACE, "id", "siping", "code", "220399", NULL);
  g_autoptr (AtlasDataset) derived = derive (base, city, NULL);
  AtlasRecord *next = atlas_test_dataset_get (base, "next");

  g_assert_true (atlas_test_dataset_get (derived, "next") == next);
  g_assert_true (atlas_dataset_get_reference (derived, next, ATLAS_ROLE_RESPONSIBLE) == city);
  g_assert_true (atlas_dataset_get_reference (base, next, ATLAS_ROLE_RESPONSIBLE) ==
                 atlas_test_dataset_get (base, "siping"));
  /* It has lost its parent. */
  g_assert_null (atlas_place_get_parent (ATLAS_PLACE (city), derived));
  g_assert_nonnull (atlas_place_get_parent (ATLAS_PLACE (city), base));
  g_assert_cmpuint (atlas_dataset_get_referrers (derived, city).len, ==,
                    atlas_dataset_get_referrers (base, city).len);
}

static void
test_add_and_remove (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_dataset_new ();
  g_autoptr (AtlasRecord) link = g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", "added", NULL);
  g_autoptr (AtlasRecord) again = g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", "added", NULL);
  g_autoptr (AtlasDataset) larger = NULL;
  g_autoptr (AtlasDataset) smaller = NULL;
  g_autoptr (AtlasDataset) larger_again = NULL;
  g_autofree char *links = NULL;

  atlas_record_add_reference (link, ATLAS_ROLE_PLANS, atlas_test_dataset_get (base, "plan"));
  larger = derive (base, link, NULL);
  links = atlas_test_dataset_join (atlas_dataset_get_links (larger));
  g_assert_cmpstr (links, ==, "siping-auto liaoyuan-new changping works-siping added bus");
  g_assert_null (atlas_dataset_lookup (base, "added"));
  g_assert_cmpuint (atlas_dataset_get_links (base)->len, ==, 5);
  assert_referrers (larger, "plan", "changping added next");
  assert_referrers (base, "plan", "changping next");

  smaller = derive (larger, NULL, "added");
  assert_same (smaller, base);
  larger_again = derive (smaller, again, NULL);
  g_assert_true (atlas_dataset_lookup (larger_again, "added") == again);
  g_assert_true (atlas_dataset_lookup (larger, "added") == link);
  assert_referrers (larger_again, "plan", "changping next");
}

static void
assert_refused (AtlasDataset *base,
                AtlasRecord *put,
                const char *removed,
                int code,
                const char *message)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *const ids[] = { removed, NULL };

  if (put != NULL)
    g_ptr_array_add (records, put);
  g_assert_null (atlas_dataset_derive (base, records, ids, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_refuses (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_dataset_new ();
  g_autoptr (AtlasDataset) same = atlas_test_dataset_new ();
  g_autoptr (AtlasRecord) stranger = g_object_new (ATLAS_TYPE_PLACE, "id", "atlantis", NULL);
  g_autoptr (AtlasRecord) event = g_object_new (ATLAS_TYPE_EVENT, "id", "signed", NULL);
  g_autoptr (AtlasRecord) citing = g_object_new (ATLAS_TYPE_EVENT, "id", "signed", NULL);
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_EVENT, "id", "siping", NULL);
  g_autoptr (AtlasRecord) city = g_object_new (ATLAS_TYPE_PLACE, "id", "changchun", NULL);
  g_autoptr (GPtrArray) twice = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  atlas_record_add_reference (event, ATLAS_ROLE_PLACES, stranger);
  atlas_record_add_citation (citing, atlas_test_dataset_get (base, "siping"), "1", 1);
  atlas_record_add_reference (city, ATLAS_ROLE_PARENT, atlas_test_dataset_get (base, "zone-auto"));
  assert_refused (base, event, NULL, ATLAS_DATASET_ERROR_UNKNOWN_RECORD,
                  "No record has the id “atlantis”");
  assert_refused (base, citing, NULL, ATLAS_DATASET_ERROR_UNKNOWN_RECORD,
                  "No record has the id “siping”");
  assert_refused (base, NULL, "atlantis", ATLAS_DATASET_ERROR_UNKNOWN_RECORD,
                  "No record has the id “atlantis”");
  assert_refused (base, NULL, "plan", ATLAS_DATASET_ERROR_STILL_NEEDED,
                  "The record “plan” cannot be removed: “changping” refers to it");
  assert_refused (base, NULL, "reply", ATLAS_DATASET_ERROR_STILL_NEEDED,
                  "The record “reply” cannot be removed: “changping” refers to it");
  assert_refused (base, place, NULL, ATLAS_DATASET_ERROR_OTHER_KIND,
                  "The record “siping” cannot become one of another kind");
  assert_refused (base, city, NULL, ATLAS_DATASET_ERROR_CYCLE,
                  "The record “changchun” belongs to itself, directly or through others");
  g_ptr_array_add (twice, stranger);
  g_ptr_array_add (twice, stranger);
  g_assert_null (atlas_dataset_derive (base, twice, NULL, &error));
  g_assert_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DUPLICATE);
  /* The base has not changed. */
  g_assert_cmpuint (atlas_dataset_get_links (base)->len, ==, atlas_dataset_get_links (same)->len);
  assert_referrers (base, "plan", "changping next");
}

/* The entries of a log need their sources like the record itself. */
static void
test_log (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_dataset_new ();
  g_autoptr (AtlasDataset) derived = NULL;
  g_autoptr (AtlasRecord) letter = g_object_new (ATLAS_TYPE_SOURCE, "id", "letter", NULL);
  g_autoptr (AtlasRecord) road = NULL;
  g_autoptr (AtlasRecord) other = NULL;
  g_autoptr (GPtrArray) put = g_ptr_array_new ();
  g_autoptr (GPtrArray) log = atlas_log_new ();
  AtlasLogEntry *entry = atlas_log_entry_new (&(AtlasDate) { .year = 2021 });

  g_ptr_array_add (log, entry);
  g_ptr_array_add (entry->citations, atlas_citation_new ("letter", "1", 1));
  road = g_object_new (ATLAS_TYPE_PROJECT, "id", "road", "progress", log, NULL);
  other = g_object_new (ATLAS_TYPE_PROJECT, "id", "other", "progress", log, NULL);
  g_assert_true (atlas_record_cites (road, "letter"));
  assert_refused (base, other, NULL, ATLAS_DATASET_ERROR_UNKNOWN_RECORD,
                  "No record has the id “letter”");
  g_ptr_array_add (put, letter);
  g_ptr_array_add (put, road);
  derived = atlas_dataset_derive (base, put, NULL, NULL);
  g_assert_nonnull (derived);
  assert_refused (derived, NULL, "letter", ATLAS_DATASET_ERROR_STILL_NEEDED,
                  "The record “letter” cannot be removed: “road” refers to it");
}

/* Records that need each other can be removed together. */
static void
test_remove_together (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_dataset_new ();
  g_autoptr (AtlasDataset) derived = derive (base, NULL, "total done signed changping reply");

  g_assert_null (atlas_dataset_lookup (derived, "changping"));
  g_assert_nonnull (atlas_dataset_lookup (base, "changping"));
  assert_referrers (derived, "plan", "next");
}

static AtlasRecord *
make_random (AtlasDataset *dataset, const char *id)
{
  AtlasRecord *event = g_object_new (ATLAS_TYPE_EVENT, "id", id, NULL);
  const AtlasRecordKind kinds[] = { ATLAS_RECORD_KIND_PLACE, ATLAS_RECORD_KIND_EVENT,
                                    ATLAS_RECORD_KIND_PARTNERSHIP };
  const AtlasRole roles[] = { ATLAS_ROLE_PLACES, ATLAS_ROLE_ABOUT, ATLAS_ROLE_ABOUT };

  for (int i = g_test_rand_int_range (0, 5); i > 0; i--)
    {
      const int kind = g_test_rand_int_range (0, G_N_ELEMENTS (kinds));
      GListModel *records = atlas_dataset_get_records (dataset, kinds[kind]);
      g_autoptr (AtlasRecord) other = g_list_model_get_item (
        records, (guint) g_test_rand_int_range (0, (int) g_list_model_get_n_items (records)));

      atlas_record_add_reference (event, roles[kind], other);
    }
  return event;
}

/* After random changes in random order, the result equals a newly filled dataset. */
static void
test_random (void)
{
  AtlasDataset *dataset = atlas_test_dataset_new ();

  for (guint i = 0; i < 400; i++)
    {
      g_autoptr (AtlasDataset) base = dataset;
      g_autoptr (AtlasDataset) filled = NULL;
      g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
      g_autofree char *id = g_strdup_printf ("random-%d", g_test_rand_int_range (0, 40));
      g_autofree char *other_id = g_strdup_printf ("random-%d", g_test_rand_int_range (40, 80));
      const char *const ids[] = { id, NULL };

      dataset = NULL;
      if (i % 3 == 0)
        dataset = atlas_dataset_derive (base, NULL, ids, NULL);
      if (dataset == NULL)
        {
          g_ptr_array_add (put, make_random (base, id));
          g_ptr_array_add (put, make_random (base, other_id));
          dataset = atlas_dataset_derive (base, put, NULL, NULL);
        }
      g_assert_nonnull (dataset);
      filled = refill (dataset);
      assert_same (dataset, filled);
    }
  g_object_unref (dataset);
}

/* New ids are merged with the others from time to time, and are found before and after. */
static void
test_many_additions (void)
{
  AtlasDataset *dataset = atlas_test_dataset_new ();

  for (guint i = 0; i < 2500; i++)
    {
      g_autoptr (AtlasDataset) base = dataset;
      g_autofree char *id = g_strdup_printf ("added-%u", i);
      g_autoptr (AtlasRecord) event = g_object_new (ATLAS_TYPE_EVENT, "id", id, NULL);

      dataset = derive (base, event, NULL);
    }
  for (guint i = 0; i < 2500; i++)
    {
      g_autofree char *id = g_strdup_printf ("added-%u", i);

      g_assert_nonnull (atlas_dataset_lookup (dataset, id));
    }
  g_object_unref (dataset);
}

/* Two datasets of 100 000 records share all but one of them. */
static void
test_large (void)
{
  g_autoptr (AtlasDataset) base = atlas_test_large_new (N_RECORDS);
  g_autoptr (AtlasRecord) event = atlas_test_large_new_event (base, "event-7", 4321);
  g_autoptr (AtlasDataset) derived = NULL;
  g_autoptr (AtlasDataset) filled = NULL;
  guint n_records = 0, n_shared = 0;

  g_test_timer_start ();
  derived = derive (base, event, NULL);
  g_test_minimized_result (g_test_timer_elapsed () * 1e3, "replacing one of %u records: %.2f ms",
                           N_RECORDS, g_test_timer_elapsed () * 1e3);
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (base, (AtlasRecordKind) kind);
      GListModel *others = atlas_dataset_get_records (derived, (AtlasRecordKind) kind);

      g_assert_cmpuint (g_list_model_get_n_items (records), ==, g_list_model_get_n_items (others));
      n_records += g_list_model_get_n_items (records);
      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);
          g_autoptr (AtlasRecord) other = g_list_model_get_item (others, i);

          n_shared += record == other;
        }
    }
  g_assert_cmpuint (n_records, ==, N_RECORDS);
  g_assert_cmpuint (n_shared, ==, N_RECORDS - 1);
  assert_referrers (base, "link-7", "event-7");
  assert_referrers (derived, "link-7", "");
  assert_referrers (base, "link-4321", "event-4321");
  assert_referrers (derived, "link-4321", "event-7 event-4321");
  filled = refill (derived);
  assert_same (derived, filled);
}

static gpointer
read_in_thread (gpointer data)
{
  g_autoptr (AtlasDataset) dataset = data;
  guint n_referrers = 0;

  for (guint pass = 0; pass < 200; pass++)
    for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
      {
        GListModel *records = atlas_dataset_get_records (dataset, (AtlasRecordKind) kind);

        for (guint i = 0; i < g_list_model_get_n_items (records); i++)
          {
            g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);
            const AtlasRecords referrers = atlas_dataset_get_referrers (dataset, record);

            for (guint j = 0; j < referrers.len; j++)
              n_referrers += atlas_records_get (&referrers, j) != record;
          }
      }
  return GUINT_TO_POINTER (n_referrers);
}

/* One thread reads a dataset while the next one derives another and frees it. */
static void
test_threads (void)
{
  AtlasDataset *dataset = atlas_test_dataset_new ();
  GThread *threads[8];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      AtlasDataset *base = dataset;
      g_autoptr (AtlasRecord) event = g_object_new (ATLAS_TYPE_EVENT, "id", "signed", NULL);

      threads[i] = g_thread_new (NULL, read_in_thread, g_object_ref (base));
      dataset = derive (base, event, NULL);
      g_object_unref (base);
    }
  g_object_unref (dataset);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/records/derive/nothing", test_nothing);
  g_test_add_func ("/records/derive/partial", test_partial);
  g_test_add_func ("/records/derive/replace", test_replace);
  g_test_add_func ("/records/derive/same-records", test_same_records);
  g_test_add_func ("/records/derive/replace-target", test_replace_target);
  g_test_add_func ("/records/derive/add-and-remove", test_add_and_remove);
  g_test_add_func ("/records/derive/refuses", test_refuses);
  g_test_add_func ("/records/derive/log", test_log);
  g_test_add_func ("/records/derive/remove-together", test_remove_together);
  g_test_add_func ("/records/derive/random", test_random);
  g_test_add_func ("/records/derive/many-additions", test_many_additions);
  g_test_add_func ("/records/derive/large", test_large);
  g_test_add_func ("/records/derive/threads", test_threads);

  return g_test_run ();
}
