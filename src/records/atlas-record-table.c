/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-record-table-private.h"

#include "atlas-record-private.h"
#include "atlas-record-table-entry-private.h"

/*
 * AtlasRecordTable: the records of a dataset by number, with references and referrers.
 *
 * Each id has a number, its slot. Slots ascend in the order of the file. A derived table keeps the
 * slots of all ids that it inherits, and new ids get new slots at the end. An entry has one record,
 * the slots to which it refers, and the slots of its referrers. Entries are immutable, so tables
 * share all equal entries. Entries contain slots instead of pointers to records, so that replacing
 * a record does not change the entries of its referrers.
 *
 * Entries are stored in chunks. A derived table shares the chunks too, and copies a chunk before it
 * replaces one of its entries.
 *
 * One thread fills a table, and it does not change after _atlas_record_table_complete(). All
 * reference counts are atomic, so any number of threads may then read it, derive from it and
 * release it.
 */

static gsize
get_entry_size (guint n_slots)
{
  return G_STRUCT_OFFSET (AtlasRecordEntry, slots) + n_slots * sizeof (guint32);
}

AtlasRecordEntry *
_atlas_entry_new (AtlasRecord *record, guint n_slots)
{
  AtlasRecordEntry *entry = g_malloc (get_entry_size (n_slots));

  memset (entry, 0, sizeof *entry);
  g_atomic_ref_count_init (&entry->ref_count);
  entry->record = g_object_ref (record);
  return entry;
}

static void
unref_entry (AtlasRecordEntry *entry)
{
  if (entry == NULL || !g_atomic_ref_count_dec (&entry->ref_count))
    return;
  g_object_unref (entry->record);
  g_free (entry);
}

static AtlasRecordChunk *
create_chunk (void)
{
  AtlasRecordChunk *chunk = g_new0 (AtlasRecordChunk, 1);

  g_atomic_ref_count_init (&chunk->ref_count);
  return chunk;
}

static AtlasRecordChunk *
copy_chunk (const AtlasRecordChunk *other)
{
  AtlasRecordChunk *chunk = create_chunk ();

  for (guint i = 0; i < ATLAS_RECORD_CHUNK_SIZE; i++)
    {
      chunk->entries[i] = other->entries[i];
      if (chunk->entries[i] != NULL)
        g_atomic_ref_count_inc (&chunk->entries[i]->ref_count);
    }
  return chunk;
}

void
_atlas_chunk_unref (gpointer data)
{
  AtlasRecordChunk *chunk = data;

  if (!g_atomic_ref_count_dec (&chunk->ref_count))
    return;
  for (guint i = 0; i < ATLAS_RECORD_CHUNK_SIZE; i++)
    unref_entry (chunk->entries[i]);
  g_free (chunk);
}

GHashTable *
_atlas_ids_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) g_ref_string_release,
                                NULL);
}

void
_atlas_ids_copy (GHashTable *ids, GHashTable *others)
{
  GHashTableIter iter;
  gpointer id, slot;

  g_hash_table_iter_init (&iter, others);
  while (g_hash_table_iter_next (&iter, &id, &slot))
    g_hash_table_replace (ids, g_ref_string_acquire (id), slot);
}

/* Takes ownership of @entry. */
void
_atlas_table_set_entry (AtlasRecordTable *self, guint32 slot, AtlasRecordEntry *entry)
{
  gpointer *at = &g_ptr_array_index (self->chunks, slot / ATLAS_RECORD_CHUNK_SIZE);
  AtlasRecordChunk *chunk = *at;

  if (!g_atomic_ref_count_compare (&chunk->ref_count, 1))
    {
      *at = copy_chunk (chunk);
      _atlas_chunk_unref (chunk);
      chunk = *at;
    }
  unref_entry (chunk->entries[slot % ATLAS_RECORD_CHUNK_SIZE]);
  chunk->entries[slot % ATLAS_RECORD_CHUNK_SIZE] = entry;
}

/* Stores @record in a new slot. */
guint32
_atlas_table_append (AtlasRecordTable *self, GHashTable *ids, AtlasRecord *record)
{
  const guint32 slot = self->n_slots++;
  GArray *slots = self->by_kind[atlas_record_get_kind (record)];

  g_assert (slot != ATLAS_NO_SLOT);
  if (slot % ATLAS_RECORD_CHUNK_SIZE == 0)
    g_ptr_array_add (self->chunks, create_chunk ());
  _atlas_table_set_entry (self, slot, _atlas_entry_new (record, 0));
  g_hash_table_replace (ids, g_ref_string_acquire ((char *) atlas_record_get_id (record)),
                        GUINT_TO_POINTER (slot));
  g_array_append_val (slots, slot);
  _atlas_record_set_slot (record, slot);
  return slot;
}

