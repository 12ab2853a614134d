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
typedef struct
{
  double   height;
  gboolean keeps_with_next;
  guint    heading; /* the number of its heading row, from 1; 0 for none */
} Row;

typedef struct
{
  double   width;
  GArray  *rows; /* of Row */
  double   head_height;
  double   space_before;
  gboolean keeps_with_next;
  gboolean starts_page;
  gboolean starts_column;
  guint    n_columns;
  double   column_gap;
  char    *anchor;
} AtlasBlockPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (AtlasBlock, atlas_block, G_TYPE_OBJECT)

static void
measure_nothing (AtlasBlock *self,
                 double      width)
{
}

static void
draw_no_head (AtlasBlock *self,
              cairo_t    *cr)
{
}

static void
draw_no_row (AtlasBlock *self,
             cairo_t    *cr,
             guint       row)
{
}

static void
draw_heading_as_row (AtlasBlock *self,
                     cairo_t    *cr,
                     guint       row)
{
  atlas_block_draw_row (self, cr, row);
}

static void
atlas_block_finalize (GObject *object)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (ATLAS_BLOCK (object));

  g_array_unref (priv->rows);
  g_free (priv->anchor);

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
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  priv->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  priv->n_columns = 1;
}

/**
 * atlas_block_new:
 *
 * Returns: (transfer full): a block without rows, which draws nothing
 */
AtlasBlock *
atlas_block_new (void)
{
  return g_object_new (ATLAS_TYPE_BLOCK, NULL);
}

/**
 * atlas_block_measure:
 * @self: a block
 * @width: the width of one of its columns, in points
 *
 * Computes its rows for this width.
 */
void
atlas_block_measure (AtlasBlock *self,
                     double      width)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_BLOCK (self));

  priv->width = width;
  g_array_set_size (priv->rows, 0);
  ATLAS_BLOCK_GET_CLASS (self)->measure (self, width);
}

/**
 * atlas_block_get_width:
 * @self: a block
 *
 * Returns: the width passed to atlas_block_measure(), in points
 */
double
atlas_block_get_width (AtlasBlock *self)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), 0);

  return priv->width;
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
atlas_block_add_row (AtlasBlock *self,
                     double      height,
                     gboolean    keeps_with_next)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);
  const Row row = { height, keeps_with_next, 0 };

  g_return_if_fail (ATLAS_IS_BLOCK (self));
  g_return_if_fail (height >= 0);

  g_array_append_val (priv->rows, row);
}

/**
 * atlas_block_get_n_rows:
 * @self: a block
 *
 * Returns: the number of its rows
 */
guint
atlas_block_get_n_rows (AtlasBlock *self)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), 0);

  return priv->rows->len;
}

/**
 * atlas_block_get_row_height:
 * @self: a block
 * @row: one of its rows
 *
 * Returns: the height of the row, in points
 */
double
atlas_block_get_row_height (AtlasBlock *self,
                            guint       row)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), 0);
  g_return_val_if_fail (row < priv->rows->len, 0);

  return g_array_index (priv->rows, Row, row).height;
}

/**
 * atlas_block_row_keeps_with_next:
 * @self: a block
 * @row: one of its rows
 *
 * Returns: whether the next row must be on the same page
 */
gboolean
atlas_block_row_keeps_with_next (AtlasBlock *self,
                                 guint       row)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), FALSE);
  g_return_val_if_fail (row < priv->rows->len, FALSE);

  return g_array_index (priv->rows, Row, row).keeps_with_next;
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
atlas_block_get_heading (AtlasBlock *self,
                         guint       row,
                         guint      *heading)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), FALSE);
  g_return_val_if_fail (row < priv->rows->len, FALSE);

  *heading = g_array_index (priv->rows, Row, row).heading - 1;
  return g_array_index (priv->rows, Row, row).heading > 0;
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
atlas_block_set_heading (AtlasBlock *self,
                         guint       row,
                         guint       heading)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_BLOCK (self));
  g_return_if_fail (row < priv->rows->len);
  g_return_if_fail (heading < row);

  g_array_index (priv->rows, Row, row).heading = heading + 1;
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
atlas_block_get_top_height (AtlasBlock *self,
                            guint       row)
{
  guint heading;

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), 0);

  return atlas_block_get_head_height (self) +
         (row < atlas_block_get_n_rows (self) && atlas_block_get_heading (self, row, &heading)
            ? atlas_block_get_row_height (self, heading)
            : 0);
}

/**
 * atlas_block_get_head_height:
 * @self: a block
 *
 * Returns: the height of the head that is repeated on top of each part, in points
 */
double
atlas_block_get_head_height (AtlasBlock *self)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), 0);

  return priv->head_height;
}

/**
 * atlas_block_set_head_height:
 * @self: a block
 * @height: in points
 *
 * Sets the height of the head that is repeated on top of each part.
 */
void
atlas_block_set_head_height (AtlasBlock *self,
                             double      height)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_BLOCK (self));

  priv->head_height = height;
}

/**
 * atlas_block_get_space_before:
 * @self: a block
 *
 * Returns: the white space above it, in points
 */
double
atlas_block_get_space_before (AtlasBlock *self)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), 0);

  return priv->space_before;
}

