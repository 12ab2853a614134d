/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-dataset.h"

#include "atlas-link.h"
#include "atlas-record-list.h"
#include "atlas-record-private.h"
#include "atlas-source.h"

/*
 * AtlasDataset: the records of one file, and the owner of them all.
 *
 * It is filled by one thread: records are added, references set, and at last
 * atlas_dataset_complete() closes it. From then on it does not change and may be read anywhere.
 */
struct _AtlasDataset
{
  GObject parent_instance;

  AtlasText  *title;
  AtlasDate  *date;
  char       *approval_number;
  gboolean    is_partial;
  guint       n_at_fault;
  guint       n_dependent;

  AtlasRecordList *records[ATLAS_N_RECORD_KINDS];
  GHashTable      *by_id; /* id, borrowed from the record, to AtlasRecord */
  GPtrArray       *links; /* of AtlasLink, borrowed from the lists */
};

G_DEFINE_FINAL_TYPE (AtlasDataset, atlas_dataset, G_TYPE_OBJECT)

/* References run in circles; what is no longer reachable through a dataset must not keep itself. */
static void
atlas_dataset_dispose (GObject *object)
{
  AtlasDataset *self = ATLAS_DATASET (object);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    _atlas_record_disconnect (record);

  G_OBJECT_CLASS (atlas_dataset_parent_class)->dispose (object);
}

static void
atlas_dataset_finalize (GObject *object)
{
  AtlasDataset *self = ATLAS_DATASET (object);

  g_ptr_array_unref (self->links);
  g_hash_table_unref (self->by_id);
  for (gsize i = 0; i < ATLAS_N_RECORD_KINDS; i++)
    g_object_unref (self->records[i]);
  g_free (self->approval_number);
  atlas_date_free (self->date);
  g_clear_pointer (&self->title, atlas_text_unref);

  G_OBJECT_CLASS (atlas_dataset_parent_class)->finalize (object);
}

static void
atlas_dataset_class_init (AtlasDatasetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atlas_dataset_dispose;
  object_class->finalize = atlas_dataset_finalize;
}

static void
atlas_dataset_init (AtlasDataset *self)
{
  for (gsize i = 0; i < ATLAS_N_RECORD_KINDS; i++)
    self->records[i] = atlas_record_list_new ();
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->links = g_ptr_array_new ();
}

/**
 * atlas_dataset_new:
 *
 * Returns: (transfer full): a dataset to be filled
 */
AtlasDataset *
atlas_dataset_new (void)
{
  return g_object_new (ATLAS_TYPE_DATASET, NULL);
}

/**
 * atlas_dataset_get_title:
 * @self: a dataset
 * @language: the language wanted
 *
 * Returns: the title; never NULL
 */
const char *
atlas_dataset_get_title (AtlasDataset  *self,
                         AtlasLanguage  language)
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
 * Returns: (transfer none) (nullable): the date up to which its facts are told
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
 * atlas_dataset_get_records:
 * @self: a dataset
 * @kind: a kind of record
 *
 * Returns: (transfer none): a list of #AtlasRecord, in the order of the file
 */
GListModel *
atlas_dataset_get_records (AtlasDataset    *self,
                           AtlasRecordKind  kind)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);
  g_return_val_if_fail (kind < ATLAS_N_RECORD_KINDS, NULL);

  return G_LIST_MODEL (self->records[kind]);
}

/**
 * atlas_dataset_lookup:
 * @self: a dataset
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the record of that id
 */
AtlasRecord *
atlas_dataset_lookup (AtlasDataset *self,
                      const char   *id)
{
  g_return_val_if_fail (ATLAS_IS_DATASET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
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
 * atlas_dataset_add:
 * @self: a dataset that is being filled
 * @record: a record with an id
 *
 * Returns: whether @record was added; FALSE when another has its id
 */
gboolean
atlas_dataset_add (AtlasDataset *self,
                   AtlasRecord  *record)
{
  const char *id;

  g_return_val_if_fail (ATLAS_IS_DATASET (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);

  id = atlas_record_get_id (record);
  g_return_val_if_fail (id != NULL, FALSE);

  if (g_hash_table_contains (self->by_id, id))
    return FALSE;
  g_hash_table_insert (self->by_id, (gpointer) id, record);
  atlas_record_list_append (self->records[atlas_record_get_kind (record)], record);
  if (ATLAS_IS_LINK (record))
    g_ptr_array_add (self->links, record);
  return TRUE;
}

/**
 * atlas_dataset_set_head:
 * @self: a dataset that is being filled
 * @title: (nullable): its title
 * @date: (nullable): the date up to which its facts are told
 * @approval_number: (nullable): the number under which its map was approved for publication
 */
void
atlas_dataset_set_head (AtlasDataset    *self,
                        AtlasText       *title,
                        const AtlasDate *date,
                        const char      *approval_number)
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
 * atlas_dataset_copy_head:
 * @self: a dataset that is being filled
 * @other: another dataset
 *
 * Gives @self the title, date and approval number of @other.
 */
void
atlas_dataset_copy_head (AtlasDataset *self,
                         AtlasDataset *other)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));
  g_return_if_fail (ATLAS_IS_DATASET (other));

  atlas_dataset_set_head (self, other->title, other->date, other->approval_number);
}

/**
 * atlas_dataset_is_partial:
 * @self: a dataset
 *
 * Returns: whether the file has faults, so that something of it is not in @self
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
 * Returns: how many records of the file are left out, each for a fault of its own
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
 * Returns: how many records of the file are left out because they need one that is left out
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
 * @n_at_fault: how many records of the file are left out, each for a fault of its own
 * @n_dependent: how many are left out because they need one of those
 *
 * Makes @self partial. Both numbers are 0 when the faults are outside the records.
 */
void
atlas_dataset_set_left_out (AtlasDataset *self,
                            guint         n_at_fault,
                            guint         n_dependent)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));

  self->is_partial = TRUE;
  self->n_at_fault = n_at_fault;
  self->n_dependent = n_dependent;
}

/**
 * atlas_dataset_complete:
 * @self: a dataset whose records and references are all there
 *
 * Works out who refers to whom. To be called once, before anyone else sees the dataset.
 */
void
atlas_dataset_complete (AtlasDataset *self)
{
  g_return_if_fail (ATLAS_IS_DATASET (self));

  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    {
      GListModel *records = G_LIST_MODEL (self->records[kind]);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (AtlasRecord) record = g_list_model_get_item (records, i);

          _atlas_record_index_references (record);
          if (ATLAS_IS_SOURCE (record))
            atlas_source_set_dataset_title (ATLAS_SOURCE (record),
                                            atlas_text_get (self->title, ATLAS_LANGUAGE_ZH));
        }
    }
}
