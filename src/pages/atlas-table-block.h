/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-chart.h"
#include "atlas-record.h"
#include "atlas-typesetter.h"

G_BEGIN_DECLS

/**
 * AtlasTableFlags:
 * @ATLAS_TABLE_PLAIN: only rows
 * @ATLAS_TABLE_HEAD: a head above the rows of each page
 * @ATLAS_TABLE_HAIRLINES: a thin line below each row
 * @ATLAS_TABLE_NOTES: rows can end with the number of a note
 * @ATLAS_TABLE_FORM: columns without text stay, with room for writing by hand
 */
typedef enum
{
  ATLAS_TABLE_PLAIN = 0,
  ATLAS_TABLE_HEAD = 1 << 0,
  ATLAS_TABLE_HAIRLINES = 1 << 1,
  ATLAS_TABLE_NOTES = 1 << 2,
  ATLAS_TABLE_FORM = 1 << 3,
} AtlasTableFlags;

/**
 * AtlasTableColumn:
 * @ATLAS_TABLE_COLUMN_LEFT: aligned to the left
 * @ATLAS_TABLE_COLUMN_RIGHT: aligned to the right, for numbers
 */
typedef enum
{
  ATLAS_TABLE_COLUMN_LEFT,
  ATLAS_TABLE_COLUMN_RIGHT,
} AtlasTableColumn;

/**
 * AtlasTableRowKind:
 * @ATLAS_TABLE_ROW_CELLS: a cell for each column
 * @ATLAS_TABLE_ROW_GROUP: a heading over all columns
 * @ATLAS_TABLE_ROW_REMARK: a remark over all columns, on the following groups
 * @ATLAS_TABLE_ROW_REST: the number of rows that are left out
 *
 * The kinds of rows.
 */
typedef enum
{
  ATLAS_TABLE_ROW_CELLS,
  ATLAS_TABLE_ROW_GROUP,
  ATLAS_TABLE_ROW_REMARK,
  ATLAS_TABLE_ROW_REST,
} AtlasTableRowKind;

/**
 * AtlasTableCellText:
 * @role: the role of @text
 * @text: plain text, not markup; may be empty
 * @detail: more text below or after it; may be empty
 * @link: (nullable): the anchor to which the cell is linked
 *
 * The contents of a cell, for other media than paper. All are borrowed.
 */
typedef struct
{
  AtlasTextRole role;
  const char *text;
  const char *detail;
  const char *link;
} AtlasTableCellText;

#define ATLAS_TYPE_TABLE_BLOCK (atlas_table_block_get_type ())

G_DECLARE_FINAL_TYPE (AtlasTableBlock, atlas_table_block, ATLAS, TABLE_BLOCK, AtlasBlock)

AtlasTableBlock *atlas_table_block_new (AtlasTypesetter *typesetter, AtlasTableFlags flags);
void atlas_table_block_add_column (AtlasTableBlock *self,
                                   const char *title,
                                   double share,
                                   AtlasTableColumn align);
void atlas_table_block_add_group (AtlasTableBlock *self, const char *title);
void atlas_table_block_add_remark (AtlasTableBlock *self, const char *text);
void atlas_table_block_add_row (AtlasTableBlock *self, AtlasRecord *record);
void atlas_table_block_join_row (AtlasTableBlock *self);
void atlas_table_block_add_cell (AtlasTableBlock *self, AtlasTextRole role, const char *text);
void atlas_table_block_add_pair (AtlasTableBlock *self, const char *text, const char *detail);
void atlas_table_block_add_run (AtlasTableBlock *self,
                                AtlasTextRole role,
                                const char *text,
                                AtlasTextRole rest_role,
                                const char *rest);
void atlas_table_block_link_cell (AtlasTableBlock *self, const char *anchor);
void atlas_table_block_anchor_row (AtlasTableBlock *self, const char *anchor);
guint atlas_table_block_get_length (AtlasTableBlock *self);
AtlasRecord *atlas_table_block_get_record (AtlasTableBlock *self, guint row);
void atlas_table_block_set_note (AtlasTableBlock *self, guint row, guint number);
void atlas_table_block_set_cell (AtlasTableBlock *self,
                                 guint row,
                                 guint column,
                                 AtlasTextRole role,
                                 const char *text);
void atlas_table_block_set_bar (AtlasTableBlock *self,
                                guint row,
                                double from,
                                double to,
                                AtlasChartTone tone);
void atlas_table_block_remove_bars (AtlasTableBlock *self);
void atlas_table_block_set_limit (AtlasTableBlock *self, guint limit, guint n_longer);
guint atlas_table_block_count_headings (AtlasTableBlock *self);
guint atlas_table_block_get_longest (AtlasTableBlock *self);

guint atlas_table_block_get_n_columns (AtlasTableBlock *self);
const char *
atlas_table_block_get_column (AtlasTableBlock *self, guint column, AtlasTableColumn *align);
double atlas_table_block_get_width (AtlasTableBlock *self, guint column);
gboolean atlas_table_block_is_short (AtlasTableBlock *self, guint column);
AtlasTableRowKind atlas_table_block_get_row_kind (AtlasTableBlock *self, guint row);
gboolean atlas_table_block_get_cell (AtlasTableBlock *self,
                                     guint row,
                                     guint column,
                                     AtlasTableCellText *cell);
const char *atlas_table_block_skip_indent (const char *text, guint *depth);
const char *atlas_table_block_get_anchor (AtlasTableBlock *self, guint row);
guint atlas_table_block_get_note (AtlasTableBlock *self, guint row);

G_END_DECLS
