/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include "atlas-block.h"
#include "atlas-table-block.h"

G_BEGIN_DECLS

/* What a table is made of: one file fills it, the other one measures and draws it. */

typedef struct
{
  char             *title;
  double            share;
  AtlasTableColumn  align;
  PangoLayout      *head;
  double            x;
  double            width;
  gboolean          is_empty; /* none of its cells says anything: it is left out */
} AtlasTableColumnData;

typedef struct
{
  PangoLayout *text;
  char        *link;
} AtlasTableCell;

typedef struct
{
  AtlasRecord *record;
  GArray      *cells; /* of AtlasTableCell */
  gboolean     is_group; /* a heading, which stays with the next row */
  gboolean     is_wide;  /* one cell over all columns */
  gboolean     is_joined; /* shown with the row before, or not at all */
  PangoLayout *continued; /* what a heading says above rows that continue on another page */
  char        *anchor;
  guint        mark;
  PangoLayout *mark_text;
} AtlasTableRow;

struct _AtlasTableBlock
{
  AtlasBlock parent_instance;

  AtlasTypesetter *typesetter;
  AtlasTableFlags  flags;
  GArray          *columns; /* of AtlasTableColumnData */
  GPtrArray       *rows;    /* of AtlasTableRow */
  GPtrArray       *shown;   /* the rows that are shown, and those that say what is not */
  GPtrArray       *rests;   /* of AtlasTableRow: "and 3 more" */
};

/* A row of those that are shown. */
static inline AtlasTableRow *
_atlas_table_block_get_row (AtlasTableBlock *self,
                            guint            index)
{
  return g_ptr_array_index (self->shown, index);
}

void _atlas_table_block_measure      (AtlasBlock *block,
                                      double      width);
void _atlas_table_block_draw_head    (AtlasBlock *block,
                                      cairo_t    *cr);
void _atlas_table_block_draw_row     (AtlasBlock *block,
                                      cairo_t    *cr,
                                      guint       index);
void _atlas_table_block_draw_heading (AtlasBlock *block,
                                      cairo_t    *cr,
                                      guint       index);

G_END_DECLS
