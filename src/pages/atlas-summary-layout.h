/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-block.h"

G_BEGIN_DECLS

/**
 * AtlasFrame:
 * @n_columns: how many columns of blocks stand side by side on a page
 * @column_width: the width of each
 * @column_gap: the white space between them
 * @height: how high they are
 *
 * The part of each page that holds blocks, in points.
 */
typedef struct
{
  guint  n_columns;
  double column_width;
  double column_gap;
  double height;
} AtlasFrame;

/**
 * AtlasPart:
 * @block: (unowned): a block
 * @first_row: the first of its rows that stand here
 * @n_rows: how many stand here
 * @x: where they begin, in points from the left of the frame
 * @y: where they, or the head above them, begin, in points from its top
 *
 * Rows of a block in their place on a page.
 */
typedef struct
{
  AtlasBlock *block;
  guint       first_row;
  guint       n_rows;
  double      x;
  double      y;
} AtlasPart;

#define ATLAS_TYPE_SUMMARY_LAYOUT (atlas_summary_layout_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSummaryLayout, atlas_summary_layout, ATLAS, SUMMARY_LAYOUT, GObject)

double              atlas_frame_get_block_width        (const AtlasFrame   *self,
                                                        AtlasBlock         *block);
AtlasSummaryLayout *atlas_summary_layout_new           (GPtrArray          *blocks,
                                                        const AtlasFrame   *frame);
guint               atlas_summary_layout_get_n_pages   (AtlasSummaryLayout *self);
double              atlas_summary_layout_get_space_left
                                                       (AtlasSummaryLayout *self);
guint               atlas_summary_layout_get_n_parts   (AtlasSummaryLayout *self,
                                                        guint               page);
const AtlasPart    *atlas_summary_layout_get_part      (AtlasSummaryLayout *self,
                                                        guint               page,
                                                        guint               index);
guint               atlas_summary_layout_get_page_of   (AtlasSummaryLayout *self,
                                                        AtlasBlock         *block);
double              atlas_part_get_height              (const AtlasPart    *self);

G_END_DECLS
