/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-merge.h"

#include "atlas-changes-private.h"
#include "atlas-difference-private.h"
#include "atlas-merge-edit-private.h"
#include "atlas-record-combination-private.h"

/*
 * AtlasMerge: joins the edits of the user and of another program, who began with the same dataset.
 *
 * The changes of the user are applied to the dataset of the other program. A record that both have
 * changed gets the members that the user changed, except those that the other program changed to
 * another value: each of these is a conflict with a choice.
 */
struct _AtlasMerge
{
  GObject parent_instance;

  AtlasDataset *base;
  AtlasDataset *mine;
  AtlasDataset *theirs;
  GPtrArray *my_changes;
  GPtrArray *their_changes;
  GHashTable *their_records; /* id → AtlasChange, borrowed */
  AtlasChange *their_head;   /* borrowed; NULL if it did not change */
  GPtrArray *conflicts;      /* of AtlasConflict */
};

G_DEFINE_FINAL_TYPE (AtlasMerge, atlas_merge, G_TYPE_OBJECT)

static void
atlas_merge_finalize (GObject *object)
{
  AtlasMerge *self = ATLAS_MERGE (object);

  g_clear_object (&self->base);
  g_clear_object (&self->mine);
  g_clear_object (&self->theirs);
  g_clear_pointer (&self->their_records, g_hash_table_unref);
  g_clear_pointer (&self->my_changes, g_ptr_array_unref);
  g_clear_pointer (&self->their_changes, g_ptr_array_unref);
  g_ptr_array_unref (self->conflicts);

  G_OBJECT_CLASS (atlas_merge_parent_class)->finalize (object);
}

static void
atlas_merge_class_init (AtlasMergeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_merge_finalize;
}

static void
atlas_merge_init (AtlasMerge *self)
{
  self->conflicts = g_ptr_array_new_with_free_func (g_object_unref);
}

static AtlasChange *
find_their_change (AtlasMerge *self, AtlasChange *mine)
{
  return atlas_change_is_of_head (mine)
           ? self->their_head
           : g_hash_table_lookup (self->their_records, atlas_change_get_id (mine));
}

static void
add_conflict (AtlasMerge *self, AtlasChange *mine, AtlasChange *theirs, const char *member)
{
  g_ptr_array_add (self->conflicts,
                   atlas_conflict_new (atlas_change_get_id (mine), member,
                                       atlas_change_get_to (mine), atlas_change_get_to (theirs)));
}

/* Returns: (transfer full) (nullable): the members in which the two later states differ */
static GStrv
list_differences (AtlasChange *mine, AtlasChange *theirs)
{
  if (atlas_change_is_of_head (mine))
    return _atlas_difference_of_heads (atlas_change_get_head_to (mine),
                                       atlas_change_get_head_to (theirs));
  return _atlas_difference_of_records (atlas_change_get_to (mine), atlas_change_get_to (theirs));
}

/* Whether a record of the user and one of the file can get members of each other. */
static gboolean
can_combine (AtlasChange *mine, AtlasChange *theirs)
{
  return atlas_change_is_of_head (mine) ||
         (atlas_change_get_to (mine) != NULL && atlas_change_get_to (theirs) != NULL &&
          atlas_change_get_record_kind (mine) == atlas_change_get_record_kind (theirs));
}

/* All members of a new record are changed. */
static gboolean
changes_member (AtlasChange *change, const char *member)
{
  return atlas_change_get_action (change) == ATLAS_CHANGE_ACTION_ADDED ||
         atlas_change_has_member (change, member);
}

static void
find_conflicts_of (AtlasMerge *self, AtlasChange *mine, AtlasChange *theirs)
{
  g_auto (GStrv) differences = NULL;

  if (!can_combine (mine, theirs))
    {
      if (atlas_change_get_to (mine) != NULL || atlas_change_get_to (theirs) != NULL)
        add_conflict (self, mine, theirs, NULL);
      return;
    }
  differences = list_differences (mine, theirs);
  for (gsize i = 0; differences != NULL && differences[i] != NULL; i++)
    if (changes_member (mine, differences[i]) && changes_member (theirs, differences[i]))
      add_conflict (self, mine, theirs, differences[i]);
}

static void
find_conflicts (AtlasMerge *self)
{
  for (guint i = 0; i < self->my_changes->len; i++)
    {
      AtlasChange *theirs = find_their_change (self, self->my_changes->pdata[i]);

      if (theirs != NULL)
        find_conflicts_of (self, self->my_changes->pdata[i], theirs);
    }
}

