/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-changes-private.h"

/*
 * The changes between two datasets.
 *
 * Derived datasets share all records that did not change, so most records are compared by their
 * pointers. The order of the records in the file is no change.
 */

static void
add_change (GPtrArray *changes, AtlasChange *change)
{
  if (change != NULL)
    g_ptr_array_add (changes, change);
}

/* Returns the record of @dataset with the id and the kind of @record. */
static AtlasRecord *
find_same (AtlasDataset *dataset, AtlasRecord *record)
{
  AtlasRecord *same = atlas_dataset_lookup (dataset, atlas_record_get_id (record));

  return same != NULL && atlas_record_get_kind (same) == atlas_record_get_kind (record) ? same
                                                                                        : NULL;
}

static void
add_new_and_edited (GPtrArray *changes, AtlasDataset *from, GListModel *records)
{
  const guint n_records = g_list_model_get_n_items (records);

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);
      AtlasRecord *former = find_same (from, record);

      if (former != record)
        add_change (changes, atlas_change_new (former, record));
    }
}

static void
add_removed (GPtrArray *changes, GListModel *records, AtlasDataset *to)
{
  const guint n_records = g_list_model_get_n_items (records);

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

      if (find_same (to, record) == NULL)
        add_change (changes, atlas_change_new (record, NULL));
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return atlas_change_compare (*(AtlasChange *const *) a, *(AtlasChange *const *) b);
}

/**
 * atlas_changes_compute:
 * @from: the earlier dataset
 * @to: the later dataset
 *
 * Any thread may call this function. It takes milliseconds if one dataset is derived from the
 * other; if both were read from files, it compares the members of all records.
 *
 * Returns: (transfer full) (element-type AtlasChange): the change of the head, if any, and the
 *   changes of records, sorted by kind and id
 */
GPtrArray *
atlas_changes_compute (AtlasDataset *from, AtlasDataset *to)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (ATLAS_IS_DATASET (from), changes);
  g_return_val_if_fail (ATLAS_IS_DATASET (to), changes);

  if (from == to)
    return changes;
  add_change (changes, atlas_change_new_for_head (from, to));
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      add_new_and_edited (changes, from, atlas_dataset_get_records (to, (AtlasRecordKind) kind));
      add_removed (changes, atlas_dataset_get_records (from, (AtlasRecordKind) kind), to);
    }
  g_ptr_array_sort (changes, compare);
  return changes;
}

/**
 * _atlas_changes_apply_head:
 * @dataset: a dataset that no other code has yet
 * @from: another dataset
 * @members: (array zero-terminated=1): names of members of the head
 *
 * Copies these members from @from to @dataset. Unknown members stay as they are.
 */
void
_atlas_changes_apply_head (AtlasDataset *dataset, AtlasDataset *from, const char *const *members)
{
  AtlasDataset *titled = g_strv_contains (members, "title") ? from : dataset;
  AtlasDataset *dated = g_strv_contains (members, "date") ? from : dataset;
  AtlasDataset *approved = g_strv_contains (members, "approval_number") ? from : dataset;
  AtlasText *title = (AtlasText *) atlas_dataset_get_title_text (titled);
  const AtlasDate *date = atlas_dataset_get_date (dated);
  /* Setting the head frees what it has, so use copies. */
  g_autoptr (AtlasText) new_title = title != NULL ? atlas_text_ref (title) : NULL;
  g_autoptr (AtlasDate) new_date = date != NULL ? atlas_date_copy (date) : NULL;
  g_autofree char *number = g_strdup (atlas_dataset_get_approval_number (approved));

  atlas_dataset_set_head (dataset, new_title, new_date, number);
  if (g_strv_contains (members, "tours"))
    atlas_dataset_set_tours (dataset, atlas_dataset_get_tours (from));
}

/**
 * atlas_changes_apply:
 * @changes: (element-type AtlasChange): changes
 * @dataset: a complete dataset
 * @error: return location for an #AtlasDatasetError
 *
 * Replaces each changed record as a whole; #AtlasMerge keeps members that were changed on both
 * sides. Unknown members of the head are those of @dataset.
 *
 * Returns: (transfer full) (nullable): a dataset derived from @dataset
 */
AtlasDataset *
atlas_changes_apply (GPtrArray *changes, AtlasDataset *dataset, GError **error)
{
  g_autoptr (GPtrArray) put = g_ptr_array_new ();
  g_autoptr (GPtrArray) removed = g_ptr_array_new_null_terminated (0, NULL, TRUE);
  AtlasDataset *derived;

  g_return_val_if_fail (changes != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      AtlasChange *change = changes->pdata[i];

      if (atlas_change_get_to (change) != NULL)
        g_ptr_array_add (put, atlas_change_get_to (change));
      else if (!atlas_change_is_of_head (change))
        g_ptr_array_add (removed, (gpointer) atlas_change_get_id (change));
    }
  derived = atlas_dataset_derive (dataset, put, (const char *const *) removed->pdata, error);
  if (derived != NULL && changes->len > 0 && atlas_change_is_of_head (changes->pdata[0]))
    _atlas_changes_apply_head (derived, atlas_change_get_head_to (changes->pdata[0]),
                               atlas_change_get_members (changes->pdata[0]));
  return derived;
}
