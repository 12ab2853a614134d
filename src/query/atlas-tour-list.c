/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tour-list.h"

/*
 * AtlasTourList: the tours of a window as a list model: those of the dataset, with the changes that
 * the user has made.
 *
 * A tour does not change. An edited tour replaces the one with the same id, so the tours that
 * differ from those of the dataset are known without comparing them.
 */
struct _AtlasTourList
{
  GObject parent_instance;

  GPtrArray *original; /* of AtlasTour: those of the dataset */
  GPtrArray *tours;    /* of AtlasTour */
};

static void init_list_model (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AtlasTourList,
                               atlas_tour_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list_model))

static GType
atlas_tour_list_get_item_type (GListModel *model)
{
  return ATLAS_TYPE_TOUR;
}

static guint
atlas_tour_list_get_n_items (GListModel *model)
{
  return ATLAS_TOUR_LIST (model)->tours->len;
}

static gpointer
atlas_tour_list_get_item (GListModel *model, guint position)
{
  AtlasTourList *self = ATLAS_TOUR_LIST (model);

  return position < self->tours->len ? g_object_ref (self->tours->pdata[position]) : NULL;
}

static void
init_list_model (GListModelInterface *iface)
{
  iface->get_item_type = atlas_tour_list_get_item_type;
  iface->get_n_items = atlas_tour_list_get_n_items;
  iface->get_item = atlas_tour_list_get_item;
}

static void
atlas_tour_list_finalize (GObject *object)
{
  AtlasTourList *self = ATLAS_TOUR_LIST (object);

  g_ptr_array_unref (self->original);
  g_ptr_array_unref (self->tours);

  G_OBJECT_CLASS (atlas_tour_list_parent_class)->finalize (object);
}

static void
atlas_tour_list_class_init (AtlasTourListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_tour_list_finalize;
}

static void
atlas_tour_list_init (AtlasTourList *self)
{
  self->original = g_ptr_array_new_with_free_func (g_object_unref);
  self->tours = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * atlas_tour_list_new:
 *
 * Returns: (transfer full): an empty list
 */
AtlasTourList *
atlas_tour_list_new (void)
{
  return g_object_new (ATLAS_TYPE_TOUR_LIST, NULL);
}

/* Finds the tour with @id in @tours. */
static gboolean
find (GPtrArray *tours, const char *id, guint *index)
{
  for (guint i = 0; i < tours->len; i++)
    if (g_str_equal (atlas_tour_get_id (tours->pdata[i]), id))
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * atlas_tour_list_set_original:
 * @self: a list
 * @tours: (element-type AtlasTour): the tours of a dataset
 *
 * Replaces all tours by those of a dataset, without changes.
 */
void
atlas_tour_list_set_original (AtlasTourList *self, GPtrArray *tours)
{
  guint n_removed;

  g_return_if_fail (ATLAS_IS_TOUR_LIST (self));
  g_return_if_fail (tours != NULL);

  n_removed = self->tours->len;
  g_ptr_array_unref (self->original);
  self->original = g_ptr_array_ref (tours);
  g_ptr_array_set_size (self->tours, 0);
  for (guint i = 0; i < tours->len; i++)
    g_ptr_array_add (self->tours, g_object_ref (tours->pdata[i]));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_removed, self->tours->len);
}

/**
 * atlas_tour_list_put:
 * @self: a list
 * @tour: a tour
 *
 * Replaces the tour with the id of @tour, or adds @tour at the end.
 */
void
atlas_tour_list_put (AtlasTourList *self, AtlasTour *tour)
{
  guint index;

  g_return_if_fail (ATLAS_IS_TOUR_LIST (self));
  g_return_if_fail (ATLAS_IS_TOUR (tour));

  if (!find (self->tours, atlas_tour_get_id (tour), &index))
    {
      g_ptr_array_add (self->tours, g_object_ref (tour));
      g_list_model_items_changed (G_LIST_MODEL (self), self->tours->len - 1, 0, 1);
      return;
    }
  if (self->tours->pdata[index] == tour)
    return;
  g_object_unref (self->tours->pdata[index]);
  self->tours->pdata[index] = g_object_ref (tour);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 1, 1);
}

