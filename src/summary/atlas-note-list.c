/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-note-list.h"

#include "atlas-description.h"
#include "atlas-figure.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-schema.h"
#include "atlas-source.h"
#include "atlas-translation.h"

/*
 * AtlasNoteList: the numbered notes of a summary, and the cited sources.
 *
 * A note contains the citations of a record, remarks on what the source leaves open, and what is
 * inferred. Records with equal notes share a number, so that a table from one paragraph has one
 * note instead of thirty. Notes are numbered in the order of requests.
 */
struct _AtlasNoteList
{
  GObject parent_instance;

  AtlasDataset *dataset;
  AtlasLanguage language;
  gboolean is_short;
  GHashTable *numbers; /* from the content of a note to its number */
  GPtrArray *records;  /* the first record of each note */
  GPtrArray *sources;  /* in the order of citation; borrowed */
};

G_DEFINE_FINAL_TYPE (AtlasNoteList, atlas_note_list, G_TYPE_OBJECT)

static void
atlas_note_list_finalize (GObject *object)
{
  AtlasNoteList *self = ATLAS_NOTE_LIST (object);

  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->sources);
  g_clear_object (&self->dataset);

  G_OBJECT_CLASS (atlas_note_list_parent_class)->finalize (object);
}

static void
atlas_note_list_class_init (AtlasNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_note_list_finalize;
}

static void
atlas_note_list_init (AtlasNoteList *self)
{
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);
  self->sources = g_ptr_array_new ();
}

/**
 * atlas_note_list_new:
 * @dataset: the dataset of the records
 * @language: the language of the notes
 *
 * Returns: (transfer full): a list without notes
 */
AtlasNoteList *
atlas_note_list_new (AtlasDataset *dataset, AtlasLanguage language)
{
  AtlasNoteList *self = g_object_new (ATLAS_TYPE_NOTE_LIST, NULL);

  self->dataset = g_object_ref (dataset);
  self->language = language;
  return self;
}

/**
 * atlas_note_list_new_short:
 * @dataset: the dataset of the records
 * @language: the language of the notes
 *
 * Returns: (transfer full): a list without notes, which leaves out the remarks on all records but
 *   figures, so that its notes have room at the foot of a page
 */
AtlasNoteList *
atlas_note_list_new_short (AtlasDataset *dataset, AtlasLanguage language)
{
  AtlasNoteList *self = atlas_note_list_new (dataset, language);

  self->is_short = TRUE;
  return self;
}

/* Citations contain the number of the source if there are several sources. Where they would be, a
 * record without a source says so. */
static char *
describe_citations (AtlasNoteList *self, AtlasRecord *record)
{
  GString *citations = g_string_new (NULL);

  if (atlas_record_lacks_source (record))
    g_string_append (citations, atlas_describe_no_source (self->language));
  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (record, i);
      AtlasRecord *source = atlas_dataset_get_source (self->dataset, citation);
      guint index;

      if (i > 0)
        g_string_append (citations, atlas_translate_context (self->language, "list", ", "));
      if (self->sources->len > 1 && g_ptr_array_find (self->sources, source, &index))
        g_string_append_printf (citations, "[%u]\u00a0", index + 1);
      /* A no-break space between the section and the paragraph. */
      g_string_append_printf (citations, "%s\u00a0¶%u", citation->section, citation->paragraph);
    }
  return g_string_free (citations, FALSE);
}

static char *
describe_remark (AtlasNoteList *self, AtlasRecord *record)
{
  g_autofree char *members = atlas_describe_inferred (record, self->language);
  /* Translators: what of a fact the source implies and does not state, such as "date, places". */
  g_autofree char *inferred =
    *members != '\0' ? g_strdup_printf (atlas_translate (self->language, "Inferred: %s."), members)
                     : g_strdup ("");
  const char *note = self->is_short && !ATLAS_IS_FIGURE (record)
                       ? ""
                       : atlas_record_get_note (record, self->language);

  if (*note == '\0' || *inferred == '\0')
    return g_strconcat (note, inferred, NULL);
  return g_strconcat (note, self->language == ATLAS_LANGUAGE_ZH ? "" : " ", inferred, NULL);
}

/* Returns a string that is equal for equal notes. */
static char *
make_key (AtlasNoteList *self, AtlasRecord *record)
{
  g_autofree char *remark = describe_remark (self, record);
  GString *key = g_string_new (remark);

  if (atlas_record_lacks_source (record))
    g_string_append_c (key, '\n');
  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      const AtlasCitation *citation = atlas_record_get_citation (record, i);

      g_string_append_printf (key, "\n%s %s %u", citation->source, citation->section,
                              citation->paragraph);
    }
  return g_string_free (key, FALSE);
}

