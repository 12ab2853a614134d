/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-record-table-private.h"

#include <glib/gi18n-lib.h>

#include "atlas-dataset.h"
#include "atlas-extras.h"
#include "atlas-record-private.h"
#include "atlas-record-table-entry-private.h"

/*
 * Derives a table that replaces some records of a base table and shares all others.
 *
 * There are three steps: replace the records, resolve the slots to which each refers, and finally
 * change the targets that get or lose a referrer. All conditions between records are checked before
 * the last step.
 */

/* Each derived table with new ids copies the table of later ids. Above this number, and this share
 * of all ids, they are merged into the main table. */
#define MAX_LATER_IDS 1024
#define MAX_LATER_SHARE 8

/* A record that differs between the derived table and its base, or exists in only one of them. */
typedef struct
{
  guint32 slot;
  AtlasRecordEntry *former; /* borrowed from the base; NULL for a new record */
  AtlasRecord *record;      /* borrowed from the caller; NULL for a removed record */
} Change;

/* A referrer that is added to a target or removed from it. */
typedef struct
{
  guint32 target;
  guint32 referrer;
  AtlasRecordKind kind; /* of the referrer */
  gboolean is_added;
} Delta;

static AtlasRecordTable *
copy_table (AtlasRecordTable *base)
{
  AtlasRecordTable *self = g_new0 (AtlasRecordTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_slots = base->n_slots;
  self->ids = g_hash_table_ref (base->ids);
  self->later = base->later != NULL ? g_hash_table_ref (base->later) : NULL;
  self->chunks = g_ptr_array_new_full (base->chunks->len, _atlas_chunk_unref);
  for (guint i = 0; i < base->chunks->len; i++)
    {
      AtlasRecordChunk *chunk = g_ptr_array_index (base->chunks, i);

      g_atomic_ref_count_inc (&chunk->ref_count);
      g_ptr_array_add (self->chunks, chunk);
    }
  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    self->by_kind[kind] = g_array_ref (base->by_kind[kind]);
  return self;
}

/* Copies a list of slots that is still shared with @base. */
static GArray *
own_slots (AtlasRecordTable *self, AtlasRecordTable *base, AtlasRecordKind kind)
{
  if (self->by_kind[kind] == base->by_kind[kind])
    {
      self->by_kind[kind] = g_array_copy (base->by_kind[kind]);
      g_array_unref (base->by_kind[kind]);
    }
  return self->by_kind[kind];
}

static void
own_later_ids (AtlasRecordTable *self, AtlasRecordTable *base)
{
  GHashTable *later;

  if (self->later != base->later)
    return;
  later = _atlas_ids_new ();
  if (base->later != NULL)
    {
      _atlas_ids_copy (later, base->later);
      g_hash_table_unref (base->later);
    }
  self->later = later;
}

static void
merge_later_ids (AtlasRecordTable *self)
{
  GHashTable *ids;

  if (self->later == NULL || g_hash_table_size (self->later) < MAX_LATER_IDS ||
      g_hash_table_size (self->later) < g_hash_table_size (self->ids) / MAX_LATER_SHARE)
    return;
  ids = _atlas_ids_new ();
  _atlas_ids_copy (ids, self->ids);
  _atlas_ids_copy (ids, self->later);
  g_hash_table_unref (self->ids);
  self->ids = ids;
  g_clear_pointer (&self->later, g_hash_table_unref);
}

static int
compare_slots (gconstpointer a, gconstpointer b)
{
  const guint32 p = *(const guint32 *) a, q = *(const guint32 *) b;

  return p < q ? -1 : p > q;
}

static guint
find_in_order (GArray *slots, guint32 slot)
{
  guint index = 0;
  const gboolean is_there = g_array_binary_search (slots, &slot, compare_slots, &index);

  g_assert (is_there);
  return index;
}

static gboolean
remove_record (AtlasRecordTable *self,
               AtlasRecordTable *base,
               const char *id,
               GArray *changes,
               GError **error)
{
  Change change = { .slot = _atlas_record_table_lookup (self, id) };
  GArray *slots;

  if (change.slot == ATLAS_NO_SLOT)
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_UNKNOWN_RECORD,
                   _("No record has the id “%s”"), id);
      return FALSE;
    }
  change.former = _atlas_table_get_entry (base, change.slot);
  slots = own_slots (self, base, atlas_record_get_kind (change.former->record));
  g_array_remove_index (slots, find_in_order (slots, change.slot));
  _atlas_table_set_entry (self, change.slot, NULL);
  g_array_append_val (changes, change);
  return TRUE;
}