/* Of a record that changed its kind, the later state counts: it comes second. */
static void
index_their_changes (AtlasMerge *self)
{
  self->their_records = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->their_changes->len; i++)
    {
      AtlasChange *change = self->their_changes->pdata[i];
      const char *id = atlas_change_get_id (change);

      if (id == NULL)
        self->their_head = change;
      else if (atlas_change_get_to (change) != NULL ||
               !g_hash_table_contains (self->their_records, id))
        g_hash_table_insert (self->their_records, (gpointer) id, change);
    }
}

static AtlasMerge *
create_merge (AtlasDataset *base,
              AtlasDataset *mine,
              AtlasDataset *theirs,
              GPtrArray *their_changes)
{
  AtlasMerge *self = g_object_new (ATLAS_TYPE_MERGE, NULL);

  self->base = g_object_ref (base);
  self->mine = g_object_ref (mine);
  self->theirs = g_object_ref (theirs);
  self->my_changes = atlas_changes_compute (base, mine);
  self->their_changes = g_ptr_array_ref (their_changes);
  index_their_changes (self);
  find_conflicts (self);
  return self;
}

/**
 * atlas_merge_new:
 * @base: the dataset with which both sides began
 * @mine: the dataset with the edits of the user
 * @theirs: the dataset of the file, which another program has changed
 *
 * Any thread may call this function.
 *
 * Returns: (transfer full): a merge
 */
AtlasMerge *
atlas_merge_new (AtlasDataset *base, AtlasDataset *mine, AtlasDataset *theirs)
{
  g_autoptr (GPtrArray) their_changes = NULL;

  g_return_val_if_fail (ATLAS_IS_DATASET (base), NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (mine), NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (theirs), NULL);

  their_changes = atlas_changes_compute (base, theirs);
  return create_merge (base, mine, theirs, their_changes);
}

static AtlasConflict *
find_conflict (AtlasMerge *self, const char *id, const char *member)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      AtlasConflict *conflict = self->conflicts->pdata[i];

      if (g_strcmp0 (atlas_conflict_get_id (conflict), id) == 0 &&
          g_strcmp0 (atlas_conflict_get_member (conflict), member) == 0)
        return conflict;
    }
  return NULL;
}

/**
 * atlas_merge_repeat:
 * @self: a merge
 * @mine: another dataset with edits of the user, such as an earlier one
 *
 * Returns: (transfer full): the same merge with @mine; conflicts that it shares with @self have the
 *   same choice
 */
AtlasMerge *
atlas_merge_repeat (AtlasMerge *self, AtlasDataset *mine)
{
  AtlasMerge *other;

  g_return_val_if_fail (ATLAS_IS_MERGE (self), NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (mine), NULL);

  other = create_merge (self->base, mine, self->theirs, self->their_changes);
  for (guint i = 0; i < other->conflicts->len; i++)
    {
      AtlasConflict *conflict = other->conflicts->pdata[i];
      AtlasConflict *former = find_conflict (self, atlas_conflict_get_id (conflict),
                                             atlas_conflict_get_member (conflict));

      if (former != NULL)
        atlas_conflict_set_side (conflict, atlas_conflict_get_side (former));
    }
  return other;
}

/**
 * atlas_merge_get_base:
 * @self: a merge
 *
 * Returns: (transfer none): the dataset with which both sides began
 */
AtlasDataset *
atlas_merge_get_base (AtlasMerge *self)
{
  g_return_val_if_fail (ATLAS_IS_MERGE (self), NULL);

  return self->base;
}

/**
 * atlas_merge_get_mine:
 * @self: a merge
 *
 * Returns: (transfer none): the dataset with the edits of the user
 */
AtlasDataset *
atlas_merge_get_mine (AtlasMerge *self)
{
  g_return_val_if_fail (ATLAS_IS_MERGE (self), NULL);

  return self->mine;
}

/**
 * atlas_merge_get_theirs:
 * @self: a merge
 *
 * Returns: (transfer none): the dataset of the file
 */
AtlasDataset *
atlas_merge_get_theirs (AtlasMerge *self)
{
  g_return_val_if_fail (ATLAS_IS_MERGE (self), NULL);

  return self->theirs;
}

/**
 * atlas_merge_has_news:
 * @self: a merge
 *
 * Returns: whether the other program has changed anything
 */
gboolean
atlas_merge_has_news (AtlasMerge *self)
{
  g_return_val_if_fail (ATLAS_IS_MERGE (self), FALSE);

  return self->their_changes->len > 0;
}

/**
 * atlas_merge_get_conflicts:
 * @self: a merge
 *
 * Returns: (transfer none) (element-type AtlasConflict): what both sides have changed differently,
 *   sorted by kind and id; the edits of the user are taken unless atlas_merge_resolve() is called
 */
