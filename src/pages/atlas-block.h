/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <cairo.h>
#include <glib-object.h>

G_BEGIN_DECLS

#define ATLAS_TYPE_BLOCK (atlas_block_get_type ())

G_DECLARE_DERIVABLE_TYPE (AtlasBlock, atlas_block, ATLAS, BLOCK, GObject)

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

  void (*measure)   (AtlasBlock *self,
                     double      width);
  void (*draw_head) (AtlasBlock *self,
                     cairo_t    *cr);
  void (*draw_row)  (AtlasBlock *self,
                     cairo_t    *cr,
                     guint       row);
  void (*draw_heading) (AtlasBlock *self,
                        cairo_t    *cr,
                        guint       row);
};

AtlasBlock *atlas_block_new                 (void);
void        atlas_block_measure             (AtlasBlock *self,
                                             double      width);
double      atlas_block_get_width           (AtlasBlock *self);
void        atlas_block_add_row             (AtlasBlock *self,
                                             double      height,
                                             gboolean    keeps_with_next);
guint       atlas_block_get_n_rows          (AtlasBlock *self);
double      atlas_block_get_row_height      (AtlasBlock *self,
                                             guint       row);
gboolean    atlas_block_row_keeps_with_next (AtlasBlock *self,
                                             guint       row);
gboolean    atlas_block_get_heading         (AtlasBlock *self,
                                             guint       row,
                                             guint      *heading);
void        atlas_block_set_heading         (AtlasBlock *self,
                                             guint       row,
                                             guint       heading);
double      atlas_block_get_top_height      (AtlasBlock *self,
                                             guint       row);
double      atlas_block_get_head_height     (AtlasBlock *self);
void        atlas_block_set_head_height     (AtlasBlock *self,
                                             double      height);
double      atlas_block_get_space_before    (AtlasBlock *self);
void        atlas_block_set_space_before    (AtlasBlock *self,
                                             double      space);
gboolean    atlas_block_get_keeps_with_next (AtlasBlock *self);
void        atlas_block_set_keeps_with_next (AtlasBlock *self,
                                             gboolean    keeps_with_next);
gboolean    atlas_block_get_starts_page     (AtlasBlock *self);
void        atlas_block_set_starts_page     (AtlasBlock *self,
                                             gboolean    starts_page);
gboolean    atlas_block_get_starts_column   (AtlasBlock *self);
void        atlas_block_set_starts_column   (AtlasBlock *self,
                                             gboolean    starts_column);
guint       atlas_block_get_n_columns       (AtlasBlock *self);
double      atlas_block_get_column_gap      (AtlasBlock *self);
void        atlas_block_set_columns         (AtlasBlock *self,
                                             guint       n_columns,
                                             double      gap);
const char *atlas_block_get_anchor          (AtlasBlock *self);
void        atlas_block_set_anchor          (AtlasBlock *self,
                                             const char *anchor);
void        atlas_block_draw_head           (AtlasBlock *self,
                                             cairo_t    *cr);
void        atlas_block_draw_row            (AtlasBlock *self,
                                             cairo_t    *cr,
                                             guint       row);
void        atlas_block_draw_heading        (AtlasBlock *self,
                                             cairo_t    *cr,
                                             guint       row);

G_END_DECLS
