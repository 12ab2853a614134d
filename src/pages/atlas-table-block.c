/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-table-block-private.h"

#include "atlas-translation.h"

/*
 * AtlasTableBlock: rows of text in columns.
 *
 * A column without a share is as wide as its widest cell; the others divide the remaining width.
 * Rows may follow a heading row, which is never alone at the bottom of a page. A row may represent
 * a record and end with the number of a note, which is set after all rows are added.
 */
G_DEFINE_FINAL_TYPE (AtlasTableBlock, atlas_table_block, ATLAS_TYPE_BLOCK)

static void
clear_column (gpointer data)
{
  AtlasTableColumnData *column = data;

  g_free (column->title);
  g_clear_object (&column->head);
}

static void
clear_cell (gpointer data)
{
  AtlasTableCell *cell = data;

  g_clear_object (&cell->text);
  g_free (cell->words);
  g_free (cell->detail);
  g_free (cell->link);
}

static void
free_row (gpointer data)
{
  AtlasTableRow *row = data;

  g_clear_object (&row->record);
  g_clear_object (&row->note_text);
  g_clear_object (&row->continued);
  g_array_unref (row->cells);
  g_free (row->anchor);
  g_free (row);
}

static AtlasTableRow *
get_last_row (AtlasTableBlock *self)
{
  return g_ptr_array_index (self->rows, self->rows->len - 1);
}

/* Object -------------------------------------------------------------------------------------- */

static void
atlas_table_block_finalize (GObject *object)
{
  AtlasTableBlock *self = ATLAS_TABLE_BLOCK (object);

  g_array_unref (self->columns);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->rests);
  g_ptr_array_unref (self->rows);
  g_clear_object (&self->typesetter);

  G_OBJECT_CLASS (atlas_table_block_parent_class)->finalize (object);
}

static void
atlas_table_block_class_init (AtlasTableBlockClass *klass)
{
  AtlasBlockClass *block_class = ATLAS_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_table_block_finalize;
  block_class->measure = _atlas_table_block_measure;
  block_class->draw_head = _atlas_table_block_draw_head;
  block_class->draw_row = _atlas_table_block_draw_row;
  block_class->draw_heading = _atlas_table_block_draw_heading;
}

static void
atlas_table_block_init (AtlasTableBlock *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (AtlasTableColumnData));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->rests = g_ptr_array_new_with_free_func (free_row);
  self->shown = g_ptr_array_new ();
  ATLAS_BLOCK (self)->tag = "Table";
}

/**
 * atlas_table_block_new:
 * @typesetter: the typesetter
 * @flags: its appearance
 *
 * Returns: (transfer full): a table without columns or rows
 */
AtlasTableBlock *
atlas_table_block_new (AtlasTypesetter *typesetter, AtlasTableFlags flags)
{
  AtlasTableBlock *self = g_object_new (ATLAS_TYPE_TABLE_BLOCK, NULL);

  self->typesetter = g_object_ref (typesetter);
  self->flags = flags;
  return self;
}

/**
 * atlas_table_block_add_column:
 * @self: a table
 * @title: the head of the column
 * @share: its share of the width, or 0 for the width of its widest cell
 * @align: the alignment of its cells
 *
 * Appends a column. Call this before adding rows.
 */
void
atlas_table_block_add_column (AtlasTableBlock *self,
                              const char *title,
                              double share,
                              AtlasTableColumn align)
{
  const AtlasTableColumnData column = {
    .title = g_strdup (title),
    .share = share,
    .align = align,
    .head = atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_HEAD, title),
  };

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));

  g_array_append_val (self->columns, column);
}

static AtlasTableRow *
new_row (AtlasRecord *record)
{
  AtlasTableRow *row = g_new0 (AtlasTableRow, 1);

  row->record = record != NULL ? g_object_ref (record) : NULL;
  row->cells = g_array_new (FALSE, FALSE, sizeof (AtlasTableCell));
  g_array_set_clear_func (row->cells, clear_cell);
  return row;
}

static void
append_row (AtlasTableBlock *self, AtlasTableRow *row)
{
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->shown, row);
}

/**
 * atlas_table_block_skip_indent:
 * @text: the text of a cell
 * @depth: (out): return location for its depth, 0 for none
 *
 * A part is below its whole, and the em spaces before its name are its depth.
 *
 * Returns: the text after these spaces
 */
