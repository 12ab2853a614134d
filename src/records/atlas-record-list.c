/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-record-list-private.h"

/*
 * AtlasRecordList: the records of one kind in a table, in the order of the file, as a list model.
 *
 * After the table is complete, any number of threads may read the list at once. A #GListStore
 * cannot be shared like this: it caches the last position to find the next item quickly, so two
 * threads that read it at the same time may get wrong items or none.
 */
struct _AtlasRecordList
{
  GObject parent_instance;

  AtlasRecordTable *table;
  GArray *slots; /* of guint32; borrowed from the table */
};

static void atlas_record_list_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasRecordList,
                               atlas_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      atlas_record_list_init_model))

static GType
atlas_record_list_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_RECORD;
}

static guint
atlas_record_list_get_n_items (GListModel *model)
{
  return ATLAS_RECORD_LIST (model)->slots->len;
}

static gpointer
atlas_record_list_get_item (GListModel *model, guint position)
{
  AtlasRecordList *self = ATLAS_RECORD_LIST (model);

  if (position >= self->slots->len)
    return NULL;
  return g_object_ref (_atlas_record_table_get (self->table,
                                                g_array_index (self->slots, guint32, position)));
}

static void
atlas_record_list_init_model (GListModelInterface *iface)
{
  iface->get_item_type = atlas_record_list_get_item_type;
  iface->get_n_items = atlas_record_list_get_n_items;
  iface->get_item = atlas_record_list_get_item;
}

static void
atlas_record_list_finalize (GObject *object)
{
  AtlasRecordList *self = ATLAS_RECORD_LIST (object);

  _atlas_record_table_unref (self->table);

  G_OBJECT_CLASS (atlas_record_list_parent_class)->finalize (object);
}

static void
atlas_record_list_class_init (AtlasRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_record_list_finalize;
}

static void
atlas_record_list_init (AtlasRecordList *self)
{
}

/**
 * _atlas_record_list_new:
 * @table: a table; while it is being filled, the list grows without emitting items-changed
 * @kind: a kind of record
 *
 * Returns: (transfer full): the records of @kind in @table
 */
AtlasRecordList *
_atlas_record_list_new (AtlasRecordTable *table, AtlasRecordKind kind)
{
  AtlasRecordList *self = g_object_new (ATLAS_TYPE_RECORD_LIST, NULL);

  self->table = _atlas_record_table_ref (table);
  self->slots = _atlas_record_table_get_slots (table, kind);
  return self;
}
