/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-change.h"

#include "atlas-difference-private.h"
#include "atlas-labels.h"
#include "atlas-translation.h"

/*
 * AtlasChange: what differs in one record between two datasets, or in the head of the file.
 *
 * Editing, comparing, importing and merging all state their result as changes. A change is
 * immutable, so any thread may read it.
 */
struct _AtlasChange
{
  GObject parent_instance;

  AtlasChangeAction action;
  AtlasRecord *from; /* NULL for a new record and for the head */
  AtlasRecord *to;   /* NULL for a removed record and for the head */
  AtlasDataset *head_from;
  AtlasDataset *head_to;
  GStrv members;
};

G_DEFINE_FINAL_TYPE (AtlasChange, atlas_change, G_TYPE_OBJECT)

static void
atlas_change_finalize (GObject *object)
{
  AtlasChange *self = ATLAS_CHANGE (object);

  g_clear_object (&self->from);
  g_clear_object (&self->to);
  g_clear_object (&self->head_from);
  g_clear_object (&self->head_to);
  g_strfreev (self->members);

  G_OBJECT_CLASS (atlas_change_parent_class)->finalize (object);
}

static void
atlas_change_class_init (AtlasChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_change_finalize;
}

static void
atlas_change_init (AtlasChange *self)
{
}

/* The record that exists in any case. */
static AtlasRecord *
get_record (AtlasChange *self)
{
  return self->to != NULL ? self->to : self->from;
}

/**
 * atlas_change_new:
 * @from: (nullable): the earlier record, or %NULL for a new one
 * @to: (nullable): the later record with the same id and kind, or %NULL for a removed one
 *
 * Returns: (transfer full) (nullable): the change, or %NULL if the records are equal
 */
AtlasChange *
atlas_change_new (AtlasRecord *from, AtlasRecord *to)
{
  AtlasChange *self;
  GStrv members = NULL;

  g_return_val_if_fail (from != NULL || to != NULL, NULL);

  if (from != NULL && to != NULL)
    {
      members = _atlas_difference_of_records (from, to);
      if (members == NULL)
        return NULL;
    }
  self = g_object_new (ATLAS_TYPE_CHANGE, NULL);
  self->action = from == NULL ? ATLAS_CHANGE_ACTION_ADDED
                 : to == NULL ? ATLAS_CHANGE_ACTION_REMOVED
                              : ATLAS_CHANGE_ACTION_EDITED;
  g_set_object (&self->from, from);
  g_set_object (&self->to, to);
  self->members = members != NULL ? members : g_new0 (char *, 1);
  return self;
}

/**
 * atlas_change_new_for_head:
 * @from: the earlier dataset
 * @to: the later dataset
 *
 * Returns: (transfer full) (nullable): the change of title, date, approval number, tours and
 * unknown members of the file, or %NULL if they are equal
 */
AtlasChange *
atlas_change_new_for_head (AtlasDataset *from, AtlasDataset *to)
{
  GStrv members = _atlas_difference_of_heads (from, to);
  AtlasChange *self;

  if (members == NULL)
    return NULL;
  self = g_object_new (ATLAS_TYPE_CHANGE, NULL);
  self->action = ATLAS_CHANGE_ACTION_EDITED;
  self->head_from = g_object_ref (from);
  self->head_to = g_object_ref (to);
  self->members = members;
  return self;
}

/**
 * atlas_change_get_action:
 * @self: a change
 *
 * Returns: what happened to the record
 */
AtlasChangeAction
atlas_change_get_action (AtlasChange *self)
{
  g_return_val_if_fail (ATLAS_IS_CHANGE (self), ATLAS_CHANGE_ACTION_EDITED);

  return self->action;
}

/**
 * atlas_change_is_of_head:
 * @self: a change
 *
 * Returns: whether it concerns the head of the file and no record
 */
gboolean
atlas_change_is_of_head (AtlasChange *self)
{
  g_return_val_if_fail (ATLAS_IS_CHANGE (self), FALSE);

  return self->head_to != NULL;
}

/**
 * atlas_change_get_record_kind:
 * @self: a change of a record
 *
 * Returns: the kind of the record
 */
AtlasRecordKind
atlas_change_get_record_kind (AtlasChange *self)
{
  g_return_val_if_fail (ATLAS_IS_CHANGE (self), ATLAS_RECORD_KIND_SOURCE);

  return atlas_record_get_kind (get_record (self));
}

/**
 * atlas_change_get_id:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the id of the record, or %NULL for the head of the file
 */
const char *
atlas_change_get_id (AtlasChange *self)
{
  g_return_val_if_fail (ATLAS_IS_CHANGE (self), NULL);

  return self->head_to == NULL ? atlas_record_get_id (get_record (self)) : NULL;
}

/**
 * atlas_change_get_from:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the earlier record; %NULL for a new record and for the head
 */
AtlasRecord *
atlas_change_get_from (AtlasChange *self)
{
  g_return_val_if_fail (ATLAS_IS_CHANGE (self), NULL);

  return self->from;
}

