/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-record-list.h"

/*
 * AtlasRecordList: records in the order in which they were added, as a list model.
 *
 * Once it is filled, any number of threads may read it at once. A #GListStore may not be shared so:
 * it remembers where it was read last, in order to be quick with the next item, and two threads that
 * read it at the same time get each other's items, or none.
 */
struct _AtlasRecordList
{
  GObject parent_instance;

  GPtrArray *records; /* of AtlasRecord */
};

static void atlas_record_list_init_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasRecordList, atlas_record_list, G_TYPE_OBJECT,
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
  return ATLAS_RECORD_LIST (model)->records->len;
}

static gpointer
atlas_record_list_get_item (GListModel *model,
                            guint       position)
{
  AtlasRecordList *self = ATLAS_RECORD_LIST (model);

  return position < self->records->len
           ? g_object_ref (g_ptr_array_index (self->records, position))
           : NULL;
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

  g_ptr_array_unref (self->records);

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
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * atlas_record_list_new:
 *
 * Returns: (transfer full): a list to be filled
 */
AtlasRecordList *
atlas_record_list_new (void)
{
  return g_object_new (ATLAS_TYPE_RECORD_LIST, NULL);
}

/**
 * atlas_record_list_append:
 * @self: a list that nobody else reads yet
 * @record: a record
 *
 * Adds a record at the end.
 */
void
atlas_record_list_append (AtlasRecordList *self,
                          AtlasRecord     *record)
{
  g_return_if_fail (ATLAS_IS_RECORD_LIST (self));
  g_return_if_fail (ATLAS_IS_RECORD (record));

  g_ptr_array_add (self->records, g_object_ref (record));
  g_list_model_items_changed (G_LIST_MODEL (self), self->records->len - 1, 0, 1);
}
