/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-table-block-private.h"

#include <math.h>

#include "atlas-column-widths.h"

/* Positions and draws the texts of a table. */

/* White space, as multiples of the font size of a cell. */
#define COLUMN_GAP 1.3
#define ROW_PADDING 0.22
#define PLAIN_PADDING 0.1
#define GROUP_SPACE 0.55
#define HEAD_PADDING 0.3
#define NOTE_WIDTH 2.1

/* The height of a bar below a row, and the white space below the texts and below the bar. */
#define BAR_HEIGHT 0.55
#define BAR_GAP 0.12

/* Deeper parts have no more indent, so that text always has room. */
#define MAX_DEPTH 3

/* The largest share of the width for a column without a share. */
#define MAX_TIGHT_SHARE 0.34

/* A higher cell, in points, is shortened with an ellipsis, because a row must fit on a page. */
#define MAX_CELL_HEIGHT 360.0

static AtlasTableColumnData *
get_column (AtlasTableBlock *self, guint index)
{
  return &g_array_index (self->columns, AtlasTableColumnData, index);
}

static PangoLayout *
get_text (AtlasTableRow *row, guint index)
{
  return g_array_index (row->cells, AtlasTableCell, index).text;
}

static double
get_unit (AtlasTableBlock *self)
{
  return atlas_typesetter_get_size (self->typesetter, ATLAS_TEXT_ROLE_CELL);
}

static double
get_indent (AtlasTableBlock *self, AtlasTableRow *row, guint index)
{
  return get_unit (self) * MIN (g_array_index (row->cells, AtlasTableCell, index).depth, MAX_DEPTH);
}

static double
get_padding (AtlasTableBlock *self)
{
  return get_unit (self) * (self->flags & ATLAS_TABLE_HAIRLINES ? ROW_PADDING : PLAIN_PADDING);
}

/* The least width of a column of a form, as a multiple of the font size of a cell. */
#define FORM_WIDTH 5.0

static double
get_mark_width (AtlasTableBlock *self)
{
  return self->flags & ATLAS_TABLE_NOTES ? get_unit (self) * NOTE_WIDTH : 0;
}

/* Widths -------------------------------------------------------------------------------------- */

/* The width of a column without wrapping; 0 if it is left out because it is empty. */
static double
get_natural_width (AtlasTableBlock *self, guint index)
{
  const AtlasTableColumnData *column = get_column (self, index);
  double width = 0;

  for (guint i = 0; i < self->shown->len; i++)
    {
      AtlasTableRow *row = _atlas_table_block_get_row (self, i);

      if (row->is_wide || index >= row->cells->len)
        continue;
      pango_layout_set_width (get_text (row, index), -1);
      width = MAX (width, get_indent (self, row, index) +
                            atlas_typesetter_get_width_of (get_text (row, index)));
    }
  if (self->flags & ATLAS_TABLE_FORM)
    width = MAX (width, get_unit (self) * FORM_WIDTH);
  if (width > 0 && self->flags & ATLAS_TABLE_HEAD)
    {
      pango_layout_set_width (column->head, -1);
      width = MAX (width, atlas_typesetter_get_width_of (column->head));
    }
  return width;
}

static void
place_columns (AtlasTableBlock *self, double width)
{
  const guint n_columns = self->columns->len;
  g_autofree AtlasColumnWidth *widths = g_new0 (AtlasColumnWidth, n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      AtlasTableColumnData *column = get_column (self, i);

      widths[i].share = column->share;
      widths[i].natural = get_natural_width (self, i);
      column->is_empty = widths[i].natural <= 0;
      if (column->share <= 0)
        widths[i].natural = MIN (widths[i].natural, width * MAX_TIGHT_SHARE);
    }
  atlas_column_widths_divide (widths, n_columns, width - get_mark_width (self),
                              get_unit (self) * COLUMN_GAP);
  for (guint i = 0; i < n_columns; i++)
    {
      AtlasTableColumnData *column = get_column (self, i);

      column->x = widths[i].x;
      column->width = widths[i].width;
    }
}

/* Wraps a text that does not fit, and shortens one that is too high for a page. */
static void
fit_text (PangoLayout *text, double width)
{
  /* Allow a rounding error, so that the widest cell is not wrapped, and ignore empty columns. */
  if (width <= 0 || atlas_typesetter_get_width_of (text) <= width + 0.01)
    return;
  pango_layout_set_width (text, (int) (width * PANGO_SCALE));
  if (atlas_typesetter_get_height_of (text) <= MAX_CELL_HEIGHT)
    return;
  pango_layout_set_height (text, (int) (MAX_CELL_HEIGHT * PANGO_SCALE));
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
}