static gboolean
put_record (AtlasRecordTable *self,
            AtlasRecordTable *base,
            AtlasRecord *record,
            GArray *changes,
            GError **error)
{
  const AtlasRecordKind kind = atlas_record_get_kind (record);
  const char *id = atlas_record_get_id (record);
  Change change = { .record = record };

  g_assert (id != NULL);
  change.slot = _atlas_record_table_lookup (self, id);
  if (change.slot == ATLAS_NO_SLOT)
    {
      own_slots (self, base, kind);
      own_later_ids (self, base);
      change.slot = _atlas_table_append (self, self->later, record);
    }
  else
    {
      change.former =
        change.slot < base->n_slots ? _atlas_table_get_entry (base, change.slot) : NULL;
      if (change.former == NULL || _atlas_table_get_entry (self, change.slot) != change.former)
        {
          g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_DUPLICATE,
                       _("Two records have the id “%s”"), id);
          return FALSE;
        }
      if (atlas_record_get_kind (change.former->record) != kind)
        {
          g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_OTHER_KIND,
                       _("The record “%s” cannot become one of another kind"), id);
          return FALSE;
        }
      _atlas_table_set_entry (self, change.slot, _atlas_entry_new (record, 0));
      _atlas_record_set_slot (record, change.slot);
    }
  g_array_append_val (changes, change);
  return TRUE;
}

/* Whether the source of @citation is not in the table. */
static gboolean
is_missing (const AtlasCitation *citation, gconstpointer data)
{
  AtlasRecordTable *self = (AtlasRecordTable *) data;
  const guint32 slot = _atlas_record_table_lookup (self, citation->source);

  return slot == ATLAS_NO_SLOT ||
         atlas_record_get_kind (_atlas_record_table_get (self, slot)) != ATLAS_RECORD_KIND_SOURCE;
}

static gboolean
has_sources (AtlasRecordTable *self, AtlasRecord *record, const char **missing)
{
  const AtlasCitation *citation = _atlas_record_find_citation (record, is_missing, self);

  if (citation != NULL)
    *missing = citation->source;
  return citation == NULL;
}

/* Creates the entry of a replaced or new record with its references, and the referrers of the
 * former record. */
static gboolean
fill_entry (AtlasRecordTable *self, const Change *change, GError **error)
{
  g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint n_referrers = change->former != NULL ? change->former->n_referrers : 0;
  guint32 ends[ATLAS_N_ROLES];
  const char *missing = _atlas_table_resolve (self, change->record, references, ends);
  AtlasRecordEntry *entry;

  if (missing != NULL || !has_sources (self, change->record, &missing))
    {
      g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_UNKNOWN_RECORD,
                   _("No record has the id “%s”"), missing);
      return FALSE;
    }
  entry = _atlas_entry_new (change->record, references->len + n_referrers);
  memcpy (entry->ends, ends, sizeof ends);
  entry->n_referrers = n_referrers;
  if (references->len > 0)
    memcpy (entry->slots, references->data, references->len * sizeof (guint32));
  if (n_referrers > 0)
    memcpy (entry->slots + references->len,
            change->former->slots + _atlas_entry_count_references (change->former),
            n_referrers * sizeof (guint32));
  _atlas_table_set_entry (self, change->slot, entry);
  return TRUE;
}

static gboolean
refers_to (const AtlasRecordEntry *entry, guint32 slot)
{
  for (guint i = 0; entry != NULL && i < _atlas_entry_count_references (entry); i++)
    if (entry->slots[i] == slot)
      return TRUE;
  return FALSE;
}