GPtrArray *
atlas_merge_get_conflicts (AtlasMerge *self)
{
  g_return_val_if_fail (ATLAS_IS_MERGE (self), NULL);

  return self->conflicts;
}

/**
 * atlas_merge_resolve:
 * @self: a merge
 * @index: the index of a conflict
 * @side: the side to take
 */
void
atlas_merge_resolve (AtlasMerge *self, guint index, AtlasSide side)
{
  g_return_if_fail (ATLAS_IS_MERGE (self));
  g_return_if_fail (index < self->conflicts->len);

  atlas_conflict_set_side (self->conflicts->pdata[index], side);
}

static gboolean
takes_theirs (AtlasMerge *self, AtlasChange *mine, const char *member)
{
  AtlasConflict *conflict = find_conflict (self, atlas_change_get_id (mine), member);

  return conflict != NULL && atlas_conflict_get_side (conflict) == ATLAS_SIDE_THEIRS;
}

/* Returns: (transfer full): the members that the merged record or head has from the user */
static GStrv
list_my_members (AtlasMerge *self, AtlasChange *mine, AtlasChange *theirs)
{
  g_autoptr (GStrvBuilder) members = g_strv_builder_new ();
  g_auto (GStrv) differences = list_differences (mine, theirs);

  for (gsize i = 0; differences != NULL && differences[i] != NULL; i++)
    if (changes_member (mine, differences[i]) && !takes_theirs (self, mine, differences[i]))
      g_strv_builder_add (members, differences[i]);
  return g_strv_builder_end (members);
}

static void
add_combined (AtlasMerge *self, AtlasMergeEdit *edit, AtlasChange *mine, AtlasChange *theirs)
{
  g_auto (GStrv) members = list_my_members (self, mine, theirs);
  g_autoptr (AtlasRecord) record = NULL;

  if (members[0] == NULL)
    return;
  record = _atlas_record_combine (atlas_change_get_to (theirs), atlas_change_get_to (mine),
                                  (const char *const *) members);
  _atlas_merge_edit_put (edit, record);
}

static void
add_change (AtlasMerge *self, AtlasMergeEdit *edit, AtlasChange *mine)
{
  AtlasChange *theirs = find_their_change (self, mine);

  if (theirs != NULL && can_combine (mine, theirs))
    add_combined (self, edit, mine, theirs);
  else if (theirs != NULL && takes_theirs (self, mine, NULL))
    return;
  else if (atlas_change_get_to (mine) != NULL)
    _atlas_merge_edit_put (edit, atlas_change_get_to (mine));
  else if (theirs == NULL || atlas_change_get_to (theirs) != NULL)
    _atlas_merge_edit_remove (edit, atlas_change_get_id (mine));
}

/* Returns: (transfer full) (nullable): the members that the merged head has from the user */
static GStrv
list_my_head (AtlasMerge *self, AtlasChange *mine)
{
  if (mine == NULL)
    return NULL;
  return self->their_head != NULL ? list_my_members (self, mine, self->their_head)
                                  : g_strdupv ((GStrv) atlas_change_get_members (mine));
}

/**
 * atlas_merge_create_dataset:
 * @self: a merge
 * @error: return location for an #AtlasDatasetError
 *
 * Creates the merged dataset with the choices made so far.
 *
 * A record that one side removed and to which the other side refers now is kept. If the edits of
 * both sides together would make a record belong to itself, the members of the file are taken.
 *
 * Returns: (transfer full) (nullable): a dataset derived from that of the file, or that dataset if
 *   it has all changes of the user
 */
AtlasDataset *
atlas_merge_create_dataset (AtlasMerge *self, GError **error)
{
  g_autoptr (AtlasMergeEdit) edit = NULL;
  g_auto (GStrv) members = NULL;
  AtlasChange *head = NULL;
  AtlasDataset *merged;

  g_return_val_if_fail (ATLAS_IS_MERGE (self), NULL);

  edit = _atlas_merge_edit_new (self->mine, self->theirs);
  for (guint i = 0; i < self->my_changes->len; i++)
    if (atlas_change_is_of_head (self->my_changes->pdata[i]))
      head = self->my_changes->pdata[i];
    else
      add_change (self, edit, self->my_changes->pdata[i]);
  members = list_my_head (self, head);
  if (_atlas_merge_edit_is_empty (edit) && (members == NULL || members[0] == NULL))
    return g_object_ref (self->theirs);
  merged = _atlas_merge_edit_apply (edit, error);
  if (merged != NULL && members != NULL)
    _atlas_changes_apply_head (merged, self->mine, (const char *const *) members);
  return merged;
}