/**
 * atlas_block_set_space_before:
 * @self: a block
 * @space: in points
 *
 * Sets the white space above it, which is ignored at the top of a page.
 */
void
atlas_block_set_space_before (AtlasBlock *self,
                              double      space)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_BLOCK (self));

  priv->space_before = space;
}

/**
 * atlas_block_get_keeps_with_next:
 * @self: a block
 *
 * Returns: whether the beginning of the next block must be on the same page
 */
gboolean
atlas_block_get_keeps_with_next (AtlasBlock *self)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), FALSE);

  return priv->keeps_with_next;
}

/**
 * atlas_block_set_keeps_with_next:
 * @self: a block
 * @keeps_with_next: whether the beginning of the next block must be on the same page, as for a
 *   heading
 */
void
atlas_block_set_keeps_with_next (AtlasBlock *self,
                                 gboolean    keeps_with_next)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_BLOCK (self));

  priv->keeps_with_next = keeps_with_next;
}

/**
 * atlas_block_get_starts_page:
 * @self: a block
 *
 * Returns: whether it starts a new page
 */
gboolean
atlas_block_get_starts_page (AtlasBlock *self)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), FALSE);

  return priv->starts_page;
}

/**
 * atlas_block_set_starts_page:
 * @self: a block
 * @starts_page: whether it starts a new page
 */
void
atlas_block_set_starts_page (AtlasBlock *self,
                             gboolean    starts_page)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_BLOCK (self));

  priv->starts_page = starts_page;
}

/**
 * atlas_block_get_starts_column:
 * @self: a block
 *
 * Returns: whether it starts a new column
 */
gboolean
atlas_block_get_starts_column (AtlasBlock *self)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), FALSE);

  return priv->starts_column;
}

/**
 * atlas_block_set_starts_column:
 * @self: a block
 * @starts_column: whether it starts a new column
 */
void
atlas_block_set_starts_column (AtlasBlock *self,
                               gboolean    starts_column)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_BLOCK (self));

  priv->starts_column = starts_column;
}

/**
 * atlas_block_get_n_columns:
 * @self: a block
 *
 * Returns: the number of columns into which its rows are divided
 */
guint
atlas_block_get_n_columns (AtlasBlock *self)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), 1);

  return priv->n_columns;
}

/**
 * atlas_block_get_column_gap:
 * @self: a block
 *
 * Returns: the white space between its columns, in points
 */
double
atlas_block_get_column_gap (AtlasBlock *self)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), 0);

  return priv->column_gap;
}

/**
 * atlas_block_set_columns:
 * @self: a block
 * @n_columns: the number of columns into which its rows are divided, at least 1
 * @gap: the white space between them, in points
 */
void
atlas_block_set_columns (AtlasBlock *self,
                         guint       n_columns,
                         double      gap)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_BLOCK (self));
  g_return_if_fail (n_columns >= 1);

  priv->n_columns = n_columns;
  priv->column_gap = gap;
}

/**
 * atlas_block_get_anchor:
 * @self: a block
 *
 * Returns: (nullable): the anchor of its first row for links, or %NULL
 */
const char *
atlas_block_get_anchor (AtlasBlock *self)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_val_if_fail (ATLAS_IS_BLOCK (self), NULL);

  return priv->anchor;
}

/**
 * atlas_block_set_anchor:
 * @self: a block
 * @anchor: (nullable): the anchor of its first row for links: ASCII letters, digits and hyphens
 */
void
atlas_block_set_anchor (AtlasBlock *self,
                        const char *anchor)
{
  AtlasBlockPrivate *priv = atlas_block_get_instance_private (self);

  g_return_if_fail (ATLAS_IS_BLOCK (self));

  g_free (priv->anchor);
  priv->anchor = g_strdup (anchor);
}

/**
 * atlas_block_draw_head:
 * @self: a measured block
 * @cr: where to draw; the origin is the upper left corner of the head
 *
 * Draws the head that is repeated on top of each part.
 */
void
atlas_block_draw_head (AtlasBlock *self,
                       cairo_t    *cr)
{
  g_return_if_fail (ATLAS_IS_BLOCK (self));

  ATLAS_BLOCK_GET_CLASS (self)->draw_head (self, cr);
}

/**
 * atlas_block_draw_row:
 * @self: a measured block
 * @cr: where to draw; the origin is the upper left corner of the row
 * @row: the row
 *
 * Draws one row.
 */
void
atlas_block_draw_row (AtlasBlock *self,
                      cairo_t    *cr,
                      guint       row)
{
  g_return_if_fail (ATLAS_IS_BLOCK (self));

  ATLAS_BLOCK_GET_CLASS (self)->draw_row (self, cr, row);
}

/**
 * atlas_block_draw_heading:
 * @self: a block
 * @cr: where to draw
 * @row: a heading row
 *
 * Draws a heading row again, above a part that continues its rows.
 */
void
atlas_block_draw_heading (AtlasBlock *self,
                          cairo_t    *cr,
                          guint       row)
{
  g_return_if_fail (ATLAS_IS_BLOCK (self));

  ATLAS_BLOCK_GET_CLASS (self)->draw_heading (self, cr, row);
}
