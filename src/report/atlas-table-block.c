/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-table-block.h"

#include <math.h>

#include "atlas-translation.h"

/*
 * AtlasTableBlock: rows of text in columns.
 *
 * A column without a share is as wide as its widest cell; the others divide what is left by their
 * shares, and none takes more than its text needs while another has to break lines. Where nothing has
 * to, they divide what is over. Rows may be
 * gathered below a heading, which then never stands alone at the foot of a page. A row may stand for
 * a record and end in the number of a note, which is known only when all rows are there.
 */
typedef struct
{
  char             *title;
  double            share;
  AtlasTableColumn  align;
  PangoLayout      *head;
  double            x;
  double            width;
  gboolean          is_empty; /* none of its cells says anything: it is left out */
} Column;

typedef struct
{
  PangoLayout *text;
  char        *link;
} Cell;

typedef struct
{
  AtlasRecord *record;
  GArray      *cells; /* of Cell */
  gboolean     is_group; /* a heading, which stays with the next row */
  gboolean     is_wide;  /* one cell over all columns */
  PangoLayout *continued; /* what a heading says above rows that continue on another page */
  char        *anchor;
  guint        mark;
  PangoLayout *mark_text;
} Row;

struct _AtlasTableBlock
{
  AtlasBlock parent_instance;

  AtlasTypesetter *typesetter;
  AtlasTableFlags  flags;
  GArray          *columns; /* of Column */
  GPtrArray       *rows;    /* of Row */
  GPtrArray       *shown;   /* the rows that are shown, and those that say what is not */
  GPtrArray       *rests;   /* of Row: "and 3 more" */
};

G_DEFINE_FINAL_TYPE (AtlasTableBlock, atlas_table_block, ATLAS_TYPE_BLOCK)

/* White space, as multiples of the size of a cell's text. */
#define COLUMN_GAP 1.3
#define ROW_PADDING 0.22
#define PLAIN_PADDING 0.1
#define GROUP_SPACE 0.55
#define HEAD_PADDING 0.3
#define MARK_WIDTH 2.1

/* No column without a share takes more of the table than this. */
#define MAX_TIGHT_SHARE 0.34

/* A cell higher than this, in points, ends in an ellipsis: a row must fit on a page. */
#define MAX_CELL_HEIGHT 360.0

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->title);
  g_clear_object (&column->head);
}

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_clear_object (&cell->text);
  g_free (cell->link);
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_clear_object (&row->record);
  g_clear_object (&row->mark_text);
  g_clear_object (&row->continued);
  g_array_unref (row->cells);
  g_free (row->anchor);
  g_free (row);
}

static Row *
get_row (AtlasTableBlock *self,
         guint            index)
{
  return g_ptr_array_index (self->shown, index);
}

static Row *
get_last_row (AtlasTableBlock *self)
{
  return g_ptr_array_index (self->rows, self->rows->len - 1);
}

static double
get_unit (AtlasTableBlock *self)
{
  return atlas_typesetter_get_size (self->typesetter, ATLAS_TEXT_ROLE_CELL);
}

static double
get_padding (AtlasTableBlock *self)
{
  return get_unit (self) * (self->flags & ATLAS_TABLE_HAIRLINES ? ROW_PADDING : PLAIN_PADDING);
}

static double
get_mark_width (AtlasTableBlock *self)
{
  return self->flags & ATLAS_TABLE_MARKED ? get_unit (self) * MARK_WIDTH : 0;
}

/* Widths -------------------------------------------------------------------------------------- */

/* The width that a column would have if nothing were to break a line; 0 when it is empty. */
static double
get_natural_width (AtlasTableBlock *self,
                   guint            index)
{
  const Column *column = &g_array_index (self->columns, Column, index);
  double width = 0;

  for (guint i = 0; i < self->shown->len; i++)
    {
      Row *row = get_row (self, i);

      if (row->is_wide || index >= row->cells->len)
        continue;
      pango_layout_set_width (g_array_index (row->cells, Cell, index).text, -1);
      width = MAX (width,
                   atlas_typesetter_get_width_of (g_array_index (row->cells, Cell, index).text));
    }
  if (width > 0 && self->flags & ATLAS_TABLE_HEAD)
    {
      pango_layout_set_width (column->head, -1);
      width = MAX (width, atlas_typesetter_get_width_of (column->head));
    }
  return width;
}

