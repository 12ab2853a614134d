/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include <stdlib.h>

#include "atlas-changes.h"
#include "atlas-project.h"
#include "atlas-record-combination-private.h"
#include "atlas-schema.h"
#include "atlas-test-editing.h"
#include "atlas-test-reading.h"
#include "atlas-test-saving.h"
#include "atlas-writer.h"

/*
 * Random edits of the dataset that comes with the program: each leads back and forth to equal
 * datasets, and what is saved at the end is read equally.
 *
 * The seed is fixed, so each run makes the same edits; the environment variable SEED sets another.
 */

#define N_EDITS 2000

/* Writing the whole dataset takes long, so do it only after so many edits. */
#define N_EDITS_BETWEEN_BYTES 100

static GRand *generator;

static AtlasRecord *
choose_record (AtlasDataset *dataset)
{
  for (;;)
    {
      const AtlasRecordKind kind =
        (AtlasRecordKind) g_rand_int_range (generator, 0, ATLAS_N_RECORD_KINDS);
      GListModel *records = atlas_dataset_get_records (dataset, kind);
      const guint n_records = g_list_model_get_n_items (records);

      if (n_records > 0)
        {
          AtlasRecord *record = g_list_model_get_item (
            records, (guint) g_rand_int_range (generator, 0, (gint32) n_records));

          g_object_unref (record); /* The dataset has it. */
          return record;
        }
    }
}

static AtlasRecord *
choose_of_kind (AtlasDataset *dataset, AtlasRecordKind kind)
{
  GListModel *records = atlas_dataset_get_records (dataset, kind);
  const guint n_records = g_list_model_get_n_items (records);
  AtlasRecord *record =
    g_list_model_get_item (records, (guint) g_rand_int_range (generator, 0, (gint32) n_records));

  g_object_unref (record); /* The dataset has it. */
  return record;
}

/* A member of the record gets the value that another record of its kind has. Members that others
 * depend on stay: ids, and those with which circles, or citations of no paragraph, could arise. */
static AtlasRecord *
replace_member (AtlasDataset *dataset)
{
  static const char *const fixed[] = { "id", "parent", "part_of", "sections", NULL };
  AtlasRecord *record = choose_record (dataset);
  const AtlasSchema *schema = atlas_schema_get (atlas_record_get_kind (record));
  const guint index = (guint) g_rand_int_range (generator, 0, (gint32) schema->members->len);
  const AtlasMember *member = schema->members->pdata[index];
  const char *members[] = { member->name, NULL };

  if (g_strv_contains (fixed, member->name))
    members[0] = "name";
  return _atlas_record_combine (record, choose_of_kind (dataset, schema->kind), members);
}

static AtlasRecord *
add_record (AtlasDataset *dataset, guint turn)
{
  static const char *const id[] = { "id", NULL };
  AtlasRecord *model = choose_record (dataset);
  g_autofree char *name = g_strdup_printf ("new-%u", turn);
  g_autoptr (AtlasRecord) other = g_object_new (G_OBJECT_TYPE (model), "id", name, NULL);

  return _atlas_record_combine (model, other, id);
}

static gboolean
is_cited (AtlasDataset *dataset, AtlasRecord *source)
{
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (dataset, (AtlasRecordKind) kind);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

          if (atlas_record_cites (record, atlas_record_get_id (source)))
            return TRUE;
        }
    }
  return FALSE;
}

/* Lists the record and all records that refer to it, directly or through others. */
static void
list_dependent (AtlasDataset *dataset, AtlasRecord *record, GHashTable *ids)
{
  const AtlasRecords referrers = atlas_dataset_get_referrers (dataset, record);

  if (!g_hash_table_add (ids, (gpointer) atlas_record_get_id (record)))
    return;
  for (guint i = 0; i < referrers.len; i++)
    list_dependent (dataset, atlas_records_get (&referrers, i), ids);
}

static gboolean
remove_record (AtlasLibrary *library)
{
  AtlasDataset *dataset = atlas_library_get_dataset (library);
  AtlasRecord *record = choose_record (dataset);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree const char **removed = NULL;
  g_autoptr (GError) error = NULL;

  if (ATLAS_RECORD_KIND_SOURCE == atlas_record_get_kind (record) && is_cited (dataset, record))
    return FALSE;
  list_dependent (dataset, record, ids);
  /* Keep enough for further edits. */
  if (g_hash_table_size (ids) > 5)
    return FALSE;
  removed = (const char **) g_hash_table_get_keys_as_array (ids, NULL);
  atlas_library_edit (library, NULL, removed, 0, &error);
  g_assert_no_error (error);
  return TRUE;
}