const char *
atlas_table_block_skip_indent (const char *text, guint *depth)
{
  *depth = 0;
  while (g_utf8_get_char (text) == 0x2003)
    {
      text = g_utf8_next_char (text);
      ++*depth;
    }
  return text;
}

/* Appends a cell with the given text. @detail may be NULL. */
static void
append_pair (AtlasTableBlock *self,
             AtlasTableRow *row,
             AtlasTextRole role,
             const char *text,
             const char *separator,
             AtlasTextRole detail_role,
             const char *detail)
{
  guint depth;
  const char *shown = atlas_table_block_skip_indent (text, &depth);
  const AtlasTableCell cell = {
    .text = detail != NULL ? atlas_typesetter_set_pair (self->typesetter, role, shown, separator,
                                                        detail_role, detail)
                           : atlas_typesetter_set (self->typesetter, role, shown),
    .role = role,
    .depth = depth,
    .words = g_strdup (text),
    .detail = g_strdup (detail),
  };

  g_array_append_val (row->cells, cell);
}

static void
append_cell (AtlasTableBlock *self, AtlasTableRow *row, AtlasTextRole role, const char *text)
{
  append_pair (self, row, role, text, "", role, NULL);
}

/**
 * atlas_table_block_add_group:
 * @self: a table
 * @title: the title of the following rows
 *
 * Appends a heading row over all columns.
 */
void
atlas_table_block_add_group (AtlasTableBlock *self, const char *title)
{
  AtlasTableRow *row = new_row (NULL);
  g_autofree char *continued = NULL;

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));

  row->is_group = row->is_wide = TRUE;
  /* Translators: a heading, above rows that continue on another page. */
  continued = g_strdup_printf (
    atlas_translate (atlas_typesetter_get_language (self->typesetter), "%s (continued)"), title);
  row->continued = atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_GROUP, continued);
  append_cell (self, row, ATLAS_TEXT_ROLE_GROUP, title);
  append_row (self, row);
}

/**
 * atlas_table_block_add_remark:
 * @self: a table
 * @text: a remark on all following groups
 *
 * Appends a row over all columns, which stays with the next heading row.
 */
void
atlas_table_block_add_remark (AtlasTableBlock *self, const char *text)
{
  AtlasTableRow *row = new_row (NULL);

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));

  row->is_group = row->is_wide = TRUE;
  append_cell (self, row, ATLAS_TEXT_ROLE_NOTE, text);
  append_row (self, row);
}

/**
 * atlas_table_block_add_row:
 * @self: a table
 * @record: (nullable): the record of the row
 *
 * Appends a row. Add its cells next, one for each column.
 */
void
atlas_table_block_add_row (AtlasTableBlock *self, AtlasRecord *record)
{
  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));

  append_row (self, new_row (record));
}

/**
 * atlas_table_block_join_row:
 * @self: a table
 *
 * Joins the last row with the row before: either both are visible or none.
 */
void
atlas_table_block_join_row (AtlasTableBlock *self)
{
  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (self->rows->len > 1);

  get_last_row (self)->is_joined = TRUE;
}

/**
 * atlas_table_block_add_cell:
 * @self: a table
 * @role: the role of the text
 * @text: plain text, not markup; may be empty
 *
 * Adds the next cell of the last row.
 */
void
atlas_table_block_add_cell (AtlasTableBlock *self, AtlasTextRole role, const char *text)
{
  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (self->rows->len > 0);

  append_cell (self, get_last_row (self), role, text);
}

/**
 * atlas_table_block_add_pair:
 * @self: a table
 * @text: a name
 * @detail: more about it; may be empty
 *
 * Adds the next cell of the last row.
 */
void
atlas_table_block_add_pair (AtlasTableBlock *self, const char *text, const char *detail)
{
  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (self->rows->len > 0);

  append_pair (self, get_last_row (self), ATLAS_TEXT_ROLE_STRONG, text, "\n",
               ATLAS_TEXT_ROLE_DETAIL, detail);
}

/**
 * atlas_table_block_add_run:
 * @self: a table
 * @role: the role of the text
 * @text: plain text, not markup
 * @rest_role: the role of the rest
 * @rest: more text on the same line; may be empty
 *
 * Adds the next cell of the last row.
 */