/* Whether the column is still to get a part of what is left. */
static gboolean
is_waiting (const Column *column)
{
  return column->share > 0 && !column->is_empty && column->width <= 0;
}

static double
sum_shares (AtlasTableBlock *self)
{
  double shares = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (is_waiting (&g_array_index (self->columns, Column, i)))
      shares += g_array_index (self->columns, Column, i).share;
  return shares;
}

static double
sum_natural_widths (AtlasTableBlock *self,
                    const double    *natural)
{
  double sum = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (is_waiting (&g_array_index (self->columns, Column, i)))
      sum += natural[i];
  return sum;
}

/* Each column has what it needs, and of what is over its share. */
static void
divide_surplus (AtlasTableBlock *self,
                double           surplus,
                const double    *natural)
{
  const double shares = sum_shares (self);

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      if (is_waiting (column))
        column->width = natural[i] + surplus * column->share / shares;
    }
}

/* Gives columns that need less than their share what they need, and the rest to the others. */
static void
divide_width (AtlasTableBlock *self,
              double           left,
              const double    *natural)
{
  const double needed = sum_natural_widths (self, natural);
  double shares;
  gboolean changed;

  if (needed <= left)
    {
      divide_surplus (self, left - needed, natural);
      return;
    }
  do
    {
      changed = FALSE;
      for (guint i = 0; i < self->columns->len; i++)
        {
          Column *column = &g_array_index (self->columns, Column, i);

          shares = sum_shares (self);
          /* The last of them takes all that is left, so that the table is as wide as its rules. */
          if (!is_waiting (column) || shares - column->share < 1e-9 ||
              natural[i] > left * column->share / shares)
            continue;
          column->width = natural[i];
          left -= natural[i];
          changed = TRUE;
        }
    }
  while (changed);
  shares = sum_shares (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      if (is_waiting (column))
        column->width = MAX (left * column->share / shares, 1);
    }
}

static void
place_columns (AtlasTableBlock *self,
               double           width)
{
  const double gap = get_unit (self) * COLUMN_GAP;
  g_autofree double *natural = g_new0 (double, self->columns->len);
  double left = width - get_mark_width (self) + gap;
  double x = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      natural[i] = get_natural_width (self, i);
      column->is_empty = natural[i] <= 0;
      column->width = column->share > 0 ? 0 : MIN (natural[i], width * MAX_TIGHT_SHARE);
      left -= column->width + (column->is_empty ? 0 : gap);
    }
  divide_width (self, MAX (left, 0), natural);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      column->x = x;
      x += column->width + (column->is_empty ? 0 : gap);
    }
}

/* Breaks the lines of a text that does not fit, and cuts what no page could hold. */
static void
fit_text (PangoLayout *text,
          double       width)
{
  /* A rounding error must not break the line of the widest cell, nor an empty column that of none. */
  if (width <= 0 || atlas_typesetter_get_width_of (text) <= width + 0.01)
    return;
  pango_layout_set_width (text, (int) (width * PANGO_SCALE));
  if (atlas_typesetter_get_height_of (text) <= MAX_CELL_HEIGHT)
    return;
  pango_layout_set_height (text, (int) (MAX_CELL_HEIGHT * PANGO_SCALE));
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
}

/* The lines of a text that was broken end where the column does. */
static void
align_text (PangoLayout      *text,
            AtlasTableColumn  align)
{
  if (align == ATLAS_TABLE_COLUMN_LEFT || pango_layout_get_width (text) < 0)
    return;
  pango_layout_set_alignment (text, PANGO_ALIGN_RIGHT);
  pango_layout_set_width (text, (int) ceil (atlas_typesetter_get_width_of (text) * PANGO_SCALE));
}

/* Measuring ----------------------------------------------------------------------------------- */

