/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-tour-list.h"

typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} Change;

static void
changed_cb (GListModel *model, guint position, guint n_removed, guint n_added, Change *change)
{
  *change = (Change) { position, n_removed, n_added };
}

static AtlasTour *
make_tour (const char *id)
{
  g_autoptr (AtlasText) title = atlas_text_new (NULL, id, NULL);

  return atlas_tour_new (id, title);
}

/* Returns a list of two tours of a dataset, a and b. */
static AtlasTourList *
make_list (Change *change)
{
  AtlasTourList *list = atlas_tour_list_new ();
  g_autoptr (GPtrArray) tours = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (tours, make_tour ("a"));
  g_ptr_array_add (tours, make_tour ("b"));
  atlas_tour_list_set_original (list, tours);
  g_signal_connect (list, "items-changed", G_CALLBACK (changed_cb), change);
  return list;
}

static void
assert_change (const Change *change, guint position, guint n_removed, guint n_added)
{
  g_assert_cmpuint (change->position, ==, position);
  g_assert_cmpuint (change->n_removed, ==, n_removed);
  g_assert_cmpuint (change->n_added, ==, n_added);
}

static void
test_put (void)
{
  Change change = { 0 };
  g_autoptr (AtlasTourList) list = make_list (&change);
  g_autoptr (AtlasTour) other = make_tour ("a");
  g_autoptr (AtlasTour) third = make_tour ("c");
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GPtrArray) all = NULL;

  g_assert_false (atlas_tour_list_is_changed (list, atlas_tour_list_lookup (list, "a")));
  atlas_tour_list_put (list, other);
  assert_change (&change, 0, 1, 1);
  g_assert_true (atlas_tour_list_lookup (list, "a") == other);
  g_assert_true (atlas_tour_list_is_changed (list, other));
  atlas_tour_list_put (list, third);
  assert_change (&change, 2, 0, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 3);
  changed = atlas_tour_list_dup_changed (list);
  g_assert_cmpuint (changed->len, ==, 2);
  g_assert_true (changed->pdata[0] == other);
  g_assert_true (changed->pdata[1] == third);
  all = atlas_tour_list_dup_all (list);
  g_assert_cmpuint (all->len, ==, 3);
}

static void
test_restore (void)
{
  Change change = { 0 };
  g_autoptr (AtlasTourList) list = make_list (&change);
  AtlasTour *original = atlas_tour_list_lookup (list, "a");
  g_autoptr (AtlasTour) other = make_tour ("a");
  g_autoptr (GPtrArray) changed = NULL;

  atlas_tour_list_put (list, other);
  atlas_tour_list_restore (list, "a");
  g_assert_true (atlas_tour_list_lookup (list, "a") == original);
  changed = atlas_tour_list_dup_changed (list);
  g_assert_cmpuint (changed->len, ==, 0);
  atlas_tour_list_restore (list, "no such tour");
}

static void
test_remove (void)
{
  Change change = { 0 };
  g_autoptr (AtlasTourList) list = make_list (&change);

  atlas_tour_list_remove (list, "a");
  assert_change (&change, 0, 1, 0);
  g_assert_null (atlas_tour_list_lookup (list, "a"));
  g_assert_true (atlas_tour_list_is_original (list, "a"));
  atlas_tour_list_remove (list, "a");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
}

/* A new id is that of no tour, not even of one that was removed. */
static void
test_id (void)
{
  Change change = { 0 };
  g_autoptr (AtlasTourList) list = make_list (&change);
  g_autofree char *first = atlas_tour_list_make_id (list);
  g_autoptr (AtlasTour) tour = make_tour (first);
  g_autofree char *second = NULL;

  g_assert_cmpstr (first, ==, "tour-1");
  atlas_tour_list_put (list, tour);
  second = atlas_tour_list_make_id (list);
  g_assert_cmpstr (second, ==, "tour-2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tour-list/put", test_put);
  g_test_add_func ("/tour-list/restore", test_restore);
  g_test_add_func ("/tour-list/remove", test_remove);
  g_test_add_func ("/tour-list/id", test_id);

  return g_test_run ();
}