void
atlas_table_block_add_run (AtlasTableBlock *self,
                           AtlasTextRole role,
                           const char *text,
                           AtlasTextRole rest_role,
                           const char *rest)
{
  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (self->rows->len > 0);

  append_pair (self, get_last_row (self), role, text, "\u2002", rest_role, rest);
}

/**
 * atlas_table_block_link_cell:
 * @self: a table
 * @anchor: the anchor of a block or row
 *
 * Links the last cell of the last row to @anchor, which must be drawn too.
 */
void
atlas_table_block_link_cell (AtlasTableBlock *self, const char *anchor)
{
  GArray *cells;
  AtlasTableCell *cell;

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (self->rows->len > 0);

  cells = get_last_row (self)->cells;
  cell = &g_array_index (cells, AtlasTableCell, cells->len - 1);
  g_free (cell->link);
  cell->link = g_strdup (anchor);
}

/**
 * atlas_table_block_anchor_row:
 * @self: a table
 * @anchor: a name: ASCII letters, digits and hyphens
 *
 * Sets the anchor of the last row.
 */
void
atlas_table_block_anchor_row (AtlasTableBlock *self, const char *anchor)
{
  AtlasTableRow *row;

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (self->rows->len > 0);

  row = get_last_row (self);
  g_free (row->anchor);
  row->anchor = g_strdup (anchor);
}

/**
 * atlas_table_block_get_length:
 * @self: a table
 *
 * Returns: the number of visible rows, including heading rows
 */
guint
atlas_table_block_get_length (AtlasTableBlock *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), 0);

  return self->shown->len;
}

/**
 * atlas_table_block_get_record:
 * @self: a table
 * @row: a visible row
 *
 * Returns: (transfer none) (nullable): the record of the row
 */
AtlasRecord *
atlas_table_block_get_record (AtlasTableBlock *self, guint row)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), NULL);
  g_return_val_if_fail (row < self->shown->len, NULL);

  return _atlas_table_block_get_row (self, row)->record;
}

/**
 * atlas_table_block_set_note:
 * @self: a table with %ATLAS_TABLE_NOTES
 * @row: a visible row
 * @number: the number of its note, from 1; 0 for none
 *
 * Writes the number of a note at the end of the row, linked to the note. It takes no extra room.
 */
void
atlas_table_block_set_note (AtlasTableBlock *self, guint row, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (row < self->shown->len);

  _atlas_table_block_get_row (self, row)->note = number;
  g_clear_object (&_atlas_table_block_get_row (self, row)->note_text);
  if (number > 0)
    _atlas_table_block_get_row (self, row)->note_text =
      atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_NOTE_NUMBER, text);
}

/**
 * atlas_table_block_set_cell:
 * @self: a table
 * @row: a visible row
 * @column: one of its columns
 * @role: the role of the text
 * @text: plain text, not markup
 *
 * Replaces a cell with one that needs no more room, such as a page number.
 */
void
atlas_table_block_set_cell (AtlasTableBlock *self,
                            guint row,
                            guint column,
                            AtlasTextRole role,
                            const char *text)
{
  AtlasTableCell *cell;

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (row < self->shown->len);
  g_return_if_fail (column < _atlas_table_block_get_row (self, row)->cells->len);

  cell = &g_array_index (_atlas_table_block_get_row (self, row)->cells, AtlasTableCell, column);
  g_object_unref (cell->text);
  cell->text = atlas_typesetter_set (self->typesetter, role, text);
  cell->role = role;
  g_free (cell->words);
  cell->words = g_strdup (text);
  g_clear_pointer (&cell->detail, g_free);
}

/**
 * atlas_table_block_set_bar:
 * @self: a table
 * @row: a visible row
 * @from: the beginning of the bar, 0…1 from the left to the right edge of the table
 * @to: its end
 * @tone: its tone
 *
 * Draws a thin bar below the texts of the row, for an amount among others. Other media have only
 * the texts. Measure the table again afterwards.
 */
