/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-log.h"

#include "atlas-citation.h"

/*
 * AtlasLog: dated entries that people add to a record while they follow it up.
 */
G_DEFINE_BOXED_TYPE (AtlasLog, atlas_log, g_ptr_array_ref, g_ptr_array_unref)

/**
 * atlas_log_new:
 *
 * Returns: (transfer full): a log without entries, which owns those that are added
 */
AtlasLog *
atlas_log_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_log_entry_free);
}

/**
 * atlas_log_entry_new:
 * @date: its date
 *
 * Returns: (transfer full): an entry that has only a date
 */
AtlasLogEntry *
atlas_log_entry_new (const AtlasDate *date)
{
  AtlasLogEntry *self;

  g_return_val_if_fail (date != NULL, NULL);

  self = g_new0 (AtlasLogEntry, 1);
  self->date = *date;
  self->citations = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_citation_free);
  return self;
}

/**
 * atlas_log_entry_copy:
 * @self: an entry
 *
 * Returns: (transfer full): a copy, which may be changed
 */
AtlasLogEntry *
atlas_log_entry_copy (const AtlasLogEntry *self)
{
  AtlasLogEntry *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = atlas_log_entry_new (&self->date);
  copy->stage = self->stage;
  copy->figure = g_strdup (self->figure);
  copy->note = self->note != NULL ? atlas_text_ref (self->note) : NULL;
  for (guint i = 0; i < self->citations->len; i++)
    {
      const AtlasCitation *citation = self->citations->pdata[i];

      g_ptr_array_add (copy->citations, atlas_citation_new (citation->source, citation->section,
                                                            citation->paragraph));
    }
  return copy;
}

/**
 * atlas_log_entry_free:
 * @self: (transfer full): an entry
 */
void
atlas_log_entry_free (AtlasLogEntry *self)
{
  g_free (self->figure);
  g_clear_pointer (&self->note, atlas_text_unref);
  g_ptr_array_unref (self->citations);
  g_free (self);
}
