/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-omission-private.h"

#include <glib/gi18n-lib.h>

#include "atlas-enum-types.h"
#include "atlas-labels.h"
#include "atlas-references-private.h"

/*
 * Decides which records of a file with faults can be shown: all except those with a fault, and
 * those whose meaning would change without a record that is left out.
 *
 * A fault belongs to the record that contains it. A fault outside all records concerns the file.
 * The title, the date and the approval number can be left out. For anything else, such as a missing
 * array, it is unknown what is missing, so the file is refused.
 */

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const AtlasEntry *first = a, *second = b;

  return (first->at > second->at) - (first->at < second->at);
}

static gboolean
is_within (AtlasReading *reading, guint at, gsize offset)
{
  const AtlasJsonValue *value = _atlas_json_index_get (reading->index, at);

  return offset >= value->offset && offset < (gsize) value->offset + value->length;
}

/* Returns the record that contains a fault, or NULL. Entries are sorted. */
static AtlasEntry *
find_entry (AtlasReading *reading, gsize offset)
{
  guint first = 0, end = reading->entries->len;

  while (first < end)
    {
      const guint middle = first + (end - first) / 2;
      AtlasEntry *entry = &g_array_index (reading->entries, AtlasEntry, middle);

      if (is_within (reading, entry->at, offset))
        return entry;
      if (offset < _atlas_json_index_get (reading->index, entry->at)->offset)
        end = middle;
      else
        first = middle + 1;
    }
  return NULL;
}

static char *
describe_entry (const AtlasEntry *entry)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const char *kind = atlas_label_for (ATLAS_TYPE_RECORD_KIND, (int) entry->kind, language);
  const char *name = entry->record != NULL ? atlas_record_get_name (entry->record, language) : "";
  g_autofree char *quoted = NULL;

  if (*name == '\0' && entry->record != NULL)
    name = atlas_record_get_id (entry->record);
  if (*name == '\0')
    return g_strdup (kind);
  quoted = _atlas_quote (name, -1);
  /* Translators: the kind of a record, then its name */
  return g_strdup_printf (_("%s “%s”"), kind, quoted);
}

/**
 * _atlas_omission_name_records:
 * @reading: a reading whose records have all been read
 *
 * Sets in each fault the description of the record that contains it.
 */
void
_atlas_omission_name_records (AtlasReading *reading)
{
  GPtrArray *faults = _atlas_fault_list_peek (reading->faults);

  if (reading->index == NULL || reading->entries->len == 0)
    return;
  g_array_sort (reading->entries, compare_entries);
  for (guint i = 0; i < faults->len; i++)
    {
      AtlasFault *fault = faults->pdata[i];
      const AtlasEntry *entry = find_entry (reading, fault->offset);

      if (entry != NULL && fault->record == NULL)
        fault->record = describe_entry (entry);
    }
}

/* A source is kept without its faulty members, because otherwise all records that cite it would be
 * left out too. */
static gboolean
can_keep (const AtlasEntry *entry)
{
  return entry->kind == ATLAS_RECORD_KIND_SOURCE && entry->record != NULL &&
         atlas_record_get_name_text (entry->record) != NULL;
}

static gboolean
can_do_without (AtlasReading *reading, const AtlasFault *fault)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reading->head); i++)
    if (reading->head[i] != 0 && is_within (reading, reading->head[i], fault->offset))
      return TRUE;
  return FALSE;
}

/* Finds the records with faults; FALSE when the file itself has a fault that cannot be left out. */
static gboolean
mark_entries (AtlasReading *reading)
{
  GPtrArray *faults = _atlas_fault_list_peek (reading->faults);

  if (_atlas_fault_list_is_full (reading->faults))
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    {
      const AtlasFault *fault = faults->pdata[i];
      AtlasEntry *entry;

      if (fault->severity != ATLAS_FAULT_SEVERITY_ERROR)
        continue;
      entry = find_entry (reading, fault->offset);
      if (entry != NULL)
        entry->is_at_fault = !can_keep (entry);
      else if (!can_do_without (reading, fault))
        return FALSE;
    }
  return TRUE;
}

/* Creates a dataset of the records that are kept, in the order of the file. */
static void
keep_records (AtlasReading *reading, GHashTable *left_out)
{
  AtlasDataset *kept = atlas_dataset_new ();
  g_autoptr (AtlasDataset) whole = g_steal_pointer (&reading->dataset);

  atlas_dataset_copy_head (kept, whole);
  for (guint i = 0; i < reading->entries->len; i++)
    {
      AtlasEntry *entry = &g_array_index (reading->entries, AtlasEntry, i);

      if (entry->record != NULL && g_hash_table_contains (left_out, entry->record))
        entry->record = NULL;
      if (entry->record != NULL)
        atlas_dataset_add (kept, entry->record);
    }
  reading->dataset = kept;
}

/**
 * _atlas_omission_apply:
 * @reading: a reading with errors, whose records have all been read and checked
 *
 * Removes from the dataset the records with faults and those that need them, and completes the
 * rest. Adds a fault for each record that is left out because of another one.
 *
 * Returns: whether there is anything to show; if not, the dataset is unchanged
 */
gboolean
_atlas_omission_apply (AtlasReading *reading)
{
  g_autoptr (GHashTable) left_out = g_hash_table_new (NULL, NULL);
  guint n_at_fault = 0, n_records;

  g_array_sort (reading->entries, compare_entries);
  if (reading->entries->len == 0 || !mark_entries (reading))
    return FALSE;
  for (guint i = 0; i < reading->entries->len; i++)
    {
      const AtlasEntry *entry = &g_array_index (reading->entries, AtlasEntry, i);

      n_at_fault += entry->is_at_fault;
      if (entry->is_at_fault && entry->record != NULL)
        g_hash_table_add (left_out, entry->record);
    }
  n_records = g_hash_table_size (left_out);
  _atlas_references_spread (reading->references, reading, left_out);
  /* The descriptions need the records, which are freed with the whole dataset. */
  _atlas_omission_name_records (reading);
  keep_records (reading, left_out);
  atlas_dataset_set_left_out (reading->dataset, n_at_fault,
                              g_hash_table_size (left_out) - n_records);
  _atlas_references_join (reading->references, reading, left_out);
  return TRUE;
}