/**
 * atlas_tour_list_remove:
 * @self: a list
 * @id: the id of a tour
 *
 * Removes the tour, if there is one.
 */
void
atlas_tour_list_remove (AtlasTourList *self, const char *id)
{
  guint index;

  g_return_if_fail (ATLAS_IS_TOUR_LIST (self));
  g_return_if_fail (id != NULL);

  if (!find (self->tours, id, &index))
    return;
  g_ptr_array_remove_index (self->tours, index);
  g_list_model_items_changed (G_LIST_MODEL (self), index, 1, 0);
}

/**
 * atlas_tour_list_restore:
 * @self: a list
 * @id: the id of a tour of the dataset
 *
 * Takes back all changes of the tour.
 */
void
atlas_tour_list_restore (AtlasTourList *self, const char *id)
{
  guint index;

  g_return_if_fail (ATLAS_IS_TOUR_LIST (self));
  g_return_if_fail (id != NULL);

  if (find (self->original, id, &index))
    atlas_tour_list_put (self, self->original->pdata[index]);
}

/**
 * atlas_tour_list_lookup:
 * @self: a list
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the tour with that id
 */
AtlasTour *
atlas_tour_list_lookup (AtlasTourList *self, const char *id)
{
  guint index;

  g_return_val_if_fail (ATLAS_IS_TOUR_LIST (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return find (self->tours, id, &index) ? self->tours->pdata[index] : NULL;
}

/**
 * atlas_tour_list_is_changed:
 * @self: a list
 * @tour: a tour of it
 *
 * Returns: whether @tour is not in the dataset in this form
 */
gboolean
atlas_tour_list_is_changed (AtlasTourList *self, AtlasTour *tour)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_LIST (self), FALSE);

  return !g_ptr_array_find (self->original, tour, NULL);
}

/**
 * atlas_tour_list_is_original:
 * @self: a list
 * @id: the id of a tour
 *
 * Returns: whether the dataset has a tour with this id, perhaps in another form
 */
gboolean
atlas_tour_list_is_original (AtlasTourList *self, const char *id)
{
  guint index;

  g_return_val_if_fail (ATLAS_IS_TOUR_LIST (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return find (self->original, id, &index);
}

/**
 * atlas_tour_list_make_id:
 * @self: a list
 *
 * Returns: (transfer full): an id for a new tour, such as "tour-2"
 */
char *
atlas_tour_list_make_id (AtlasTourList *self)
{
  g_return_val_if_fail (ATLAS_IS_TOUR_LIST (self), NULL);

  for (guint number = 1;; number++)
    {
      g_autofree char *id = g_strdup_printf ("tour-%u", number);

      if (atlas_tour_list_lookup (self, id) == NULL && !atlas_tour_list_is_original (self, id))
        return g_steal_pointer (&id);
    }
}

/**
 * atlas_tour_list_dup_all:
 * @self: a list
 *
 * Returns: (transfer full) (element-type AtlasTour): all tours
 */
GPtrArray *
atlas_tour_list_dup_all (AtlasTourList *self)
{
  GPtrArray *all;

  g_return_val_if_fail (ATLAS_IS_TOUR_LIST (self), NULL);

  all = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->tours->len; i++)
    g_ptr_array_add (all, g_object_ref (self->tours->pdata[i]));
  return all;
}

/**
 * atlas_tour_list_dup_changed:
 * @self: a list
 *
 * Returns: (transfer full) (element-type AtlasTour): the tours that are not in the dataset, or in
 *   another form
 */
GPtrArray *
atlas_tour_list_dup_changed (AtlasTourList *self)
{
  GPtrArray *changed = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (ATLAS_IS_TOUR_LIST (self), changed);

  for (guint i = 0; i < self->tours->len; i++)
    if (atlas_tour_list_is_changed (self, self->tours->pdata[i]))
      g_ptr_array_add (changed, g_object_ref (self->tours->pdata[i]));
  return changed;
}
