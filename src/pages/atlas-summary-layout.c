/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-summary-layout.h"

/*
 * AtlasSummaryLayout: the positions of all rows of all blocks on pages.
 *
 * Blocks flow down a column, then into the next column, then to the next page. The layout works
 * only with numbers and draws nothing. A split leaves at least two rows on each side and respects
 * keep-with-next. If a column is too small even for that, it takes a single row, so that the layout
 * always terminates.
 */
struct _AtlasSummaryLayout
{
  GObject parent_instance;

  AtlasFrame frame;
  GPtrArray *blocks;
  GPtrArray *pages; /* array of arrays of AtlasPart */

  /* The position of the next block. */
  guint column;
  double y;
};

G_DEFINE_FINAL_TYPE (AtlasSummaryLayout, atlas_summary_layout, G_TYPE_OBJECT)

/* The smallest number of rows before or after a split. */
#define MIN_ROWS 2

/* A block that takes at most this share of a column is not split. */
#define SMALL_SHARE 0.25

/* Sums of heights have rounding errors, so allow this excess. */
#define TOLERANCE 0.01

static double
get_rows_height (AtlasBlock *block, guint first, guint end)
{
  double height = 0;

  for (guint row = first; row < end; row++)
    height += atlas_block_get_row (block, row)->height;
  return height;
}

static gboolean
may_break_before (AtlasBlock *block, guint first, guint row)
{
  const guint n_rows = block->rows->len;

  if (row == n_rows)
    return TRUE;
  return row - first >= MIN_ROWS && n_rows - row >= MIN_ROWS &&
         !atlas_block_get_row (block, row - 1)->keeps_with_next;
}

/* Returns the end of the rows from @first on that best fit into @height; @first if none fits. */
static guint
find_break (AtlasBlock *block, guint first, double height)
{
  double left = height - atlas_block_get_top_height (block, first);
  guint best = first;

  for (guint row = first; row < block->rows->len; row++)
    {
      left -= atlas_block_get_row (block, row)->height;
      if (left < -TOLERANCE)
        break;
      if (may_break_before (block, first, row + 1))
        best = row + 1;
    }
  return best;
}

/* Like find_break(), but for an empty column: returns at least one row. */
static guint
force_break (AtlasBlock *block, guint first, double height)
{
  guint end = find_break (block, first, height);
  double left = height - atlas_block_get_top_height (block, first);

  if (end > first)
    return end;
  for (end = first; end < block->rows->len; end++)
    {
      left -= atlas_block_get_row (block, end)->height;
      if (left < -TOLERANCE)
        break;
    }
  return MAX (end, first + 1);
}