/* Returns: (transfer full): an empty table */
AtlasRecordTable *
_atlas_record_table_new (void)
{
  AtlasRecordTable *self = g_new0 (AtlasRecordTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->chunks = g_ptr_array_new_with_free_func (_atlas_chunk_unref);
  self->ids = _atlas_ids_new ();
  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    self->by_kind[kind] = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

AtlasRecordTable *
_atlas_record_table_ref (AtlasRecordTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
_atlas_record_table_unref (AtlasRecordTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    g_array_unref (self->by_kind[kind]);
  g_clear_pointer (&self->later, g_hash_table_unref);
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->chunks);
  g_free (self);
}

/* Returns: whether @record, which has an id, was added; FALSE if another record has its id */
gboolean
_atlas_record_table_add (AtlasRecordTable *self, AtlasRecord *record)
{
  if (g_hash_table_contains (self->ids, atlas_record_get_id (record)))
    return FALSE;
  _atlas_table_append (self, self->ids, record);
  return TRUE;
}

/* Returns: (transfer none) (element-type guint32): the slots of the records of @kind, in the order
 * of the file */
GArray *
_atlas_record_table_get_slots (AtlasRecordTable *self, AtlasRecordKind kind)
{
  return self->by_kind[kind];
}

/* Returns: the slot of the record with that id, or %ATLAS_NO_SLOT */
guint32
_atlas_record_table_lookup (AtlasRecordTable *self, const char *id)
{
  gpointer slot;

  if ((self->later == NULL || !g_hash_table_lookup_extended (self->later, id, NULL, &slot)) &&
      !g_hash_table_lookup_extended (self->ids, id, NULL, &slot))
    return ATLAS_NO_SLOT;
  /* The id of a removed record stays in the table. */
  return _atlas_table_get_entry (self, GPOINTER_TO_UINT (slot)) != NULL ? GPOINTER_TO_UINT (slot)
                                                                        : ATLAS_NO_SLOT;
}

/* A record caches its last slot. That may be of another table, so it is verified.
 *
 * Returns: the slot of @record, or of the record with its id in this table, or %ATLAS_NO_SLOT */
guint32
_atlas_record_table_find (AtlasRecordTable *self, AtlasRecord *record)
{
  const guint32 slot = _atlas_record_get_slot (record);
  const char *id;

  if (slot < self->n_slots)
    {
      const AtlasRecordEntry *entry = _atlas_table_get_entry (self, slot);

      if (entry != NULL && entry->record == record)
        return slot;
    }
  id = atlas_record_get_id (record);
  return id != NULL ? _atlas_record_table_lookup (self, id) : ATLAS_NO_SLOT;
}

/* Returns: (transfer none): the record in @slot, which must be a slot of this table */
AtlasRecord *
_atlas_record_table_get (AtlasRecordTable *self, guint32 slot)
{
  const AtlasRecordEntry *entry = _atlas_table_get_entry (self, slot);

  g_assert (entry != NULL);
  return entry->record;
}

/* Returns: (array length=len): the slots to which the record in @slot refers in @role */
const guint32 *
_atlas_record_table_get_references (AtlasRecordTable *self,
                                    guint32 slot,
                                    AtlasRole role,
                                    guint *len)
{
  const AtlasRecordEntry *entry = _atlas_table_get_entry (self, slot);
  const guint32 start = role > 0 ? entry->ends[role - 1] : 0;

  g_assert (start <= entry->ends[role]);
  *len = entry->ends[role] - start;
  return entry->slots + start;
}

/* Returns: (array length=len): the slots of the records that refer to the record in @slot, sorted
 * by kind and slot */
const guint32 *
_atlas_record_table_get_referrers (AtlasRecordTable *self, guint32 slot, guint *len)
{
  const AtlasRecordEntry *entry = _atlas_table_get_entry (self, slot);

  *len = entry->n_referrers;
  return entry->slots + _atlas_entry_count_references (entry);
}

/* Resolves the references of @record: appends their slots to @slots, and sets @ends to the end of
 * each role. Returns NULL, or the first id without a record. */
const char *
_atlas_table_resolve (AtlasRecordTable *self, AtlasRecord *record, GArray *slots, guint32 *ends)
{
  const guint start = slots->len;

  for (guint role = 0; role < ATLAS_N_ROLES; role++)
    {
      const char *const *ids = atlas_record_get_reference_ids (record, (AtlasRole) role);

      for (gsize i = 0; ids != NULL && ids[i] != NULL; i++)
        {
          const guint32 slot = _atlas_record_table_lookup (self, ids[i]);

          if (slot == ATLAS_NO_SLOT)
            return ids[i];
          g_array_append_val (slots, slot);
        }
      ends[role] = slots->len - start;
    }
  return NULL;
}

/* Temporary data of _atlas_record_table_complete(). */
typedef struct
{
  GArray *references; /* of guint32: those of all records, kind by kind */
  guint32 *counts;    /* for each slot, the number of its referrers */
  guint32 *latest;    /* for each slot, the last referrer found */
} Completion;

/* A record that refers to another in several roles counts once as referrer. */
static gboolean
is_first_of_pair (Completion *completion, guint32 target, guint32 referrer)
{
  if (completion->latest[target] == referrer)
    return FALSE;
  completion->latest[target] = referrer;
  return TRUE;
}

static void
resolve_all (AtlasRecordTable *self, Completion *completion)
{
  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < self->by_kind[kind]->len; i++)
      {
        const guint32 slot = g_array_index (self->by_kind[kind], guint32, i);
        const guint start = completion->references->len;
        AtlasRecordEntry *entry = _atlas_table_get_entry (self, slot);
        const char *unknown =
          _atlas_table_resolve (self, entry->record, completion->references, entry->ends);

        if (unknown != NULL)
          g_error ("“%s” refers to “%s”, which is not in its dataset",
                   atlas_record_get_id (entry->record), unknown);
        for (guint j = start; j < completion->references->len; j++)
          {
            const guint32 target = g_array_index (completion->references, guint32, j);

            completion->counts[target] += is_first_of_pair (completion, target, slot);
          }
      }
}

static void
forget_pairs (AtlasRecordTable *self, Completion *completion)
{
  for (guint slot = 0; slot < self->n_slots; slot++)
    completion->latest[slot] = G_MAXUINT32;
}

/* Reallocates each entry with room for its referrers. */
static void
widen_entries (AtlasRecordTable *self, Completion *completion)
{
  guint next = 0;

  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < self->by_kind[kind]->len; i++)
      {
        const guint32 slot = g_array_index (self->by_kind[kind], guint32, i);
        AtlasRecordChunk *chunk = g_ptr_array_index (self->chunks, slot / ATLAS_RECORD_CHUNK_SIZE);
        AtlasRecordEntry **entry = &chunk->entries[slot % ATLAS_RECORD_CHUNK_SIZE];
        const guint n_references = _atlas_entry_count_references (*entry);

        *entry = g_realloc (*entry, get_entry_size (n_references + completion->counts[slot]));
        if (n_references > 0)
          memcpy ((*entry)->slots, &g_array_index (completion->references, guint32, next),
                  n_references * sizeof (guint32));
        next += n_references;
      }
}

