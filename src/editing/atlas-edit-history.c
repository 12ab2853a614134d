/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-edit-history-private.h"

/*
 * AtlasEditHistory: the edits of a library that can be undone and redone.
 *
 * Each edit stores the whole dataset to which it leads back. Derived datasets share everything that
 * did not change, so an edit takes little memory and undoing needs no computation.
 *
 * If the edits are merged with those of another program, undoing must not undo the latter. So the
 * merge is repeated with each dataset that is older than it, when that one is needed.
 */
struct _AtlasEditHistory
{
  GPtrArray *undos; /* of Edit; the last one is undone first */
  GPtrArray *redos;
  GPtrArray *merges; /* of AtlasMerge, in the order of time */
};

typedef struct
{
  AtlasDataset *dataset; /* before the edit, or after it if it was undone */
  GPtrArray *changes;    /* of AtlasChange */
  guint session;         /* of the form, or 0 */
  guint n_merges;        /* that the dataset contains */
} Edit;

static void
free_edit (gpointer data)
{
  Edit *edit = data;

  g_object_unref (edit->dataset);
  g_ptr_array_unref (edit->changes);
  g_free (edit);
}

static Edit *
create_edit (AtlasEditHistory *self, AtlasDataset *dataset, GPtrArray *changes, guint session)
{
  Edit *edit = g_new (Edit, 1);

  *edit = (Edit) { g_object_ref (dataset), g_ptr_array_ref (changes), session, self->merges->len };
  return edit;
}