/* The lowest first base line of a row: texts of different sizes stand on the same line. */
static double
get_row_baseline (Row *row)
{
  double baseline = 0;

  for (guint i = 0; i < row->cells->len; i++)
    baseline = MAX (baseline, atlas_typesetter_get_baseline_of (
                                g_array_index (row->cells, Cell, i).text));
  return baseline;
}

static void
measure_row (AtlasTableBlock *self,
             Row             *row,
             double           width)
{
  const double unit = get_unit (self);
  const double padding = get_padding (self);
  double baseline, height = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      PangoLayout *text = g_array_index (row->cells, Cell, i).text;

      fit_text (text, row->is_wide ? width : column->width);
      if (!row->is_wide)
        align_text (text, column->align);
    }
  baseline = get_row_baseline (row);
  for (guint i = 0; i < row->cells->len; i++)
    {
      PangoLayout *text = g_array_index (row->cells, Cell, i).text;

      height = MAX (height, baseline - atlas_typesetter_get_baseline_of (text) +
                              atlas_typesetter_get_height_of (text));
    }
  height += 2 * padding + (row->is_group ? unit * GROUP_SPACE : 0);
  atlas_block_add_row (ATLAS_BLOCK (self), height, row->is_group);
}

static double
get_head_text_height (AtlasTableBlock *self)
{
  double height = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      if (!column->is_empty)
        height = MAX (height, atlas_typesetter_get_height_of (column->head));
    }
  return height;
}

static void
atlas_table_block_measure (AtlasBlock *block,
                           double      width)
{
  AtlasTableBlock *self = ATLAS_TABLE_BLOCK (block);
  int heading = -1;

  place_columns (self, width);
  if (self->flags & ATLAS_TABLE_HEAD)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          const Column *column = &g_array_index (self->columns, Column, i);

          fit_text (column->head, column->width);
          align_text (column->head, column->align);
        }
      atlas_block_set_head_height (
        block, get_head_text_height (self) + 2 * HEAD_PADDING * get_unit (self));
    }
  for (guint i = 0; i < self->shown->len; i++)
    {
      measure_row (self, get_row (self, i), width);
      if (get_row (self, i)->is_group)
        heading = (int) i;
      else if (heading >= 0)
        atlas_block_set_heading (block, i, (guint) heading);
    }
}

/* Drawing ------------------------------------------------------------------------------------- */

static double
get_text_x (const Column *column,
            PangoLayout  *text)
{
  if (column->align == ATLAS_TABLE_COLUMN_LEFT)
    return column->x;
  return column->x + column->width - atlas_typesetter_get_width_of (text);
}

static void
draw_cell (cairo_t    *cr,
           const Cell *cell,
           double      x,
           double      y)
{
  g_autofree char *attributes = NULL;

  if (cell->link == NULL)
    {
      atlas_typesetter_show (cr, cell->text, x, y);
      return;
    }
  attributes = g_strdup_printf ("dest='%s'", cell->link);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  atlas_typesetter_show (cr, cell->text, x, y);
  cairo_tag_end (cr, CAIRO_TAG_LINK);
}

static void
draw_mark (AtlasTableBlock *self,
           cairo_t         *cr,
           Row             *row,
           double           baseline)
{
  g_autofree char *anchor = NULL;

  if (row->mark_text == NULL)
    return;
  anchor = g_strdup_printf ("note-%u", row->mark);
  draw_cell (cr, &(Cell) { row->mark_text, anchor },
             atlas_block_get_width (ATLAS_BLOCK (self)) -
               atlas_typesetter_get_width_of (row->mark_text),
             baseline - atlas_typesetter_get_baseline_of (row->mark_text));
}

static void
atlas_table_block_draw_head (AtlasBlock *block,
                             cairo_t    *cr)
{
  AtlasTableBlock *self = ATLAS_TABLE_BLOCK (block);
  const double width = atlas_block_get_width (block);
  const double height = atlas_block_get_head_height (block);

  if (height <= 0)
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      if (column->is_empty)
        continue;
      /* Titles stand at the foot of the head, those of one line beside those of two. */
      atlas_typesetter_show (cr, column->head, get_text_x (column, column->head),
                             height - HEAD_PADDING * get_unit (self) -
                               atlas_typesetter_get_height_of (column->head));
    }
  atlas_typesetter_draw_rule (self->typesetter, cr, ATLAS_INK_RULE, height, width);
}