/* Adds to @deltas the targets of @entry that @other does not have. */
static void
add_deltas (GArray *deltas,
            guint32 referrer,
            const AtlasRecordEntry *entry,
            const AtlasRecordEntry *other,
            gboolean is_added)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  if (entry == NULL)
    return;
  for (guint i = 0; other != NULL && i < _atlas_entry_count_references (other); i++)
    g_hash_table_add (seen, GUINT_TO_POINTER (other->slots[i]));
  for (guint i = 0; i < _atlas_entry_count_references (entry); i++)
    if (g_hash_table_add (seen, GUINT_TO_POINTER (entry->slots[i])))
      {
        const Delta delta = { entry->slots[i], referrer, atlas_record_get_kind (entry->record),
                              is_added };

        g_array_append_val (deltas, delta);
      }
}

static int
compare_deltas (gconstpointer a, gconstpointer b)
{
  const Delta *p = a, *q = b;

  if (p->target != q->target)
    return p->target < q->target ? -1 : 1;
  if (p->kind != q->kind)
    return p->kind < q->kind ? -1 : 1;
  return p->referrer < q->referrer ? -1 : p->referrer > q->referrer;
}

/* Returns the index of the referrer of @delta among the referrers of @entry, or where it would be
 * inserted. All of these are in @base. */
static guint
find_referrer (AtlasRecordTable *base, const AtlasRecordEntry *entry, const Delta *delta)
{
  const guint32 *referrers = entry->slots + _atlas_entry_count_references (entry);
  guint low = 0, high = entry->n_referrers;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const AtlasRecordKind kind =
        atlas_record_get_kind (_atlas_record_table_get (base, referrers[middle]));

      if (kind < delta->kind || (kind == delta->kind && referrers[middle] < delta->referrer))
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Merges @n_deltas sorted deltas into the referrers of their target. */
static void
apply_deltas (AtlasRecordTable *self, AtlasRecordTable *base, const Delta *deltas, guint n_deltas)
{
  const AtlasRecordEntry *former = _atlas_table_get_entry (self, deltas->target);
  const guint n_references = _atlas_entry_count_references (former);
  const guint32 *from = former->slots + n_references;
  AtlasRecordEntry *entry =
    _atlas_entry_new (former->record, n_references + former->n_referrers + n_deltas);
  guint32 *to = entry->slots + n_references;
  guint at = 0;

  memcpy (entry->ends, former->ends, sizeof former->ends);
  memcpy (entry->slots, former->slots, n_references * sizeof *to);
  for (guint i = 0; i < n_deltas; i++)
    {
      const guint place = find_referrer (base, former, &deltas[i]);

      memcpy (to, from + at, (place - at) * sizeof *to);
      to += place - at;
      at = place;
      if (deltas[i].is_added)
        *to++ = deltas[i].referrer;
      else
        g_assert (from[at++] == deltas[i].referrer);
    }
  memcpy (to, from + at, (former->n_referrers - at) * sizeof *to);
  to += former->n_referrers - at;
  entry->n_referrers = (guint32) (to - entry->slots) - n_references;
  _atlas_table_set_entry (self, deltas->target, entry);
}

static void
update_referrers (AtlasRecordTable *self, AtlasRecordTable *base, GArray *changes)
{
  g_autoptr (GArray) deltas = g_array_new (FALSE, FALSE, sizeof (Delta));
  guint end;

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      const AtlasRecordEntry *entry = _atlas_table_get_entry (self, change->slot);

      add_deltas (deltas, change->slot, change->former, entry, FALSE);
      add_deltas (deltas, change->slot, entry, change->former, TRUE);
    }
  g_array_sort (deltas, compare_deltas);
  for (guint start = 0; start < deltas->len; start = end)
    {
      const Delta *first = &g_array_index (deltas, Delta, start);

      for (end = start + 1; end < deltas->len; end++)
        if (g_array_index (deltas, Delta, end).target != first->target)
          break;
      if (_atlas_table_get_entry (self, first->target) != NULL)
        apply_deltas (self, base, first, end - start);
    }
}