/**
 * atlas_change_get_to:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the later record; %NULL for a removed record and for the
 *   head
 */
AtlasRecord *
atlas_change_get_to (AtlasChange *self)
{
  g_return_val_if_fail (ATLAS_IS_CHANGE (self), NULL);

  return self->to;
}

/**
 * atlas_change_get_head_to:
 * @self: a change
 *
 * Returns: (transfer none) (nullable): the later dataset; %NULL unless the change concerns the head
 */
AtlasDataset *
atlas_change_get_head_to (AtlasChange *self)
{
  g_return_val_if_fail (ATLAS_IS_CHANGE (self), NULL);

  return self->head_to;
}

/**
 * atlas_change_get_members:
 * @self: a change
 *
 * Returns: (transfer none): the names of the members that differ, as in a file; empty for a new or
 *   removed record
 */
const char *const *
atlas_change_get_members (AtlasChange *self)
{
  g_return_val_if_fail (ATLAS_IS_CHANGE (self), NULL);

  return (const char *const *) self->members;
}

/**
 * atlas_change_has_member:
 * @self: a change
 * @member: the name of a member, such as "stage"
 *
 * Returns: whether this member differs
 */
gboolean
atlas_change_has_member (AtlasChange *self, const char *member)
{
  return g_strv_contains (atlas_change_get_members (self), member);
}

/**
 * atlas_change_compare:
 * @self: a change
 * @other: another change
 *
 * Compares for sorting: the head comes first, then records by kind and id.
 *
 * Returns: less than 0, 0 or more than 0
 */
int
atlas_change_compare (AtlasChange *self, AtlasChange *other)
{
  const gboolean is_head = self->head_to != NULL, is_other_head = other->head_to != NULL;

  if (is_head || is_other_head)
    return is_other_head - is_head;
  if (atlas_change_get_record_kind (self) != atlas_change_get_record_kind (other))
    return atlas_change_get_record_kind (self) < atlas_change_get_record_kind (other) ? -1 : 1;
  return g_strcmp0 (atlas_change_get_id (self), atlas_change_get_id (other));
}

/**
 * atlas_change_name_member:
 * @kind: a kind of record
 * @member: the name of a member, which the schema may not have
 * @language: the language of the text
 *
 * Returns: (transfer none): its label, also for members that only a file needs; @member if the
 *   schema does not have it
 */
const char *
atlas_change_name_member (AtlasRecordKind kind, const char *member, AtlasLanguage language)
{
  if (g_str_equal (member, "cites"))
    return atlas_translate_context (language, "member", "Sources");
  if (g_str_equal (member, "sections"))
    return atlas_translate_context (language, "member", "Sections");
  if (g_str_equal (member, "inferred"))
    return atlas_translate_context (language, "member", "Inferred members");
  return atlas_label_for_member (kind, member, language);
}

/**
 * atlas_change_name_head_member:
 * @member: the name of a member of the file, such as "title"
 * @language: the language of the text
 *
 * Returns: (transfer none): its label
 */
const char *
atlas_change_name_head_member (const char *member, AtlasLanguage language)
{
  if (g_str_equal (member, "title"))
    return atlas_translate (language, "Title of the dataset");
  if (g_str_equal (member, "date"))
    return atlas_translate (language, "Date of the dataset");
  if (g_str_equal (member, "tours"))
    return atlas_translate (language, "Tours");
  return atlas_translate (language, "Data about the dataset");
}

static char *
describe_head (AtlasChange *self, AtlasLanguage language)
{
  /* No member has the name "", so several members get the words for all of them. */
  return g_strdup (atlas_change_name_head_member (self->members[1] == NULL ? self->members[0] : "",
                                                  language));
}

/**
 * atlas_change_describe:
 * @self: a change
 * @language: the language of the text
 *
 * Returns: (transfer full): a few words, such as “Stage of …” or “Removed: …”; plain text, not
 *   markup
 */
char *
atlas_change_describe (AtlasChange *self, AtlasLanguage language)
{
  const char *name;

  g_return_val_if_fail (ATLAS_IS_CHANGE (self), NULL);

  if (self->head_to != NULL)
    return describe_head (self, language);
  name = atlas_record_get_name (get_record (self), language);
  if (self->action == ATLAS_CHANGE_ACTION_ADDED)
    return g_strdup_printf (atlas_translate (language, "New: %s"), name);
  if (self->action == ATLAS_CHANGE_ACTION_REMOVED)
    return g_strdup_printf (atlas_translate (language, "Removed: %s"), name);
  if (self->members[1] != NULL)
    return g_strdup_printf (atlas_translate (language, "Changed: %s"), name);
  /* Translators: the member of a record and the name of the record, such as “Stage of …” */
  return g_strdup_printf (atlas_translate (language, "%1$s of %2$s"),
                          atlas_change_name_member (atlas_change_get_record_kind (self),
                                                    self->members[0], language),
                          name);
}