void
atlas_table_block_set_bar (AtlasTableBlock *self,
                           guint row,
                           double from,
                           double to,
                           AtlasChartTone tone)
{
  AtlasTableRow *data;

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (row < self->shown->len);

  data = _atlas_table_block_get_row (self, row);
  data->has_bar = TRUE;
  data->bar_from = from;
  data->bar_to = to;
  data->bar_tone = tone;
}

/**
 * atlas_table_block_remove_bars:
 * @self: a table
 *
 * Removes the bars of all rows. Measure the table again afterwards.
 */
void
atlas_table_block_remove_bars (AtlasTableBlock *self)
{
  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));

  for (guint i = 0; i < self->rows->len; i++)
    ((AtlasTableRow *) self->rows->pdata[i])->has_bar = FALSE;
}

static void
show_rest (AtlasTableBlock *self, guint n_hidden)
{
  const AtlasLanguage language = atlas_typesetter_get_language (self->typesetter);
  g_autofree char *words = NULL;
  AtlasTableRow *row;

  if (n_hidden == 0)
    return;
  /* Translators: how many rows of a table found no room on the page. */
  words = g_strdup_printf (
    atlas_translate_plural (language, "and %u more", "and %u more", n_hidden), n_hidden);
  row = new_row (NULL);
  row->is_wide = TRUE;
  append_cell (self, row, ATLAS_TEXT_ROLE_DETAIL, words);
  g_ptr_array_add (self->rests, row);
  g_ptr_array_add (self->shown, row);
}

/* The number of joined rows from @first on. */
static guint
count_joined (AtlasTableBlock *self, guint first)
{
  guint n_rows = 1;

  while (first + n_rows < self->rows->len &&
         ((AtlasTableRow *) self->rows->pdata[first + n_rows])->is_joined)
    n_rows++;
  return n_rows;
}

/**
 * atlas_table_block_set_limit:
 * @self: a table
 * @limit: the largest number of visible rows below each heading
 * @n_longer: the number of headings, from the first one on, below which one more row is visible
 *
 * Hides the other rows and shows their number. Joined rows are hidden together; those below a
 * heading are shown together even if they are more than @limit, unless it is 0. Measure the table
 * again afterwards.
 */
void
atlas_table_block_set_limit (AtlasTableBlock *self, guint limit, guint n_longer)
{
  guint n_groups = 0, n_shown = 0, n_hidden = 0, n_joined;

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));

  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->rests, 0);
  for (guint i = 0; i < self->rows->len; i += n_joined)
    {
      const gboolean is_group = ((AtlasTableRow *) self->rows->pdata[i])->is_group;
      const guint n_allowed = limit + (n_groups <= n_longer && n_longer > 0);

      n_joined = count_joined (self, i);
      if (is_group)
        {
          show_rest (self, n_hidden);
          n_shown = n_hidden = 0;
          n_groups++;
        }
      /* The first rows, which are the most important ones, are shown with their parts. */
      else if (n_allowed == 0 || (n_shown > 0 && n_shown + n_joined > n_allowed))
        {
          n_hidden += n_joined;
          continue;
        }
      else
        n_shown += n_joined;
      for (guint j = 0; j < n_joined; j++)
        g_ptr_array_add (self->shown, self->rows->pdata[i + j]);
    }
  show_rest (self, n_hidden);
}

/**
 * atlas_table_block_count_headings:
 * @self: a table
 *
 * Returns: the number of its headings
 */
guint
atlas_table_block_count_headings (AtlasTableBlock *self)
{
  guint n_headings = 0;

  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    n_headings += ((AtlasTableRow *) self->rows->pdata[i])->is_group;
  return n_headings;
}

/**
 * atlas_table_block_get_longest:
 * @self: a table
 *
 * Returns: the largest number of rows below a heading, visible or not
 */
guint
atlas_table_block_get_longest (AtlasTableBlock *self)
{
  guint longest = 0;
  guint n_rows = 0;

  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      n_rows = ((AtlasTableRow *) g_ptr_array_index (self->rows, i))->is_group ? 0 : n_rows + 1;
      longest = MAX (longest, n_rows);
    }
  return longest;
}

/* For other media ------------------------------------------------------------------------------ */

/**
 * atlas_table_block_get_n_columns:
 * @self: a table
 *
 * Returns: the number of its columns, including those that are left out
 */