static GArray *
get_last_page (AtlasSummaryLayout *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

static void
start_page (AtlasSummaryLayout *self)
{
  g_ptr_array_add (self->pages, g_array_new (FALSE, FALSE, sizeof (AtlasPart)));
  self->column = 0;
  self->y = 0;
}

static void
start_column (AtlasSummaryLayout *self)
{
  if (self->column + 1 >= self->frame.n_columns)
    {
      start_page (self);
      return;
    }
  self->column++;
  self->y = 0;
}

/* Whether all rows of @block fit into its columns at this height. */
static gboolean
fits_in_columns (AtlasBlock *block, double height)
{
  const guint n_rows = block->rows->len;
  guint row = 0;

  for (guint column = 0; column < block->n_columns && row < n_rows; column++)
    {
      const guint end = find_break (block, row, height);

      if (end == row)
        return FALSE;
      row = end;
    }
  return row == n_rows;
}

/* Returns the height of the complete block with its head; in several columns the rows are
 * divided. */
static double
get_full_height (AtlasBlock *block)
{
  const double head = block->head_height;
  double high = head + get_rows_height (block, 0, block->rows->len);
  double low = block->n_columns > 1 ? head : high;

  while (high - low > 1)
    {
      const double middle = (low + high) / 2;

      if (fits_in_columns (block, middle))
        high = middle;
      else
        low = middle;
    }
  return high;
}

/* Returns the free height that is needed to start the block. */
static double
get_first_height (AtlasSummaryLayout *self, AtlasBlock *block)
{
  const guint n_rows = block->rows->len;
  const double stacked = block->head_height + get_rows_height (block, 0, n_rows);
  guint end = MIN (1, n_rows);

  if (stacked <= SMALL_SHARE * self->frame.height)
    return get_full_height (block);
  /* Rows in several columns are balanced, so the first rows of one column are enough. */
  while (end < n_rows && !may_break_before (block, 0, end))
    end++;
  return block->head_height + get_rows_height (block, 0, end);
}

/* Returns the height that must stay in one column from block @index on: the blocks that keep with
 * the next one, and the beginning of the first that does not. */
static double
get_kept_height (AtlasSummaryLayout *self, guint index)
{
  double height = 0;

  for (guint i = index; i < self->blocks->len; i++)
    {
      AtlasBlock *block = g_ptr_array_index (self->blocks, i);

      if (i > index)
        height += block->space_before;
      if (!block->keeps_with_next)
        return height + get_first_height (self, block);
      height += get_full_height (block);
    }
  return height;
}

static void
add_part (AtlasSummaryLayout *self, AtlasBlock *block, guint first, guint end, guint block_column)
{
  const AtlasPart part = {
    .block = block,
    .first_row = first,
    .n_rows = end - first,
    .x = self->column * (self->frame.column_width + self->frame.column_gap) +
         block_column * (block->width + block->column_gap),
    .y = self->y,
  };

  g_array_append_val (get_last_page (self), part);
}

/* Fills the columns of a block with rows from @first on, up to @height; with @add, also adds them
 * to the page. Returns the end of the rows that fit; sets @used to the height of the highest
 * column. */
static guint
fill_columns (AtlasSummaryLayout *self,
              AtlasBlock *block,
              guint first,
              double height,
              gboolean add,
              double *used)
{
  guint row = first;

  *used = 0;
  for (guint column = 0; column < block->n_columns; column++)
    {
      const gboolean is_fresh = self->y == 0;
      guint end = is_fresh ? force_break (block, row, height) : find_break (block, row, height);

      if (row == block->rows->len || end == row)
        break;
      if (add)
        add_part (self, block, row, end, column);
      *used =
        MAX (*used, atlas_block_get_top_height (block, row) + get_rows_height (block, row, end));
      row = end;
    }
  return row;
}

/* Returns the smallest height at which all rows from @first on fit into the columns of the
 * block. */
static double
balance_columns (AtlasSummaryLayout *self, AtlasBlock *block, guint first, double height)
{
  const guint n_rows = block->rows->len;
  double low = get_rows_height (block, first, n_rows) / block->n_columns;
  double high = height;
  double used;

  while (high - low > 1)
    {
      const double middle = (low + high) / 2;

      if (fill_columns (self, block, first, middle, FALSE, &used) == n_rows && used <= middle)
        high = middle;
      else
        low = middle;
    }
  return high;
}

static void
place_block (AtlasSummaryLayout *self, AtlasBlock *block)
{
  const guint n_rows = block->rows->len;
  guint row = 0;

  while (row < n_rows)
    {
      double height = self->frame.height - self->y;
      double used;
      guint end = fill_columns (self, block, row, height, FALSE, &used);

      if (end == n_rows && block->n_columns > 1)
        height = balance_columns (self, block, row, height);
      row = fill_columns (self, block, row, height, TRUE, &used);
      self->y += used;
      if (row < n_rows)
        start_column (self);
    }
}

static void
place_blocks (AtlasSummaryLayout *self)
{
  start_page (self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      AtlasBlock *block = g_ptr_array_index (self->blocks, i);

      if (block->starts_page && get_last_page (self)->len > 0)
        start_page (self);
      if (block->starts_column && self->y > 0)
        start_column (self);
      if (self->y > 0)
        {
          self->y += block->space_before;
          if (self->y + get_kept_height (self, i) > self->frame.height + TOLERANCE)
            start_column (self);
        }
      place_block (self, block);
    }
}

static void
atlas_summary_layout_finalize (GObject *object)
{
  AtlasSummaryLayout *self = ATLAS_SUMMARY_LAYOUT (object);

  g_ptr_array_unref (self->blocks);
  g_ptr_array_unref (self->pages);

  G_OBJECT_CLASS (atlas_summary_layout_parent_class)->finalize (object);
}

static void
atlas_summary_layout_class_init (AtlasSummaryLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_summary_layout_finalize;
}

static void
atlas_summary_layout_init (AtlasSummaryLayout *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

/**
 * atlas_frame_get_block_width:
 * @self: a frame
 * @block: a block
 *
 * Returns: the width for which to measure @block, in points
 */
double
atlas_frame_get_block_width (const AtlasFrame *self, AtlasBlock *block)
{
  const guint n_columns = block->n_columns;

  return (self->column_width - (n_columns - 1) * block->column_gap) / n_columns;
}

/**
 * atlas_summary_layout_new:
 * @blocks: (element-type AtlasBlock): blocks, measured for @frame, in their order
 * @frame: the part of each page for blocks
 *
 * Returns: (transfer full): the positions of the blocks; at least one page
 */
AtlasSummaryLayout *
atlas_summary_layout_new (GPtrArray *blocks, const AtlasFrame *frame)
{
  AtlasSummaryLayout *self;

  g_return_val_if_fail (blocks != NULL, NULL);
  g_return_val_if_fail (frame->n_columns >= 1, NULL);

  self = g_object_new (ATLAS_TYPE_SUMMARY_LAYOUT, NULL);
  self->blocks = g_ptr_array_ref (blocks);
  self->frame = *frame;
  place_blocks (self);
  return self;
}

/**
 * atlas_summary_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: the number of pages
 */
guint
atlas_summary_layout_get_n_pages (AtlasSummaryLayout *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY_LAYOUT (self), 0);

  return self->pages->len;
}

/**
 * atlas_summary_layout_get_space_left:
 * @self: a layout
 *
 * Returns: the free height of the last column, in points
 */
double
atlas_summary_layout_get_space_left (AtlasSummaryLayout *self)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY_LAYOUT (self), 0);

  return MAX (self->frame.height - self->y, 0);
}

