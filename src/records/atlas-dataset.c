/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-dataset.h"

#include "atlas-extras.h"
#include "atlas-link.h"
#include "atlas-record-list-private.h"
#include "atlas-record-table-private.h"

/*
 * AtlasDataset: the records of one file.
 *
 * One thread fills it: it adds records and finally calls atlas_dataset_complete(). After that it
 * does not change, and any thread may read it.
 *
 * Records contain ids. The dataset maps ids to records, and knows the referrers of each record. So
 * a derived dataset shares all unchanged records, and each of the two datasets resolves ids to its
 * own records. A record that is not in the dataset, such as an older version, is treated as the
 * record with the same id.
 */
struct _AtlasDataset
{
  GObject parent_instance;

  AtlasText *title;
  AtlasDate *date;
  char *approval_number;
  GPtrArray *tours; /* of AtlasTour */
  gboolean is_partial;
  guint n_at_fault;
  guint n_dependent;

  AtlasRecordTable *table;
  AtlasRecordList *records[ATLAS_N_RECORD_KINDS];
  GPtrArray *links; /* of AtlasLink, borrowed from the table; derived datasets may share
                     * it */
};

G_DEFINE_FINAL_TYPE (AtlasDataset, atlas_dataset, G_TYPE_OBJECT)

G_DEFINE_QUARK (atlas - dataset - error - quark, atlas_dataset_error)

static void
atlas_dataset_finalize (GObject *object)
{
  AtlasDataset *self = ATLAS_DATASET (object);

  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->tours);
  for (gsize i = 0; i < ATLAS_N_RECORD_KINDS; i++)
    g_object_unref (self->records[i]);
  _atlas_record_table_unref (self->table);
  g_free (self->approval_number);
  atlas_date_free (self->date);
  g_clear_pointer (&self->title, atlas_text_unref);

  G_OBJECT_CLASS (atlas_dataset_parent_class)->finalize (object);
}

static void
atlas_dataset_class_init (AtlasDatasetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_dataset_finalize;
}

static void
atlas_dataset_init (AtlasDataset *self)
{
  self->tours = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Takes ownership of @table and @links. */
static AtlasDataset *
create (AtlasRecordTable *table, GPtrArray *links)
{
  AtlasDataset *self = g_object_new (ATLAS_TYPE_DATASET, NULL);

  self->table = table;
  self->links = links;
  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    self->records[kind] = _atlas_record_list_new (table, (AtlasRecordKind) kind);
  return self;
}

/**
 * atlas_dataset_new:
 *
 * Returns: (transfer full): an empty dataset
 */
AtlasDataset *
atlas_dataset_new (void)
{
  return create (_atlas_record_table_new (), g_ptr_array_new ());
}

/**
 * atlas_dataset_get_title:
 * @self: a dataset
 * @language: the language of the text
 *
 * Returns: the title; never NULL
 */
const char *
atlas_dataset_get_title (AtlasDataset *self, AtlasLanguage language)
{
  return atlas_text_get (atlas_dataset_get_title_text (self), language);
}

/**
 * atlas_dataset_get_title_text:
 * @self: a dataset
 *
 * Returns: (transfer none) (nullable): the title in all its languages
 */
const AtlasText *
atlas_dataset_get_title_text (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->title;
}

/**
 * atlas_dataset_get_date:
 * @self: a dataset
 *
 * Returns: (transfer none) (nullable): the date up to which its facts are known
 */
const AtlasDate *
atlas_dataset_get_date (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->date;
}

/**
 * atlas_dataset_get_approval_number:
 * @self: a dataset
 *
 * Returns: (nullable): the number under which its map was approved for publication
 */
const char *
atlas_dataset_get_approval_number (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->approval_number;
}

/**
 * atlas_dataset_get_tours:
 * @self: a dataset
 *
 * Returns: (transfer none) (element-type AtlasTour): its tours, in the order of the file
 */
GPtrArray *
atlas_dataset_get_tours (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->tours;
}

/**
 * atlas_dataset_get_records:
 * @self: a dataset
 * @kind: a kind of record
 *
 * Returns: (transfer none): a list model of #AtlasRecord, in the order of the file
 */
GListModel *
atlas_dataset_get_records (AtlasDataset *self, AtlasRecordKind kind)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);
  g_return_val_if_fail (kind < ATLAS_N_RECORD_KINDS, NULL);

  return G_LIST_MODEL (self->records[kind]);
}