/* Aligns the lines of a wrapped text to the right edge of the column. */
static void
align_text (PangoLayout *text, AtlasTableColumn align)
{
  if (align == ATLAS_TABLE_COLUMN_LEFT || pango_layout_get_width (text) < 0)
    return;
  pango_layout_set_alignment (text, PANGO_ALIGN_RIGHT);
  pango_layout_set_width (text, (int) ceil (atlas_typesetter_get_width_of (text) * PANGO_SCALE));
}

/* Measuring ----------------------------------------------------------------------------------- */

/* The lowest first base line of a row; texts of different sizes are aligned to it. */
static double
get_row_baseline (AtlasTableRow *row)
{
  double baseline = 0;

  for (guint i = 0; i < row->cells->len; i++)
    baseline = MAX (baseline, atlas_typesetter_get_baseline_of (get_text (row, i)));
  return baseline;
}

static void
measure_row (AtlasTableBlock *self, AtlasTableRow *row, double width, gboolean keeps_with_next)
{
  const double unit = get_unit (self);
  const double padding = get_padding (self);
  double baseline, height = 0;

  for (guint i = 0; i < row->cells->len; i++)
    {
      const AtlasTableColumnData *column = get_column (self, i);
      PangoLayout *text = get_text (row, i);

      fit_text (text, (row->is_wide ? width : column->width) - get_indent (self, row, i));
      if (!row->is_wide)
        align_text (text, column->align);
    }
  baseline = get_row_baseline (row);
  for (guint i = 0; i < row->cells->len; i++)
    {
      PangoLayout *text = get_text (row, i);

      height = MAX (height, baseline - atlas_typesetter_get_baseline_of (text) +
                              atlas_typesetter_get_height_of (text));
    }
  height += 2 * padding + (row->is_group ? unit * GROUP_SPACE : 0);
  if (row->has_bar)
    height += (BAR_HEIGHT + 2 * BAR_GAP) * unit;
  atlas_block_add_row (ATLAS_BLOCK (self), height, row->is_group || keeps_with_next);
}

static double
get_head_text_height (AtlasTableBlock *self)
{
  double height = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const AtlasTableColumnData *column = get_column (self, i);

      if (!column->is_empty)
        height = MAX (height, atlas_typesetter_get_height_of (column->head));
    }
  return height;
}

void
_atlas_table_block_measure (AtlasBlock *block, double width)
{
  AtlasTableBlock *self = ATLAS_TABLE_BLOCK (block);
  int heading = -1;

  place_columns (self, width);
  if (self->flags & ATLAS_TABLE_HEAD)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          const AtlasTableColumnData *column = get_column (self, i);

          fit_text (column->head, column->width);
          align_text (column->head, column->align);
        }
      block->head_height = get_head_text_height (self) + 2 * HEAD_PADDING * get_unit (self);
    }
  for (guint i = 0; i < self->shown->len; i++)
    {
      /* The number of rows that are left out stays with the last of those that are shown. */
      measure_row (self, _atlas_table_block_get_row (self, i), width,
                   i + 1 < self->shown->len &&
                     atlas_table_block_get_row_kind (self, i + 1) == ATLAS_TABLE_ROW_REST);
      if (_atlas_table_block_get_row (self, i)->is_group)
        heading = (int) i;
      else if (heading >= 0)
        atlas_block_set_heading (block, i, (guint) heading);
    }
}

/* Drawing ------------------------------------------------------------------------------------- */

static double
get_text_x (const AtlasTableColumnData *column, PangoLayout *text)
{
  if (column->align == ATLAS_TABLE_COLUMN_LEFT)
    return column->x;
  return column->x + column->width - atlas_typesetter_get_width_of (text);
}

static void
draw_cell (cairo_t *cr, const AtlasTableCell *cell, double x, double y)
{
  g_autofree char *attributes =
    cell->link != NULL ? g_strdup_printf ("dest='%s'", cell->link) : NULL;

  cairo_tag_begin (cr, "TD", NULL);
  if (attributes != NULL)
    cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
  atlas_typesetter_show (cr, cell->text, x, y);
  if (attributes != NULL)
    cairo_tag_end (cr, CAIRO_TAG_LINK);
  cairo_tag_end (cr, "TD");
}

