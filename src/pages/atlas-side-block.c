/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-side-block.h"

/*
 * AtlasSideBlock: two blocks side by side, such as a map and the numbers beside it.
 *
 * It has one row, so the two blocks stay on one page.
 */
struct _AtlasSideBlock
{
  AtlasBlock parent_instance;

  AtlasBlock *left;
  AtlasBlock *right;
  double right_width;
  double gap;
};

G_DEFINE_FINAL_TYPE (AtlasSideBlock, atlas_side_block, ATLAS_TYPE_BLOCK)

static double
get_height (AtlasBlock *block)
{
  double height = block->head_height;

  for (guint row = 0; row < block->rows->len; row++)
    height += atlas_block_get_row (block, row)->height;
  return height;
}

static void
atlas_side_block_measure (AtlasBlock *block, double width)
{
  AtlasSideBlock *self = ATLAS_SIDE_BLOCK (block);

  atlas_block_measure (self->left, width - self->right_width - self->gap);
  atlas_block_measure (self->right, self->right_width);
  atlas_block_add_row (block, MAX (get_height (self->left), get_height (self->right)), FALSE);
}

static void
draw_side (AtlasBlock *side, cairo_t *cr, double x)
{
  cairo_tag_begin (cr, side->tag, NULL);
  cairo_save (cr);
  cairo_translate (cr, x, 0);
  atlas_block_draw_head (side, cr);
  cairo_translate (cr, 0, side->head_height);
  for (guint row = 0; row < side->rows->len; row++)
    {
      atlas_block_draw_row (side, cr, row);
      cairo_translate (cr, 0, atlas_block_get_row (side, row)->height);
    }
  cairo_restore (cr);
  cairo_tag_end (cr, side->tag);
}

static void
atlas_side_block_draw_row (AtlasBlock *block, cairo_t *cr, guint row)
{
  AtlasSideBlock *self = ATLAS_SIDE_BLOCK (block);

  draw_side (self->left, cr, 0);
  draw_side (self->right, cr, block->width - self->right_width);
}

static void
atlas_side_block_finalize (GObject *object)
{
  AtlasSideBlock *self = ATLAS_SIDE_BLOCK (object);

  g_clear_object (&self->left);
  g_clear_object (&self->right);

  G_OBJECT_CLASS (atlas_side_block_parent_class)->finalize (object);
}

static void
atlas_side_block_class_init (AtlasSideBlockClass *klass)
{
  AtlasBlockClass *block_class = ATLAS_BLOCK_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_side_block_finalize;
  block_class->measure = atlas_side_block_measure;
  block_class->draw_row = atlas_side_block_draw_row;
}

static void
atlas_side_block_init (AtlasSideBlock *self)
{
  ATLAS_BLOCK (self)->tag = "Div";
}

/**
 * atlas_side_block_new:
 * @left: (transfer full): the block on the left, which gets the remaining width
 * @right: (transfer full): the block on the right
 * @right_width: the width of @right, in points
 * @gap: the space between them, in points
 *
 * Returns: (transfer full): both blocks in one row
 */
AtlasBlock *
atlas_side_block_new (AtlasBlock *left, AtlasBlock *right, double right_width, double gap)
{
  AtlasSideBlock *self = g_object_new (ATLAS_TYPE_SIDE_BLOCK, NULL);

  self->left = left;
  self->right = right;
  self->right_width = right_width;
  self->gap = gap;
  return ATLAS_BLOCK (self);
}