/**
 * atlas_summary_layout_get_n_parts:
 * @self: a layout
 * @page: a page, from 0
 *
 * Returns: the number of parts on @page
 */
guint
atlas_summary_layout_get_n_parts (AtlasSummaryLayout *self, guint page)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY_LAYOUT (self), 0);
  g_return_val_if_fail (page < self->pages->len, 0);

  return ((GArray *) g_ptr_array_index (self->pages, page))->len;
}

/**
 * atlas_summary_layout_get_part:
 * @self: a layout
 * @page: a page, from 0
 * @index: less than atlas_summary_layout_get_n_parts()
 *
 * Returns: (transfer none): the part; parts are in reading order
 */
const AtlasPart *
atlas_summary_layout_get_part (AtlasSummaryLayout *self, guint page, guint index)
{
  g_return_val_if_fail (index < atlas_summary_layout_get_n_parts (self, page), NULL);

  return &g_array_index ((GArray *) g_ptr_array_index (self->pages, page), AtlasPart, index);
}

/**
 * atlas_summary_layout_get_page_of:
 * @self: a layout
 * @block: a block
 *
 * Returns: the page on which it begins, from 0; 0 if it is not placed
 */
guint
atlas_summary_layout_get_page_of (AtlasSummaryLayout *self, AtlasBlock *block)
{
  g_return_val_if_fail (ATLAS_IS_SUMMARY_LAYOUT (self), 0);

  for (guint page = 0; page < self->pages->len; page++)
    for (guint i = 0; i < atlas_summary_layout_get_n_parts (self, page); i++)
      if (atlas_summary_layout_get_part (self, page, i)->block == block)
        return page;
  return 0;
}