static void
draw_row_texts (AtlasTableBlock *self,
                cairo_t         *cr,
                Row             *row)
{
  double baseline = get_row_baseline (row) + get_padding (self);

  if (row->is_group)
    baseline += GROUP_SPACE * get_unit (self);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const Cell *cell = &g_array_index (row->cells, Cell, i);

      draw_cell (cr, cell,
                 row->is_wide
                   ? 0
                   : get_text_x (&g_array_index (self->columns, Column, i), cell->text),
                 baseline - atlas_typesetter_get_baseline_of (cell->text));
    }
  draw_mark (self, cr, row, baseline);
}

static void
draw_hairline (AtlasTableBlock *self,
               cairo_t         *cr,
               guint            index)
{
  AtlasBlock *block = ATLAS_BLOCK (self);

  if (self->flags & ATLAS_TABLE_HAIRLINES)
    atlas_typesetter_draw_rule (self->typesetter, cr, ATLAS_INK_HAIRLINE,
                                atlas_block_get_row_height (block, index),
                                atlas_block_get_width (block));
}

static void
atlas_table_block_draw_row (AtlasBlock *block,
                            cairo_t    *cr,
                            guint       index)
{
  AtlasTableBlock *self = ATLAS_TABLE_BLOCK (block);
  Row *row = get_row (self, index);

  if (row->anchor != NULL)
    {
      g_autofree char *attributes = g_strdup_printf ("name='%s'", row->anchor);

      cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
      draw_row_texts (self, cr, row);
      cairo_tag_end (cr, CAIRO_TAG_DEST);
    }
  else
    {
      draw_row_texts (self, cr, row);
    }
  draw_hairline (self, cr, index);
}

static void
atlas_table_block_draw_heading (AtlasBlock *block,
                                cairo_t    *cr,
                                guint       index)
{
  AtlasTableBlock *self = ATLAS_TABLE_BLOCK (block);
  Row *row = get_row (self, index);

  fit_text (row->continued, atlas_block_get_width (block));
  atlas_typesetter_show (cr, row->continued, 0,
                         get_row_baseline (row) + get_padding (self) +
                           GROUP_SPACE * get_unit (self) -
                           atlas_typesetter_get_baseline_of (row->continued));
  draw_hairline (self, cr, index);
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
  block_class->measure = atlas_table_block_measure;
  block_class->draw_head = atlas_table_block_draw_head;
  block_class->draw_row = atlas_table_block_draw_row;
  block_class->draw_heading = atlas_table_block_draw_heading;
}

static void
atlas_table_block_init (AtlasTableBlock *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  self->rests = g_ptr_array_new_with_free_func (free_row);
  self->shown = g_ptr_array_new ();
}

/**
 * atlas_table_block_new:
 * @typesetter: what sets its text
 * @flags: how it looks
 *
 * Returns: (transfer full): a table without columns or rows
 */
AtlasTableBlock *
atlas_table_block_new (AtlasTypesetter *typesetter,
                       AtlasTableFlags  flags)
{
  AtlasTableBlock *self = g_object_new (ATLAS_TYPE_TABLE_BLOCK, NULL);

  self->typesetter = g_object_ref (typesetter);
  self->flags = flags;
  return self;
}

/**
 * atlas_table_block_add_column:
 * @self: a table
 * @title: what its cells hold
 * @share: its share of the width, or 0 for as much as its widest cell needs
 * @align: where its cells stand
 *
 * Adds a column at the right, before there are rows.
 */
void
atlas_table_block_add_column (AtlasTableBlock  *self,
                              const char       *title,
                              double            share,
                              AtlasTableColumn  align)
{
  const Column column = {
    .title = g_strdup (title),
    .share = share,
    .align = align,
    .head = atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_HEAD, title),
  };

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));

  g_array_append_val (self->columns, column);
}

static Row *
new_row (AtlasRecord *record)
{
  Row *row = g_new0 (Row, 1);

  row->record = record != NULL ? g_object_ref (record) : NULL;
  row->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (row->cells, clear_cell);
  return row;
}

