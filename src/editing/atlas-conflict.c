/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-conflict.h"

/*
 * AtlasConflict: what both sides of a merge have changed differently, with the side that is taken.
 *
 * It concerns one member of a record, a whole record that one side has edited and the other one
 * removed, or one member of the head of the file.
 */
struct _AtlasConflict
{
  GObject parent_instance;

  char *id;
  char *member;
  AtlasRecord *records[2]; /* by side */
  AtlasSide side;
};

G_DEFINE_FINAL_TYPE (AtlasConflict, atlas_conflict, G_TYPE_OBJECT)

static void
atlas_conflict_finalize (GObject *object)
{
  AtlasConflict *self = ATLAS_CONFLICT (object);

  g_free (self->id);
  g_free (self->member);
  g_clear_object (&self->records[ATLAS_SIDE_MINE]);
  g_clear_object (&self->records[ATLAS_SIDE_THEIRS]);

  G_OBJECT_CLASS (atlas_conflict_parent_class)->finalize (object);
}

static void
atlas_conflict_class_init (AtlasConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_conflict_finalize;
}

static void
atlas_conflict_init (AtlasConflict *self)
{
}

/**
 * atlas_conflict_new:
 * @id: (nullable): the id of the record, or %NULL for the head of the file
 * @member: (nullable): the name of the member, or %NULL for the whole record
 * @mine: (nullable): the record of the user, or %NULL if it was removed
 * @theirs: (nullable): the record of the file, or %NULL if it was removed
 *
 * Returns: (transfer full): a conflict, in which the side of the user is taken
 */
AtlasConflict *
atlas_conflict_new (const char *id, const char *member, AtlasRecord *mine, AtlasRecord *theirs)
{
  AtlasConflict *self = g_object_new (ATLAS_TYPE_CONFLICT, NULL);

  self->id = g_strdup (id);
  self->member = g_strdup (member);
  g_set_object (&self->records[ATLAS_SIDE_MINE], mine);
  g_set_object (&self->records[ATLAS_SIDE_THEIRS], theirs);
  return self;
}

/**
 * atlas_conflict_get_id:
 * @self: a conflict
 *
 * Returns: (nullable): the id of the record, or %NULL for the head of the file
 */
const char *
atlas_conflict_get_id (AtlasConflict *self)
{
  g_return_val_if_fail (ATLAS_IS_CONFLICT (self), NULL);

  return self->id;
}

/**
 * atlas_conflict_get_member:
 * @self: a conflict
 *
 * Returns: (nullable): the name of the member, as in a file; %NULL if one side has removed the
 *   record
 */
const char *
atlas_conflict_get_member (AtlasConflict *self)
{
  g_return_val_if_fail (ATLAS_IS_CONFLICT (self), NULL);

  return self->member;
}

/**
 * atlas_conflict_get_record:
 * @self: a conflict
 * @side: a side
 *
 * Returns: (transfer none) (nullable): the record of that side; %NULL if it was removed there, and
 *   for the head of the file
 */
AtlasRecord *
atlas_conflict_get_record (AtlasConflict *self, AtlasSide side)
{
  g_return_val_if_fail (ATLAS_IS_CONFLICT (self), NULL);
  g_return_val_if_fail (side <= ATLAS_SIDE_THEIRS, NULL);

  return self->records[side];
}

/**
 * atlas_conflict_get_side:
 * @self: a conflict
 *
 * Returns: the side that is taken
 */
AtlasSide
atlas_conflict_get_side (AtlasConflict *self)
{
  g_return_val_if_fail (ATLAS_IS_CONFLICT (self), ATLAS_SIDE_MINE);

  return self->side;
}

/**
 * atlas_conflict_set_side:
 * @self: a conflict
 * @side: the side to take
 */
void
atlas_conflict_set_side (AtlasConflict *self, AtlasSide side)
{
  g_return_if_fail (ATLAS_IS_CONFLICT (self));
  g_return_if_fail (side <= ATLAS_SIDE_THEIRS);

  self->side = side;
}