/* Returns: (transfer full): an empty history */
AtlasEditHistory *
_atlas_edit_history_new (void)
{
  AtlasEditHistory *self = g_new (AtlasEditHistory, 1);

  self->undos = g_ptr_array_new_with_free_func (free_edit);
  self->redos = g_ptr_array_new_with_free_func (free_edit);
  self->merges = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
_atlas_edit_history_free (AtlasEditHistory *self)
{
  g_ptr_array_unref (self->undos);
  g_ptr_array_unref (self->redos);
  g_ptr_array_unref (self->merges);
  g_free (self);
}

static Edit *
get_last (GPtrArray *edits)
{
  return edits->len > 0 ? edits->pdata[edits->len - 1] : NULL;
}

static AtlasChange *
get_only_change (GPtrArray *changes)
{
  return changes->len == 1 ? changes->pdata[0] : NULL;
}

/* Whether both edits concern the same members of the same record. */
static gboolean
is_same_member (GPtrArray *changes, GPtrArray *others)
{
  AtlasChange *change = get_only_change (changes), *other = get_only_change (others);

  return change != NULL && other != NULL &&
         atlas_change_get_action (change) == ATLAS_CHANGE_ACTION_EDITED &&
         atlas_change_get_action (other) == ATLAS_CHANGE_ACTION_EDITED &&
         g_strcmp0 (atlas_change_get_id (change), atlas_change_get_id (other)) == 0 &&
         g_strv_equal (atlas_change_get_members (change), atlas_change_get_members (other));
}

/* Joins a later edit of the same member to @edit, which then leads from its own beginning to the
 * end of the later one. */
static void
join (Edit *edit, GPtrArray *changes)
{
  AtlasChange *change = atlas_change_new (atlas_change_get_from (edit->changes->pdata[0]),
                                          atlas_change_get_to (changes->pdata[0]));

  g_ptr_array_unref (edit->changes);
  edit->changes = g_ptr_array_ref (changes);
  if (change == NULL)
    return; /* The member has its first value again. */
  g_ptr_array_unref (edit->changes);
  edit->changes = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (edit->changes, change);
}

/* Adds an edit, or joins it to the last one if it is in the same session, which is not 0, and of
 * the same members. @before is the dataset before the edit. */
void
_atlas_edit_history_add (AtlasEditHistory *self,
                         AtlasDataset *before,
                         GPtrArray *changes,
                         guint session)
{
  Edit *last = get_last (self->undos);
  const gboolean continues = session != 0 && last != NULL && last->session == session &&
                             self->redos->len == 0 && is_same_member (last->changes, changes);

  g_ptr_array_set_size (self->redos, 0);
  if (continues)
    join (last, changes);
  else
    g_ptr_array_add (self->undos, create_edit (self, before, changes, session));
}

/* No later edit continues the last one. */
void
_atlas_edit_history_end_session (AtlasEditHistory *self)
{
  Edit *last = get_last (self->undos);

  if (last != NULL)
    last->session = 0;
}

gboolean
_atlas_edit_history_can_undo (AtlasEditHistory *self)
{
  return self->undos->len > 0;
}

gboolean
_atlas_edit_history_can_redo (AtlasEditHistory *self)
{
  return self->redos->len > 0;
}

/* Repeats the merges that are later than the dataset of @edit. */
static AtlasDataset *
merge_again (AtlasEditHistory *self, const Edit *edit)
{
  g_autoptr (AtlasDataset) dataset = NULL;

  g_assert (edit != NULL);
  dataset = g_object_ref (edit->dataset);
  for (guint i = edit->n_merges; i < self->merges->len; i++)
    {
      g_autoptr (AtlasMerge) merge = atlas_merge_repeat (self->merges->pdata[i], dataset);
      g_autoptr (GError) error = NULL;
      AtlasDataset *merged = atlas_merge_create_dataset (merge, &error);

      /* Rather undo the edits of the other program too than none. */
      if (merged == NULL)
        g_message ("An earlier dataset cannot be merged: %s", error->message);
      else
        {
          g_object_unref (dataset);
          dataset = merged;
        }
    }
  return g_steal_pointer (&dataset);
}

/* Moves the last edit of @from to @to. */
static AtlasDataset *
move_last (AtlasEditHistory *self, GPtrArray *from, GPtrArray *to, AtlasDataset *current)
{
  const Edit *edit = get_last (from);
  AtlasDataset *dataset = merge_again (self, edit);

  g_ptr_array_add (to, create_edit (self, current, edit->changes, 0));
  g_ptr_array_set_size (from, (int) from->len - 1);
  return dataset;
}

/* Returns: (transfer full): the dataset before the last edit, of which there must be one */
AtlasDataset *
_atlas_edit_history_undo (AtlasEditHistory *self, AtlasDataset *current)
{
  return move_last (self, self->undos, self->redos, current);
}

/* Returns: (transfer full): the dataset after the edit undone last, of which there must be one */
AtlasDataset *
_atlas_edit_history_redo (AtlasEditHistory *self, AtlasDataset *current)
{
  return move_last (self, self->redos, self->undos, current);
}

/* An edit that changes several records is named after a new or removed one. The others are, for
 * example, records that lost a reference to it. */
static AtlasChange *
find_main_change (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (atlas_change_get_action (changes->pdata[i]) != ATLAS_CHANGE_ACTION_EDITED)
      return changes->pdata[i];
  return changes->pdata[0];
}

static char *
describe_last (GPtrArray *edits, AtlasLanguage language)
{
  const Edit *edit = get_last (edits);

  return edit != NULL ? atlas_change_describe (find_main_change (edit->changes), language) : NULL;
}

/* Returns: (transfer full) (nullable): a few words about the edit that would be undone next */
char *
_atlas_edit_history_describe_undo (AtlasEditHistory *self, AtlasLanguage language)
{
  return describe_last (self->undos, language);
}

/* Returns: (transfer full) (nullable): a few words about the edit that would be redone next */
char *
_atlas_edit_history_describe_redo (AtlasEditHistory *self, AtlasLanguage language)
{
  return describe_last (self->redos, language);
}

/* From now on, the current dataset contains @merge. */
void
_atlas_edit_history_add_merge (AtlasEditHistory *self, AtlasMerge *merge)
{
  _atlas_edit_history_end_session (self);
  if (self->undos->len > 0 || self->redos->len > 0)
    g_ptr_array_add (self->merges, g_object_ref (merge));
}