static void
draw_mark (AtlasTableBlock *self, cairo_t *cr, AtlasTableRow *row, double baseline)
{
  g_autofree char *anchor = NULL;

  if (row->note_text == NULL)
    return;
  anchor = g_strdup_printf ("note-%u", row->note);
  draw_cell (cr, &(AtlasTableCell) { .text = row->note_text, .link = anchor },
             ATLAS_BLOCK (self)->width - atlas_typesetter_get_width_of (row->note_text),
             baseline - atlas_typesetter_get_baseline_of (row->note_text));
}

void
_atlas_table_block_draw_head (AtlasBlock *block, cairo_t *cr)
{
  AtlasTableBlock *self = ATLAS_TABLE_BLOCK (block);
  const double width = block->width;
  const double height = block->head_height;

  if (height <= 0)
    return;
  cairo_tag_begin (cr, "TR", NULL);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const AtlasTableColumnData *column = get_column (self, i);

      if (column->is_empty)
        continue;
      cairo_tag_begin (cr, "TH", NULL);
      /* Titles are aligned to the bottom of the head. */
      atlas_typesetter_show (cr, column->head, get_text_x (column, column->head),
                             height - HEAD_PADDING * get_unit (self) -
                               atlas_typesetter_get_height_of (column->head));
      cairo_tag_end (cr, "TH");
    }
  cairo_tag_end (cr, "TR");
  atlas_typesetter_draw_rule (self->typesetter, cr, ATLAS_INK_RULE, height, width);
}

static void
draw_row_texts (AtlasTableBlock *self, cairo_t *cr, AtlasTableRow *row)
{
  double baseline = get_row_baseline (row) + get_padding (self);

  if (row->is_group)
    baseline += GROUP_SPACE * get_unit (self);
  for (guint i = 0; i < row->cells->len; i++)
    {
      const AtlasTableCell *cell = &g_array_index (row->cells, AtlasTableCell, i);
      const double x = row->is_wide ? 0 : get_text_x (get_column (self, i), cell->text);

      draw_cell (cr, cell, x + get_indent (self, row, i),
                 baseline - atlas_typesetter_get_baseline_of (cell->text));
    }
  draw_mark (self, cr, row, baseline);
}

static void
draw_bar (AtlasTableBlock *self, cairo_t *cr, guint index)
{
  AtlasBlock *block = ATLAS_BLOCK (self);
  const AtlasTableRow *row = _atlas_table_block_get_row (self, index);
  const double width = block->width - get_mark_width (self);
  const double bottom =
    atlas_block_get_row (block, index)->height - get_padding (self) - BAR_GAP * get_unit (self);

  if (row->has_bar)
    atlas_chart_fill_bar (cr, row->bar_from * width, bottom - BAR_HEIGHT * get_unit (self),
                          MAX ((row->bar_to - row->bar_from) * width, 1),
                          BAR_HEIGHT * get_unit (self), row->bar_tone, FALSE);
}

static void
draw_hairline (AtlasTableBlock *self, cairo_t *cr, guint index)
{
  AtlasBlock *block = ATLAS_BLOCK (self);

  if (self->flags & ATLAS_TABLE_HAIRLINES)
    atlas_typesetter_draw_rule (self->typesetter, cr, ATLAS_INK_HAIRLINE,
                                atlas_block_get_row (block, index)->height, block->width);
}

void
_atlas_table_block_draw_row (AtlasBlock *block, cairo_t *cr, guint index)
{
  AtlasTableBlock *self = ATLAS_TABLE_BLOCK (block);
  AtlasTableRow *row = _atlas_table_block_get_row (self, index);

  cairo_tag_begin (cr, "TR", NULL);
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
  cairo_tag_end (cr, "TR");
  draw_bar (self, cr, index);
  draw_hairline (self, cr, index);
}

void
_atlas_table_block_draw_heading (AtlasBlock *block, cairo_t *cr, guint index)
{
  AtlasTableBlock *self = ATLAS_TABLE_BLOCK (block);
  AtlasTableRow *row = _atlas_table_block_get_row (self, index);

  fit_text (row->continued, block->width);
  atlas_typesetter_show (cr, row->continued, 0,
                         get_row_baseline (row) + get_padding (self) +
                           GROUP_SPACE * get_unit (self) -
                           atlas_typesetter_get_baseline_of (row->continued));
  draw_hairline (self, cr, index);
}
