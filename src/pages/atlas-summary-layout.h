/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-block.h"

G_BEGIN_DECLS

/**
 * AtlasFrame:
 * @n_columns: the number of columns of a page
 * @column_width: the width of a column
 * @column_gap: the white space between them
 * @height: the height of a column
 *
 * The part of each page for blocks, in points.
 */
typedef struct
{
  guint n_columns;
  double column_width;
  double column_gap;
  double height;
} AtlasFrame;

/**
 * AtlasPart:
 * @block: (unowned): a block
 * @first_row: its first row in this part
 * @n_rows: the number of its rows in this part
 * @x: the left edge, in points from the left of the frame
 * @y: the top edge, including repeated head and heading, in points from the top of the frame
 *
 * Rows of a block with their position on a page.
 */
typedef struct
{
  AtlasBlock *block;
  guint first_row;
  guint n_rows;
  double x;
  double y;
} AtlasPart;

#define ATLAS_TYPE_SUMMARY_LAYOUT (atlas_summary_layout_get_type ())

G_DECLARE_FINAL_TYPE (AtlasSummaryLayout, atlas_summary_layout, ATLAS, SUMMARY_LAYOUT, GObject)

double atlas_frame_get_block_width (const AtlasFrame *self, AtlasBlock *block);
AtlasSummaryLayout *atlas_summary_layout_new (GPtrArray *blocks, const AtlasFrame *frame);
guint atlas_summary_layout_get_n_pages (AtlasSummaryLayout *self);
double atlas_summary_layout_get_space_left (AtlasSummaryLayout *self);
guint atlas_summary_layout_get_n_parts (AtlasSummaryLayout *self, guint page);
const AtlasPart *atlas_summary_layout_get_part (AtlasSummaryLayout *self, guint page, guint index);
guint atlas_summary_layout_get_page_of (AtlasSummaryLayout *self, AtlasBlock *block);

G_END_DECLS
