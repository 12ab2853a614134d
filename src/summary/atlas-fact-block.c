/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fact-block.h"

#include "atlas-translation.h"

/*
 * Tables of facts as blocks of a page.
 */

/* The white space between tables side by side, as a multiple of the font size of a cell. */
#define COLUMN_GAP 2.4

static gboolean
is_number (const AtlasFactColumn *column)
{
  return column->type == ATLAS_FACT_TYPE_AMOUNT || column->type == ATLAS_FACT_TYPE_VALUE ||
         column->type == ATLAS_FACT_TYPE_NUMBER;
}

static void
add_cell (AtlasTableBlock *block, AtlasFactTable *table, guint row, guint column)
{
  g_auto (AtlasFactCell) cell = atlas_fact_table_dup_cell (table, row, column);

  /* Shorten a record that an earlier row has. */
  if (g_array_index (table->rows, AtlasFactRow, row).is_repeated &&
      cell.type == ATLAS_FACT_TYPE_NAME)
    atlas_table_block_add_cell (block, ATLAS_TEXT_ROLE_CELL, cell.text);
  else if (cell.type == ATLAS_FACT_TYPE_NAME)
    atlas_table_block_add_pair (block, cell.text, cell.detail);
  else if (*cell.text == '\0' && cell.detail != NULL)
    atlas_table_block_add_cell (block, ATLAS_TEXT_ROLE_DETAIL, cell.detail);
  else
    atlas_table_block_add_cell (
      block, cell.type == ATLAS_FACT_TYPE_VALUE ? ATLAS_TEXT_ROLE_STRONG : ATLAS_TEXT_ROLE_CELL,
      cell.text);
}

/**
 * atlas_fact_block_add_rows:
 * @block: a table with the columns of @table
 * @table: a table of facts
 *
 * Adds the rows of @table. A part is joined to its whole, so that both are shown or neither.
 */
void
atlas_fact_block_add_rows (AtlasTableBlock *block, AtlasFactTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      const AtlasFactRow *row = &g_array_index (table->rows, AtlasFactRow, i);

      if (row->heading != NULL)
        atlas_table_block_add_group (block, row->heading);
      atlas_table_block_add_row (block, row->record);
      if (row->depth > 0)
        atlas_table_block_join_row (block);
      for (guint column = 0; column < table->columns->len; column++)
        add_cell (block, table, i, column);
    }
}

/* Puts rows of two short texts into two columns, except English text in the large font of the
 * official layout, where each name would wrap over several lines. */
static gboolean
has_room_beside (AtlasFactTable *table, AtlasTypesetter *typesetter)
{
  return table->is_narrow &&
         (table->facts->language != ATLAS_LANGUAGE_EN ||
          atlas_typesetter_get_layout (typesetter) != ATLAS_PAGE_LAYOUT_OFFICIAL);
}

/**
 * atlas_fact_block_new:
 * @table: a table of facts
 * @typesetter: the typesetter
 *
 * Returns: (transfer full): a block with the columns and rows of @table
 */
AtlasTableBlock *
atlas_fact_block_new (AtlasFactTable *table, AtlasTypesetter *typesetter)
{
  AtlasTableBlock *block =
    atlas_table_block_new (typesetter, ATLAS_TABLE_HEAD | ATLAS_TABLE_HAIRLINES |
                                         ATLAS_TABLE_NOTES |
                                         (table->is_form ? ATLAS_TABLE_FORM : ATLAS_TABLE_PLAIN));

  for (guint i = 0; i < table->columns->len; i++)
    {
      const AtlasFactColumn *column = &g_array_index (table->columns, AtlasFactColumn, i);

      atlas_table_block_add_column (
        block, atlas_translate_context (table->facts->language, "column", column->title),
        column->share, is_number (column) ? ATLAS_TABLE_COLUMN_RIGHT : ATLAS_TABLE_COLUMN_LEFT);
    }
  atlas_fact_block_add_rows (block, table);
  if (has_room_beside (table, typesetter))
    atlas_block_set_columns (ATLAS_BLOCK (block), 2,
                             COLUMN_GAP *
                               atlas_typesetter_get_size (typesetter, ATLAS_TEXT_ROLE_CELL));
  return block;
}
