/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-block.h"

/*
 * AtlasBlock: a part of a page, such as a heading, a map or a table.
 *
 * A block is a stack of rows that may be split over columns and pages. It knows the heights of its
 * rows, but not their positions: #AtlasSummaryLayout computes these from the heights. Derived
 * classes draw the rows; a plain block draws nothing.
 */
G_DEFINE_TYPE (AtlasBlock, atlas_block, G_TYPE_OBJECT)

static void
measure_nothing (AtlasBlock *self, double width)
{
}

static void
draw_no_head (AtlasBlock *self, cairo_t *cr)
{
}

static void
draw_no_row (AtlasBlock *self, cairo_t *cr, guint row)
{
}

static void
draw_heading_as_row (AtlasBlock *self, cairo_t *cr, guint row)
{
  atlas_block_draw_row (self, cr, row);
}

static void
atlas_block_finalize (GObject *object)
{
  AtlasBlock *self = ATLAS_BLOCK (object);

  g_array_unref (self->rows);
  g_free (self->anchor);

  G_OBJECT_CLASS (atlas_block_parent_class)->finalize (object);
}

static void
atlas_block_class_init (AtlasBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_block_finalize;
  klass->measure = measure_nothing;
  klass->draw_head = draw_no_head;
  klass->draw_row = draw_no_row;
  klass->draw_heading = draw_heading_as_row;
}

static void
atlas_block_init (AtlasBlock *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (AtlasBlockRow));
  self->n_columns = 1;
  self->tag = "P";
}

/**
 * atlas_block_measure:
 * @self: a block
 * @width: the width of one of its columns, in points
 *
 * Computes its rows for this width.
 */
void
atlas_block_measure (AtlasBlock *self, double width)
{
  g_return_if_fail (ATLAS_IS_BLOCK (self));

  self->width = width;
  g_array_set_size (self->rows, 0);
  ATLAS_BLOCK_GET_CLASS (self)->measure (self, width);
}

/**
 * atlas_block_add_row:
 * @self: a block
 * @height: the height of the row, in points
 * @keeps_with_next: whether the next row must be on the same page
 *
 * Appends a row.
 */
void
atlas_block_add_row (AtlasBlock *self, double height, gboolean keeps_with_next)
{
  const AtlasBlockRow row = { height, keeps_with_next, 0 };

  g_return_if_fail (height >= 0);

  g_array_append_val (self->rows, row);
}

/**
 * atlas_block_get_row:
 * @self: a block
 * @row: one of its rows
 *
 * Returns: (transfer none): the row, valid until the block is measured again
 */
const AtlasBlockRow *
atlas_block_get_row (AtlasBlock *self, guint row)
{
  g_assert (row < self->rows->len);

  return &g_array_index (self->rows, AtlasBlockRow, row);
}

/**
 * atlas_block_get_heading:
 * @self: a block
 * @row: a row
 * @heading: (out): return location for the index of its heading row
 *
 * Returns: whether the row has a heading row
 */
gboolean
atlas_block_get_heading (AtlasBlock *self, guint row, guint *heading)
{
  *heading = atlas_block_get_row (self, row)->heading - 1;
  return atlas_block_get_row (self, row)->heading > 0;
}

/**
 * atlas_block_set_heading:
 * @self: a block
 * @row: a row
 * @heading: an earlier row
 *
 * Repeats @heading above @row if a page begins with @row.
 */
void
atlas_block_set_heading (AtlasBlock *self, guint row, guint heading)
{
  g_assert (heading < row && row < self->rows->len);

  g_array_index (self->rows, AtlasBlockRow, row).heading = heading + 1;
}

/**
 * atlas_block_get_top_height:
 * @self: a block
 * @row: the first row of a part
 *
 * Returns: the height of everything that is repeated above @row, in points: the head and the
 *   heading row
 */
double
atlas_block_get_top_height (AtlasBlock *self, guint row)
{
  guint heading;

  return self->head_height + (row < self->rows->len && atlas_block_get_heading (self, row, &heading)
                                ? atlas_block_get_row (self, heading)->height
                                : 0);
}

/**
 * atlas_block_set_columns:
 * @self: a block
 * @n_columns: the number of columns into which its rows are split, at least 1
 * @gap: the space between these columns, in points
 */
void
atlas_block_set_columns (AtlasBlock *self, guint n_columns, double gap)
{
  g_return_if_fail (n_columns >= 1);

  self->n_columns = n_columns;
  self->column_gap = gap;
}

/**
 * atlas_block_draw_head:
 * @self: a block that was measured
 * @cr: a context whose origin is the upper left corner of a part
 *
 * Draws the head that is repeated on top of each part.
 */
void
atlas_block_draw_head (AtlasBlock *self, cairo_t *cr)
{
  ATLAS_BLOCK_GET_CLASS (self)->draw_head (self, cr);
}

/**
 * atlas_block_draw_row:
 * @self: a block that was measured
 * @cr: a context whose origin is the upper left corner of the row
 * @row: one of its rows
 */
void
atlas_block_draw_row (AtlasBlock *self, cairo_t *cr, guint row)
{
  ATLAS_BLOCK_GET_CLASS (self)->draw_row (self, cr, row);
}

/**
 * atlas_block_draw_heading:
 * @self: a block that was measured
 * @cr: a context whose origin is the upper left corner of the row
 * @row: one of its rows, which heads others
 *
 * Draws a heading row again, above a part that continues its rows.
 */
void
atlas_block_draw_heading (AtlasBlock *self, cairo_t *cr, guint row)
{
  ATLAS_BLOCK_GET_CLASS (self)->draw_heading (self, cr, row);
}