static void
make_edit (AtlasLibrary *library, guint turn)
{
  AtlasDataset *dataset = atlas_library_get_dataset (library);
  g_autoptr (GPtrArray) put = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  const int action = g_rand_int_range (generator, 0, 10);

  if (action == 0 && remove_record (library))
    return;
  g_ptr_array_add (put, action < 3 ? add_record (dataset, turn) : replace_member (dataset));
  atlas_library_edit (library, put, NULL, 0, &error);
  g_assert_no_error (error);
}

static void
assert_equal (AtlasDataset *a, AtlasDataset *b)
{
  g_autoptr (GPtrArray) changes = atlas_changes_compute (a, b);

  g_assert_cmpuint (changes->len, ==, 0);
}

static void
assert_equal_bytes (AtlasDataset *a, GBytes *bytes)
{
  g_autoptr (GBytes) written = atlas_writer_write (a);

  g_assert_true (g_bytes_equal (written, bytes));
}

/* The changes that lead from one dataset to the other one lead there when they are applied, and the
 * reverse ones back. */
static void
check_changes (AtlasDataset *before, AtlasDataset *after)
{
  g_autoptr (GPtrArray) forth = atlas_changes_compute (before, after);
  g_autoptr (GPtrArray) back = atlas_changes_compute (after, before);
  g_autoptr (AtlasDataset) later = atlas_changes_apply (forth, before, NULL);
  g_autoptr (AtlasDataset) earlier = atlas_changes_apply (back, after, NULL);

  g_assert_cmpuint (forth->len, ==, back->len);
  assert_equal (later, after);
  assert_equal (earlier, before);
}

static void
check_edit (AtlasLibrary *library, guint turn)
{
  g_autoptr (AtlasDataset) before = g_object_ref (atlas_library_get_dataset (library));
  const gboolean compares_bytes = turn % N_EDITS_BETWEEN_BYTES == 0;
  g_autoptr (GBytes) bytes = compares_bytes ? atlas_writer_write (before) : NULL;
  g_autoptr (AtlasDataset) after = NULL;

  make_edit (library, turn);
  after = g_object_ref (atlas_library_get_dataset (library));
  if (after == before)
    return;
  check_changes (before, after);
  atlas_library_undo (library);
  assert_equal (atlas_library_get_dataset (library), before);
  if (compares_bytes)
    assert_equal_bytes (atlas_library_get_dataset (library), bytes);
  atlas_library_redo (library);
  assert_equal (atlas_library_get_dataset (library), after);
}

static void
test_edits (void)
{
  g_autoptr (GFile) file = atlas_test_saving_new_file ("a.json");
  g_autoptr (AtlasLibrary) library = atlas_test_saving_open (file);
  g_autoptr (AtlasDataset) first = g_object_ref (atlas_library_get_dataset (library));
  g_autoptr (GBytes) bytes = atlas_writer_write (first);
  g_autoptr (GBytes) last_bytes = NULL;
  g_autoptr (AtlasDataset) last = NULL;
  g_autoptr (AtlasDataset) saved = NULL;
  g_autoptr (GError) error = NULL;

  for (guint turn = 0; turn < N_EDITS; turn++)
    check_edit (library, turn);
  last = g_object_ref (atlas_library_get_dataset (library));
  last_bytes = atlas_writer_write (last);

  while (atlas_library_can_undo (library))
    atlas_library_undo (library);
  g_assert_false (atlas_library_is_modified (library));
  assert_equal_bytes (atlas_library_get_dataset (library), bytes);
  while (atlas_library_can_redo (library))
    atlas_library_redo (library);
  assert_equal_bytes (atlas_library_get_dataset (library), last_bytes);

  g_assert_true (atlas_test_saving_save (library, NULL, &error));
  g_assert_no_error (error);
  saved = atlas_test_saving_read (file);
  assert_equal (saved, last);
  atlas_test_assert_equal (saved, last);
}

int
main (int argc, char **argv)
{
  const char *seed = g_getenv ("SEED");
  int status;

  g_test_init (&argc, &argv, NULL);
  generator = g_rand_new_with_seed (seed != NULL ? (guint32) strtoul (seed, NULL, 10) : 2021);

  g_test_add_func ("/random-edits", test_edits);

  status = g_test_run ();
  g_rand_free (generator);
  return status;
}
