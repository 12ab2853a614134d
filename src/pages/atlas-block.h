/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_BLOCK (atlas_block_get_type ())

typedef struct _AtlasBlock AtlasBlock;
typedef struct _AtlasBlockClass AtlasBlockClass;

GType atlas_block_get_type (void) G_GNUC_CONST;

#define ATLAS_BLOCK(object) G_TYPE_CHECK_INSTANCE_CAST (object, ATLAS_TYPE_BLOCK, AtlasBlock)
#define ATLAS_BLOCK_CLASS(klass) G_TYPE_CHECK_CLASS_CAST (klass, ATLAS_TYPE_BLOCK, AtlasBlockClass)
#define ATLAS_BLOCK_GET_CLASS(object)                                                              \
  G_TYPE_INSTANCE_GET_CLASS (object, ATLAS_TYPE_BLOCK, AtlasBlockClass)
#define ATLAS_IS_BLOCK(object) G_TYPE_CHECK_INSTANCE_TYPE (object, ATLAS_TYPE_BLOCK)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasBlock, g_object_unref)

/**
 * AtlasBlockRow:
 * @height: of the row, in points
 * @keeps_with_next: whether the next row must be on the same page
 * @heading: the number of its heading row, from 1; 0 for none
 *
 * A row of a block.
 */
typedef struct
{
  double height;
  gboolean keeps_with_next;
  guint heading;
} AtlasBlockRow;

/**
 * AtlasBlock:
 * @width: the width passed to atlas_block_measure(), in points; read only
 * @rows: (element-type AtlasBlockRow): its rows at this width; read only
 * @head_height: the height of the head that is repeated on top of each part, in points
 * @space_before: the white space above it, in points, which is ignored at the top of a page
 * @keeps_with_next: whether the beginning of the next block must be on the same page
 * @starts_page: whether it begins a page
 * @starts_column: whether it begins a column
 * @n_columns: the number of columns into which its rows are split
 * @column_gap: the space between these columns, in points
 * @anchor: (nullable) (owned): the name by which links lead to it
 * @tag: what it is for readers of a PDF file: a structure type of PDF, such as "H1"; cairo assigns
 *   only the drawing of its innermost elements, so a block with links draws its other text as
 * "Span"
 */
struct _AtlasBlock
{
  GObject parent_instance;

  double width;
  GArray *rows;
  double head_height;
  double space_before;
  gboolean keeps_with_next;
  gboolean starts_page;
  gboolean starts_column;
  guint n_columns;
  double column_gap;
  char *anchor;
  const char *tag;
};

/**
 * AtlasBlockClass:
 * @measure: adds the rows for a width; by default none
 * @draw_head: draws the head that is repeated on top of each part, at the origin
 * @draw_row: draws a row, at the origin
 * @draw_heading: draws a heading row again, above a part that continues its rows; by default like
 *   @draw_row
 */
struct _AtlasBlockClass
{
  GObjectClass parent_class;

  void (*measure) (AtlasBlock *self, double width);
  void (*draw_head) (AtlasBlock *self, cairo_t *cr);
  void (*draw_row) (AtlasBlock *self, cairo_t *cr, guint row);
  void (*draw_heading) (AtlasBlock *self, cairo_t *cr, guint row);
};

void atlas_block_measure (AtlasBlock *self, double width);
void atlas_block_add_row (AtlasBlock *self, double height, gboolean keeps_with_next);
const AtlasBlockRow *atlas_block_get_row (AtlasBlock *self, guint row);
gboolean atlas_block_get_heading (AtlasBlock *self, guint row, guint *heading);
void atlas_block_set_heading (AtlasBlock *self, guint row, guint heading);
double atlas_block_get_top_height (AtlasBlock *self, guint row);
void atlas_block_set_columns (AtlasBlock *self, guint n_columns, double gap);
void atlas_block_draw_head (AtlasBlock *self, cairo_t *cr);
void atlas_block_draw_row (AtlasBlock *self, cairo_t *cr, guint row);
void atlas_block_draw_heading (AtlasBlock *self, cairo_t *cr, guint row);

G_END_DECLS