/**
 * atlas_dataset_has_same_records:
 * @self: a complete dataset
 * @other: another one
 * @kind: a kind of record
 *
 * Datasets that were derived from one another share the records that were not edited. So what was
 * computed from the records of one kind stays valid if this function returns %TRUE. It takes some
 * nanoseconds for each record.
 *
 * Returns: whether both have the same objects as records of @kind, in the same order
 */
gboolean
atlas_dataset_has_same_records (AtlasDataset *self, AtlasDataset *other, AtlasRecordKind kind)
{
  GArray *slots, *others;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_DATASET (other), FALSE);
  g_return_val_if_fail (kind < ATLAS_N_RECORD_KINDS, FALSE);

  slots = _atlas_record_table_get_slots (self->table, kind);
  others = _atlas_record_table_get_slots (other->table, kind);
  if (slots->len != others->len)
    return FALSE;
  for (guint i = 0; i < slots->len; i++)
    if (_atlas_record_table_get (self->table, g_array_index (slots, guint32, i)) !=
        _atlas_record_table_get (other->table, g_array_index (others, guint32, i)))
      return FALSE;
  return TRUE;
}

/**
 * atlas_dataset_lookup:
 * @self: a dataset
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record with that id
 */
AtlasRecord *
atlas_dataset_lookup (AtlasDataset *self, const char *id)
{
  guint32 slot;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  slot = _atlas_record_table_lookup (self->table, id);
  return slot != ATLAS_NO_SLOT ? _atlas_record_table_get (self->table, slot) : NULL;
}

/**
 * atlas_dataset_get_links:
 * @self: a complete dataset
 *
 * Returns: (transfer none) (element-type AtlasLink): partnerships, then routes, in the order of
 *   the file
 */
GPtrArray *
atlas_dataset_get_links (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  return self->links;
}

/**
 * atlas_records_get:
 * @self: records
 * @index: less than their number
 *
 * Returns: (transfer none): the record
 */
AtlasRecord *
atlas_records_get (const AtlasRecords *self, guint index)
{
  g_return_val_if_fail (index < self->len, NULL);

  return _atlas_record_table_get (self->table, self->slots[index]);
}

/**
 * atlas_dataset_get_references:
 * @self: a complete dataset
 * @record: a record of it
 * @role: the role of the references
 *
 * Returns: the records to which @record refers in @role, in the order of the file
 */
AtlasRecords
atlas_dataset_get_references (AtlasDataset *self, AtlasRecord *record, AtlasRole role)
{
  AtlasRecords references = { .table = NULL };
  guint32 slot;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), references);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), references);
  g_return_val_if_fail (role < ATLAS_N_ROLES, references);

  references.table = self->table;
  slot = _atlas_record_table_find (self->table, record);
  if (slot != ATLAS_NO_SLOT)
    references.slots =
      _atlas_record_table_get_references (self->table, slot, role, &references.len);
  return references;
}

/**
 * atlas_dataset_dup_references:
 * @self: a complete dataset
 * @record: a record of it
 * @role: the role of the references
 *
 * Returns: (transfer container) (element-type AtlasRecord): the records of
 *   atlas_dataset_get_references() as an array
 */
GPtrArray *
atlas_dataset_dup_references (AtlasDataset *self, AtlasRecord *record, AtlasRole role)
{
  const AtlasRecords references = atlas_dataset_get_references (self, record, role);
  GPtrArray *records = g_ptr_array_sized_new (references.len);

  for (guint i = 0; i < references.len; i++)
    g_ptr_array_add (records, atlas_records_get (&references, i));
  return records;
}