static void
append_row (AtlasTableBlock *self,
            Row             *row)
{
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->shown, row);
}

static void
append_cell (Row         *row,
             PangoLayout *text)
{
  const Cell cell = { text, NULL };

  g_array_append_val (row->cells, cell);
}

/**
 * atlas_table_block_add_group:
 * @self: a table
 * @title: what the rows have in common that are added next
 *
 * Adds a heading over all columns.
 */
void
atlas_table_block_add_group (AtlasTableBlock *self,
                             const char      *title)
{
  Row *row = new_row (NULL);
  g_autofree char *continued = NULL;

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));

  row->is_group = row->is_wide = TRUE;
  /* Translators: a heading, above rows that continue on another page. */
  continued = g_strdup_printf (
    atlas_translate (atlas_typesetter_get_language (self->typesetter), "%s (continued)"), title);
  row->continued = atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_GROUP, continued);
  append_cell (row, atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_GROUP, title));
  append_row (self, row);
}

/**
 * atlas_table_block_add_row:
 * @self: a table
 * @record: (nullable): what the row stands for
 *
 * Adds a row; its cells are added next, one for each column.
 */
void
atlas_table_block_add_row (AtlasTableBlock *self,
                           AtlasRecord     *record)
{
  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));

  append_row (self, new_row (record));
}

/**
 * atlas_table_block_add_cell:
 * @self: a table
 * @role: what the text is
 * @text: words, never markup; may be empty
 *
 * Adds the next cell of the last row.
 */
void
atlas_table_block_add_cell (AtlasTableBlock *self,
                            AtlasTextRole    role,
                            const char      *text)
{
  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (self->rows->len > 0);

  append_cell (get_last_row (self), atlas_typesetter_set (self->typesetter, role, text));
}

/**
 * atlas_table_block_add_pair:
 * @self: a table
 * @text: a name
 * @detail: what is said about it; may be empty
 *
 * Adds the next cell of the last row.
 */
void
atlas_table_block_add_pair (AtlasTableBlock *self,
                            const char      *text,
                            const char      *detail)
{
  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (self->rows->len > 0);

  append_cell (get_last_row (self),
               atlas_typesetter_set_pair (self->typesetter, ATLAS_TEXT_ROLE_STRONG, text, "\n",
                                          ATLAS_TEXT_ROLE_DETAIL, detail));
}

/**
 * atlas_table_block_add_run:
 * @self: a table
 * @role: what the text is
 * @text: words, never markup
 * @rest_role: what the rest is
 * @rest: words that follow in the same line; may be empty
 *
 * Adds the next cell of the last row.
 */
void
atlas_table_block_add_run (AtlasTableBlock *self,
                           AtlasTextRole    role,
                           const char      *text,
                           AtlasTextRole    rest_role,
                           const char      *rest)
{
  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (self->rows->len > 0);

  append_cell (get_last_row (self), atlas_typesetter_set_pair (self->typesetter, role, text,
                                                               "\u2002", rest_role, rest));
}

/**
 * atlas_table_block_link_cell:
 * @self: a table
 * @anchor: the anchor of a block or row
 *
 * Makes the last cell of the last row lead to @anchor, which must be drawn too.
 */
void
atlas_table_block_link_cell (AtlasTableBlock *self,
                             const char      *anchor)
{
  GArray *cells;
  Cell *cell;

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (self->rows->len > 0);

  cells = get_last_row (self)->cells;
  cell = &g_array_index (cells, Cell, cells->len - 1);
  g_free (cell->link);
  cell->link = g_strdup (anchor);
}

/**
 * atlas_table_block_anchor_row:
 * @self: a table
 * @anchor: a name: ASCII letters, digits and hyphens
 *
 * Lets links lead to the last row.
 */
void
atlas_table_block_anchor_row (AtlasTableBlock *self,
                              const char      *anchor)
{
  Row *row;

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
 * Returns: how many rows are shown, headings among them
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
 * @row: one of the rows that are shown
 *
 * Returns: (transfer none) (nullable): what the row stands for
 */
AtlasRecord *
atlas_table_block_get_record (AtlasTableBlock *self,
                              guint            row)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), NULL);
  g_return_val_if_fail (row < self->shown->len, NULL);

  return get_row (self, row)->record;
}

