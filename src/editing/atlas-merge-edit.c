/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-merge-edit-private.h"

#include "atlas-record-combination-private.h"

/*
 * AtlasMergeEdit: the records that a merge puts into the dataset of the file and removes from it.
 *
 * Before it is applied, it is completed so that all references lead to records: what one side
 * removed is kept if the other side refers to it now.
 */
struct _AtlasMergeEdit
{
  AtlasDataset *mine;
  AtlasDataset *theirs;
  GHashTable *put;     /* id → AtlasRecord */
  GHashTable *removed; /* of ids */
};

/* Returns: (transfer full): an edit without records */
AtlasMergeEdit *
_atlas_merge_edit_new (AtlasDataset *mine, AtlasDataset *theirs)
{
  AtlasMergeEdit *self = g_new (AtlasMergeEdit, 1);

  self->mine = g_object_ref (mine);
  self->theirs = g_object_ref (theirs);
  self->put = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->removed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
_atlas_merge_edit_free (AtlasMergeEdit *self)
{
  g_hash_table_unref (self->put);
  g_hash_table_unref (self->removed);
  g_object_unref (self->mine);
  g_object_unref (self->theirs);
  g_free (self);
}

void
_atlas_merge_edit_put (AtlasMergeEdit *self, AtlasRecord *record)
{
  g_hash_table_replace (self->put, (gpointer) atlas_record_get_id (record), g_object_ref (record));
}

void
_atlas_merge_edit_remove (AtlasMergeEdit *self, const char *id)
{
  g_hash_table_add (self->removed, g_strdup (id));
}

/* Returns whether the dataset of the file stays as it is */
gboolean
_atlas_merge_edit_is_empty (AtlasMergeEdit *self)
{
  return g_hash_table_size (self->put) == 0 && g_hash_table_size (self->removed) == 0;
}

/* Calls @call with the id of each record to which @record refers, and of each source that it or an
 * entry of its log cites. */
static void
for_each_target (AtlasRecord *record,
                 void (*call) (AtlasMergeEdit *self, const char *id),
                 AtlasMergeEdit *self)
{
  const AtlasLog *log = atlas_record_get_log (record);

  for (guint role = 0; role < ATLAS_N_ROLES; role++)
    {
      const char *const *ids = atlas_record_get_reference_ids (record, (AtlasRole) role);

      for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
        call (self, ids[i]);
    }
  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    call (self, atlas_record_get_citation (record, i)->source);
  for (guint i = 0; log != NULL && i < log->len; i++)
    {
      GPtrArray *citations = ((const AtlasLogEntry *) log->pdata[i])->citations;

      for (guint j = 0; j < citations->len; j++)
        call (self, ((const AtlasCitation *) citations->pdata[j])->source);
    }
}

/* Keeps the record with @id, and all those that it needs. */
static void
keep (AtlasMergeEdit *self, const char *id)
{
  AtlasRecord *record = atlas_dataset_lookup (self->theirs, id);

  if (g_hash_table_contains (self->put, id))
    return;
  if (g_hash_table_remove (self->removed, id))
    {
      for_each_target (record, keep, self);
      return;
    }
  if (record != NULL)
    return;
  record = atlas_dataset_lookup (self->mine, id);
  if (record == NULL)
    return;
  _atlas_merge_edit_put (self, record);
  for_each_target (record, keep, self);
}

/* Returns: (transfer full): the records to put */
static GPtrArray *
list_put (AtlasMergeEdit *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->put);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    g_ptr_array_add (records, g_object_ref (record));
  return records;
}

/* Keeps what the records of the user refer to. */
static void
keep_targets (AtlasMergeEdit *self)
{
  g_autoptr (GPtrArray) records = list_put (self);

  for (guint i = 0; i < records->len; i++)
    for_each_target (records->pdata[i], keep, self);
}

/* Keeps what the remaining records of the file refer to. */
static void
keep_targets_of_theirs (AtlasMergeEdit *self)
{
  for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = atlas_dataset_get_records (self->theirs, (AtlasRecordKind) kind);
      const guint n_records = g_list_model_get_n_items (records);

      for (guint i = 0; i < n_records; i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);
          const char *id = atlas_record_get_id (record);

          if (!g_hash_table_contains (self->put, id) && !g_hash_table_contains (self->removed, id))
            for_each_target (record, keep, self);
        }
    }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  AtlasRecord *const *first = a, *const *second = b;

  return g_strcmp0 (atlas_record_get_id (*first), atlas_record_get_id (*second));
}

static AtlasDataset *
derive (AtlasMergeEdit *self, GError **error)
{
  g_autoptr (GPtrArray) put = list_put (self);
  g_autofree const char **removed =
    (const char **) g_hash_table_get_keys_as_array (self->removed, NULL);

  /* The order of a hash table may differ from run to run. */
  g_ptr_array_sort (put, compare);
  return atlas_dataset_derive (self->theirs, put, removed, error);
}

/* Gives all records the places in hierarchies that they have in the file. */
static void
take_their_hierarchies (AtlasMergeEdit *self)
{
  static const char *const members[] = { "parent", "part_of", NULL };
  g_autoptr (GPtrArray) records = list_put (self);

  for (guint i = 0; i < records->len; i++)
    {
      AtlasRecord *record = records->pdata[i];
      AtlasRecord *theirs = atlas_dataset_lookup (self->theirs, atlas_record_get_id (record));
      g_autoptr (AtlasRecord) combined = NULL;

      if (theirs == NULL || atlas_record_get_kind (theirs) != atlas_record_get_kind (record))
        continue;
      combined = _atlas_record_combine (record, theirs, members);
      _atlas_merge_edit_put (self, combined);
    }
}

/* Returns: (transfer full) (nullable): a dataset derived from that of the file */
AtlasDataset *
_atlas_merge_edit_apply (AtlasMergeEdit *self, GError **error)
{
  g_autoptr (GError) cycle = NULL;
  AtlasDataset *derived;

  keep_targets (self);
  if (g_hash_table_size (self->removed) > 0)
    keep_targets_of_theirs (self);
  derived = derive (self, &cycle);
  if (g_error_matches (cycle, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_CYCLE))
    {
      take_their_hierarchies (self);
      return derive (self, error);
    }
  if (cycle != NULL)
    g_propagate_error (error, g_steal_pointer (&cycle));
  return derived;
}