static gboolean
refuse_needed (const Change *change, AtlasRecord *referrer, GError **error)
{
  g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_STILL_NEEDED,
               /* Translators: two ids */
               _("The record “%s” cannot be removed: “%s” refers to it"),
                 atlas_record_get_id (change->former->record), atlas_record_get_id (referrer));
  return FALSE;
}

/* Searches all records, because tables do not index citations, and sources are rarely removed. */
static gboolean
check_uncited (AtlasRecordTable *self, const Change *change, GError **error)
{
  const char *id = atlas_record_get_id (change->former->record);

  for (guint32 slot = 0; slot < self->n_slots; slot++)
    {
      const AtlasRecordEntry *entry = _atlas_table_get_entry (self, slot);

      if (entry != NULL && atlas_record_cites (entry->record, id))
        return refuse_needed (change, entry->record, error);
    }
  return TRUE;
}

static gboolean
check_unneeded (AtlasRecordTable *self, const Change *change, GError **error)
{
  const guint32 *referrers = change->former->slots + _atlas_entry_count_references (change->former);

  for (guint i = 0; i < change->former->n_referrers; i++)
    {
      const AtlasRecordEntry *entry = _atlas_table_get_entry (self, referrers[i]);

      if (refers_to (entry, change->slot))
        return refuse_needed (change, entry->record, error);
    }
  return atlas_record_get_kind (change->former->record) != ATLAS_RECORD_KIND_SOURCE ||
         check_uncited (self, change, error);
}

/* Whether the record in @slot is not its own ancestor. The number of steps is limited, in case the
 * base already has a cycle. */
static gboolean
check_circles (AtlasRecordTable *self, guint32 slot, GError **error)
{
  static const AtlasRole roles[] = { ATLAS_ROLE_PARENT, ATLAS_ROLE_PART_OF };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      guint32 at = slot;

      for (guint n = 0; n <= self->n_slots; n++)
        {
          guint len;
          const guint32 *above = _atlas_record_table_get_references (self, at, roles[i], &len);

          if (len == 0)
            break;
          at = above[0];
          if (at != slot)
            continue;
          g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_CYCLE,
                       _("The record “%s” belongs to itself, directly or through others"),
                         atlas_record_get_id (_atlas_table_get_entry (self, slot)->record));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_changes (AtlasRecordTable *self, GArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      if (change->record == NULL ? !check_unneeded (self, change, error)
                                 : !check_circles (self, change->slot, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
change_records (AtlasRecordTable *self,
                AtlasRecordTable *base,
                GPtrArray *put,
                const char *const *removed,
                GArray *changes,
                GError **error)
{
  for (gsize i = 0; removed != NULL && removed[i] != NULL; i++)
    if (!remove_record (self, base, removed[i], changes, error))
      return FALSE;
  for (guint i = 0; put != NULL && i < put->len; i++)
    if (!put_record (self, base, put->pdata[i], changes, error))
      return FALSE;
  /* New records may refer to each other. */
  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      if (change->record != NULL && !fill_entry (self, change, error))
        return FALSE;
    }
  return check_changes (self, changes, error);
}

/* A record that is already sealed because it was in another dataset does not change. */
static void
seal_record (const Change *change)
{
  if (change->record == NULL)
    return;
  if (change->former != NULL && !_atlas_record_is_sealed (change->record))
    atlas_extras_copy (change->former->record, change->record);
  _atlas_record_seal (change->record);
}

/* Returns: (transfer full): @base with the records of @put, which replace those with the same ids,
 * and without the records of the ids @removed; NULL on error */
AtlasRecordTable *
_atlas_record_table_derive (AtlasRecordTable *base,
                            GPtrArray *put,
                            const char *const *removed,
                            GError **error)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Change));
  AtlasRecordTable *self = copy_table (base);

  if (!change_records (self, base, put, removed, changes, error))
    {
      _atlas_record_table_unref (self);
      return NULL;
    }
  update_referrers (self, base, changes);
  merge_later_ids (self);
  for (guint i = 0; i < changes->len; i++)
    seal_record (&g_array_index (changes, Change, i));
  return self;
}