/**
 * atlas_table_block_get_mark:
 * @self: a table
 * @row: one of the rows that are shown
 *
 * Returns: the number of its note, or 0
 */
guint
atlas_table_block_get_mark (AtlasTableBlock *self,
                            guint            row)
{
  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), 0);
  g_return_val_if_fail (row < self->shown->len, 0);

  return get_row (self, row)->mark;
}

/**
 * atlas_table_block_set_mark:
 * @self: a table with %ATLAS_TABLE_MARKED
 * @row: one of the rows that are shown
 * @number: the number of its note, from 1
 *
 * Ends the row in a number that leads to the note. It takes no room of its own.
 */
void
atlas_table_block_set_mark (AtlasTableBlock *self,
                            guint            row,
                            guint            number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (row < self->shown->len);

  get_row (self, row)->mark = number;
  g_clear_object (&get_row (self, row)->mark_text);
  get_row (self, row)->mark_text =
    atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_MARK, text);
}

/**
 * atlas_table_block_set_cell:
 * @self: a table
 * @row: one of the rows that are shown
 * @column: one of its columns
 * @role: what the text is
 * @text: words, never markup
 *
 * Replaces a cell by one that needs no more room, such as the number of a page.
 */
void
atlas_table_block_set_cell (AtlasTableBlock *self,
                            guint            row,
                            guint            column,
                            AtlasTextRole    role,
                            const char      *text)
{
  Cell *cell;

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));
  g_return_if_fail (row < self->shown->len);
  g_return_if_fail (column < get_row (self, row)->cells->len);

  cell = &g_array_index (get_row (self, row)->cells, Cell, column);
  g_object_unref (cell->text);
  cell->text = atlas_typesetter_set (self->typesetter, role, text);
}

static void
show_rest (AtlasTableBlock *self,
           guint            n_hidden)
{
  const AtlasLanguage language = atlas_typesetter_get_language (self->typesetter);
  g_autofree char *words = NULL;
  Row *row;

  if (n_hidden == 0)
    return;
  /* Translators: how many rows of a table found no room on the page. */
  words = g_strdup_printf (
    atlas_translate_plural (language, "and %u more", "and %u more", n_hidden), n_hidden);
  row = new_row (NULL);
  row->is_wide = TRUE;
  append_cell (row, atlas_typesetter_set (self->typesetter, ATLAS_TEXT_ROLE_DETAIL, words));
  g_ptr_array_add (self->rests, row);
  g_ptr_array_add (self->shown, row);
}

/**
 * atlas_table_block_set_limit:
 * @self: a table
 * @limit: how many rows to show below each heading at most
 *
 * Leaves out the rows beyond, and says how many they are. The table is to be measured anew then.
 */
void
atlas_table_block_set_limit (AtlasTableBlock *self,
                             guint            limit)
{
  guint n_rows = 0;

  g_return_if_fail (ATLAS_IS_TABLE_BLOCK (self));

  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->rests, 0);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = g_ptr_array_index (self->rows, i);

      if (row->is_group)
        {
          show_rest (self, n_rows - MIN (n_rows, limit));
          n_rows = 0;
        }
      if (row->is_group || n_rows++ < limit)
        g_ptr_array_add (self->shown, row);
    }
  show_rest (self, n_rows - MIN (n_rows, limit));
}

/**
 * atlas_table_block_get_longest:
 * @self: a table
 *
 * Returns: how many rows stand below the heading that has most of them, shown or not
 */
guint
atlas_table_block_get_longest (AtlasTableBlock *self)
{
  guint longest = 0;
  guint n_rows = 0;

  g_return_val_if_fail (ATLAS_IS_TABLE_BLOCK (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      n_rows = ((Row *) g_ptr_array_index (self->rows, i))->is_group ? 0 : n_rows + 1;
      longest = MAX (longest, n_rows);
    }
  return longest;
}
