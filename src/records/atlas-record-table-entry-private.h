/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-record-table-private.h"

G_BEGIN_DECLS

/* The data structures of tables, for the files that implement them; see atlas-record-table.c. */

#define ATLAS_RECORD_CHUNK_SIZE 256

typedef struct
{
  gatomicrefcount ref_count;
  AtlasRecord *record;         /* owned */
  guint32 ends[ATLAS_N_ROLES]; /* the end of the references in each role */
  guint32 n_referrers;
  guint32 slots[]; /* references, sorted by role; then referrers */
} AtlasRecordEntry;

typedef struct
{
  gatomicrefcount ref_count;
  AtlasRecordEntry *entries[ATLAS_RECORD_CHUNK_SIZE]; /* owned; NULL for an empty slot */
} AtlasRecordChunk;

struct _AtlasRecordTable
{
  gatomicrefcount ref_count;
  GPtrArray *chunks; /* of AtlasRecordChunk, owned */
  guint32 n_slots;
  GHashTable *ids;   /* from id to slot; shared by derived tables */
  GHashTable *later; /* from id to slot, searched before @ids; may be shared; NULL for none */

  /* Of guint32: the slots of each kind in ascending order; may be shared. */
  GArray *by_kind[ATLAS_N_RECORD_KINDS];
};

static inline guint
_atlas_entry_count_references (const AtlasRecordEntry *entry)
{
  return entry->ends[ATLAS_N_ROLES - 1];
}

static inline AtlasRecordEntry *
_atlas_table_get_entry (const AtlasRecordTable *self, guint32 slot)
{
  const AtlasRecordChunk *chunk = g_ptr_array_index (self->chunks, slot / ATLAS_RECORD_CHUNK_SIZE);

  return chunk->entries[slot % ATLAS_RECORD_CHUNK_SIZE];
}

AtlasRecordEntry *_atlas_entry_new (AtlasRecord *record, guint n_slots);
void _atlas_chunk_unref (gpointer data);
GHashTable *_atlas_ids_new (void);
void _atlas_ids_copy (GHashTable *ids, GHashTable *others);
void _atlas_table_set_entry (AtlasRecordTable *self, guint32 slot, AtlasRecordEntry *entry);
guint32 _atlas_table_append (AtlasRecordTable *self, GHashTable *ids, AtlasRecord *record);
const char *
_atlas_table_resolve (AtlasRecordTable *self, AtlasRecord *record, GArray *slots, guint32 *ends);

G_END_DECLS
