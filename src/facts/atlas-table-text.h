/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-fact-table.h"

G_BEGIN_DECLS

/**
 * AtlasTableFormat:
 * @ATLAS_TABLE_FORMAT_CSV: RFC 4180: commas between cells, text in quotation marks
 * @ATLAS_TABLE_FORMAT_TABS: tabs between cells, one line per row, for pasting into spreadsheets and
 *   text
 *
 * The formats of a table as text.
 */
typedef enum
{
  ATLAS_TABLE_FORMAT_CSV,
  ATLAS_TABLE_FORMAT_TABS,
} AtlasTableFormat;

typedef struct _AtlasTableText AtlasTableText;

AtlasTableText *atlas_table_text_new (AtlasTableFormat format, const char *beginning);
char *atlas_table_text_free_to_string (AtlasTableText *self);
void atlas_table_text_add_plain (AtlasTableText *self, const char *text);
void atlas_table_text_add_words (AtlasTableText *self, const char *text);
void atlas_table_text_add_data (AtlasTableText *self, const char *text);
void
atlas_table_text_add_cell (AtlasTableText *self, AtlasFactTable *table, guint row, guint column);
void atlas_table_text_end_line (AtlasTableText *self);
char *atlas_table_text_from_facts (AtlasFactTable *table, AtlasTableFormat format);

G_END_DECLS