/**
 * atlas_dataset_get_reference:
 * @self: a complete dataset
 * @record: a record of it
 * @role: the role of the reference
 *
 * Returns: (transfer none) (nullable): the first record of atlas_dataset_get_references()
 */
AtlasRecord *
atlas_dataset_get_reference (AtlasDataset *self, AtlasRecord *record, AtlasRole role)
{
  const AtlasRecords references = atlas_dataset_get_references (self, record, role);

  return references.len > 0 ? atlas_records_get (&references, 0) : NULL;
}

/**
 * atlas_dataset_get_referrers:
 * @self: a complete dataset
 * @record: a record of it
 *
 * Returns: the records that refer to @record in any role, without duplicates, sorted by kind
 */
AtlasRecords
atlas_dataset_get_referrers (AtlasDataset *self, AtlasRecord *record)
{
  AtlasRecords referrers = { .table = NULL };
  guint32 slot;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), referrers);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), referrers);

  referrers.table = self->table;
  slot = _atlas_record_table_find (self->table, record);
  if (slot != ATLAS_NO_SLOT)
    referrers.slots = _atlas_record_table_get_referrers (self->table, slot, &referrers.len);
  return referrers;
}

/**
 * atlas_dataset_get_source:
 * @self: a complete dataset
 * @citation: a citation of one of its records
 *
 * Returns: (transfer none): the cited #AtlasSource
 */
AtlasRecord *
atlas_dataset_get_source (AtlasDataset *self, const AtlasCitation *citation)
{
  g_return_val_if_fail (citation != NULL, NULL);

  return atlas_dataset_lookup (self, citation->source);
}

static GPtrArray *
list_links (AtlasRecordTable *table)
{
  static const AtlasRecordKind kinds[] = { ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_RECORD_KIND_ROUTE };
  GPtrArray *links = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const GArray *slots = _atlas_record_table_get_slots (table, kinds[i]);

      for (guint j = 0; j < slots->len; j++)
        {
          AtlasRecord *record = _atlas_record_table_get (table, g_array_index (slots, guint32, j));

          g_assert (ATLAS_IS_LINK (record));
          g_ptr_array_add (links, record);
        }
    }
  return links;
}

static gboolean
changes_links (AtlasDataset *self, GPtrArray *put, const char *const *removed)
{
  for (guint i = 0; put != NULL && i < put->len; i++)
    if (ATLAS_IS_LINK (put->pdata[i]))
      return TRUE;
  for (gsize i = 0; removed != NULL && removed[i] != NULL; i++)
    {
      AtlasRecord *record = atlas_dataset_lookup (self, removed[i]);

      if (record != NULL && ATLAS_IS_LINK (record))
        return TRUE;
    }
  return FALSE;
}

/**
 * atlas_dataset_derive:
 * @self: a complete dataset
 * @put: (nullable) (element-type AtlasRecord): records with ids. A record with the id of an
 *   existing record of the same kind replaces it at the same position; others are added after the
 *   records of their kind
 * @removed: (nullable) (array zero-terminated=1): ids of the records to remove
 * @error: return location for an #AtlasDatasetError
 *
 * Creates a dataset that shares all other records with @self. Both datasets are complete, may be
 * used in different threads, and may outlive each other. The function checks what concerns several
 * records: references must point to existing records and must not form cycles. It does not check a
 * single record as the reader does.
 *
 * A record to which others refer, or a source that is cited, can be removed only together with
 * them.
 *
 * A new record that replaces another one inherits its unknown members (#AtlasExtras). The records
 * of @put must not change afterwards.
 *
 * Returns: (transfer full): the new dataset, or %NULL; @self never changes
 */
AtlasDataset *
atlas_dataset_derive (AtlasDataset *self,
                      GPtrArray *put,
                      const char *const *removed,
                      GError **error)
{
  AtlasRecordTable *table;
  AtlasDataset *derived;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);

  table = _atlas_record_table_derive (self->table, put, removed, error);
  if (table == NULL)
    return NULL;
  derived = create (table, changes_links (self, put, removed) ? list_links (table)
                                                              : g_ptr_array_ref (self->links));
  atlas_dataset_copy_head (derived, self);
  derived->is_partial = self->is_partial;
  derived->n_at_fault = self->n_at_fault;
  derived->n_dependent = self->n_dependent;
  return derived;
}