guint
atlas_table_block_get_n_columns (AtlasTableBlock *self)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), 0);

  return self->columns->len;
}

/**
 * atlas_table_block_get_column:
 * @self: a table that has been measured
 * @column: one of its columns
 * @align: (out): return location for the alignment of its cells
 *
 * Returns: (nullable): the head of the column; "" if the table has no head; %NULL if all of its
 *   cells are empty, so that it is left out
 */
const char *
atlas_table_block_get_column (AtlasTableBlock *self, guint column, AtlasTableColumn *align)
{
  const AtlasTableColumnData *data;

  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  data = &g_array_index (self->columns, AtlasTableColumnData, column);
  *align = data->align;
  if (data->is_empty)
    return NULL;
  return self->flags & ATLAS_TABLE_HEAD ? data->title : "";
}

/**
 * atlas_table_block_get_width:
 * @self: a table that has been measured
 * @column: one of its columns
 *
 * Returns: the width of the column without the space beside it, in points; 0 if it is left out
 */
double
atlas_table_block_get_width (AtlasTableBlock *self, guint column)
{
  const AtlasTableColumnData *data;

  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), 0);
  g_return_val_if_fail (column < self->columns->len, 0);

  data = &g_array_index (self->columns, AtlasTableColumnData, column);
  return data->is_empty ? 0 : data->width;
}

/**
 * atlas_table_block_is_short:
 * @self: a table
 * @column: one of its columns
 *
 * Returns: whether the column is as wide as its widest cell, so that no cell is wrapped
 */
gboolean
atlas_table_block_is_short (AtlasTableBlock *self, guint column)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), FALSE);
  g_return_val_if_fail (column < self->columns->len, FALSE);

  return g_array_index (self->columns, AtlasTableColumnData, column).share == 0;
}

/**
 * atlas_table_block_get_row_kind:
 * @self: a table
 * @row: a visible row
 *
 * Returns: the kind of the row
 */
AtlasTableRowKind
atlas_table_block_get_row_kind (AtlasTableBlock *self, guint row)
{
  const AtlasTableRow *data;

  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), ATLAS_TABLE_ROW_CELLS);
  g_return_val_if_fail (row < self->shown->len, ATLAS_TABLE_ROW_CELLS);

  data = _atlas_table_block_get_row (self, row);
  if (!data->is_wide)
    return ATLAS_TABLE_ROW_CELLS;
  if (!data->is_group)
    return ATLAS_TABLE_ROW_REST;
  return data->continued != NULL ? ATLAS_TABLE_ROW_GROUP : ATLAS_TABLE_ROW_REMARK;
}

/**
 * atlas_table_block_get_cell:
 * @self: a table
 * @row: a visible row
 * @column: one of its columns; 0 for a row that is one cell over all columns
 * @cell: (out): return location for the cell
 *
 * Returns: whether the row has this cell
 */
gboolean
atlas_table_block_get_cell (AtlasTableBlock *self,
                            guint row,
                            guint column,
                            AtlasTableCellText *cell)
{
  const AtlasTableRow *data;
  const AtlasTableCell *found;

  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), FALSE);
  g_return_val_if_fail (row < self->shown->len, FALSE);

  data = _atlas_table_block_get_row (self, row);
  if (column >= data->cells->len)
    return FALSE;
  found = &g_array_index (data->cells, AtlasTableCell, column);
  *cell = (AtlasTableCellText) { found->role, found->words,
                                 found->detail != NULL ? found->detail : "", found->link };
  return TRUE;
}

/**
 * atlas_table_block_get_anchor:
 * @self: a table
 * @row: a visible row
 *
 * Returns: (nullable): the anchor of the row
 */
const char *
atlas_table_block_get_anchor (AtlasTableBlock *self, guint row)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), NULL);
  g_return_val_if_fail (row < self->shown->len, NULL);

  return _atlas_table_block_get_row (self, row)->anchor;
}

/**
 * atlas_table_block_get_note:
 * @self: a table
 * @row: a visible row
 *
 * Returns: the number of its note, from 1; 0 for none
 */
guint
atlas_table_block_get_note (AtlasTableBlock *self, guint row)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), 0);
  g_return_val_if_fail (row < self->shown->len, 0);

  return _atlas_table_block_get_row (self, row)->note;
}