/**
 * atlas_note_list_number:
 * @self: a list of notes
 * @record: a record of its dataset, or an entry in the progress of a project as an event
 *
 * Adds the note of @record, if it is new.
 *
 * Returns: its number, from 1; 0 if the record needs no citation and has none and no remark
 */
guint
atlas_note_list_number (AtlasNoteList *self, AtlasRecord *record)
{
  g_autofree char *key = NULL;
  guint number;

  g_return_val_if_fail (ATLAS_IS_NOTE_LIST (self), 0);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), 0);

  key = make_key (self, record);
  if (*key == '\0')
    return 0;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
  if (number > 0)
    return number;
  g_ptr_array_add (self->records, g_object_ref (record));
  number = self->records->len;
  g_hash_table_insert (self->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (number));
  for (guint i = 0; i < atlas_record_get_n_citations (record); i++)
    {
      AtlasRecord *source =
        atlas_dataset_get_source (self->dataset, atlas_record_get_citation (record, i));

      if (!g_ptr_array_find (self->sources, source, NULL))
        g_ptr_array_add (self->sources, source);
    }
  return number;
}

/**
 * atlas_note_list_number_table:
 * @self: a list of notes
 * @table: a table
 *
 * Adds the notes of the visible rows of @table and writes their numbers into it.
 */
void
atlas_note_list_number_table (AtlasNoteList *self, AtlasTableBlock *table)
{
  for (guint i = 0; i < atlas_table_block_get_length (table); i++)
    {
      AtlasRecord *record = atlas_table_block_get_record (table, i);

      if (record != NULL)
        atlas_table_block_set_note (table, i, atlas_note_list_number (self, record));
    }
}

/**
 * atlas_note_list_number_tiles:
 * @self: a list of notes
 * @tiles: large numbers
 *
 * Adds the notes of @tiles and writes their numbers into it.
 */
void
atlas_note_list_number_tiles (AtlasNoteList *self, AtlasTilesBlock *tiles)
{
  for (guint i = 0; i < atlas_tiles_block_get_length (tiles); i++)
    {
      AtlasRecord *record = atlas_tiles_block_get_record (tiles, i);

      if (record != NULL)
        atlas_tiles_block_set_note (tiles, i, atlas_note_list_number (self, record));
    }
}

/**
 * atlas_note_list_get_length:
 * @self: a list of notes
 *
 * Returns: the number of notes
 */
guint
atlas_note_list_get_length (AtlasNoteList *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE_LIST (self), 0);

  return self->records->len;
}

/**
 * atlas_note_list_dup_citations:
 * @self: a list of notes
 * @number: the number of a note, from 1
 *
 * Returns: (transfer full): the citations of the note, or that there is no source yet; "" if it
 *   needs none and has none
 */
char *
atlas_note_list_dup_citations (AtlasNoteList *self, guint number)
{
  g_return_val_if_fail (ATLAS_IS_NOTE_LIST (self), NULL);
  g_return_val_if_fail (number > 0 && number <= self->records->len, NULL);

  return describe_citations (self, self->records->pdata[number - 1]);
}

/**
 * atlas_note_list_dup_remark:
 * @self: a list of notes
 * @number: the number of a note, from 1
 *
 * Returns: (transfer full): the remark of the note; "" if it has none
 */
char *
atlas_note_list_dup_remark (AtlasNoteList *self, guint number)
{
  g_return_val_if_fail (ATLAS_IS_NOTE_LIST (self), NULL);
  g_return_val_if_fail (number > 0 && number <= self->records->len, NULL);

  return describe_remark (self, self->records->pdata[number - 1]);
}

static void
link_to_source (AtlasNoteList *self, AtlasTableBlock *table, AtlasRecord *record)
{
  g_autofree char *anchor = NULL;
  guint index;

  if (atlas_record_get_n_citations (record) == 0)
    return;
  g_ptr_array_find (self->sources,
                    atlas_dataset_get_source (self->dataset, atlas_record_get_citation (record, 0)),
                    &index);
  anchor = g_strdup_printf ("source-%u", index + 1);
  atlas_table_block_link_cell (table, anchor);
}

/**
 * atlas_note_list_make_notes_table:
 * @self: a list of notes
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the notes in two columns; they link to the rows of
 *   atlas_note_list_make_source_table(), so that table must be drawn too
 */