static void
add_referrers (AtlasRecordTable *self, Completion *completion)
{
  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < self->by_kind[kind]->len; i++)
      {
        const guint32 slot = g_array_index (self->by_kind[kind], guint32, i);
        const AtlasRecordEntry *entry = _atlas_table_get_entry (self, slot);

        for (guint j = 0; j < _atlas_entry_count_references (entry); j++)
          {
            AtlasRecordEntry *target = _atlas_table_get_entry (self, entry->slots[j]);

            if (is_first_of_pair (completion, entry->slots[j], slot))
              target->slots[_atlas_entry_count_references (target) + target->n_referrers++] = slot;
          }
        _atlas_record_seal (entry->record);
      }
  for (guint slot = 0; slot < self->n_slots; slot++)
    g_assert (_atlas_table_get_entry (self, slot)->n_referrers == completion->counts[slot]);
}

/* Computes the referrers. All referenced records must exist. */
void
_atlas_record_table_complete (AtlasRecordTable *self)
{
  Completion completion = { .references = NULL };

  completion.references = g_array_new (FALSE, FALSE, sizeof (guint32));
  completion.counts = g_new0 (guint32, self->n_slots);
  completion.latest = g_new (guint32, self->n_slots);
  forget_pairs (self, &completion);
  resolve_all (self, &completion);
  widen_entries (self, &completion);
  forget_pairs (self, &completion);
  add_referrers (self, &completion);
  g_free (completion.latest);
  g_free (completion.counts);
  g_array_unref (completion.references);
}
