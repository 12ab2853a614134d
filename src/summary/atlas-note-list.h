/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-dataset.h"
#include "atlas-paragraph-block.h"
#include "atlas-table-block.h"
#include "atlas-tiles-block.h"

G_BEGIN_DECLS

#define ATLAS_TYPE_NOTE_LIST (atlas_note_list_get_type ())

G_DECLARE_FINAL_TYPE (AtlasNoteList, atlas_note_list, ATLAS, NOTE_LIST, GObject)

AtlasNoteList *atlas_note_list_new (AtlasDataset *dataset, AtlasLanguage language);
AtlasNoteList *atlas_note_list_new_short (AtlasDataset *dataset, AtlasLanguage language);
guint atlas_note_list_number (AtlasNoteList *self, AtlasRecord *record);
void atlas_note_list_number_table (AtlasNoteList *self, AtlasTableBlock *table);
void atlas_note_list_number_tiles (AtlasNoteList *self, AtlasTilesBlock *tiles);
guint atlas_note_list_get_length (AtlasNoteList *self);
char *atlas_note_list_dup_citations (AtlasNoteList *self, guint number);
char *atlas_note_list_dup_remark (AtlasNoteList *self, guint number);
void atlas_note_list_write (AtlasNoteList *self, AtlasParagraphBlock *paragraph);
guint atlas_note_list_get_n_sources (AtlasNoteList *self);
AtlasTableBlock *atlas_note_list_make_notes_table (AtlasNoteList *self,
                                                   AtlasTypesetter *typesetter);
AtlasTableBlock *atlas_note_list_make_source_table (AtlasNoteList *self,
                                                    AtlasTypesetter *typesetter);

G_END_DECLS