/**
 * atlas_dataset_add:
 * @self: a dataset that is being filled
 * @record: a record with an id
 *
 * Returns: whether @record was added; %FALSE if another record has its id
 */
gboolean
atlas_dataset_add (AtlasDataset *self, AtlasRecord *record)
{
  const char *id;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  id = atlas_record_get_id (record);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!_atlas_record_table_add (self->table, record))
    return FALSE;
  if (ATLAS_IS_LINK (record))
    g_ptr_array_add (self->links, record);
  return TRUE;
}

/**
 * atlas_dataset_set_head:
 * @self: a dataset that is being filled
 * @title: (nullable): its title
 * @date: (nullable): the date up to which its facts are known
 * @approval_number: (nullable): the number under which its map was approved for publication
 */
void
atlas_dataset_set_head (AtlasDataset *self,
                        AtlasText *title,
                        const AtlasDate *date,
                        const char *approval_number)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));

  g_clear_pointer (&self->title, atlas_text_unref);
  self->title = title != NULL ? atlas_text_ref (title) : NULL;
  atlas_date_free (self->date);
  self->date = date != NULL ? atlas_date_copy (date) : NULL;
  g_free (self->approval_number);
  self->approval_number = g_strdup (approval_number);
}

/**
 * atlas_dataset_set_tours:
 * @self: a dataset that no other code has yet
 * @tours: (element-type AtlasTour): its tours, with different ids
 */
void
atlas_dataset_set_tours (AtlasDataset *self, GPtrArray *tours)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));
  g_return_if_fail (tours != NULL);

  g_ptr_array_ref (tours);
  g_ptr_array_unref (self->tours);
  self->tours = tours;
}

/**
 * atlas_dataset_copy_head:
 * @self: a dataset that is being filled
 * @other: another dataset
 *
 * Copies title, date, approval number, tours and unknown members of the file from @other.
 */
void
atlas_dataset_copy_head (AtlasDataset *self, AtlasDataset *other)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));
  g_return_if_fail (ATLAS_IS_DATASET (other));

  atlas_dataset_set_head (self, other->title, other->date, other->approval_number);
  atlas_dataset_set_tours (self, other->tours);
  atlas_extras_copy (other, self);
}

/**
 * atlas_dataset_is_partial:
 * @self: a dataset
 *
 * Returns: whether parts of the file are left out because of faults
 */
gboolean
atlas_dataset_is_partial (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), FALSE);

  return self->is_partial;
}

/**
 * atlas_dataset_get_n_at_fault:
 * @self: a dataset
 *
 * Returns: the number of records that are left out because of their own faults
 */
guint
atlas_dataset_get_n_at_fault (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), 0);

  return self->n_at_fault;
}

/**
 * atlas_dataset_get_n_dependent:
 * @self: a dataset
 *
 * Returns: the number of records that are left out because they need another one that is left out
 */
guint
atlas_dataset_get_n_dependent (AtlasDataset *self)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), 0);

  return self->n_dependent;
}

/**
 * atlas_dataset_set_left_out:
 * @self: a dataset that is being filled
 * @n_at_fault: the number of records left out because of their own faults
 * @n_dependent: the number of records left out because they need one of those
 *
 * Makes @self partial. Both numbers are 0 when the faults are outside the records.
 */
void
atlas_dataset_set_left_out (AtlasDataset *self, guint n_at_fault, guint n_dependent)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));

  self->is_partial = TRUE;
  self->n_at_fault = n_at_fault;
  self->n_dependent = n_dependent;
}

/**
 * atlas_dataset_complete:
 * @self: a dataset to which all records have been added
 *
 * Computes the referrers of each record. All referenced records must exist. Call this once, before
 * other code gets the dataset. Its records do not change afterwards.
 */
void
atlas_dataset_complete (AtlasDataset *self)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));

  _atlas_record_table_complete (self->table);
}