AtlasTableBlock *
atlas_note_list_make_notes_table (AtlasNoteList *self, AtlasTypesetter *typesetter)
{
  AtlasTableBlock *table = atlas_table_block_new (typesetter, ATLAS_TABLE_PLAIN);

  atlas_table_block_add_column (table, "", 0, ATLAS_TABLE_COLUMN_RIGHT);
  atlas_table_block_add_column (table, "", 1, ATLAS_TABLE_COLUMN_LEFT);
  for (guint i = 0; i < self->records->len; i++)
    {
      AtlasRecord *record = self->records->pdata[i];
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *anchor = g_strdup_printf ("note-%u", i + 1);
      g_autofree char *citations = describe_citations (self, record);
      g_autofree char *remark = describe_remark (self, record);

      atlas_table_block_add_row (table, NULL);
      atlas_table_block_anchor_row (table, anchor);
      atlas_table_block_add_cell (table, ATLAS_TEXT_ROLE_NOTE_NUMBER, number);
      /* If one of the two texts is empty, the other one is used alone. */
      atlas_table_block_add_run (table, ATLAS_TEXT_ROLE_CITATION, citations, ATLAS_TEXT_ROLE_NOTE,
                                 remark);
      link_to_source (self, table, record);
    }
  atlas_block_set_columns (ATLAS_BLOCK (table), 2,
                           2.4 * atlas_typesetter_get_size (typesetter, ATLAS_TEXT_ROLE_NOTE));
  return table;
}

static void
add_short_note (AtlasNoteList *self, AtlasParagraphBlock *paragraph, guint index)
{
  AtlasRecord *record = self->records->pdata[index];
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *anchor = g_strdup_printf ("note-%u", index + 1);
  g_autofree char *citations = describe_citations (self, record);
  g_autofree char *remark = describe_remark (self, record);
  /* A narrow no-break space keeps the number beside its note. */
  g_autofree char *cited = g_strconcat ("\u202f", citations, NULL);
  g_autofree char *remarked = g_strconcat (*citations != '\0' ? "\u00a0" : "", remark, NULL);

  if (index > 0)
    atlas_paragraph_block_add (paragraph, ATLAS_TEXT_ROLE_NOTE, "\u2003");
  atlas_paragraph_block_add (paragraph, ATLAS_TEXT_ROLE_NOTE_NUMBER, number);
  atlas_paragraph_block_anchor (paragraph, anchor);
  atlas_paragraph_block_add (paragraph, ATLAS_TEXT_ROLE_CITATION, cited);
  if (*remark != '\0')
    atlas_paragraph_block_add (paragraph, ATLAS_TEXT_ROLE_NOTE, remarked);
}

/**
 * atlas_note_list_write:
 * @self: a list of notes
 * @paragraph: an empty paragraph
 *
 * Writes the notes one after the other; the sources follow if there are several.
 */
void
atlas_note_list_write (AtlasNoteList *self, AtlasParagraphBlock *paragraph)
{
  g_return_if_fail (ATLAS_IS_NOTE_LIST (self));

  for (guint i = 0; i < self->records->len; i++)
    add_short_note (self, paragraph, i);
  for (guint i = 0; i < self->sources->len && self->sources->len > 1; i++)
    {
      const char *title = atlas_source_get_title (self->sources->pdata[i], self->language);
      g_autofree char *source = g_strdup_printf ("\u2002[%u]\u00a0%s", i + 1, title);

      atlas_paragraph_block_add (paragraph, ATLAS_TEXT_ROLE_NOTE, source);
    }
}

/**
 * atlas_note_list_get_n_sources:
 * @self: a list of notes
 *
 * Returns: the number of sources that the notes cite
 */
guint
atlas_note_list_get_n_sources (AtlasNoteList *self)
{
  g_return_val_if_fail (ATLAS_IS_NOTE_LIST (self), 0);

  return self->sources->len;
}

/**
 * atlas_note_list_make_source_table:
 * @self: a list of notes
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): the sources that the notes cite
 */
AtlasTableBlock *
atlas_note_list_make_source_table (AtlasNoteList *self, AtlasTypesetter *typesetter)
{
  AtlasTableBlock *table = atlas_table_block_new (typesetter, ATLAS_TABLE_PLAIN);

  atlas_table_block_add_column (table, "", 1, ATLAS_TABLE_COLUMN_LEFT);
  for (guint i = 0; i < self->sources->len; i++)
    {
      AtlasSource *source = self->sources->pdata[i];
      const char *title = atlas_source_get_title (source, self->language);
      g_autofree char *anchor = g_strdup_printf ("source-%u", i + 1);
      g_autofree char *origin = atlas_describe_source (source, self->language);
      g_autofree char *numbered = g_strdup_printf ("[%u] %s", i + 1, title);

      atlas_table_block_add_row (table, NULL);
      atlas_table_block_anchor_row (table, anchor);
      atlas_table_block_add_pair (table, self->sources->len > 1 ? numbered : title, origin);
    }
  return table;
}
